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
        parts += marks.droppedFigures.map { "−" + shown($0) }
        if let date = marks.date { parts.append(date.text.map { "dated " + $0 } ?? "undated") }
        if marks.title != nil { parts.append("titled") }
        let authors = authors(of: marks).compactMap { author, _ in author.by }
        if !authors.isEmpty {
            let names = authors.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            parts.append("by " + names.map(shown).joined(separator: ", "))
        }
        return style.faint("marked: ") + parts.joined(separator: "; ")
    }

    /// Fields, with what was found in the places of what was set.
    func write(_ marks: ReportMarks, title: String? = nil, published: PublishedDate? = nil) {
        values("Tags", marks.tags)
        let note = marks.note.map { Self.lines(of: $0) } ?? []
        for (index, line) in note.enumerated() {
            let name = index == 0 || style.width == nil ? "Note" : ""
            Output.write(style.labelled(name, shown(line), width: 11))
        }
        if marks.isIrrelevant { values("Irrelevant", ["yes"]) }
        for (name, facet) in [("Region", FacetKind.region), ("Actor", .actor), ("Weapon", .weapon)] {
            values(name, (marks.set[facet] ?? []).map { "+ " + $0 } + (marks.dropped[facet] ?? []).map { "− " + $0 })
        }
        if let date = marks.date {
            values("Date", [(date.text ?? "none") + (published.map { " (found: \($0.text ?? "none"))" } ?? "")])
        }
        if let own = marks.title { values("Title", [own + (title.map { " (found: \($0))" } ?? "")]) }
        values("Figure", marks.droppedFigures.map { "− " + $0 })
        let authors = authors(of: marks)
        values(
            "Marked",
            authors.map { author, names in
                let what = authors.count > 1 ? ": " + names.joined(separator: ", ") : ""
                return [author.by.map { "by " + $0 }, author.at].compactMap { $0 }.joined(separator: ", ") + what
            }
        )
    }

    /// Who said what, in the order in which that was said.
    private func authors(of marks: ReportMarks) -> [(author: MarkAuthor, names: [String])] {
        let said = Dictionary(grouping: marks.statements, by: \.author).map { ($0.key, $0.value.map(\.name)) }
        return said.sorted { ($0.0.at ?? "", $0.0.by ?? "") < ($1.0.at ?? "", $1.0.by ?? "") }
    }

    /// The lines of a note, without empty ones at its ends.
    private static func lines(of note: String) -> [String] {
        var lines = Printable.text(note.replacing("\r\n", with: "\n")).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
        return lines.drop { $0.allSatisfy { $0 == " " } }.map(String.init)
    }

    private func values(_ name: String, _ values: [String]) {
        Output.write(style.labelled(name, values: values.filter { !$0.isEmpty }.map(shown), width: 11))
    }

    private func shown(_ text: String) -> String { style.isolated(Printable.line(text)) }

    /// How many reports are not shown since a person took them for irrelevant.
    static func hidden(_ count: Int) -> String { "\(count) marked irrelevant, not shown: --irrelevant include" }

    /// Says on stderr where the marks of an index are not those of their file.
    static func note(_ index: SearchIndex) {
        for remark in (try? index.marksRemarks()) ?? [] { Output.note("sitrep: " + Printable.line(remark)) }
    }
}
