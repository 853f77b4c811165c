import ArgumentParser
import Sitrep

/// `sitrep check`: verifies an index, and mends it.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify that the index is sound; say what is wrong with it, and how to mend it.",
        discussion: """
            Everything is read and compared: the tables of the database, each report with the sum of what it was written \
            with, the lists of words with the reports, texts, stories, files, and what is derived from these. Nothing is \
            changed without --repair, which makes anew what is derived, and builds the index again where the database is \
            damaged: from its sources, and from what it holds itself of those that are gone. Marks and saved searches stay. Status 65 says that the \
            index is damaged. Where reading did not come to an end, as damage or a slow disk can bring about, nothing is \
            built again without --rebuild.

              sitrep check
              sitrep check --repair
            """
    )

    @Flag(help: "Mend what is wrong, and check again.")
    var repair = false

    @Flag(help: "With --repair, build the index again also where reading it did not come to an end.")
    var rebuild = false

    @OptionGroup var index: IndexOption
    @OptionGroup var writer: WaitOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    // The check itself, as a process that may crash or be ended.
    @Option(help: ArgumentHelp("Check, or try what can be read, and write events.", visibility: .hidden))
    var inside: CheckProcess.Task?

    @Option(help: ArgumentHelp("End a check that gives no sign for so many seconds.", visibility: .hidden))
    var patience: Int?

    func validate() throws {
        guard repair || !rebuild else { throw ValidationError("--rebuild needs --repair") }
        if let patience, !(0...CheckProcess.mostPatience).contains(patience) {
            throw ValidationError("--patience takes 0 to \(CheckProcess.mostPatience) seconds")
        }
    }

    func run() throws {
        let path = try index.path
        if let inside { return CheckChild.run(inside, index: path, patience: patience ?? 0) }
        let process = CheckProcess(index: path, patience: patience, isQuiet: output.quiet)
        var answer = try process.check()
        var repaired: [String] = []
        if repair { repaired = try mend(path, process, &answer) }
        switch format {
        case .text: CheckText(style: output.style, isQuiet: output.quiet).write(answer, repaired: repaired)
        case .json: try JSONOutput.write(CheckObject(path, answer, repaired: repair ? repaired : nil))
        }
        if !answer.isSound { throw ExitCode(65) }
    }

    /// A repair may show what could not be looked at before, so often at most.
    private static let rounds = 3

    private func mend(_ path: String, _ process: CheckProcess, _ answer: inout CheckAnswer) throws -> [String] {
        var options = Indexer.Options()
        options.standardVocabularyFolder = VocabularyOption.standardFolder
        writer.apply(to: &options, output: output)
        let givesUp = rebuild
        options.canRead = { try process.canRead($0, mayGiveUp: givesUp) }
        var repaired: [String] = []
        for _ in 0..<Self.rounds {
            defer { ProgressLine.clear() }
            let done = try IndexRepair(index: path, options: options).run(answer.findings, rebuildsOnDoubt: rebuild)
            guard !done.isEmpty else { break }
            repaired += done
            answer = try process.check()
            if answer.isSound { break }
        }
        return repaired
    }
}
