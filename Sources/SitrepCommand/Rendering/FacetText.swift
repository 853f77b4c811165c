import Sitrep

/// Facet counts for a person to read: a column of counts, a column of paths.
struct FacetText {
    let style: Style

    func write(_ results: SearchResults) {
        let reports = results.total == 1 ? "1 report" : "\(results.total) reports"
        let what = results.interpreted.isEmpty ? "" : " for " + Printable.line(results.interpreted)
        Output.write((results.total == 0 ? "Nothing found" : reports) + what + "\n")
        if results.undated > 0 { Output.write("\(results.undated) more without a date\n") }
        section("Region", results.facets.values[.region] ?? [])
        section("Actor", results.facets.values[.actor] ?? [])
        section("Weapon", results.facets.values[.weapon] ?? [])
        section("Source", results.facets.sources)
        section("Month", results.facets.published.sorted { $0.value < $1.value })
        section("Happened", results.facets.happened.sorted { $0.value < $1.value })
    }

    private func section(_ name: String, _ counts: [FacetCount]) {
        guard !counts.isEmpty else { return }
        Output.write("\n" + style.heading(name) + "\n")
        for count in counts {
            let number = String(count.count)
            let margin = String(repeating: " ", count: max(0, 7 - number.count))
            Output.write("\(margin)\(number)  \(Printable.line(count.path.joined(separator: "/")))\n")
        }
    }
}
