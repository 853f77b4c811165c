/// What is to be changed in the marks of some reports.
public struct MarkChange: Sendable, Equatable {
    /// Tags to give.
    public var tags: [String] = []
    /// Tags to take away, whatever their capitals.
    public var removedTags: [String] = []
    /// A note in the place of the one that is there; an empty one takes it away.
    public var note: String?
    /// Whether the reports are irrelevant; `nil` leaves that as it is.
    public var isIrrelevant: Bool?
    /// Values that the reports have, by name, alias or path.
    public var set: [FacetKind: [String]] = [:]
    /// Values that they have not, nor what lies in these, by name, alias or path.
    public var dropped: [FacetKind: [String]] = [:]
    /// Figures that they do not give, by their names or as they write them.
    public var droppedFigures: [String] = []
    /// Figures that were dropped and are not any more, so named.
    public var keptFigures: [String] = []
    /// What is said of the date of publication; `nil` leaves that as it is.
    public var date: MarkedDate?
    /// A headline in the place of the one that was found.
    public var title: String?
    /// What nothing is said of any more; comes before everything else.
    public var unset: Swift.Set<MarkedField> = []
    /// Whether all that was said before goes.
    public var clears = false
    /// Whether values that no vocabulary knows become known to the index.
    public var takesNewValues = false
    /// Who says so.
    public var by: String?

    /// No change.
    public init() {}

    /// Whether it says anything.
    public var isEmpty: Bool {
        var rest = self
        rest.by = nil
        rest.takesNewValues = false
        return rest == MarkChange()
    }
}

/// What a person can say something of.
public enum MarkedField: String, Sendable, CaseIterable {
    case tags, note, region, actor, weapon, figure, date, title
}

extension MarkChange {
    /// Refuses what cannot be kept.
    ///
    /// - Throws: ``SitrepError`` `usage`.
    func check() throws(SitrepError) {
        for tag in tags + removedTags where TagName.read(tag) == nil {
            let shown = tag.prefix(40) + (tag.count > 40 ? "…" : "")
            throw SitrepError(.usage, "“\(shown)” cannot be a tag", hint: TagName.rule + ", not an empty one")
        }
        for (name, text) in [("note", note), ("title", title), ("name of who says so", by)] {
            if text?.utf8.count ?? 0 > ReportMarks.longestText { throw Self.tooLong("the \(name)") }
        }
        guard title.map({ !TextLines.trimmed($0).isEmpty }) ?? true else {
            throw SitrepError(.usage, "a title cannot be empty", hint: "take yours away with: --unset title")
        }
    }

    static func tooLong(_ what: String) -> SitrepError {
        SitrepError(
            .usage,
            "\(what) is longer than \(ReportMarks.longestText) bytes",
            hint: "keep long texts in a file of your own, and its name in the note"
        )
    }

    /// The marks of a report after the change; `known` are tags that others have already, folded, with the spelling that is
    /// kept.
    func applied(to marks: ReportMarks, known: [String: String], at time: String) -> ReportMarks {
        var result = clears ? ReportMarks() : marks
        for field in unset { result.unset(field) }
        result.add(tags: tags.compactMap(TagName.read).map { known[TagName.folded($0)] ?? $0 })
        let removed = Set(removedTags.compactMap(TagName.read).map(TagName.folded))
        result.tags.removeAll { removed.contains(TagName.folded($0)) }
        if let note { result.note = note.isEmpty ? nil : note }
        if let isIrrelevant { result.isIrrelevant = isIrrelevant }
        for facet in FacetKind.allCases {
            result.add(set[facet] ?? [], to: facet, isSet: true)
            result.add(dropped[facet] ?? [], to: facet, isSet: false)
        }
        let kept = Set(keptFigures.map(FigureName.folded))
        result.droppedFigures.removeAll { kept.contains(FigureName.folded($0)) }
        result.add(droppedFigures: droppedFigures)
        result.date = date ?? result.date
        result.title = title ?? result.title
        var unchanged = result
        (unchanged.by, unchanged.at, unchanged.authors) = (marks.by, marks.at, marks.authors)
        // Who says nothing new has not said it last.
        guard unchanged != marks else { return marks }
        let before = marks.allAuthors
        let new = result.names(notIn: marks)
        // Who gives no name takes nobody's away.
        result.by = by ?? result.by
        result.at = time
        let author = MarkAuthor(by: by, at: time)
        result.keep(authors: before.merging(new.map { ($0, author) }) { $1 })
        return result
    }
}

extension ReportMarks {
    fileprivate mutating func unset(_ field: MarkedField) {
        switch field {
        case .tags: tags = []
        case .note: note = nil
        case .date: date = nil
        case .title: title = nil
        case .figure: droppedFigures = []
        case .region, .actor, .weapon:
            guard let facet = FacetKind(rawValue: field.rawValue) else { return }
            set[facet] = nil
            dropped[facet] = nil
        }
    }
}
