import Sitrep

/// The result of a search for a person to read.
struct SearchText {
    let style: Style
    let isQuiet: Bool
    /// Whether hits were asked for, not counts alone.
    var wantsHits = true
    /// Whether hits stand for stories.
    var isGrouped = false

    func write(_ results: SearchResults) {
        if !isQuiet { header(results) }
        for hit in results.hits { write(hit) }
        if !isQuiet, results.total > 0 { SearchFacets(style: style).write(results.facets) }
    }

    private func header(_ results: SearchResults) {
        let reports = style.title(String(results.total)) + " " + style.title(results.total == 1 ? "report" : "reports")
        let milliseconds = String((results.seconds * 1000).rounded()).dropLast(2)
        var line = results.total == 0 ? "Nothing found" : reports
        if results.stories < results.total {
            line += results.stories == 1 ? " (1 story)" : " (\(results.stories) stories)"
        }
        if !results.interpreted.isEmpty { line += " for " + style.isolated(Printable.line(results.interpreted)) }
        if let first = results.hits.first, let last = results.hits.last, results.hits.count < shownMost(results) {
            line += first.rank == last.rank ? ", \(first.rank) shown" : ", \(first.rank) to \(last.rank) shown"
        } else if wantsHits, results.hits.isEmpty, results.total > 0 {
            line += ", none of them shown"
        }
        sentence("\(line) (\(milliseconds) ms)")
        if results.relaxed { sentence("No report has all the words; these have most of them.") }
        if let suggestion = results.suggestion {
            sentence("did you mean: " + style.isolated(Printable.line(suggestion)))
        }
        for hint in results.hints { sentence(Printable.line(hint)) }
        if results.undated > 0 {
            let what =
                results.undated == 1
                ? "1 report without a date matches" : "\(results.undated) reports without a date match"
            sentence("\(what) as well: add --undated include to see them.")
        }
        if results.irrelevant > 0 { sentence(MarkText.hidden(results.irrelevant)) }
        Output.write("\n")
    }

    /// How many hits there are, whatever the limit.
    private func shownMost(_ results: SearchResults) -> Int { isGrouped ? results.stories : results.total }

    private func sentence(_ text: String) { Output.write(style.wrapped(text) + "\n") }

    private func write(_ hit: Hit) {
        let number = "\(hit.rank). "
        let indent = number.count
        let margin = String(repeating: " ", count: indent)
        let title = style.isolated(Printable.line(hit.title.isEmpty ? hit.id : hit.title))
        for (index, line) in style.lines(title, indent: indent, limit: Style.proseWidth).enumerated() {
            let before = index == 0 ? style.faint(number) : margin
            Output.write(before + style.link(style.title(line), to: hit.path) + "\n")
        }
        var facts = [hit.published.text ?? "undated"]
        if let source = hit.source { facts.append(style.isolated(Printable.line(source))) }
        facts += [style.isolated(Printable.line(hit.id)), hit.key]
        if hit.similar > 0 { facts.append(hit.similar == 1 ? "+1 similar" : "+\(hit.similar) similar") }
        for line in style.lines(values: facts, indent: indent) {
            Output.write(margin + style.faint(line) + "\n")
        }
        if let marks = hit.marks {
            Output.write(style.wrapped(MarkText(style: style).line(marks), indent: indent) + "\n")
        }
        if !hit.snippet.text.isEmpty {
            let snippet = style.isolated(marked(hit.snippet))
            Output.write(style.wrapped(snippet, indent: indent, limit: Style.proseWidth) + "\n")
        }
        if let shared = hit.shared {
            let parts = shared.names.compactMap(\.last) + shared.words
            let line = "shares " + parts.map { style.isolated(Printable.line($0)) }.joined(separator: ", ")
            if !parts.isEmpty { Output.write(style.wrapped(style.faint(line), indent: indent) + "\n") }
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
}

/// The facets below the hits: lists beside each other where the terminal is wide enough, else a paragraph each.
struct SearchFacets {
    let style: Style

    /// Names of values are cut down to so many columns, their counts included.
    private static let leastColumns = 24

    func write(_ facets: FacetCounts) {
        let shown = [
            ("Region", CountedFacet.region), ("Actor", .actor), ("Weapon", .weapon), ("Source", .source),
            ("Tag", .tag), ("Month", .published),
        ].filter { !facets[$0.1].isEmpty }
        let columns = FacetColumns(style: style, leastColumns: Self.leastColumns)
        let lists = shown.map { list($0, facets, $1) }
        if style.width != nil, columns.shelves(lists).count == 1, lists.count > 1 {
            for line in columns.lines(lists) { Output.write(line + "\n") }
        } else {
            for (name, facet) in shown { paragraph(name, facets, facet) }
        }
    }

    private func counts(_ facets: FacetCounts, _ facet: CountedFacet) -> [FacetCount] {
        facet == .published ? facets[facet].sorted { $0.value < $1.value } : facets[facet]
    }

    private func list(_ name: String, _ facets: FacetCounts, _ facet: CountedFacet) -> FacetColumn {
        let counts = counts(facets, facet)
        let digits = counts.map { String($0.count).count }.max() ?? 0
        var list = FacetColumn(heading: name)
        list.lines = counts.map { count in
            FacetColumn.Line(
                margin: Style.padded(String(count.count), columns: digits, isRight: true) + "  ",
                label: Printable.line(count.value),
                remark: count.isChosen ? " ✓" : "",
                isStrong: count.isChosen
            )
        }
        if let hidden = facets.hidden[facet], hidden > 0 {
            list.lines.append(.init(margin: String(repeating: " ", count: digits + 2), label: "… \(hidden) more"))
        }
        return list
    }

    private func paragraph(_ name: String, _ facets: FacetCounts, _ facet: CountedFacet) {
        var parts = counts(facets, facet).map { count -> String in
            let name = style.isolated(Printable.line(count.value))
            // Each word by itself, for a line may break within a long name.
            let shown = count.isChosen ? name.split(separator: " ").map { style.title(String($0)) } : [name]
            return shown.joined(separator: " ") + " " + style.faint(String(count.count)) + (count.isChosen ? " ✓" : "")
        }
        if let hidden = facets.hidden[facet], hidden > 0 { parts.append("… \(hidden) more") }
        Output.write(style.labelled(name, values: parts, width: 8))
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
