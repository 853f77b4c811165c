import Sitrep

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
