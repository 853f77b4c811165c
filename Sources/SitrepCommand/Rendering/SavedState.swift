import Sitrep

/// How many reports a saved search finds, and how many of them are new.
struct SavedState {
    let interpreted: String
    let total: Int
    let new: Int
    /// Up to which run it has shown what was new; `nil` where it has not.
    let seen: Int?

    init(_ search: SavedSearch, _ saved: SavedSearches, _ searchIndex: SearchIndex) throws {
        var request = search.request
        request.limit = 0
        request.facetValues = 0
        let seen = try saved.seen(by: search.name)
        let moment = try searchIndex.moment()
        let all = try searchIndex.search(request)
        request.runs = moment.newRuns(after: seen)
        interpreted = all.interpreted
        total = all.total
        new = try searchIndex.search(request).total
        self.seen = seen?.begun == moment.begun ? seen?.revision : nil
    }
}
