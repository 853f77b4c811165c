import ArgumentParser
import Sitrep

/// `sitrep forget`: takes a source out of an index.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Take a source and its reports out of the index; the files stay where they are.",
        discussion: """
              sitrep forget articles/
            """
    )

    @Argument(help: ArgumentHelp("A source, as status shows it.", valueName: "path"))
    var path: String

    @OptionGroup var index: IndexOption
    @OptionGroup var report: RunOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        try report.perform(index: index.path, output: output) { try $0.forget(path) }
    }
}
