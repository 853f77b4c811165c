import ArgumentParser
import Sitrep

/// `sitrep show`: reports whole.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show reports whole: fields, facets, where they come from, and the text."
    )

    @Argument(help: ArgumentHelp("Ids or keys, as search shows them; the start of a key will do.", valueName: "id"))
    var ids: [String]

    @Option(help: "Mark the words of this query in the text.")
    var query = ""

    @Flag(help: "Take the words as they are typed, without other spellings of names and words.")
    var literal = false

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json (an array) or ndjson.")
    var format: StreamFormat = .text

    func run() throws {
        let searchIndex = try SearchIndex(path: index.path)
        let reports = try ids.map { try searchIndex.report($0, query: query, literal: literal) }
        switch format {
        case .text:
            for (number, report) in reports.enumerated() {
                if number > 0 { Output.write("\n") }
                ReportText(style: output.style).write(report)
            }
        case .json: try JSONOutput.write(reports.map(ReportObject.init))
        case .ndjson: for report in reports { try JSONOutput.writeLine(ReportObject(report)) }
        }
    }
}
