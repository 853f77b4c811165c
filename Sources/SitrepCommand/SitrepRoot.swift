import ArgumentParser
import CommandLineInfo

/// The command `sitrep`: configuration only, each subcommand has a file of its own.
struct SitrepRoot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitrep",
        abstract: "Search reports of conflict, and count what is in them.",
        discussion: """
            Collect news articles as you find them: scraped text, saved pages, JSON from crawlers. Index them, then search \
            and count:

              sitrep index articles/
              sitrep search drones kyiv --from 2024-11
              sitrep facets ATACMS --region Kursk
              sitrep timeline drones --by week
              sitrep reindex

            Values, options and ids are completed by the script that sitrep --generate-completion-script prints for \
            bash, zsh or fish.

            Exit status: \(ExitStatus.all.map { "\($0.code) \($0.meaning)" }.joined(separator: ", ")).
            """,
        version: "0.1.0",
        subcommands: [
            IndexCommand.self, ReindexCommand.self, WatchCommand.self, SearchCommand.self, FacetsCommand.self,
            TimelineCommand.self, FiguresCommand.self, ShowCommand.self, SimilarCommand.self, StoryCommand.self,
            DiffCommand.self, MarkCommand.self, SavedCommand.self, ExportCommand.self, ExtractCommand.self,
            ForgetCommand.self, CompactCommand.self, BackupCommand.self, StatusCommand.self, CheckCommand.self,
            DumpCommand.self, VocabularyCommand.self, DoctorCommand.self,
        ]
    )

    /// The names of the subcommands, the parser's own too.
    static let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
}
