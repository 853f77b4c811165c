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

/// One hit as JSON.
struct HitObject: Encodable {
    let rank: Int
    let id: String
    let key: String
    let score: Double
    let title: String
    let published: OrNull<String>
    let path: String
    let url: OrNull<String>
    let source: OrNull<String>
    let language: OrNull<String>
    let added: String
    let region: [[String]]
    let actor: [[String]]
    let weapon: [[String]]
    let snippet: String
    let matches: [[Int]]
    let similar: Int
    let marks: MarksObject?
    let shared: Shared?
    let explanation: ExplanationObject?

    /// What it has in common with the report whose like were searched for.
    struct Shared: Encodable {
        let names: [[String]]
        let words: [String]

        init(_ shared: SharedParts) {
            names = shared.names
            words = shared.words
        }
    }

    init(_ hit: Hit) {
        rank = hit.rank
        id = hit.id
        key = hit.key
        score = hit.score
        title = hit.title
        published = OrNull(hit.published.text)
        path = hit.path
        url = OrNull(hit.url)
        source = OrNull(hit.source)
        language = OrNull(hit.language)
        added = hit.added
        region = hit.values(of: .region)
        actor = hit.values(of: .actor)
        weapon = hit.values(of: .weapon)
        snippet = hit.snippet.text
        matches = hit.snippet.matches.map(offsets)
        similar = hit.similar
        marks = hit.marks.map { MarksObject($0) }
        shared = hit.shared.map(Shared.init)
        explanation = hit.explanation.map { ExplanationObject($0) }
    }
}

/// The facets as JSON.
struct FacetsObject: Encodable {
    let region: [Value]
    let actor: [Value]
    let weapon: [Value]
    let source: [Value]
    /// Absent where no report of the index has a tag.
    let tag: [Value]?
    let published: [Month]
    let happened: [Month]

    struct Value: Encodable {
        let value: String
        let path: [String]
        let count: Int
        let stories: Int
        /// Written where a filter asks for the value.
        let chosen: Bool?

        init(_ count: FacetCount) {
            value = count.value
            path = count.path
            self.count = count.count
            stories = count.stories
            chosen = count.isChosen ? true : nil
        }
    }

    struct Month: Encodable {
        let value: String
        let count: Int
        let stories: Int
        let chosen: Bool?

        init(_ count: FacetCount) {
            value = count.value
            self.count = count.count
            stories = count.stories
            chosen = count.isChosen ? true : nil
        }
    }

    init(_ counts: FacetCounts) {
        region = counts[.region].map(Value.init)
        actor = counts[.actor].map(Value.init)
        weapon = counts[.weapon].map(Value.init)
        source = counts[.source].map(Value.init)
        tag = counts.missing[.tag] == nil ? nil : counts[.tag].map(Value.init)
        published = counts[.published].map(Month.init)
        happened = counts[.happened].map(Month.init)
    }

    /// Numbers by the names of the facets.
    static func byName(_ numbers: [CountedFacet: Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: numbers.map { ($0.key.rawValue, $0.value) })
    }
}

extension PublishedDate {
    /// `2024-11-13`, `2024-11` or `2024`, as much as is known; `nil` when undated.
    var text: String? {
        guard let date, let precision else { return nil }
        switch precision {
        case .day: return date.description
        case .month: return String(date.description.prefix(7))
        case .year: return String(date.description.prefix(4))
        }
    }
}
