import ArgumentParser

/// The command `sitrep`: configuration only, each subcommand has a file of its own.
struct SitrepRoot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitrep",
        abstract: "Search reports of conflict, and count what is in them.",
        discussion: """
            Collect news articles as you find them: scraped text, saved pages, JSON from crawlers. Then:

              sitrep index PATH…       read them and build the index
              sitrep search QUERY…     find reports, with the passage that matched
              sitrep facets QUERY…     count regions, actors, weapons, outlets and months
              sitrep timeline QUERY…   count by day, week, month or year
              sitrep reindex           take in what changed

            Exit status: 0 found or done, 1 nothing found or some inputs failed, 64 bad usage, 65 bad data, \
            66 no such input or index, 74 I/O error, 75 the index is locked.
            """,
        version: "0.1.0",
        subcommands: [
            IndexCommand.self, ReindexCommand.self, SearchCommand.self, FacetsCommand.self, TimelineCommand.self,
            ShowCommand.self, ExtractCommand.self, ForgetCommand.self, StatusCommand.self, VocabularyCommand.self,
            DoctorCommand.self,
        ]
    )

    /// The names of the subcommands, the parser's own too.
    static let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
}
