import Sitrep

/// The reports of a story for a person to read.
struct StoryText {
    let style: Style

    /// So many sentences of a report's own are shown.
    private static let mostSentences = 5

    /// - Parameter offset: how many reports were passed over.
    func write(_ story: Story, from offset: Int) {
        var line = story.total == 1 ? "1 report tells this story" : "\(story.total) reports tell this story"
        if story.tellings.isEmpty {
            line += ", none of them shown"
        } else if story.tellings.count < story.total {
            line += ", \(offset + 1) to \(offset + story.tellings.count) shown"
        }
        Output.write(line + "\n")
        if story.irrelevant > 0 { Output.write(MarkText.hidden(story.irrelevant) + "\n") }
        Output.write("\n")
        for (place, telling) in story.tellings.enumerated() { write(telling, number: offset + place + 1) }
        let rest = story.total - offset - story.tellings.count
        if !story.tellings.isEmpty, rest > 0 { Output.write("… \(rest) more: --limit all\n") }
    }

    private func write(_ telling: Telling, number: Int) {
        let head = "\(number). "
        let margin = String(repeating: " ", count: head.count)
        let title = style.isolated(Printable.line(telling.title.isEmpty ? telling.id : telling.title))
        for (index, line) in style.lines(title, indent: head.count, limit: Style.proseWidth).enumerated() {
            Output.write(
                (index == 0 ? style.faint(head) : margin) + style.link(style.title(line), to: telling.path) + "\n"
            )
        }
        for line in style.lines(values: facts(telling), indent: head.count) {
            Output.write(margin + style.faint(line) + "\n")
        }
        for sentence in telling.own.prefix(Self.mostSentences) {
            let text = style.isolated(Printable.line(sentence))
            for (index, line) in style.lines(text, indent: head.count + 2, limit: Style.proseWidth).enumerated() {
                Output.write(margin + (index == 0 ? "+ " : "  ") + line + "\n")
            }
        }
        let rest = telling.own.count - Self.mostSentences
        if rest > 0 { Output.write(margin + "… \(rest) more of its own\n") }
        Output.write("\n")
    }

    private func facts(_ telling: Telling) -> [String] {
        var facts = [telling.published.text ?? "undated"]
        if let source = telling.source { facts.append(style.isolated(Printable.line(source))) }
        if let credit = telling.credit, credit != telling.source {
            facts.append("after " + style.isolated(Printable.line(credit)))
        }
        return facts + [style.isolated(Printable.line(telling.id)), telling.key]
    }
}
