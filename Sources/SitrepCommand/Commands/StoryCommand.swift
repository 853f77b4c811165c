import ArgumentParser
import Sitrep

/// `sitrep story`: the reports that tell one story.
struct StoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story",
        abstract: "Show the reports that tell the same story, the oldest first, and what each tells alone.",
        discussion: """
            Copies of a wire story, edited ones and rewrites of it are one story. Reports on the same event by different \
            authors are not.

              sitrep story col-002
            """
    )

    @Argument(
        help: ArgumentHelp("An id, key or start of a key, or the path of a file with one report.", valueName: "id")
    )
    var id: String

    @Option(help: "What to do with reports that were marked irrelevant: include or exclude.")
    var irrelevant: SearchRequest.Irrelevant = .exclude

    @OptionGroup var index: IndexesOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json or ndjson (a report a line).")
    var format: StreamFormat = .text

    @Option(
        help: ArgumentHelp("How many reports: a number or all (default: 20; all for json and ndjson).", valueName: "n")
    )
    var limit: Limit?

    @OptionGroup var offset: OffsetOption

    func validate() throws {
        guard irrelevant != .only else { throw ValidationError("--irrelevant takes include or exclude here") }
    }

    func run() throws {
        let most = limit.map(\.number) ?? (format == .text ? 20 : nil)
        let story = try index.open()
            .story(of: id, limit: most, offset: offset.count, includesIrrelevant: irrelevant == .include)
        switch format {
        case .text: StoryText(style: output.style).write(story, from: offset.count)
        case .json: try JSONOutput.write(StoryObject(story))
        case .ndjson: for telling in story.tellings { try JSONOutput.writeLine(TellingObject(telling)) }
        }
    }
}
