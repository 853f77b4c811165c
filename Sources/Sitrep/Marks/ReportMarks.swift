/// What a person says of a report, beside what the program finds in it.
public struct ReportMarks: Sendable, Equatable {
    /// Tags, each once whatever its capitals, in the order in which they were given.
    public var tags: [String] = []
    /// Free text.
    public var note: String?
    /// Whether the report has nothing to do with the matter, so that searches leave it out.
    public var isIrrelevant = false
    /// Facet values that the report has whatever is found in it, as paths with a slash between the levels.
    public var set: [FacetKind: [String]] = [:]
    /// Facet values that it does not have whatever is found in it, and nothing that lies in them, as such paths.
    public var dropped: [FacetKind: [String]] = [:]
    /// Figures that it does not give whatever is found in it, by their names (``FigureName``).
    public var droppedFigures: [String] = []
    /// When it was published; `nil` where nothing is said of that.
    public var date: MarkedDate?
    /// Its headline; `nil` where nothing is said of that.
    public var title: String?
    /// Who said so last.
    public var by: String?
    /// When, as `2026-11-21T04:05:06Z`.
    public var at: String?
    /// Who said what was not said by ``by`` at ``at``, by the name of the statement.
    var authors: [String: MarkAuthor] = [:]

    /// Marks that say nothing.
    public init() {}

    /// Whether nothing is said of the report.
    public var isEmpty: Bool {
        var rest = self
        rest.by = nil
        rest.at = nil
        rest.authors = [:]
        return rest == ReportMarks()
    }

    /// The longest tag in bytes.
    static let longestTag = 100
    /// The longest note, title and value in bytes.
    static let longestText = 10_000

    /// Takes a tag up, once whatever its capitals.
    mutating func add(tag: String) {
        if !tags.contains(where: { TagName.areSame($0, tag) }) { tags.append(tag) }
    }

    /// What two entries say together; where they contradict each other the second one holds.
    func joined(with other: ReportMarks) -> ReportMarks {
        var joined = self
        for tag in other.tags { joined.add(tag: tag) }
        if let note = other.note {
            joined.note = self.note.map { $0 == note ? note : $0 + "\n" + note } ?? note
        }
        joined.isIrrelevant = isIrrelevant || other.isIrrelevant
        for facet in FacetKind.allCases {
            let (set, dropped) = (other.set[facet] ?? [], other.dropped[facet] ?? [])
            for value in set { joined.add(value, to: facet, isSet: true) }
            for value in dropped { joined.add(value, to: facet, isSet: false) }
        }
        for figure in other.droppedFigures { joined.add(droppedFigure: figure) }
        joined.date = other.date ?? date
        joined.title = other.title ?? title
        joined.by = other.by ?? by
        joined.at = other.at ?? at
        let later = other.names(notIn: self)
        joined.keep(authors: allAuthors.merging(other.allAuthors.filter { later.contains($0.key) }) { $1 })
        return joined
    }

    /// Strikes a figure, once however it is written.
    mutating func add(droppedFigure name: String) {
        if !droppedFigures.contains(where: { FigureName.folded($0) == FigureName.folded(name) }) {
            droppedFigures.append(name)
        }
    }

    /// Says of a value that the report has it, or has it not, and no longer the opposite.
    mutating func add(_ value: String, to facet: FacetKind, isSet: Bool) {
        func without(_ list: [String]?) -> [String]? {
            let rest = (list ?? []).filter { PlainName.of($0) != PlainName.of(value) }
            return rest.isEmpty ? nil : rest
        }
        if isSet {
            dropped[facet] = without(dropped[facet])
            if set[facet]?.contains(value) != true { set[facet, default: []].append(value) }
        } else {
            set[facet] = without(set[facet])
            if dropped[facet]?.contains(value) != true { dropped[facet, default: []].append(value) }
        }
    }
}
