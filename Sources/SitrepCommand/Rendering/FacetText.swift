import Sitrep

/// Facet counts for a person to read: columns of counts and of paths, or trees of names.
struct FacetText {
    let style: Style
    /// Whether values stand below the ones that they lie in.
    var isTree = false
    /// The order that was asked for.
    var order = FacetOrder.count
    /// The text that was looked for in names.
    var match: String?

    /// A path is cut before a list gets narrower than this and stands below the others.
    private static let leastColumns = 40

    func write(_ results: SearchResults) {
        headline(
            total: results.total,
            interpreted: results.interpreted,
            undated: results.undated,
            irrelevant: results.irrelevant
        )
        let facets = results.facets
        let lists = [
            section("Region", facets, .region), section("Actor", facets, .actor), section("Weapon", facets, .weapon),
            section("Source", facets, .source), section("Tag", facets, .tag), section("Month", facets, .published),
            section("Happened", facets, .happened),
        ]
        FacetColumns(style: style, leastColumns: Self.leastColumns).write(lists.compactMap { $0 })
        if results.total > 0 { Self.noteHidden(facets.hidden.values.reduce(0, +), style) }
        if let match, results.total > 0, CountedFacet.allCases.allSatisfy({ facets[$0].isEmpty }) {
            Output.write("\nNo value of these reports has “\(Printable.line(match))” in one of its names\n")
        }
    }

    /// What was found, for what.
    func headline(total: Int, interpreted: String, undated: Int, irrelevant: Int) {
        let reports = total == 1 ? "1 report" : "\(total) reports"
        let what = interpreted.isEmpty ? "" : " for " + style.isolated(Printable.line(interpreted))
        Output.write(style.wrapped((total == 0 ? "Nothing found" : reports) + what) + "\n")
        if undated > 0 { Output.write("\(undated) more without a date\n") }
        if irrelevant > 0 { Output.write(MarkText.hidden(irrelevant) + "\n") }
    }

    private func section(_ name: String, _ facets: FacetCounts, _ facet: CountedFacet) -> FacetColumn? {
        var counts = facets[facet]
        // Of a text that was looked for nothing is said where no name has it.
        let missing = match == nil ? facets.missing[facet] ?? 0 : 0
        let hidden = facets.hidden[facet] ?? 0
        guard !counts.isEmpty || missing > 0 || hidden > 0 else { return nil }
        if facet == .published || facet == .happened { counts.sort { $0.value < $1.value } }
        var list = FacetColumn(heading: name)
        if isTree {
            list.lines = FacetTree(counts).lines.map { line($0.count, $0.label, level: $0.level) }
        } else {
            list.lines = counts.map { line($0, label($0), level: 0) }
        }
        if missing > 0 { list.lines.append(.init(margin: Self.number(missing) + "  ", label: "(none)")) }
        if hidden > 0 { list.lines.append(.init(margin: "      ", label: "… \(hidden) more")) }
        return list
    }

    private func line(_ count: FacetCount, _ label: String, level: Int) -> FacetColumn.Line {
        let margin = Self.number(count.count) + String(repeating: "  ", count: level + 1)
        let remark = count.isChosen ? " ✓" : ""
        return .init(margin: margin, label: Printable.line(label), remark: remark, isStrong: count.isChosen)
    }

    /// A value's path; in the order of names, its name before what it lies in.
    private func label(_ count: FacetCount) -> String {
        guard order == .name, count.path.count > 1 else { return count.path.joined(separator: "/") }
        return count.value + ", " + count.path.dropLast().reversed().joined(separator: ", ")
    }

    /// Says how to see the values that are not shown, if there are any.
    static func noteHidden(_ count: Int, _ style: Style) {
        if count > 0 { Output.write("\n" + style.faint("All values: --facets all") + "\n") }
    }

    /// A count in its column.
    static func number(_ number: Int) -> String { Style.padded(String(number), columns: 7, isRight: true) }
}
