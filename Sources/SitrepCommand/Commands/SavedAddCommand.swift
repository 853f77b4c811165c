import ArgumentParser
import Sitrep

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
        _ = try OpenIndexes.open(index.path).check(search.request)
        try SavedSearches(index: index.path).add(search)
    }
}
