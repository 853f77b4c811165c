import ArgumentParser
import Sitrep

/// `sitrep facets`: exact counts alone.
struct FacetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facets",
        abstract: "Count regions, actors, weapons, outlets and months over all matches.",
        discussion: """
            Counts are exact. Those of a facet leave out that facet's own filters, so that its other values can still \
            be chosen. A parent counts the reports of all that lies in it, each once; (none) are the reports without \
            a value.

              sitrep facets
              sitrep facets ATACMS --region Kursk --facets all
              sitrep facets drones --tree --facets-depth 2
              sitrep facets --facet-match kyiv

            With --by a table: rows, columns and, from a third, one table a value. All filters hold in it.

              sitrep facets --by weapon --by region:1
              sitrep facets drones --by month --by actor --format csv

            With --unusual what is more frequent in the matches than in the whole index.

              sitrep facets --region Kursk --unusual
            """
    )

    @Argument(help: "Words, phrases and filters, as for search.")
    var query: [String] = []

    @Option(
        help: ArgumentHelp(
            "Count by this, two or three times for a table: region, actor, weapon, source, language, month or year; "
                + "region:2 for two levels.",
            valueName: "facet"
        )
    )
    var by: [TableAxis] = []

    @Flag(help: "Show the values and words that are more frequent here than in the whole index.")
    var unusual = false

    @Flag(help: "Show values below those that they lie in.")
    var tree = false

    @Option(help: "The order of values: count or name.")
    var facetSort: FacetOrder = .count

    @Option(help: ArgumentHelp("Only values with this text in one of their names.", valueName: "text"))
    var facetMatch: String?

    @OptionGroup var index: IndexesOption
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
        guard by.count <= 3 else { throw ValidationError("--by can be given three times at most") }
        guard by.isEmpty || !unusual else { throw ValidationError("--by and --unusual do not go together") }
        guard by.isEmpty || facets.number != 0 else { throw ValidationError("a table needs --facets 1 or more") }
        guard by.isEmpty && !unusual || !tree else {
            throw ValidationError("--tree is for lists, without --by and --unusual")
        }
    }

    func run() throws {
        let index = try index.open(output)
        let total: Int
        if !by.isEmpty {
            let table = try index.table(request, by: by)
            switch format {
            case .text: TableText(style: output.style).write(table)
            case .json: try JSONOutput.write(TableObject(table))
            case .csv: CSVOutput.write(table)
            }
            total = table.total
        } else if unusual {
            let found = try index.unusual(request)
            switch format {
            case .text: UnusualText(style: output.style).write(found)
            case .json: try JSONOutput.write(UnusualObject(found))
            case .csv: CSVOutput.write(found)
            }
            total = found.total
        } else {
            let results = try index.search(request)
            switch format {
            case .text:
                FacetText(style: output.style, isTree: tree, order: facetSort, match: facetMatch).write(results)
            case .json: try JSONOutput.write(CountsObject(results))
            case .csv:
                CSVOutput.write(results.facets)
                let hidden = results.facets.hidden.values.reduce(0, +)
                if hidden > 0, !output.quiet {
                    Output.note("\(Printable.count(hidden, "value")) with fewer reports left out: --facets all")
                }
            }
            total = results.total
        }
        if total == 0 { throw ExitCode(1) }
    }

    private var request: SearchRequest {
        var request = filters.request(query)
        request.limit = 0
        request.facetValues = facets.number
        request.facetDepth = facetsDepth
        request.facetOrder = facetSort
        request.facetMatch = facetMatch
        request.mayRelax = false
        return request
    }
}

extension FacetOrder: ExpressibleByArgument {}

extension TableAxis: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
