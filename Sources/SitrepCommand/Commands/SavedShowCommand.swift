import ArgumentParser
import Sitrep

/// `sitrep saved show`
struct SavedShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a saved search asks for, how it is understood, and how many reports are new.",
        discussion: """
              sitrep saved show kursk
            """
    )

    @Argument(help: "The name of the search.")
    var name: String

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func run() throws {
        let searchIndex = try OpenIndexes.open(index.path)
        let saved = SavedSearches(index: try index.path)
        let search = try saved.search(named: name)
        let object = SavedObject(search, try SavedState(search, saved, searchIndex))
        switch format {
        case .text: SavedListing.write(search, object, output.style)
        case .json: try JSONOutput.write(object)
        }
    }
}
