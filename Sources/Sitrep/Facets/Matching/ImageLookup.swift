extension VocabularyImage {
    /// The concepts of a facet that bear a spelling, in any capitals. Costs a tokenization.
    func concepts(spelled spelling: String, in facet: FacetKind) -> [Int] {
        let node = node(of: spelling)
        guard node != 0 else { return [] }
        var found: [Int] = []
        for number in payloads(of: node) {
            guard let payload = payload(number), !found.contains(payload.concept),
                self.facet(of: payload.concept) == facet
            else { continue }
            found.append(payload.concept)
        }
        return found
    }

    /// The country that bears the id of a state, as both are named by the codes of ISO 3166-1.
    func country(ofState concept: Int) -> Int? {
        guard facet(of: concept) == .actor, kind(of: concept) == "state" else { return nil }
        return find(id(of: concept), in: .region)
    }
}

extension VocabularyImage { func population(of concept: Int) -> UInt32 { 0 } }
