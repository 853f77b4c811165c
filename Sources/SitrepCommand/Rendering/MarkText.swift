import Sitrep

/// What a person says of a report, apart from what the program found, for a person to read.
struct MarkText {
    let style: Style

    /// One line, to stand below the facts of a hit.
    func line(_ marks: ReportMarks) -> String {
        var parts: [String] = []
        if marks.isIrrelevant { parts.append("irrelevant") }
        if !marks.tags.isEmpty { parts.append(shown(marks.tags.joined(separator: ", "))) }
        if let note = marks.note { parts.append("“" + shown(note) + "”") }
        for facet in FacetKind.allCases {
            parts += (marks.set[facet] ?? []).map { "+" + shown($0) }
            parts += (marks.dropped[facet] ?? []).map { "−" + shown($0) }
        }
        if let date = marks.date { parts.append(date.text.map { "dated " + $0 } ?? "undated") }
        if marks.title != nil { parts.append("titled") }
        if let by = marks.by { parts.append("by " + shown(by)) }
        return style.faint("marked: ") + parts.joined(separator: "; ")
    }

    /// Fields, with what was found in the places of what was set.
    func write(_ marks: ReportMarks, title: String? = nil, published: PublishedDate? = nil) {
        values("Tags", marks.tags)
        values("Note", marks.note.map { [$0] } ?? [])
        if marks.isIrrelevant { values("Irrelevant", ["yes"]) }
        for (name, facet) in [("Region", FacetKind.region), ("Actor", .actor), ("Weapon", .weapon)] {
            values(name, (marks.set[facet] ?? []).map { "+ " + $0 } + (marks.dropped[facet] ?? []).map { "− " + $0 })
        }
        if let date = marks.date {
            values("Date", [(date.text ?? "none") + (published.map { " (found: \($0.text ?? "none"))" } ?? "")])
        }
        if let own = marks.title { values("Title", [own + (title.map { " (found: \($0))" } ?? "")]) }
        values("Marked", [[marks.by.map { "by " + $0 }, marks.at].compactMap { $0 }.joined(separator: ", ")])
    }

    private func values(_ name: String, _ values: [String]) {
        Output.write(style.labelled(name, values: values.filter { !$0.isEmpty }.map(shown), width: 11))
    }

    private func shown(_ text: String) -> String { style.isolated(Printable.line(text)) }

    /// How many reports are not shown since a person took them for irrelevant.
    static func hidden(_ count: Int) -> String { "\(count) marked irrelevant, not shown: --irrelevant include" }

    /// Says on stderr where the marks of an index are not those of their file.
    static func note(_ index: SearchIndex) {
        if let remark = try? index.marksRemark() { Output.note("sitrep: " + Printable.line(remark)) }
    }
}

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

    struct Values: Encodable {
        var region: [[String]]?
        var actor: [[String]]?
        var weapon: [[String]]?
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
        dropped.undated = marks.date == MarkedDate.none ? true : nil
        let isSet = !marks.set.isEmpty || set.date != nil || set.title != nil
        self.set = isSet ? set : nil
        self.dropped = !marks.dropped.isEmpty || dropped.undated != nil ? dropped : nil
        found =
            title == nil && published == nil ? nil : Found(title: title, published: published.map { DateObject($0) })
        by = marks.by
        at = marks.at
    }
}

/// An entry of the file of marks, as JSON.
struct ListedMarkObject: Encodable {
    let id: String
    let key: String?
    let title: String?
    let sha256: String?
    let state: String
    let markedId: String
    let line: Int
    let marks: MarksObject?

    init(_ mark: ListedMark) {
        id = mark.report.id
        key = mark.report.key
        title = mark.report.title
        sha256 = mark.report.digest
        state = mark.state.rawValue
        markedId = mark.markedID
        line = mark.line
        marks = mark.report.marks.map { MarksObject($0) }
    }
}

/// A report that was marked, as JSON.
struct MarkedReportObject: Encodable {
    let id: String
    let key: String?
    let title: String?
    /// `null` where nothing is said of it any more.
    let marks: OrNull<MarksObject>
    /// Whether the index holds them.
    let applied: Bool

    init(_ report: MarkedReport, applied: Bool) {
        id = report.id
        key = report.key
        title = report.title
        marks = OrNull(report.marks.map { MarksObject($0) })
        self.applied = applied
    }
}
