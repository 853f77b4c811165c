import Sitrep

/// The result of a search for a person to read.
struct SearchText {
    let style: Style
    let isQuiet: Bool

    func write(_ results: SearchResults) {
        if !isQuiet { header(results) }
        for hit in results.hits { write(hit) }
        if !isQuiet, results.total > 0 { facets(results.facets) }
    }

    private func header(_ results: SearchResults) {
        let reports = results.total == 1 ? "1 report" : "\(results.total) reports"
        let milliseconds = String((results.seconds * 1000).rounded()).dropLast(2)
        var line = results.total == 0 ? "Nothing found" : reports
        if !results.interpreted.isEmpty { line += " for " + Printable.line(results.interpreted) }
        if let first = results.hits.first, let last = results.hits.last, results.hits.count < results.total {
            line += ", \(first.rank) to \(last.rank) shown"
        } else if results.hits.isEmpty, results.total > 0 {
            line += ", none of them shown"
        }
        Output.write(style.wrapped("\(line) (\(milliseconds) ms)", indent: 0) + "\n")
        if results.relaxed {
            Output.write("No report has all the words; these have most of them.\n")
        }
        if let suggestion = results.suggestion {
            Output.write(style.wrapped("did you mean: " + Printable.line(suggestion), indent: 0) + "\n")
        }
        for hint in results.hints { Output.write(style.wrapped(Printable.line(hint), indent: 0) + "\n") }
        if results.undated > 0 {
            let what =
                results.undated == 1
                ? "1 report without a date matches" : "\(results.undated) reports without a date match"
            Output.write("\(what) as well: add --undated include to see them.\n")
        }
        Output.write("\n")
    }

    private func write(_ hit: Hit) {
        let number = "\(hit.rank). "
        let indent = number.count
        let title = hit.title.isEmpty ? hit.id : hit.title
        let lines = style.wrapped(Printable.line(title), indent: indent).split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() {
            let text = String(line.dropFirst(indent))
            let margin = index == 0 ? style.faint(number) : String(repeating: " ", count: indent)
            Output.write(margin + style.title(text) + "\n")
        }
        var facts = [hit.published.text ?? "undated"]
        if let source = hit.source { facts.append(Printable.line(source)) }
        facts.append(Printable.line(hit.id))
        facts.append(hit.key)
        let margin = String(repeating: " ", count: indent)
        for line in style.wrapped(facts.joined(separator: " · "), indent: indent).split(separator: "\n") {
            Output.write(margin + style.faint(String(line.dropFirst(indent))) + "\n")
        }
        if !hit.snippet.text.isEmpty {
            Output.write(style.wrapped(marked(hit.snippet), indent: indent) + "\n")
        }
        if let explanation = hit.explanation {
            for line in ExplanationText.lines(explanation) {
                Output.write(style.wrapped(line.text, indent: indent + 2 * line.level) + "\n")
            }
        }
        Output.write("\n")
    }

    /// The snippet with its matches in colour, each word of a match for itself so that lines can break between them.
    private func marked(_ snippet: Snippet) -> String {
        Marking.apply(snippet.matches, to: snippet.text) { part in
            part.split(separator: " ").map { style.match(String($0)) }.joined(separator: " ")
        }
    }

    private func facets(_ facets: FacetCounts) {
        line("Region", facets, .region)
        line("Actor", facets, .actor)
        line("Weapon", facets, .weapon)
        line("Source", facets, .source)
        line("Month", facets, .published)
    }

    private func line(_ name: String, _ facets: FacetCounts, _ facet: CountedFacet) {
        var counts = facets[facet]
        guard !counts.isEmpty else { return }
        if facet == .published { counts.sort { $0.value < $1.value } }
        var parts = counts.map { "\(Printable.line($0.value)) \($0.count)\($0.isChosen ? " ✓" : "")" }
        if let hidden = facets.hidden[facet], hidden > 0 { parts.append("… \(hidden) more") }
        Output.write(style.labelled(name, parts.joined(separator: " · "), width: 8))
    }
}

/// Puts marks around parts of a text.
enum Marking {
    /// `text` made safe to show, with `mark` applied to the parts at `matches` (UTF-8 byte offsets, ascending).
    static func apply(_ matches: [Range<Int>], to text: String, mark: (String) -> String) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var at = 0
        for match in matches where match.lowerBound >= at && match.upperBound <= bytes.count {
            result += Printable.text(String(decoding: bytes[at..<match.lowerBound], as: UTF8.self))
            result += mark(Printable.text(String(decoding: bytes[match], as: UTF8.self)))
            at = match.upperBound
        }
        return result + Printable.text(String(decoding: bytes[at...], as: UTF8.self))
    }
}
