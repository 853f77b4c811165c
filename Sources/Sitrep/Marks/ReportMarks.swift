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

    /// Takes tags up, each once whatever its capitals. Linear in both lists.
    mutating func add(tags new: [String]) {
        var known = Set(tags.map(TagName.folded))
        tags += new.filter { known.insert(TagName.folded($0)).inserted }
    }

    /// What two entries say together; where they contradict each other the second one holds.
    func joined(with other: ReportMarks) -> ReportMarks {
        var joined = self
        joined.add(tags: other.tags)
        if let note = other.note {
            joined.note = self.note.map { $0 == note ? note : $0 + "\n" + note } ?? note
        }
        joined.isIrrelevant = isIrrelevant || other.isIrrelevant
        for facet in FacetKind.allCases {
            joined.add(other.set[facet] ?? [], to: facet, isSet: true)
            joined.add(other.dropped[facet] ?? [], to: facet, isSet: false)
        }
        joined.add(droppedFigures: other.droppedFigures)
        joined.date = other.date ?? date
        joined.title = other.title ?? title
        joined.by = other.by ?? by
        joined.at = other.at ?? at
        let later = other.names(notIn: self)
        joined.keep(authors: allAuthors.merging(other.allAuthors.filter { later.contains($0.key) }) { $1 })
        return joined
    }

    /// Strikes figures, each once however it is written. Linear in both lists.
    mutating func add(droppedFigures new: [String]) {
        var known = Set(droppedFigures.map(FigureName.folded))
        droppedFigures += new.filter { known.insert(FigureName.folded($0)).inserted }
    }

    /// Says of values that the report has them, or has them not, and no longer the opposite. Linear in all lists.
    mutating func add(_ values: [String], to facet: FacetKind, isSet: Bool) {
        guard !values.isEmpty else { return }
        let said = Set(values.map(PlainName.of))
        func without(_ list: [String]?) -> [String]? {
            let rest = (list ?? []).filter { !said.contains(PlainName.of($0)) }
            return rest.isEmpty ? nil : rest
        }
        func with(_ list: [String]?) -> [String] {
            var known = Set(list ?? [])
            return (list ?? []) + values.filter { known.insert($0).inserted }
        }
        if isSet {
            dropped[facet] = without(dropped[facet])
            set[facet] = with(set[facet])
        } else {
            set[facet] = without(set[facet])
            dropped[facet] = with(dropped[facet])
        }
    }
}
