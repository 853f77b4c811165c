extension Vocabulary {
    /// The concepts that a person may mean by `value`, the likeliest first; empty when the vocabulary knows none.
    ///
    /// A value is a path (`Ukraine/Kyiv Oblast`), whose steps may leave levels out but not turn them round, or a name,
    /// alias or any spelling. Case, accents, hyphens and the like do not count: a value is read by the tokens of the text
    /// matcher. Concepts that bear the value as their name come before those that have it as an alias; then, for a value
    /// that is no path, come those that a find defers to (`Kursk` takes in Kursk Oblast). Equals are sorted by id.
    public func resolve(_ value: String, in facet: FacetKind) -> [ConceptID] {
        resolve(value, image.meanings(of: value), in: facet)
    }

    /// The concepts that a person may mean by `value` in each facet, in the order of ``FacetKind``: as ``resolve(_:in:)``,
    /// but looked up once.
    func resolve(_ value: String) -> [(facet: FacetKind, concepts: [ConceptID])] {
        let meanings = image.meanings(of: value)
        return FacetKind.allCases.map { ($0, resolve(value, meanings, in: $0)) }
    }

    private func resolve(_ value: String, _ meanings: [SpellingPayload], in facet: FacetKind) -> [ConceptID] {
        if value.utf8.contains(UInt8(ascii: "/")) {
            let steps = value.split(separator: "/").map { candidates(image.meanings(of: String($0)), in: facet) }
            if steps.count > 1, steps.allSatisfy({ !$0.isEmpty }) {
                let found = descend(steps, in: facet)
                if !found.isEmpty { return found }
            }
        }
        var found = candidates(meanings, in: facet)
        for candidate in found {
            if let other = image.deferral(of: candidate.concept), !found.contains(where: { $0.concept == other }) {
                found.append((other, false))
            }
        }
        return found.map { image.id(of: $0.concept) }
    }

    private typealias Candidate = (concept: Int, isName: Bool)

    /// The concepts of a facet among the meanings of a spelling, names first.
    private func candidates(_ meanings: [SpellingPayload], in facet: FacetKind) -> [Candidate] {
        guard !meanings.isEmpty else { return [] }
        var found: [Int: Bool] = [:]
        for payload in meanings where image.facet(of: payload.concept) == facet {
            found[payload.concept] = found[payload.concept] ?? false || payload.flags.contains(.name)
        }
        return found.map { ($0.key, $0.value) }
            .sorted { a, b in a.isName != b.isName ? a.isName : comesBefore(a.concept, b.concept) }
    }

    /// Whether a concept stands before another in the order of the ids, as the numbers of one image do.
    private func comesBefore(_ a: Int, _ b: Int) -> Bool {
        image.overlay == nil ? a < b : image.id(of: a) < image.id(of: b)
    }

    /// The last step's concepts that have concepts of all earlier steps above them, in order; where some have exactly
    /// the steps as their whole path, those alone.
    private func descend(_ steps: [[Candidate]], in facet: FacetKind) -> [ConceptID] {
        let reached = (steps.last ?? []).map(\.concept).filter { concept in
            var ancestors = image.ancestry(of: concept).dropFirst()
            for step in steps.dropLast().reversed() {
                guard let at = ancestors.firstIndex(where: { ancestor in step.contains { $0.concept == ancestor } })
                else { return false }
                ancestors = ancestors[(at + 1)...]
            }
            return true
        }
        let whole = reached.filter { image.ancestry(of: $0).count == steps.count }
        return (whole.isEmpty ? reached : whole).map { image.id(of: $0) }
    }

    /// Names of concepts that are spelled most like `value`, the nearest first; for a value that nothing resolves.
    ///
    /// By edit distance (Levenshtein 1966) over the folded words of every spelling; a spelling that differs in more than
    /// a third of its letters, or in a digit, is none. Equals are sorted by id. Linear in the size of the vocabulary.
    public func nearest(to value: String, in facet: FacetKind, limit: Int) -> [String] {
        let wanted = FoldedName(value)
        guard limit > 0, !wanted.scalars.isEmpty else { return [] }
        var best: [(distance: Int, concept: Int)] = []
        for concept in image.concepts(in: facet) {
            var nearest = Int.max
            for (text, _) in image.spellings(of: concept) {
                let name = FoldedName(text)
                guard name.digits == wanted.digits else { continue }
                let most = min(max(name.scalars.count, wanted.scalars.count) / 3, nearest - 1)
                if let distance = EditDistance.levenshtein(wanted.scalars, name.scalars, most: most) {
                    nearest = distance
                }
                if nearest == 0 { break }
            }
            if nearest != Int.max { best.append((nearest, concept)) }
        }
        best.sort { $0.distance != $1.distance ? $0.distance < $1.distance : comesBefore($0.concept, $1.concept) }
        var names: [String] = []
        for (_, concept) in best where names.count < limit {
            let name = image.name(of: concept)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

/// A name folded for comparison: its tokens with one space between.
private struct FoldedName {
    let scalars: [Unicode.Scalar]
    let digits: [Unicode.Scalar]

    init(_ text: String) {
        scalars = Array(PlainName.of(text).unicodeScalars)
        digits = scalars.filter { ("0"..."9").contains($0) }
    }
}
