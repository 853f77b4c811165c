import Sitrep

/// What a person says of a report, as JSON.
struct MarksObject: Encodable {
    let tags: [String]
    let note: String?
    let irrelevant: Bool
    let set: Values?
    let dropped: Values?
    /// What was found in the places of what was set.
    let found: Found?
    let by: String?
    let at: String?
    /// Each thing that is said, with who said it.
    let said: [Said]

    struct Said: Encodable {
        let what: String
        let by: String?
        let at: String?
    }

    struct Values: Encodable {
        var region: [[String]]?
        var actor: [[String]]?
        var weapon: [[String]]?
        /// Figures that were struck.
        var figure: [String]?
        var date: String?
        var title: String?
        /// Whether the date was taken away.
        var undated: Bool?
    }

    struct Found: Encodable {
        var title: String?
        var published: DateObject?
    }

    init(_ marks: ReportMarks, title: String? = nil, published: PublishedDate? = nil) {
        func paths(_ values: [String]?) -> [[String]]? {
            values.map { $0.map { $0.split(separator: "/").map(String.init) } }
        }
        func values(_ facets: [FacetKind: [String]]) -> Values {
            Values(region: paths(facets[.region]), actor: paths(facets[.actor]), weapon: paths(facets[.weapon]))
        }
        tags = marks.tags
        note = marks.note
        irrelevant = marks.isIrrelevant
        var (set, dropped) = (values(marks.set), values(marks.dropped))
        set.date = marks.date?.text
        set.title = marks.title
        dropped.figure = marks.droppedFigures.isEmpty ? nil : marks.droppedFigures
        dropped.undated = marks.date == MarkedDate.none ? true : nil
        let isSet = !marks.set.isEmpty || set.date != nil || set.title != nil
        self.set = isSet ? set : nil
        self.dropped = !marks.dropped.isEmpty || dropped.figure != nil || dropped.undated != nil ? dropped : nil
        found =
            title == nil && published == nil ? nil : Found(title: title, published: published.map { DateObject($0) })
        by = marks.by
        at = marks.at
        said = marks.statements.map { Said(what: $0.name, by: $0.author.by, at: $0.author.at) }
    }
}
