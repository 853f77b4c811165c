import ArgumentParser
import Sitrep

/// `sitrep saved list`
struct SavedListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the saved searches.",
        discussion: """
              sitrep saved list
            """
    )

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, or json (an array).")
    var format: ObjectFormat = .text

    func run() throws {
        let index = try index.path
        _ = try OpenIndexes.open(index)
        let searches = try SavedSearches(index: index).all()
        switch format {
        case .text: SavedListing.write(searches, output.style)
        case .json: try JSONOutput.write(list: searches.map { SavedObject($0) })
        }
        if searches.isEmpty { throw ExitCode(1) }
    }
}
