import Sitrep

/// The figures of reports, side by side, as JSON.
struct FiguresObject: Encodable {
    let query: String
    let interpreted: String
    let kinds: [String]
    let per: String
    let total: Int
    let totalExact = true
    let disputed: Int
    let reports: Int
    let stories: Int
    let dayless: Int
    let cut: Int
    let undated: Int
    let irrelevant: Int
    let struck: Int
    let indexRevision: Int
    let claims: [FigureRowObject]

    init(_ figures: Figures) {
        query = figures.query
        interpreted = figures.interpreted
        kinds = figures.kinds.map(\.rawValue)
        per = figures.precision.rawValue
        total = figures.total
        disputed = figures.disputed
        reports = figures.reports
        stories = figures.stories
        dayless = figures.dayless
        cut = figures.cut
        undated = figures.undated
        irrelevant = figures.irrelevant
        struck = figures.struck
        indexRevision = figures.revision
        claims = figures.rows.map(FigureRowObject.init)
    }
}

/// A figure with all reports that give it.
struct FigureRowObject: Encodable {
    let figure: FigureObject
    let period: String?
    let disputed: Bool
    let stories: Int
    let reports: [Report]

    struct Report: Encodable {
        let id: String
        let key: String
        let source: OrNull<String>
        let published: OrNull<String>
        let surface: String
        let span: [Int]
        /// Present only where the span is one of the title.
        let inTitle: Bool?
        let index: String?

        init(_ report: FigureReport) {
            id = report.id
            key = report.key
            source = OrNull(report.source)
            published = OrNull(report.published.text)
            surface = report.surface
            span = offsets(report.span)
            inTitle = report.isInTitle ? true : nil
            index = report.index
        }
    }

    init(_ row: FigureRow) {
        figure = FigureObject(row.figure)
        period = row.period
        disputed = row.isDisputed
        stories = row.stories
        reports = row.reports.map(Report.init)
    }

    private enum Key: String, CodingKey { case period, disputed, stories, reports }

    func encode(to encoder: any Encoder) throws {
        try figure.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(OrNull(period), forKey: .period)
        try container.encode(disputed, forKey: .disputed)
        try container.encode(stories, forKey: .stories)
        try container.encode(reports, forKey: .reports)
    }
}

/// What is claimed.
struct FigureObject: Encodable {
    let kind: String
    let least: OrNull<Double>
    let most: OrNull<Double>
    let unit: String
    let qualifier: OrNull<String>
    let subject: OrNull<[String]>
    let weapon: OrNull<[String]>
    let place: OrNull<[String]>
    /// The day, week, month or year; of a run of such the first.
    let day: OrNull<String>
    /// The last of a run.
    let until: OrNull<String>
    let precision: OrNull<String>
    let claimant: OrNull<[String]>

    init(_ figure: Figure) {
        let claim = figure.claim
        kind = claim.kind.rawValue
        least = OrNull(claim.least)
        most = OrNull(claim.most)
        unit = claim.unit
        qualifier = OrNull(claim.qualifier?.rawValue)
        subject = OrNull(figure.subject)
        weapon = OrNull(figure.weapon)
        place = OrNull(figure.place)
        day = OrNull(claim.date?.ends.first)
        until = OrNull(claim.date.flatMap { $0.ends.count > 1 ? $0.ends.last : nil })
        precision = OrNull(claim.date?.precision.rawValue)
        claimant = OrNull(figure.claimant)
    }
}

/// A figure of one report, with where it stands.
struct ReportFigureObject: Encodable {
    let figure: FigureObject
    let surface: String
    let span: [Int]
    /// Present only where the span is one of the title.
    let inTitle: Bool?

    init(_ figure: Figure) {
        self.figure = FigureObject(figure)
        surface = figure.claim.surface
        span = offsets(figure.claim.span)
        inTitle = figure.claim.isInTitle ? true : nil
    }

    private enum Key: String, CodingKey { case surface, span, inTitle }

    func encode(to encoder: any Encoder) throws {
        try figure.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(surface, forKey: .surface)
        try container.encode(span, forKey: .span)
        try container.encodeIfPresent(inTitle, forKey: .inTitle)
    }
}
