/// Takes a city that speaks or acts for its state: "Moscow said", "Washington's policy", "sent by Pyongyang".
///
/// The mention is counted to the actor of kind `state` that bears the name of the city's country, instead of the city.
/// "In Moscow", "Kyiv residents" and all else stay the city. Cities that defer to an oblast are no capitals.
struct CapitalMentions {
    let image: VocabularyImage

    /// Sets the concepts of the hits that are cities.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.count == 1, isCity(hit.concepts[0]), acts(i, in: passage),
                let state = state(of: hit.concepts[0])
            else { continue }
            passage.hits[i].concepts = [state]
        }
    }

    private func isCity(_ concept: Int) -> Bool {
        image.facet(of: concept) == .region && image.kind(of: concept) == "city" && image.deferral(of: concept) == nil
    }

    /// The state that bears the name of the country at the root of a city's path.
    private func state(of city: Int) -> Int? {
        guard let country = image.ancestry(of: city).last, country != city else { return nil }
        return image.payloads(of: image.node(of: image.name(of: country))).lazy
            .compactMap { image.payload($0)?.concept }
            .first { image.facet(of: $0) == .actor && image.kind(of: $0) == "state" }
    }

    private func acts(_ index: Int, in passage: MatchedPassage) -> Bool {
        let tokens = passage.hits[index].tokens
        let before =
            passage.tokens[tokens.lowerBound].flags.contains(.sentenceStart) ? "" : passage.word(tokens.lowerBound - 1)
        if Self.inside.contains(before) { return false }
        if Self.asked.contains(before) { return true }
        if before == "to", Self.given.contains(passage.word(tokens.lowerBound - 2)) { return true }
        let end = tokens.upperBound
        guard end < passage.tokens.count, !passage.tokens[end].flags.contains(.sentenceStart) else { return false }
        if passage.tokens[end - 1].flags.contains(.possessive) {
            return (end..<min(end + 3, passage.tokens.count)).contains { Self.affairs.contains(passage.word($0)) }
        }
        if Self.deeds.contains(verb(from: end, in: passage)) { return true }
        // "Moscow and Kyiv launched": both do what the second does.
        guard passage.word(end) == "and", index + 1 < passage.hits.count,
            passage.hits[index + 1].tokens.lowerBound == end + 1,
            passage.hits[index + 1].concepts.contains(where: isCity)
        else { return false }
        return Self.deeds.contains(verb(from: passage.hits[index + 1].tokens.upperBound, in: passage))
    }

    /// The first word from `start` that is no auxiliary or adverb.
    private func verb(from start: Int, in passage: MatchedPassage) -> String {
        var at = start
        while at < start + 3, Self.auxiliaries.contains(passage.word(at)) { at += 1 }
        guard at < passage.tokens.count, passage.tokens[at].flags.contains(.spaced) else { return "" }
        return passage.word(at)
    }

    private static let inside: Set<String> = [
        "in", "near", "at", "from", "around", "outside", "across", "over", "on", "into",
    ]
    /// What is done by a party or to one: "sent by Pyongyang", "urged Moscow".
    private static let asked: Set<String> = [
        "by", "help", "helps", "helped", "helping", "urge", "urges", "urged", "urging", "accuse", "accuses", "accused",
        "accusing", "blame", "blames", "blamed", "blaming", "pressure", "pressured", "pressuring", "pressing", "warn",
        "warned", "warning", "told", "force", "forcing", "allow", "allowing",
    ]
    /// What is given to a party: "supplied to Kyiv".
    private static let given: Set<String> = [
        "aid", "assistance", "support", "supplied", "supplies", "deliveries", "dollars", "loyal", "allied", "close",
        "pledged", "provided", "given", "weapons", "arms", "belongs",
    ]
    /// What only a government has: "Moscow's war effort".
    private static let affairs: Set<String> = [
        "war", "army", "military", "troops", "forces", "policy", "policies", "government", "leadership", "estimate",
        "allies",
        "ally", "backers", "claim", "claims", "demand", "demands", "decision", "efforts", "effort", "offensive",
        "invasion",
        "incursion", "ambassador", "envoy", "envoys", "diplomacy", "stance", "position", "aim", "aims", "goals", "plan",
        "plans", "proposal", "refusal", "response", "sanctions", "nuclear", "interests", "aggression", "accusations",
    ]
    private static let auxiliaries: Set<String> = [
        "has", "have", "had", "will", "would", "also", "again", "now", "repeatedly", "recently", "reportedly", "then",
        "could",
        "may", "did", "does", "not", "long", "already", "later", "previously", "since",
    ]
    /// What a government does and a place does not.
    private static let deeds: Set<String> = [
        "accepted", "accepts", "accused", "accuses", "agreed", "agrees", "amassed", "announced", "announces", "annexed",
        "argued", "argues", "asked", "asks", "backed", "backs", "believes", "blamed", "blames", "called", "calls",
        "claimed",
        "claims", "condemned", "condemns", "confirmed", "considers", "declared", "declares", "demanded", "demands",
        "denied",
        "denies", "deployed", "dismissed", "dismisses", "expects", "fears", "hopes", "imposed", "insisted", "insists",
        "intends", "invaded", "launched", "launches", "massed", "offered", "offers", "plans", "pledged", "proposed",
        "proposes", "refused", "refuses", "rejected", "rejects", "responded", "responds", "said", "says", "seeks",
        "sent",
        "sends", "signed", "signalled", "signaled", "sought", "stated", "supplied", "supplies", "supports", "supported",
        "threatened", "threatens", "told", "urged", "urges", "vowed", "vows", "wanted", "wants", "warned", "warns",
    ]
}
