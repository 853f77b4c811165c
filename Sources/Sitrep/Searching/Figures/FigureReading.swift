internal import Xapian

/// Reads the figures of reports, and what is told of the reports beside them.
struct FigureReading {
    private let documents: [DocumentID]
    /// How many of the reports give more figures than are kept of one.
    private(set) var cut = 0
    /// The records of the reports that give figures which are asked for, by their places in ``documents``.
    private var records: [Int: StoredRecord] = [:]
    /// Where several indexes are searched, the folders of those that have these reports.
    private var indexes: [Int: String] = [:]

    init(_ documents: [DocumentID]) { self.documents = documents }

    /// The figures that a filter takes, in the order of the reports.
    mutating func claims(
        filter: inout FigureFilter,
        _ directory: ConceptDirectory,
        _ members: Members,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> [ReportClaim] {
        guard let slot = Schema.figure.slot else { return [] }
        var claims: [ReportClaim] = []
        /// The first report of each story.
        var stories: [StoryName: Int] = [:]
        /// When the reports of a story were published, by its first report.
        var published: [Int: ClosedRange<CalendarDate>] = [:]
        for (report, document) in documents.enumerated() {
            let start = claims.count
            let list = try members.reading(document) {
                try ClaimList(decoding: try database.documentValue(document, in: slot))
            }
            if list.isCut { cut += 1 }
            for claim in list.claims where filter.takes(claim, directory) {
                claims.append(ReportClaim(report: report, claim: claim))
            }
            guard claims.count > start else { continue }
            let record = try StoredRecord(decoding: try database.documentData(document))
            records[report] = record
            indexes[report] = members.folder(of: document)
            var story = report
            if let name = try members.story(of: document, in: database) {
                story = stories[name] ?? report
                stories[name] = story
            }
            let days = record.published.days
            if let days {
                let known = published[story] ?? days
                published[story] =
                    min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
            }
            for index in start..<claims.count {
                claims[index].story = story
                claims[index].published = days
            }
        }
        // A report without a date was published when the others of its story were, as far as anybody can say.
        for index in claims.indices where claims[index].published == nil {
            claims[index].published = published[claims[index].story]
        }
        return claims
    }

    /// How many figures that a filter takes a person struck.
    func struck(
        filter: FigureFilter,
        _ directory: ConceptDirectory,
        in database: borrowing some DatabaseReading & ~Copyable
    )
        throws -> Int
    {
        guard let slot = Schema.figure.slot else { return 0 }
        var filter = filter
        return try documents.reduce(0) { sum, document in
            let list = try ClaimList(decoding: try database.documentValue(document, in: slot))
            return sum + list.struck.count { filter.takes($0, directory) }
        }
    }

    /// The reports of a row, the earliest first, each once.
    func reports(of row: ClaimRow) -> [FigureReport] {
        var known: Set<Int> = []
        let reports = row.sources.compactMap { source -> (place: Int, report: FigureReport)? in
            guard let record = records[source.report], known.insert(source.report).inserted else { return nil }
            let report = FigureReport(
                id: record.id,
                key: record.shortKey,
                source: record.source,
                published: record.published,
                surface: source.claim.surface,
                span: source.claim.span,
                isInTitle: source.claim.isInTitle,
                index: indexes[source.report]
            )
            return (source.report, report)
        }
        // Two indexes may have one id.
        func order(_ found: (place: Int, report: FigureReport)) -> (Int, String, Int) {
            (found.report.published.date?.daysSince1970 ?? .max, found.report.id, found.place)
        }
        return reports.sorted { order($0) < order($1) }.map(\.report)
    }
}

extension PublishedDate {
    /// The days that it may mean; `nil` where it is unknown.
    var days: ClosedRange<CalendarDate>? {
        guard let date, let precision else { return nil }
        switch precision {
        case .day: return date...date
        case .month: return EventDate.Precision.month.days(around: date)
        case .year: return EventDate.Precision.year.days(around: date)
        }
    }
}
