import ArgumentParser
import Sitrep

/// `sitrep saved`: searches that are kept with the index and run again.
struct SavedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saved",
        abstract: "Keep searches, and see what is new for each.",
        discussion: """
            They are kept in saved.yaml in the folder of the index, for people to read and edit. A report is new for a \
            search when it first came into the index after that search last ran with --new; no clock has a part in it.

              sitrep saved add kursk drones --region "Kursk Oblast"
              sitrep saved run kursk --new
              sitrep saved run --all --new
            """,
        subcommands: [
            SavedAddCommand.self, SavedListCommand.self, SavedShowCommand.self, SavedRunCommand.self,
            SavedRemoveCommand.self,
        ]
    )
}

/// `sitrep saved add`
struct SavedAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Keep a search under a name.",
        discussion: """
            The query and the filters are those of sitrep search; mistakes in them are told now.

              sitrep saved add odesa "air defence" --region Odesa --from 2024
              sitrep saved add today date:today --sort newest
            """
    )

    @Argument(help: "What to call it, one line.")
    var name: String

    @Argument(help: "Words, phrases and filters, as for search.")
    var query: [String] = []

    @Option(help: "relevance, newest, oldest or added.")
    var sort: SearchRequest.Order?

    @OptionGroup var index: IndexOption
    @OptionGroup(title: "Filters") var filters: FilterOptions

    func validate() throws {
        guard SavedSearch.name(name) != nil else {
            throw ValidationError(
                "“\(Printable.line(name))” cannot be the name of a search: take a short one, of one line"
            )
        }
    }

    func run() throws {
        var search = SavedSearch(name: SavedSearch.name(name) ?? name, filters: filters.filters)
        search.query = query.joined(separator: " ")
        search.literal = filters.literal
        search.order = sort
        // A mistake is told now, not when nobody looks.
        _ = try SearchIndex(path: index.path).check(search.request)
        try SavedSearches(index: index.path).add(search)
    }
}

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
        _ = try SearchIndex(path: index.path)
        let searches = try SavedSearches(index: index.path).all()
        switch format {
        case .text: SavedListing.write(searches, output.style)
        case .json: try JSONOutput.write(list: searches.map { SavedObject($0) })
        }
        if searches.isEmpty { throw ExitCode(1) }
    }
}

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
        let searchIndex = try SearchIndex(path: index.path)
        let saved = SavedSearches(index: index.path)
        let search = try saved.search(named: name)
        let object = SavedObject(search, try SavedState(search, saved, searchIndex))
        switch format {
        case .text: SavedListing.write(search, object, output.style)
        case .json: try JSONOutput.write(object)
        }
    }
}

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
        _ = try SearchIndex(path: index.path)
        try SavedSearches(index: index.path).remove(named: name)
    }
}
