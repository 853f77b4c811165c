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
