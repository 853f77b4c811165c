/// Decides whether a country's name stands for the place, for the acting state, or for both.
///
/// A place: "in Ukraine", "southern Ukraine", "Kyiv, Ukraine", "Russia's Kursk region", "Ukraine's border", "parts of
/// Ukraine". Both: "attack on Ukraine", "troops from Russia", "the invasion of Ukraine", "the Ukraine war". Else an
/// actor: "Ukraine said", "aid to Ukraine"; so are initials that stand before a noun ("in the U.S. military"). A country in a list ("in Russia and Ukraine") is what the one before it is.
///
/// Demonyms ("Ukrainian") are spellings of actors only and make no place; before "language" and the like they are no
/// mention at all.
struct StateMentions {
    let image: VocabularyImage

    private struct Role: OptionSet {
        let rawValue: Int
        static let place = Role(rawValue: 1)
        static let actor = Role(rawValue: 2)
    }

    /// Sets the concepts of the hits that are countries or demonyms.
    func resolve(_ passage: inout MatchedPassage) {
        var last: (end: Int, role: Role)?
        for i in passage.hits.indices {
            if let state = administration(passage.hits[i], in: passage) { passage.hits[i].concepts.append(state) }
            let hit = passage.hits[i]
            guard let state = hit.concepts.first(where: { image.facet(of: $0) == .actor && isState($0) }) else {
                continue
            }
            if isFlag(hit, in: passage) {
                passage.hits[i].concepts = []
                continue
            }
            guard let place = hit.concepts.first(where: { image.facet(of: $0) == .region }) else {
                if Words.ofNobody.contains(next(hit, in: passage)) { passage.hits[i].concepts = [] }
                continue
            }
            // The report means another place of that name, which is no state: Georgia in the United States.
            if !image.kind(of: place, is: "country"), image.kind(of: place) != nil {
                passage.hits[i].concepts.removeAll { $0 == state }
                continue
            }
            var role = self.role(of: i, in: passage)
            if let last, isListed(hit, after: last.end, in: passage) { role = last.role }
            last = (hit.tokens.upperBound, role)
            passage.hits[i].concepts.removeAll {
                ($0 == state && !role.contains(.actor)) || ($0 == place && !role.contains(.place))
            }
        }
    }

    /// The state of a person whose government is meant: "the Biden administration".
    private func administration(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Int? {
        let end = hit.tokens.upperBound
        guard passage.isClose(end), passage.word(end, isIn: Words.administrations),
            let person = hit.concepts.first(where: { image.kind(of: $0, is: "person") })
        else { return nil }
        return image.ancestry(of: person).first(where: isState)
    }

    /// "Panama-flagged", and a name that a person bears: "Jordan Clarkson".
    private func isFlag(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        guard end < passage.tokens.count else { return false }
        if passage.tokens[end].flags.contains(.hyphenated) { return passage.word(end, isIn: Words.flags) }
        return hit.concepts.count > 1 && hit.tokens.count == 1
            && PlaceContext(image: image).isBeforeName(hit, in: passage)
    }

    private func isState(_ concept: Int) -> Bool {
        image.kind(of: concept, is: "state") || image.kind(of: concept, is: "government")
    }

    /// Whether a hit follows the country that ends at `end` by "and", "or" or a comma.
    private func isListed(_ hit: MatchedPassage.Hit, after end: Int, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard !passage.tokens[first].flags.contains(.sentenceStart) else { return false }
        if first == end { return hit.followsComma }
        return first == end + 1 && passage.word(end, isIn: CapitalWordLists.joiners)
    }

    private func role(of index: Int, in passage: MatchedPassage) -> Role {
        let hit = passage.hits[index]
        if index > 0, hit.followsComma, passage.hits[index - 1].tokens.upperBound == hit.tokens.lowerBound,
            isPlaceBelowCountry(passage.hits[index - 1])
        {
            return .place
        }
        // `MAE SOT, Thailand — `: a dateline of a town that is unknown.
        if hit.followsComma, isDateline(before: hit, in: passage) { return .place }
        if let role = roleOfInitials(hit, in: passage) ?? roleAfter(index, in: passage) { return role }
        if let role = roleBefore(hit, in: passage) { return role }
        return .actor
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

    /// `U.S. president`, `US soil`: initials serve as an adjective, where a whole name hardly does.
    private func roleOfInitials(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Role? {
        let first = passage.tokens[hit.tokens.lowerBound]
        guard first.flags.contains(.allCapitals) || first.foldedEnd - first.foldedStart == 1,
            passage.isFollowedByWord(hit)
        else { return nil }
        let word = next(hit, in: passage)
        if Words.places.contains(word), !Words.shares.contains(word) { return .place }
        return Words.functions.contains(word) ? nil : .actor
    }

    /// What the words after the name say: `Russia's Kursk region`, `Ukraine's capital`, `the Ukraine war`.
    private func roleAfter(_ index: Int, in passage: MatchedPassage) -> Role? {
        let hit = passage.hits[index]
        var at = hit.tokens.upperBound
        guard at < passage.tokens.count, !passage.tokens[at].flags.contains(.sentenceStart) else { return nil }
        guard passage.tokens[at - 1].flags.contains(.possessive) else {
            guard passage.isClose(at) else { return nil }
            if passage.word(at, isIn: Words.bordering) { return .place }
            return passage.word(at, isIn: Words.conflicts) ? [.place, .actor] : nil
        }
        // A border is a part of a country and a place itself.
        while passage.word(at, isIn: Words.directions), !passage.word(at, isIn: Words.places) { at += 1 }
        if passage.word(at, isIn: Words.places) { return .place }
        if index + 1 < passage.hits.count, passage.hits[index + 1].tokens.lowerBound == at,
            isPlaceBelowCountry(passage.hits[index + 1])
        {
            return .place
        }
        // "In Russia's army" is nothing in Russia: what stands before a possessive belongs to the noun.
        return .actor
    }

    /// What the words before the name say: `in Ukraine`, `southern Ukraine`, `attack on Ukraine`, `parts of Ukraine`.
    private func roleBefore(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Role? {
        var at = hit.tokens.lowerBound
        var directed = false
        func before() -> String {
            at > 0 && !passage.tokens[at].flags.contains(.sentenceStart) ? passage.word(at - 1) : ""
        }
        while true {
            let word = before()
            if Words.directions.contains(word) {
                directed = true
            } else if word != "the" {
                break
            }
            at -= 1
        }
        if directed { return .place }
        let word = before()
        if Words.inside.contains(word) { return .place }
        if Words.aimed.contains(word) {
            // "Attack on Ukraine", but "tough on China".
            let isAttack = (2...4).contains { at >= $0 && passage.word(at - $0, isIn: CapitalWordLists.attacks) }
            return isAttack ? [.place, .actor] : .actor
        }
        if Words.against.contains(word) {
            return [.place, .actor]
        }
        if Words.away.contains(word) {
            let isSent =
                at >= 2
                && (passage.word(at - 2, isIn: CapitalWordLists.dealings) || passage.word(at - 2, isIn: Words.senders))
            return isSent ? .actor : .place
        }
        if word == "with", at >= 2, passage.word(at - 2, isIn: Words.bordering) { return .place }
        // Ukrainian and Russian need no word like "of": території України.
        if Words.placesOfCountry.contains(word) { return .place }
        guard word == "to" || word == "of", at >= 2 else { return nil }
        let earlier = passage.word(at - 2)
        if word == "to" {
            if Words.giving.contains(earlier) || CapitalWordLists.dealings.contains(earlier) { return .actor }
            // "Deployment of troops to Russia", but "a plea to Russia": what goes somewhere stands before.
            var back = at - 2
            for _ in 0..<5 where back >= 0 {
                if passage.word(back, isIn: Words.moving) { return .place }
                if passage.tokens[back].flags.contains(.sentenceStart) { break }
                back -= 1
            }
            return .actor
        }
        if Words.places.contains(earlier) || Words.directions.contains(earlier) { return .place }
        return Words.deedsInside.contains(earlier) ? [.place, .actor] : nil
    }

    private func isPlaceBelowCountry(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { concept in
            image.facet(of: concept) == .region && !image.kind(of: concept, is: "country")
        }
    }

    private func next(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> String {
        passage.word(hit.tokens.upperBound)
    }
}

extension StateMentions {
    /// The words that tell a place from an actor, folded.
    private enum Words {
        /// What follows is a place.
        static let inside: WordSet = [
            "in", "inside", "within", "into", "across", "throughout", "over", "near", "around", "through", "via",
            "outside", "beyond", "entering", "entered", "leaving", "left", "visited", "visiting", "reached",
            "neighbouring",
            "neighboring", "в", "у", "во", "по", "над", "через", "біля", "возле", "из", "з", "із", "зі", "до", "внутри",
        ]
        /// What follows is a place and a party.
        static let against: WordSet = [
            "targeting", "attacked", "attacking", "hit", "hitting",
            "struck", "striking", "invaded", "invading", "bombed", "bombing", "shelled", "shelling", "pounded",
            "pounding",
            "на", "против", "проти",
        ]
        /// What follows is a place, but for what a party sends or is sent ("aid from Norway").
        static let away: WordSet = ["from", "toward", "towards"]
        /// What follows is a party, and a place where it is attacked.
        static let aimed: WordSet = ["on", "at", "against"]
        /// "The border with Romania".
        static let bordering: WordSet = ["border", "borders", "frontier", "bordering", "crossing", "crossings"]
        /// Behind the name of a head of state or government.
        static let administrations: WordSet = ["administration", "government", "regime", "cabinet"]
        /// A share of a country where "of" follows, and something else before a verb or an adjective.
        static let shares: WordSet = ["most", "part", "parts"]
        /// Before "from" and a party: "troops from North Korea".
        static let senders: WordSet = [
            "troops", "soldiers", "forces", "fighters", "mercenaries", "officials", "ammunition", "gas", "oil",
            "independence", "independent", "delegation", "delegations", "representatives", "diplomats", "leaders",
        ]
        /// What goes to a place, or lies beside it.
        static let moving: WordSet = [
            "go", "goes", "going", "went", "gone", "travel", "travels", "travelled", "traveled", "travelling", "return",
            "returns", "returned", "returning", "flew", "fly", "flying", "flight", "flights", "move", "moved", "moving",
            "movement", "deploy", "deployed", "deploying", "deployment", "deported", "deportation", "fled", "flee",
            "fleeing", "come", "came", "coming", "arrive", "arrived", "visit", "visits", "visited", "trip", "trips",
            "taken", "took", "take", "transferred", "transported", "brought", "bring", "bringing", "route", "road",
            "next", "adjacent", "back", "sent", "send", "sending", "troops", "soldiers", "escape", "escaped", "crossed",
            "crossing", "border", "journey", "exported", "evacuated", "moves", "relocated", "smuggled", "withdrew",
            "retreated", "shipped", "import", "imports", "entry", "access", "spread", "spilled", "north", "south",
            "east", "west", "war", "peace",
        ]
        /// What joins a ship or a thing to the country that it is registered in.
        static let flags: WordSet = ["flagged", "registered", "owned", "made", "built", "born", "designed"]
        /// What follows a demonym where it is nobody's deed: "a Saudi hospital", "Chinese-made".
        static let ofNobody: WordSet = [
            "language", "speaking", "speaker", "speakers", "made", "built", "born", "based", "designed", "style",
            "hospital", "television", "tv", "newspaper", "newspapers", "media", "journalist", "journalists",
            "word", "words", "woman", "women", "man", "family", "families", "child", "children", "student", "students",
            "company", "companies", "firm", "food", "wheat", "grain", "gas", "oil", "market", "markets", "currency",
            "literature", "music", "culture", "cuisine", "church", "school", "university", "film", "actor", "singer",
            "footballer", "tourist", "tourists", "shop", "restaurant", "restaurants", "origin", "descent", "heritage",
            "doctor", "doctors", "businessman", "sea", "winter", "summer", "channel",
        ]
        /// What is given to a party: "aid to Ukraine".
        static let giving: WordSet = [
            "aid", "assistance", "support", "help", "weapons", "arms", "ammunition", "loan", "loans", "funding",
            "deliveries", "supplies", "given", "provided", "pledged", "committed", "according", "thanks", "commitment",
            "guarantees", "belongs", "loyal", "allied", "close", "due", "said", "offer", "message", "warning",
            "response",
        ]
        /// Deeds that happen inside of a country.
        static let deedsInside: WordSet = [
            "invasion", "occupation", "bombardment", "bombing", "shelling", "annexation", "control", "liberation",
            "destruction", "defence", "defense",
        ]
        /// What stands after a country but is no noun that the country's initials could describe.
        static let functions: WordSet = [
            "about", "after", "against", "ahead", "also", "although", "amid", "and", "are", "as", "at", "because",
            "before",
            "but", "by", "can", "could", "during", "for", "from", "had", "has", "have", "if", "in", "into", "is", "it",
            "last", "later", "may", "might", "must", "next", "not", "now", "of", "on", "or", "over", "said", "says",
            "should",
            "since", "so", "than", "that", "the", "their", "then", "this", "though", "through", "to", "too", "under",
            "until",
            "was", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would", "yet",
        ]
        /// "The Ukraine war".
        static let conflicts: WordSet = ["war", "conflict", "invasion", "crisis", "frontline", "front"]
        /// Parts of a country that stand before or after its name.
        static let directions: WordSet = [
            "eastern", "western", "southern", "northern", "central", "northeastern", "northwestern", "southeastern",
            "southwestern", "northeast", "northwest", "southeast", "southwest", "east", "west", "north", "south",
            "occupied",
            "mainland", "border", "frontline", "controlled",
        ]
        /// What belongs to a country as a place: "Ukraine's border", "parts of Ukraine".
        static let places: WordSet = [
            "capital", "territory", "territories", "region", "regions", "province", "provinces", "oblast", "oblasts",
            "city",
            "cities", "town", "towns", "village", "villages", "border", "borders", "soil", "airspace", "coast", "port",
            "ports", "east", "west", "north", "south", "part", "parts", "area", "areas", "most", "interior", "swathes",
            "skies", "outskirts", "centre", "center", "land",
        ]
        /// The same in Ukrainian and Russian, where the country follows in the genitive.
        static let placesOfCountry: WordSet = [
            "територія", "території", "територію", "територією", "территория", "территории", "территорию",
            "территорией",
            "кордон", "кордону", "кордоні", "граница", "границы", "границе", "границу", "столиця", "столиці", "столица",
            "столицы", "столице", "регіони", "регіонів", "регионы", "регионов", "області", "областей", "области",
            "міста",
            "міст", "города", "городов", "півдні", "сході", "заході", "півночі", "юге", "востоке", "западе", "севере",
        ]
    }
}
