/// What a report speaks of, by which names that may mean several things are decided.
///
/// Counts, for each concept, how many distinct concepts at or below it the report names without doubt; a state that is
/// named, or its people, supports the country.
struct Support {
    private var counts: [Int: Int] = [:]
    /// The same without states: places only.
    private var places: [Int: Int] = [:]
    private let image: VocabularyImage

    init(_ passages: [MatchedPassage], image: VocabularyImage) {
        self.image = image
        var named: Set<Int> = []
        for passage in passages {
            for hit in passage.hits {
                for facet in FacetKind.allCases {
                    let concepts = hit.concepts.filter { image.facet(of: $0) == facet }
                    if concepts.count == 1, !hit.isWeak(concepts[0]) { named.insert(concepts[0]) }
                }
            }
        }
        for concept in named {
            let isRegion = image.facet(of: concept) == .region
            for ancestor in image.ancestry(of: concept) {
                counts[ancestor, default: 0] += 1
                if isRegion { places[ancestor, default: 0] += 1 }
            }
            if let country = image.country(ofState: concept) { counts[country, default: 0] += 1 }
        }
    }

    /// How many concepts at or below one are named, itself included.
    func count(_ concept: Int) -> Int { counts[concept] ?? 0 }

    /// How many places at or below one are named besides `concept`.
    func places(below ancestor: Int, besides concept: Int) -> Int {
        let own = places[concept] == nil ? 0 : 1
        return max(0, (places[ancestor] ?? 0) - own)
    }
}
