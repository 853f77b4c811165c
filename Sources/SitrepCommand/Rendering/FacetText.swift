import Sitrep

/// Facet counts for a person to read: a column of counts, a column of paths or a tree of names.
struct FacetText {
    let style: Style
    /// Whether values stand below the ones that they lie in.
    var isTree = false
    /// The order that was asked for.
    var order = FacetOrder.count
    /// The text that was looked for in names.
    var match: String?

    func write(_ results: SearchResults) {
        headline(total: results.total, interpreted: results.interpreted, undated: results.undated)
        let facets = results.facets
        section("Region", facets, .region)
        section("Actor", facets, .actor)
        section("Weapon", facets, .weapon)
        section("Source", facets, .source)
        section("Month", facets, .published)
        section("Happened", facets, .happened)
        if let match, results.total > 0, CountedFacet.allCases.allSatisfy({ facets[$0].isEmpty }) {
            Output.write("\nNo value of these reports has “\(Printable.line(match))” in one of its names\n")
        }
    }

    /// What was found, for what.
    func headline(total: Int, interpreted: String, undated: Int) {
        let reports = total == 1 ? "1 report" : "\(total) reports"
        let what = interpreted.isEmpty ? "" : " for " + Printable.line(interpreted)
        Output.write((total == 0 ? "Nothing found" : reports) + what + "\n")
        if undated > 0 { Output.write("\(undated) more without a date\n") }
    }

    private func section(_ name: String, _ facets: FacetCounts, _ facet: CountedFacet) {
        var counts = facets[facet]
        // Of a text that was looked for nothing is said where no name has it.
        let missing = match == nil ? facets.missing[facet] ?? 0 : 0
        let hidden = facets.hidden[facet] ?? 0
        guard !counts.isEmpty || missing > 0 || hidden > 0 else { return }
        Output.write("\n" + style.heading(name) + "\n")
        if facet == .published || facet == .happened { counts.sort { $0.value < $1.value } }
        if isTree {
            for line in FacetTree(counts).lines { self.line(line.count, line.label, level: line.level) }
        } else {
            for count in counts { line(count, label(count), level: 0) }
        }
        if missing > 0 { Output.write(Self.number(missing) + "  (none)\n") }
        if hidden > 0 { Output.write("      … \(hidden) more: --facets all\n") }
    }

    private func line(_ count: FacetCount, _ label: String, level: Int) {
        let text = Printable.line(label)
        let margin = String(repeating: "  ", count: level + 1)
        Output.write(Self.number(count.count) + margin + (count.isChosen ? style.title(text) + " ✓" : text) + "\n")
    }

    /// A value's path; in the order of names, its name before what it lies in.
    private func label(_ count: FacetCount) -> String {
        guard order == .name, count.path.count > 1 else { return count.path.joined(separator: "/") }
        return count.value + ", " + count.path.dropLast().reversed().joined(separator: ", ")
    }

    /// A count in its column.
    static func number(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, 7 - digits.count)) + digits
    }
}
