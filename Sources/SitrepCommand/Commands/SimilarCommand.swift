import ArgumentParser
import Sitrep

/// `sitrep similar`: reports like one.
struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Find reports like one: those that share its rare words, places, actors and weapons.",
        discussion: """
            The reports of its own story, which sitrep story shows, are left out. Below each hit stands what it shares with \
            the report.

              sitrep similar col-002
              sitrep similar col-002 --from 2024-11 --limit 5
            """
    )

    @Argument(help: ArgumentHelp("An id or key, as search shows it; the start of a key will do.", valueName: "id"))
    var id: String

    @OptionGroup var index: IndexOption
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json, ndjson (a hit a line), csv or trec.")
    var format: HitFormat = .text

    @Flag(help: "Show each report, not one a story.")
    var all = false

    @Option(help: ArgumentHelp("How many hits: a number or all.", valueName: "n"))
    var limit: Limit = .some(10)

    @Option(help: ArgumentHelp("How many hits to pass over.", valueName: "n"))
    var offset = 0

    func validate() throws {
        guard offset >= 0 else { throw ValidationError("--offset must not be negative") }
    }

    func run() throws {
        var invocation = SearchInvocation()
        invocation.similarTo = id
        invocation.index = index.folder
        invocation.filters = filters.filters
        invocation.literal = filters.literal
        invocation.color = output.color
        invocation.hyperlinks = output.hyperlinks
        invocation.isQuiet = output.quiet
        invocation.format = format
        invocation.showsAll = all
        invocation.limit = limit
        invocation.offset = offset
        // Nearly every report shares a word with another one, so that counts of what they share would say nothing.
        invocation.facets = .some(0)
        try invocation.run()
    }
}
