/// Drops names that mean a concept only with evidence, where the report gives none.
///
/// - A place that is small, or whose name is also a word or a person's ("Reading", "Marshall"), must be told to be a
///   settlement, or stand where places do in a report on its country.
/// - An actor or a weapon with such a name must be named otherwise too; a weapon may have another one beside it.
///
/// What is kept once in a report by evidence is kept everywhere in it.
struct WeakNames {
    let image: VocabularyImage
    let support: Support

    /// A town of more inhabitants is known by its name alone.
    private static let large: UInt32 = 200_000
    /// A town of more counts wherever it stands, but as a part of another name.
    private static let plain: UInt32 = 100_000
    /// A town of more is named without such words where the report speaks of other places of its country.
    private static let known: UInt32 = 15_000
    /// A town of more needs nothing but a word that places follow.
    private static let middling: UInt32 = 50_000

    /// Takes concepts of hits away.
    func resolve(_ passages: inout [MatchedPassage]) {
        var doubtful: [(passage: Int, hit: Int, concept: Int)] = []
        var proven = ConceptTable()
        var weapons = false
        for i in passages.indices {
            let passage = passages[i]
            for j in passage.hits.indices {
                for concept in passage.hits[j].concepts {
                    if isBeyondDoubt(concept, j, passage) {
                        proven.insert(concept)
                        weapons = weapons || image.facet(of: concept) == .weapon
                    } else {
                        doubtful.append((i, j, concept))
                    }
                }
            }
        }
        for name in doubtful {
            let isWeapon = image.facet(of: name.concept) == .weapon
            if isWeapon ? weapons || proven.contains(name.concept) : isProven(name, proven, passages) { continue }
            passages[name.passage].hits[name.hit].concepts.removeAll { $0 == name.concept }
        }
    }

    /// A doubtful name of what is proven elsewhere; one that is part of another name is not.
    private func isProven(
        _ name: (passage: Int, hit: Int, concept: Int),
        _ proven: ConceptTable,
        _ passages: [MatchedPassage]
    ) -> Bool {
        guard proven.contains(name.concept) else { return false }
        return image.facet(of: name.concept) != .region
            || !PlaceContext(image: image).isPartOfName(name.hit, in: passages[name.passage])
    }

    private func isBeyondDoubt(_ concept: Int, _ index: Int, _ passage: MatchedPassage) -> Bool {
        let isWeak = passage.hits[index].isWeak(concept)
        if !isWeak, passage.hits[index].isOwn(concept) { return true }
        guard image.facet(of: concept) == .region else {
            return !isWeak || isRoleBefore(passage.hits[index], in: passage)
        }
        guard isWeak || isSettlement(concept) else { return true }
        let context = PlaceContext(image: image)
        if context.isExplicit(index, concept, in: passage) { return true }
        let population = image.population(of: concept)
        let isSmall = population > 0 && population < Self.large
        if context.isTitled(index, in: passage) { return false }
        if !isWeak, !isSmall { return true }
        if context.isPartOfName(index, in: passage) { return false }
        if !isWeak, population >= Self.plain { return true }
        let isSupported = isSupported(concept)
        if isWeak { return isSupported && context.isLocated(index, in: passage) }
        if isSupported {
            if context.isLocated(index, in: passage) { return true }
            return population >= Self.known && isAmongPlaces(concept)
        }
        return population >= Self.middling && context.isLocated(index, in: passage)
    }

    private func isSettlement(_ concept: Int) -> Bool {
        image.kind(of: concept, is: "city") || image.kind(of: concept, is: "town")
            || image.kind(of: concept, is: "village")
    }

    private func isRoleBefore(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard passage.isClose(first) || passage.isAfterAbbreviation(first) else { return false }
        let before = passage.word(first - 1)
        return RoleWords.before.contains(before) && hit.concepts.contains { image.kind(of: $0, is: "person") }
    }

    /// Whether the report speaks of the country or division that the place lies in.
    private func isSupported(_ concept: Int) -> Bool {
        image.ancestry(of: concept).dropFirst().contains {
            support.count($0) > 0 && !image.kind(of: $0, is: "continent")
        }
    }

    /// Whether the report names other places of the same country.
    private func isAmongPlaces(_ concept: Int) -> Bool {
        guard let country = image.ancestry(of: concept).first(where: { image.kind(of: $0, is: "country") }) else {
            return false
        }
        return support.places(below: country, besides: concept) >= 2
    }
}
