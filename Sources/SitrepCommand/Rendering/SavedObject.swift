import Sitrep

/// A saved search as JSON: what it says under the names of the options of a search.
struct SavedObject: Encodable {
    let name: String
    let query: String
    /// Values by the names of the options; an option without a value has `true`.
    let options: [String: [String]]
    /// The command line that searches for the same.
    let command: String
    let interpreted: String?
    let total: Int?
    let new: Int?
    let seenRevision: Int?

    init(_ search: SavedSearch, _ state: SavedState? = nil) {
        name = search.name
        query = search.query
        options = Self.options(of: search)
        command = ShellCommand.line(["sitrep", "search"] + search.arguments)
        interpreted = state?.interpreted
        total = state?.total
        new = state?.new
        seenRevision = state?.seen
    }

    /// What a search says beside its query, by the names of the options.
    static func options(of search: SavedSearch) -> [String: [String]] {
        let own: Set = ["name", "query"]
        let fields = search.fields.filter { !own.contains($0.key) }
        return Dictionary(fields.map { ($0.key, $0.values) }, uniquingKeysWith: { $1 })
    }
}

/// The results of one of several saved searches as JSON.
struct SavedResults: Encodable {
    let name: String
    let results: SearchObject?

    init(name: String, results: SearchResults?, facets: Limit) {
        self.name = name
        self.results = results.map { SearchObject($0, facets: facets.number != 0) }
    }
}
