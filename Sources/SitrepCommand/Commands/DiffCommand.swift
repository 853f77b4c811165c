import ArgumentParser
import Sitrep

/// `sitrep diff`: what two reports differ in.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what two reports differ in, sentence by sentence.",
        discussion: """
            A line with - stands in the first report alone, with + in the second alone, with ~ in both with other words: \
            [-these-] in the first, {+these+} in the second. Exit status 1 where the texts are the same.

              sitrep diff col-002 scrapes/tideline-grid-attack.txt
            """
    )

    @Argument(help: ArgumentHelp("The first report: id, key or path of its file.", valueName: "id"))
    var first: String

    @Argument(help: ArgumentHelp("The second report, so named.", valueName: "other-id"))
    var second: String

    @Flag(help: "Show what both have word for word as well.")
    var whole = false

    @OptionGroup var index: IndexesOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func run() throws {
        let (a, b, difference) = try index.open().difference(between: first, and: second)
        switch format {
        case .text: DifferenceText(style: output.style, isWhole: whole).write(a, b, difference)
        case .json: try JSONOutput.write(DifferenceObject(a, b, difference))
        }
        if difference.isEmpty { throw ExitCode(1) }
    }
}
