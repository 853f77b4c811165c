import ArgumentParser
import Sitrep

/// `sitrep saved remove`
struct SavedRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a saved search away; reports stay.",
        discussion: """
              sitrep saved remove odesa
            """
    )

    @Argument(help: "The name of the search.")
    var name: String

    @OptionGroup var index: IndexOption

    func run() throws {
        _ = try OpenIndexes.open(index.path)
        try SavedSearches(index: index.path).remove(named: name)
    }
}
