import Sitrep

/// What two reports differ in, for a person to read.
struct DifferenceText {
    let style: Style
    /// Whether to show what both have, too.
    let isWhole: Bool

    func write(_ first: Telling, _ second: Telling, _ difference: TellingDifference) {
        head("-", first)
        head("+", second)
        Output.write("\n")
        if difference.isEmpty { Output.write("The texts are the same.\n") }
        var left = 0
        for part in difference.parts {
            if case .same(let text) = part {
                if isWhole { sentence(" ", plain(text)) } else { left += 1 }
                continue
            }
            skipped(&left)
            switch part {
            case .same: break
            case .first(let text): sentence("-", colored(text, .first))
            case .second(let text): sentence("+", colored(text, .second))
            case .changed(let runs): sentence("~", changed(runs))
            }
        }
        if !difference.isEmpty { skipped(&left) }
    }

    private func head(_ mark: String, _ telling: Telling) {
        let title = style.isolated(Printable.line(telling.title.isEmpty ? telling.id : telling.title))
        var facts = [telling.published.text ?? "undated"]
        if let source = telling.source { facts.append(style.isolated(Printable.line(source))) }
        facts.append(telling.key)
        sentence(mark, title + " (" + facts.joined(separator: ", ") + ")")
    }

    /// Tells of sentences that are left out.
    private func skipped(_ count: inout Int) {
        if count > 0 { Output.write(style.faint("  … \(count) the same") + "\n") }
        count = 0
    }

    private func sentence(_ mark: String, _ text: String) {
        for (index, line) in style.lines(text, indent: 2, limit: Style.proseWidth).enumerated() {
            Output.write((index == 0 ? mark : " ") + " " + line + "\n")
        }
    }

    private func plain(_ text: String) -> String { style.isolated(Printable.line(text)) }

    /// Each word in colour for itself, for lines may break between them.
    private func colored(_ text: String, _ owner: TellingDifference.Run.Owner) -> String {
        let words = Printable.line(text).split(separator: " ").map { word in
            owner == .first ? style.removed(String(word)) : style.added(String(word))
        }
        return style.isolated(words.joined(separator: " "))
    }

    private func changed(_ runs: [TellingDifference.Run]) -> String {
        let parts = runs.map { run in
            switch run.owner {
            case .both: plain(run.text)
            case .first: colored("[-" + run.text + "-]", .first)
            case .second: colored("{+" + run.text + "+}", .second)
            }
        }
        return parts.joined(separator: " ")
    }
}
