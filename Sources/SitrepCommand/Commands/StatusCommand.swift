import ArgumentParser
import Sitrep

/// `sitrep status`: what an index holds.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what the index holds, where from, and whether all is well.",
        discussion: """
              sitrep status
              sitrep status --format json
            """
    )

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func run() throws {
        let status = try OpenIndexes.open(index.path).status()
        switch format {
        case .text: StatusText(style: output.style).write(status)
        case .json: try JSONOutput.write(StatusObject(status))
        }
    }
}
