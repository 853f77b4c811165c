import ArgumentParser
import Sitrep

/// `sitrep backup`: copies an index as it is at one moment.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the index as it is at one moment, with marks, saved searches and your vocabulary.",
        discussion: """
            The backup is a folder, and an index itself: search it where it lies, or copy it to where an index is wanted. \
            Searches and runs go on meanwhile. The files that the reports came from are not in it; the texts are.

              sitrep backup Backup-2026-11-22
              sitrep search drones --index Backup-2026-11-22
            """
    )

    @Argument(help: ArgumentHelp("A folder that is not there yet.", valueName: "folder"), completion: .directory)
    var folder: String

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func run() throws {
        var progress: (@Sendable (RunProgress) -> Void)?
        if !output.quiet && Output.errorIsTerminal {
            let line = ProgressLine()
            progress = { line.show($0) }
        }
        let summary: BackupSummary
        do {
            defer { ProgressLine.clear() }
            summary = try IndexBackup(index: index.path).write(to: folder, progress: progress)
        }
        switch format {
        case .json: try JSONOutput.write(BackupObject(summary))
        case .text where !output.quiet:
            let path = output.style.isolated(Printable.line(summary.path))
            Output.write(
                "\(Printable.count(summary.reports, "report")) at revision \(summary.revision), "
                    + "\(StatusText.size(summary.bytes)) in \(path)\n"
            )
            if let folder = summary.vocabularyFolder {
                let copying = ShellCommand.line(["cp", "-r", summary.vocabularyCopy, folder])
                Output.write(
                    output.style.hanging(
                        "Where \(Printable.line(folder)) is missing when it is restored: \(Printable.line(copying))",
                        indent: 2
                    ) + "\n"
                )
            }
        case .text: break
        }
    }
}

/// What a backup holds, as JSON.
struct BackupObject: Encodable {
    let path: String
    let reports: Int
    let indexRevision: Int
    let bytes: Int
    let seconds: Double

    init(_ summary: BackupSummary) {
        path = summary.path
        reports = summary.reports
        indexRevision = summary.revision
        bytes = summary.bytes
        seconds = (summary.seconds * 1000).rounded() / 1000
    }
}
