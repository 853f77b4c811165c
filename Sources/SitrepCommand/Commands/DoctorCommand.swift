import ArgumentParser
import Sitrep

/// `sitrep doctor`: what a user could mend.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what could be better: undated reports, names that no vocabulary knows, what could not be read.",
        discussion: """
            For each kind of finding it shows the commonest, and what to do about them. Names are counted by the \
            reports that have them.

              sitrep doctor --limit 30
            """
    )

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: ArgumentHelp("How many of each kind to show: a number or all.", valueName: "n"))
    var limit: Limit = .some(10)

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func run() throws {
        let checkup = try OpenIndexes.open(index.path).checkup(limit: limit.number)
        switch format {
        case .text: CheckupText(style: output.style).write(checkup)
        case .json: try JSONOutput.write(CheckupObject(checkup))
        }
    }
}
