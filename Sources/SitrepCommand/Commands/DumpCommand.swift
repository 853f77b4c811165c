import ArgumentParser
import Sitrep

/// `sitrep dump`: all that an index holds, to be compared with another.
struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Write all that the index holds, a line of JSON a report, to be kept or compared.",
        discussion: """
            Two indexes of the same reports give the same lines, whatever way they came to them: built at once or by many \
            runs, spread over shards or not, compacted or not. So diff tells what differs. Reports come by id, then the \
            sources, then the files with the numbers of their reports.

              sitrep dump
              sitrep dump --text --added
            """
    )

    @Flag(help: "Write the texts themselves beside their digests.")
    var text = false

    @Flag(help: "Write when each report first came in, which differs from one build to the next.")
    var added = false

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    func run() throws {
        try OpenIndexes.open(index.path).dump { part in
            switch part {
            case .report(let report):
                try JSONOutput.writeLine(DumpedReportObject(report, hasText: text, hasAdded: added))
            case .source(let path, let excluded):
                try JSONOutput.writeLine(DumpedSourceObject(source: path, excluded: excluded))
            case .file(let source, let path, let reports):
                try JSONOutput.writeLine(DumpedFileObject(source: source, path: path, reports: reports))
            case .index(let reports, let vocabulary, let isUnfinished):
                try JSONOutput.writeLine(
                    DumpedIndexObject(reports: reports, vocabulary: vocabulary, unfinished: isUnfinished)
                )
            }
        }
    }
}
