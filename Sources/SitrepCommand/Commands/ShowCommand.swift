import ArgumentParser
import Sitrep

/// `sitrep show`: reports whole.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show reports whole: fields, facets, where they come from, and the text.",
        discussion: """
              sitrep show 54296c1a6431
              sitrep show scrapes/storm-shadow-debris.txt --query 'military sites'
              sitrep show 54296c1a6431 --format json
              sitrep show articles/storm-shadow-debris.txt --format ndjson
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Ids, keys or paths of files, as search shows them; the start of a key will do, and a path stands for all "
                + "reports of the file.",
            valueName: "id"
        )
    )
    var ids: [String]

    @Option(help: "Mark the words of this query in the text.")
    var query = ""

    @Flag(help: "Take the words as they are typed, without other spellings of names and words.")
    var literal = false

    @OptionGroup var index: IndexesOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json (an array) or ndjson.")
    var format: StreamFormat = .text

    func run() throws {
        let searchIndex = try index.open()
        let text = ReportText(style: output.style)
        var list = JSONOutput.List()
        var shown = 0
        var failures: [SitrepError] = []
        // An array is whole whatever happens, for its reader has the status to go by.
        defer { if format == .json { list.finish() } }
        for id in ids {
            do {
                try searchIndex.forEachReport(id, query: query, literal: literal) { report in
                    shown += 1
                    switch format {
                    case .text:
                        if shown > 1 { Output.write("\n" + text.rule + "\n\n") }
                        text.write(report)
                    case .json: try list.write(ReportObject(report))
                    case .ndjson: try JSONOutput.writeLine(ReportObject(report))
                    }
                }
            } catch let error as SitrepError where error.code == .notFound || error.code == .usage {
                // A mistake in the query is the same for each of them.
                if !failures.contains(where: { $0.message == error.message }) {
                    Output.error(error.message, hint: error.hint)
                }
                failures.append(error)
            }
        }
        guard let failure = failures.first else { return }
        throw ExitCode(shown > 0 ? 1 : failure.exitStatus)
    }
}
