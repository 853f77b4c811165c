import Sitrep

/// The result of a search as JSON.
struct SearchObject: Encodable {
    let query: String
    let total: Int
    let totalExact = true
    let stories: Int
    let undated: Int
    let irrelevant: Int
    let relaxed: Bool
    let tookMs: Double
    let indexRevision: Int
    let interpreted: String
    let suggestion: OrNull<String>
    let hints: [String]
    let hits: [HitObject]
    let facets: FacetsObject?
    let facetsExact: Bool?
    let missing: [String: Int]?
    let more: [String: Int]?

    /// - Parameter facets: whether facets were asked for.
    init(_ results: SearchResults, facets: Bool) {
        query = results.query
        total = results.total
        stories = results.stories
        undated = results.undated
        irrelevant = results.irrelevant
        relaxed = results.relaxed
        tookMs = (results.seconds * 1_000_000).rounded() / 1000
        indexRevision = results.revision
        interpreted = results.interpreted
        suggestion = OrNull(results.suggestion)
        hints = results.hints
        hits = results.hits.map(HitObject.init)
        self.facets = facets ? FacetsObject(results.facets) : nil
        facetsExact = facets ? true : nil
        missing = facets ? FacetsObject.byName(results.facets.missing) : nil
        more = facets ? FacetsObject.byName(results.facets.hidden) : nil
    }
}

/// Exact counts alone as JSON.
struct CountsObject: Encodable {
    let query: String
    let total: Int
    let totalExact = true
    let stories: Int
    let undated: Int
    let irrelevant: Int
    let indexRevision: Int
    let interpreted: String
    let facets: FacetsObject
    let facetsExact = true
    /// Reports without a value.
    let missing: [String: Int]
    /// Values that are not shown.
    let more: [String: Int]

    init(_ results: SearchResults) {
        query = results.query
        total = results.total
        stories = results.stories
        undated = results.undated
        irrelevant = results.irrelevant
        indexRevision = results.revision
        interpreted = results.interpreted
        facets = FacetsObject(results.facets)
        missing = FacetsObject.byName(results.facets.missing)
        more = FacetsObject.byName(results.facets.hidden)
    }
}
