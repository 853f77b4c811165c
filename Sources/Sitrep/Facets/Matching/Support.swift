/// What a report speaks of, by which names that may mean several things are decided.
///
/// Counts, for each concept, how many distinct concepts at or below it the report names without doubt; a state that is
/// named, or its people, supports the country.
final class Support {
    private var counts = ConceptTable()
    /// The same without states: places only.
    private var places = ConceptTable()
    private let image: VocabularyImage

    init(_ passages: [MatchedPassage], image: VocabularyImage) {
        self.image = image
        var named = ConceptTable()
        for passage in passages {
            for hit in passage.hits {
                for concept in hit.concepts where !hit.isWeak(concept) && isOnly(concept, in: hit) {
                    named.insert(concept)
                }
            }
        }
        for concept in named.concepts {
            let isRegion = image.facet(of: concept) == .region
            image.forEachAncestor(of: concept) { ancestor in
                counts.count(ancestor)
                if isRegion { places.count(ancestor) }
            }
            if let country = image.country(ofState: concept) { counts.count(country) }
        }
    }

    /// Whether a concept of a hit is the only one of its facet there.
    private func isOnly(_ concept: Int, in hit: MatchedPassage.Hit) -> Bool {
        if hit.concepts.count == 1 { return true }
        let facet = image.facet(of: concept)
        return !hit.concepts.contains { $0 != concept && image.facet(of: $0) == facet }
    }

    /// How many concepts at or below one are named, itself included.
    func count(_ concept: Int) -> Int { counts[concept] ?? 0 }

    /// How many places at or below one are named besides `concept`.
    func places(below ancestor: Int, besides concept: Int) -> Int {
        let own = places[concept] == nil ? 0 : 1
        return max(0, (places[ancestor] ?? 0) - own)
    }
}
