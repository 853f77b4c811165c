import ArgumentParser
import Sitrep

/// `sitrep facets`: exact counts alone.
struct FacetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facets",
        abstract: "Count regions, actors, weapons, outlets and months over all matches.",
        discussion: """
            Counts are exact. Those of a facet leave out that facet's own filters, so that its other values can still \
            be chosen. A parent counts the reports of all that lies in it, each once.

              sitrep facets
              sitrep facets ATACMS --region Kursk --facets all
            """
    )

    @Argument(help: "Words, phrases and filters, as for search.")
    var query: [String] = []

    @OptionGroup var index: IndexOption
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json or csv.")
    var format: CountFormat = .text

    @Option(help: ArgumentHelp("How many values a facet shows: a number or all.", valueName: "n"))
    var facets: Limit = .some(10)

    @Option(help: ArgumentHelp("How many levels of places, actors and weapons to count.", valueName: "n"))
    var facetsDepth: Int?

    func validate() throws {
        guard facetsDepth.map({ $0 > 0 }) ?? true else { throw ValidationError("--facets-depth must be 1 or more") }
    }

    func run() throws {
        var request = SearchRequest()
        request.query = query.joined(separator: " ")
        request.filters = filters.filters
        request.literal = filters.literal
        request.limit = 0
        request.facetValues = facets.number
        request.facetDepth = facetsDepth
        request.mayRelax = false
        let results = try SearchIndex(path: index.path).search(request)
        switch format {
        case .text: FacetText(style: output.style).write(results)
        case .json: try JSONOutput.write(CountsObject(results))
        case .csv: CSVOutput.write(results.facets)
        }
        if results.total == 0 { throw ExitCode(1) }
    }
}
