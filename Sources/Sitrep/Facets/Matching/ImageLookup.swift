extension VocabularyImage {
    /// The concepts of a facet that bear a spelling, in any capitals. Costs a tokenization.
    func concepts(spelled spelling: String, in facet: FacetKind) -> [Int] {
        var found: [Int] = []
        for meaning in meanings(of: spelling)
        where self.facet(of: meaning.concept) == facet && !found.contains(meaning.concept) {
            found.append(meaning.concept)
        }
        return found
    }

    /// The country that bears the id of a state, as both are named by the codes of ISO 3166-1.
    func country(ofState concept: Int) -> Int? {
        guard facet(of: concept) == .actor, kind(of: concept, is: "state") else { return nil }
        return find(id(of: concept), in: .region)
    }
}
