import ArgumentParser
import Sitrep

/// `sitrep search`: ranked reports with facet counts.
struct SearchCommand: ParsableCommand {
    /// By itself, for the configuration takes longer to make than most searches to read.
    static let name = "search"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Find reports, the best first, and count their facets.",
        discussion: """
            Words are AND-ed; "a phrase" stands in quotes, -word leaves out, OR and parentheses group. a NEAR/5 b: at \
            most five words apart; missil*: the rest of the word; zelensky~: nearly so; =word: only as typed. Filters \
            can stand in the query too, their values in quotes where they have blanks: \
            \(SearchRequest.fields.joined(separator: " ")), any of them with any and none for values.

              sitrep search drones kyiv
              sitrep search '"air defence" -shahed date:2024-11..2024-12'
              sitrep search 'region:kursk (drone OR uav) NEAR/5 strike' date:last-month
              sitrep search --weapon SCALP --from 2024-11 --sort newest
              sitrep search --queries topics.tsv --any --format trec

            Without a query: all reports that pass the filters, the newest first.
            """
    )

    @Argument(help: "Words, phrases and filters.")
    var query: [String] = []

    @OptionGroup(title: "Ranking") var ranking: RankingOptions
    @OptionGroup var hits: HitOptions

    @Flag(help: "The paths of the files alone, each once, the best first, all of them where no limit is given.")
    var paths = false

    @Flag(help: "The keys of the reports alone, for sitrep mark - and the like.")
    var keys = false

    @Flag(name: .customLong("print0"), help: "Paths, or with --keys those, with a NUL behind each, for xargs -0.")
    var endsWithNull = false

    @Option(
        help: ArgumentHelp(
            "How many hits, 0 for counts alone (default: 10; all for ndjson, csv and paths; 1000 with --queries).",
            valueName: "n"
        )
    )
    var limit: Limit?

    @OptionGroup var offset: OffsetOption

    @Option(help: "relevance, newest, oldest or added.")
    var sort: SearchRequest.Order?

    @Option(help: ArgumentHelp("How many values a facet shows: a number, 0 for none, or all.", valueName: "n"))
    var facets: Limit = .some(10)

    @Option(help: ArgumentHelp("How many levels of places, actors and weapons to count.", valueName: "n"))
    var facetsDepth: Int?

    func validate() throws {
        guard ranking.queries == nil || query.isEmpty else {
            throw ValidationError("--queries has its own queries: leave “\(query.joined(separator: " "))” out")
        }
        guard !(paths || keys || endsWithNull) || (hits.format == .text && ranking.queries == nil) else {
            throw ValidationError(
                "--paths, --keys and --print0 write paths or keys alone: leave --format and --queries out"
            )
        }
        guard !(paths && keys) else { throw ValidationError("--paths and --keys are two lists: leave one of them out") }
        guard facetsDepth.map({ $0 > 0 }) ?? true else { throw ValidationError("--facets-depth must be 1 or more") }
    }

    func run() throws {
        try invocation.run()
    }

    /// What the command line says.
    var invocation: SearchInvocation {
        var invocation = hits.invocation
        invocation.query = query
        invocation.ranking = ranking.choices
        invocation.pathEnding = endsWithNull ? .null : paths || keys ? .line : nil
        invocation.listed = keys ? .keys : .paths
        invocation.limit = limit
        invocation.offset = offset.count
        invocation.order = sort
        invocation.facets = facets
        invocation.facetsDepth = facetsDepth
        return invocation
    }
}
