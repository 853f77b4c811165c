/// Decides whether a country's name stands for the place, for the acting state, or for both.
///
/// A place: "in Ukraine", "southern Ukraine", "Kyiv, Ukraine", "Russia's Kursk region", "Ukraine's border", "Yemen's
/// Houthis", "grain for Egypt". Both: "attack on Ukraine", "the invasion of Ukraine", "the Ukraine war". Else an actor:
/// "Ukraine said", "aid to Ukraine", "Romania's coast guard", "the Myanmar junta"; so are initials that stand before a
/// noun ("in the U.S. military"). A country in a list ("in Russia and Ukraine") is what the one before it is.
///
/// What stands before the name is read in `StateMentions+Before.swift`, what stands behind it in
/// `StateMentions+After.swift`. Demonyms ("Ukrainian") are spellings of actors only and make no place; where they name no
/// party either, ``NationalAdjectives`` says so.
struct StateMentions {
    let image: VocabularyImage

    /// What a country's name stands for.
    struct Role: OptionSet {
        let rawValue: Int
        static let place = Role(rawValue: 1)
        static let actor = Role(rawValue: 2)
    }

    /// Sets the concepts of the hits that are countries or demonyms.
    func resolve(_ passage: inout MatchedPassage) {
        let adjectives = NationalAdjectives(image: image)
        var last: (end: Int, role: Role)?
        for i in passage.hits.indices {
            if let state = administration(passage.hits[i], in: passage) { passage.hits[i].concepts.append(state) }
            let hit = passage.hits[i]
            guard let state = hit.concepts.first(where: { image.facet(of: $0) == .actor && isState($0) }) else {
                continue
            }
            guard let place = hit.concepts.first(where: { image.facet(of: $0) == .region }) else {
                if adjectives.nameNobody(i, state, in: passage) { passage.hits[i].concepts = [] }
                continue
            }
            if isFlag(hit, in: passage) {
                passage.hits[i].concepts = []
                continue
            }
            // The report means another place of that name, which is no state: Georgia in the United States.
            if !image.kind(of: place, is: "country"), image.kind(of: place) != nil {
                passage.hits[i].concepts.removeAll { $0 == state }
                continue
            }
            var role = self.role(of: i, state, in: passage)
            if let last, isListed(hit, after: last.end, in: passage) { role = last.role }
            last = (hit.tokens.upperBound, role)
            passage.hits[i].concepts.removeAll {
                ($0 == state && !role.contains(.actor)) || ($0 == place && !role.contains(.place))
            }
        }
    }

    /// The state of a person whose government is meant: "the Biden administration", "the Assad regime".
    private func administration(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Int? {
        let end = hit.tokens.upperBound
        let isNamed =
            passage.isClose(end) && passage.word(end, isIn: StateWordLists.administrations)
            || hit.tokens.count > 1 && passage.word(end - 1, isIn: StateWordLists.administrations)
        guard isNamed, let person = hit.concepts.first(where: { image.kind(of: $0, is: "person") }) else { return nil }
        return image.ancestry(of: person).first(where: isState)
    }

    /// "Panama-flagged", "US-made", "the Georgia international", and a name that a person bears: "Jordan Clarkson".
    private func isFlag(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        guard end < passage.tokens.count else { return false }
        if passage.tokens[end].flags.contains(.hyphenated) { return passage.word(end, isIn: StateWordLists.origins) }
        if !passage.tokens[end - 1].flags.contains(.possessive), Self.isPlayer(end, in: passage) { return true }
        return hit.concepts.count > 1 && hit.tokens.count == 1
            && PlaceContext(image: image).isBeforeName(hit, in: passage)
    }

    /// Whether a word for who plays for a nation follows: "the Georgia international", not "Kuwait International Airport".
    static func isPlayer(_ index: Int, in passage: MatchedPassage) -> Bool {
        passage.isClose(index) && !passage.tokens[index].flags.contains(.capitalised)
            && passage.word(index, isIn: StateWordLists.players)
    }

    private func isState(_ concept: Int) -> Bool {
        image.kind(of: concept, is: "state") || image.kind(of: concept, is: "government")
    }

    /// Whether a hit follows the country that ends at `end` by "and" or "or", or by a comma where the list goes on: "in
    /// Iraq, Syria and Iran", but not "since Russia invaded Ukraine, Finland has".
    private func isListed(_ hit: MatchedPassage.Hit, after end: Int, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard !passage.tokens[first].flags.contains(.sentenceStart) else { return false }
        if first == end {
            let next = hit.tokens.upperBound
            return hit.followsComma
                && (passage.word(next, isIn: CapitalWordLists.joiners)
                    || passage.followsComma(next) && !passage.hits(touching: next..<next + 1).isEmpty
                    || passage.followsComma(next) && passage.word(next, isIn: CapitalWordLists.joiners))
        }
        return first == end + 1 && passage.word(end, isIn: CapitalWordLists.joiners)
    }

    private func role(of index: Int, _ state: Int, in passage: MatchedPassage) -> Role {
        let hit = passage.hits[index]
        let isOwner = passage.tokens[hit.tokens.upperBound - 1].flags.contains(.possessive)
        if !isOwner, index > 0, hit.followsComma, passage.hits[index - 1].tokens.upperBound == hit.tokens.lowerBound,
            isPlaceBelowCountry(passage.hits[index - 1])
        {
            return .place
        }
        // `MAE SOT, Thailand — `: a dateline of a town that is unknown.
        if hit.followsComma, isDateline(before: hit, in: passage) { return .place }
        if let role = roleOfInitials(hit, in: passage) ?? roleAfter(index, state, in: passage) { return role }
        if let role = roleBefore(hit, in: passage) { return role }
        return isDescribed(hit, in: passage) ? [.place, .actor] : .actor
    }

    /// Whether the line begins with one to three words in capitals that end at the hit's comma.
    private func isDateline(before hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        var at = hit.tokens.lowerBound - 1
        for _ in 0..<3 where at >= 0 && passage.tokens[at].flags.contains(.allCapitals) {
            if passage.tokens[at].flags.contains(.lineStart) { return true }
            at -= 1
        }
        return false
    }

    func isPlaceBelowCountry(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { concept in
            image.facet(of: concept) == .region && !image.kind(of: concept, is: "country")
        }
    }
}
