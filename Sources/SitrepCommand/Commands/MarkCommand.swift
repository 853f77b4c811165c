import ArgumentParser
import Sitrep

/// `sitrep mark`: a person's own word on reports.
struct MarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: "Say of reports what you know: tags, notes, what is irrelevant or wrongly found.",
        discussion: """
            Marks are kept in marks.yaml in the folder of the index, which can be edited by hand; they survive reindex, \
            rebuilding and moves of the files.

              sitrep mark 54296c1a6431 --tag lead --note 'Ask for the video.'
              sitrep mark 54296c1a6431 --set-region Rylsk --drop-weapon ATACMS
              sitrep mark 54296c1a6431 --set-region 'Ukraine/North Field' --new-values
              sitrep mark 750c6154d1c7 --drop-figure 'launched 28 missiles'
              sitrep mark 54296c1a6431 --set-date 2024-11-13
              sitrep search horoscope --keys | sitrep mark - --irrelevant
              sitrep mark --list
              sitrep search tag:lead

            Searches leave irrelevant reports out, and say how many: --irrelevant include shows them.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Ids, keys or paths of files, as for show; - reads them from standard input, as search --keys writes them, "
                + "a line each or with a NUL behind each.",
            valueName: "id"
        )
    )
    var ids: [String] = []

    @Option(name: .customLong("tag"), help: ArgumentHelp("Give this tag (repeatable).", valueName: "tag"))
    var tags: [String] = []

    @Option(name: .customLong("untag"), help: ArgumentHelp("Take this tag away (repeatable).", valueName: "tag"))
    var removedTags: [String] = []

    @Option(help: ArgumentHelp("A note in the place of the one that is there; \"\" takes it away.", valueName: "text"))
    var note: String?

    @Flag(help: "Leave the reports out of searches.")
    var irrelevant = false

    @Flag(help: "Show them again.")
    var relevant = false

    @OptionGroup(title: "Corrections") var corrections: CorrectionOptions

    @Flag(help: "Take away all that was said of the reports.")
    var clear = false

    @Flag(help: "List the marks, of these reports or of all, and what became of the reports.")
    var list = false

    @Option(help: ArgumentHelp("Who says so (default: $SITREP_BY, else $USER).", valueName: "name"))
    var by: String?

    @OptionGroup var index: IndexOption
    @OptionGroup var writer: WaitOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json (an array) or ndjson.")
    var format: StreamFormat = .text

    func validate() throws {
        guard !(irrelevant && relevant) else {
            throw ValidationError("--irrelevant and --relevant contradict each other")
        }
        guard !list || changes.isEmpty else { throw ValidationError("--list changes nothing: leave the rest out") }
        guard list || !ids.isEmpty else {
            throw ValidationError("no report is named: give ids, keys or paths, or - for standard input")
        }
        guard list || !changes.isEmpty else {
            throw ValidationError("nothing is said of the reports: give --tag, --note, --irrelevant or another")
        }
    }

    func run() throws {
        let listed = try listedNames()
        let names = ids.filter { $0 != StandardInput.name }
        if list {
            // An empty list on standard input asks for nothing, not for all.
            let wanted = ids.isEmpty ? nil : names + listed
            return try MarksListing(style: output.style, format: format).write(index.path, wanted)
        }
        var change = changes
        change.by = by ?? Environment.variable("SITREP_BY") ?? Environment.variable("USER")
        if change.by?.isEmpty == true { change.by = nil }
        change.date = try corrections.date
        var options = Indexer.Options()
        writer.apply(to: &options, output: output)
        let outcome: Marker.Outcome
        do {
            defer { ProgressLine.clear() }
            outcome = try Marker(index: index.path, options: options).mark(names, listed: listed, change)
        }
        write(outcome, try MarkSummary(outcome, format))
        for failure in outcome.failures { Output.error(failure.message, hint: failure.hint) }
        if let pending = outcome.pending {
            Output.error(pending.message, hint: pending.hint)
            throw ExitCode(pending.exitStatus)
        }
        guard let failure = outcome.failures.first else {
            if outcome.reports.isEmpty {
                Output.note("sitrep: no reports: standard input names none")
                throw ExitCode(1)
            }
            return
        }
        throw ExitCode(outcome.reports.isEmpty ? failure.exitStatus : 1)
    }

    private func write(_ outcome: Marker.Outcome, _ summary: MarkSummary) {
        guard format == .text, !output.quiet, !outcome.reports.isEmpty else { return summary.write() }
        let same = outcome.reports.count - outcome.changed
        let rest = same > 0 ? ", \(same) as before" : ""
        let reports = Printable.count(outcome.changed, "report")
        Output.write("\(reports) marked\(rest), in \(Printable.line(outcome.file))\n")
        // What values were taken for can be seen on one report.
        guard outcome.reports.count == 1, let marks = outcome.reports[0].marks else { return }
        Output.write(output.style.wrapped(MarkText(style: output.style).line(marks)) + "\n")
    }

    /// What is asked for but the date, which can be wrong.
    private var changes: MarkChange {
        var change = MarkChange()
        change.tags = tags
        change.removedTags = removedTags
        change.note = note
        change.isIrrelevant = irrelevant ? true : relevant ? false : nil
        change.clears = clear
        corrections.apply(to: &change)
        return change
    }

    /// No more names are read from standard input.
    private static let mostInput = 64 << 20

    /// The reports that are named on standard input, where that is asked for.
    private func listedNames() throws -> [String] {
        guard ids.contains(StandardInput.name) else { return [] }
        let bytes = try StandardInput.read(most: Self.mostInput, isNamed: true)
        let end = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
        return bytes.split(separator: end).map { line in
            PathBytes.string(from: line.last == UInt8(ascii: "\r") && end != 0 ? line.dropLast() : line)
        }
    }
}

/// Writes the reports that were marked, for programs.
struct MarkSummary {
    private let objects: [MarkedReportObject]
    private let format: StreamFormat

    init(_ outcome: Marker.Outcome, _ format: StreamFormat) throws {
        self.format = format
        objects = outcome.reports.map { MarkedReportObject($0, applied: outcome.pending == nil) }
    }

    func write() {
        switch format {
        case .text: break
        case .json: try? JSONOutput.write(list: objects)
        case .ndjson: for object in objects { try? JSONOutput.writeLine(object) }
        }
    }
}
