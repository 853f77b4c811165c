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
    let shards: [ShardObject]?

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
        shards = ShardObject.list(results.shards)
    }
}

/// A shard of an index as JSON.
struct ShardObject: Encodable {
    let name: String
    let ok: Bool
    let error: OrNull<String>

    /// All shards; `nil` for an index that is not spread.
    static func list(_ shards: [ShardStatus]) -> [ShardObject]? {
        shards.isEmpty ? nil : shards.map { ShardObject(name: $0.name, ok: $0.isOK, error: OrNull($0.error)) }
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
    let shards: [ShardObject]?

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
        shards = ShardObject.list(results.shards)
    }
}
