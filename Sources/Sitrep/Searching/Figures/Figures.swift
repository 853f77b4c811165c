/// The figures that reports give, side by side.
public struct Figures: Sendable {
    /// The query as typed.
    public var query: String
    /// The query as it was understood.
    public var interpreted: String
    /// The kinds that were asked for, in the order of ``Claim/Kind``; empty for all.
    public var kinds: [Claim.Kind]
    /// The periods that rows stand side by side in.
    public var precision: EventDate.Precision
    /// How many rows there are.
    public var total: Int
    /// How many of them another row speaks against.
    public var disputed: Int
    /// How many reports give these figures.
    public var reports: Int
    /// How many stories these reports tell.
    public var stories: Int
    /// How many figures without a day a filter by the days of events left out, each report's by itself.
    public var dayless: Int
    /// How many of the reports that match and have a figure of these kinds give more figures than the first
    /// ``ClaimFinder/mostClaims``, which alone are kept.
    public var cut: Int
    /// How many undated reports with a figure of these kinds a filter by publication left out.
    public var undated: Int
    /// How many reports with a figure of these kinds match that a person took for irrelevant, and are left out.
    public var irrelevant = 0
    /// How many figures that the request asks for a person struck, and are not shown.
    public var struck = 0
    /// The index's revision that was read.
    public var revision: Int
    /// When that was written, as `2026-11-21T04:05:06Z`.
    public var updated: String
    /// The rows asked for: by period, the earliest first, those without a day last; then by kind, unit and place, those
    /// of most reports first.
    public var rows: [FigureRow]
}

/// A figure with all the reports that give it.
public struct FigureRow: Sendable {
    /// What they say; span and surface are those of the first report.
    public var figure: Figure
    /// `2024-11-13`, `2024-W46`, `2024-11`; a coarser period where no closer one is known, and the first and the last
    /// (`2024-11-12..2024-11-13`) for one that reaches over several; `nil` where nobody says when.
    public var period: String?
    /// Whether another row gives another number for the same.
    public var isDisputed: Bool
    /// How many stories the reports tell: copies of one wire are one voice.
    public var stories: Int
    /// The reports, the earliest first, each once.
    public var reports: [FigureReport]
}

/// A report that gives a figure, and where.
public struct FigureReport: Sendable {
    /// The report's id, unique in its index.
    public var id: String
    /// A short form of the id, in hexadecimal.
    public var key: String
    /// The outlet; `nil` when unknown.
    public var source: String?
    /// When it was published, and how that is known.
    public var published: PublishedDate
    /// How it is written, on one line.
    public var surface: String
    /// UTF-8 byte offsets into the title or the text.
    public var span: Range<Int>
    /// Whether it stands in the title.
    public var isInTitle: Bool
    /// The folder of the index that has the report; `nil` where one alone is searched.
    public var index: String?
}
