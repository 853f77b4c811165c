import ArgumentParser
import Sitrep

/// `sitrep compact`: writes an index anew in the least space.
struct CompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Write the index anew in the least space, and say what that saved.",
        discussion: """
            What the index holds stays as it is, and searches go on meanwhile. It needs room for a second copy until it \
            is done. An index that many small changes made grow to twice its size is compacted by itself.

              sitrep compact
            """
    )

    @OptionGroup var index: IndexOption
    @OptionGroup var writer: WaitOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func run() throws {
        var options = Indexer.Options()
        writer.apply(to: &options, output: output)
        let summary: CompactionSummary
        do {
            defer { ProgressLine.clear() }
            summary = try Indexer(index: index.path, options: options).compact()
        }
        switch format {
        case .json: try JSONOutput.write(CompactionObject(summary))
        case .text where !output.quiet:
            let (before, after) = (StatusText.size(summary.bytesBefore), StatusText.size(summary.bytesAfter))
            Output.write("\(before) before, \(after) now, in \((summary.seconds * 100).rounded() / 100) s\n")
        case .text: break
        }
    }
}

/// What compacting did, as JSON.
struct CompactionObject: Encodable {
    let bytesBefore: Int
    let bytesAfter: Int
    let seconds: Double
    let indexRevision: Int

    init(_ summary: CompactionSummary) {
        bytesBefore = summary.bytesBefore
        bytesAfter = summary.bytesAfter
        seconds = (summary.seconds * 1000).rounded() / 1000
        indexRevision = summary.revision
    }
}
