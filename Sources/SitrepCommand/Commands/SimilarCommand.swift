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

    @Argument(
        help: ArgumentHelp("An id, key or start of a key, or the path of a file with one report.", valueName: "id")
    )
    var id: String

    @OptionGroup var hits: HitOptions

    @Option(help: ArgumentHelp("How many hits: a number or all.", valueName: "n"))
    var limit: Limit = .some(10)

    @OptionGroup var offset: OffsetOption

    func run() throws {
        var invocation = hits.invocation
        invocation.similarTo = id
        invocation.limit = limit
        invocation.offset = offset.count
        // Nearly every report shares a word with another one, so that counts of what they share would say nothing.
        invocation.facets = .some(0)
        try invocation.run()
    }
}
