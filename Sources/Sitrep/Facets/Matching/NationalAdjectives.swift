/// Tells where an adjective of a nation names no party: "Ukrainian cities", "French-made", "the Lebanese one".
///
/// It names one where it stands for forces, officials or policy ("Russian troops", "Israeli strikes"), and beside what a
/// state backs, leads or holds ("Iranian-backed", "Russian-occupied").
struct NationalAdjectives {
    let image: VocabularyImage

    /// No more adjectives than this are passed over between the nation and the noun, or joined to it.
    private static let mostBetween = 3

    /// Whether the hit, an adjective or a name of people of `state`, speaks of nobody who acts for it.
    func nameNobody(_ index: Int, _ state: Int, in passage: MatchedPassage) -> Bool {
        let hit = passage.hits[index]
        let end = hit.tokens.upperBound
        if isOnePerson(hit, in: passage) { return true }
        // "The Burmese junta" is a party whatever follows.
        if hit.tokens.count > 1, passage.word(end - 1, isIn: CapitalWordLists.governments) { return false }
        guard passage.isClose(end), !passage.tokens[end - 1].flags.contains(.possessive) else { return false }
        if passage.tokens[end].flags.contains(.hyphenated), passage.word(end, isIn: StateWordLists.origins) {
            return true
        }
        if passage.word(end, isIn: Words.ofNobody) || StateMentions.isPlayer(end, in: passage) { return true }
        guard let noun = noun(behind: index, in: passage) else { return false }
        if passage.word(noun, isIn: Words.places) {
            return !(passage.isClose(noun + 1) && passage.word(noun + 1, isIn: StateWordLists.bodies))
        }
        return noun == end && isPlace(at: noun, of: state, in: passage)
    }

    /// The word that the adjective describes, behind others that are joined to it: "Iraqi and Jordanian borders",
    /// "Turkish-Greek border", "Russian border town".
    private func noun(behind index: Int, in passage: MatchedPassage) -> Int? {
        var at = passage.hits[index].tokens.upperBound
        var next = index + 1
        for _ in 0..<Self.mostBetween where next < passage.hits.count {
            let start = passage.word(at, isIn: CapitalWordLists.joiners) ? at + 1 : at
            guard passage.hits[next].tokens.lowerBound == start, passage.isClose(start),
                isAdjective(passage.hits[next])
            else { break }
            at = passage.hits[next].tokens.upperBound
            next += 1
        }
        for _ in 0..<Self.mostBetween {
            guard passage.isClose(at) else { return nil }
            // "Russian border villages", but "the Russian border".
            let isBetween =
                passage.word(at, isIn: Words.places)
                ? passage.word(at + 1, isIn: Words.places) && passage.isClose(at + 1)
                : passage.word(at, isIn: StateWordLists.directions) || passage.word(at, isIn: StateWordLists.modifiers)
            guard isBetween else { return at }
            at += 1
        }
        return passage.isClose(at) ? at : nil
    }

    private func isAdjective(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.kind(of: $0, is: "state") }
            && !hit.concepts.contains { image.facet(of: $0) == .region }
    }

    /// "The Russian Kursk region": a place of that country stands there.
    private func isPlace(at index: Int, of state: Int, in passage: MatchedPassage) -> Bool {
        guard let place = passage.hits(touching: index..<index + 1).first.map({ passage.hits[$0] }),
            place.tokens.lowerBound == index, let country = image.country(ofState: state)
        else { return false }
        return place.concepts.contains { $0 != country && image.isAncestor(country, of: $0) }
    }

    /// "The Libyan would", "an Israeli was": one person, told by the article and by what is no noun behind. "The British
    /// said" is a government.
    private func isOnePerson(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard hit.tokens.count == 1, passage.isClose(first), passage.word(first - 1, isIn: Words.articles) else {
            return false
        }
        // Not "the Kremlin said".
        let name = passage.word(first)
        guard name.hasSuffix("an") || name.hasSuffix("i") else { return false }
        return passage.isClose(first + 1) && passage.word(first + 1, isIn: StateWordLists.functions)
            && !passage.word(first + 1, isIn: CapitalWordLists.joiners)
    }
}

extension NationalAdjectives {
    private enum Words {
        static let articles: WordSet = ["the", "a", "an", "another", "one", "each", "every"]
        /// What a state does not act by: people, trade, culture.
        static let ofNobody: WordSet = [
            "language", "speaking", "speaker", "speakers",
            "hospital", "television", "tv", "newspaper", "newspapers", "media", "journalist", "journalists",
            "word", "words", "woman", "women", "man", "family", "families", "child", "children", "student", "students",
            "company", "companies", "firm", "food", "wheat", "grain", "gas", "oil", "market", "markets", "currency",
            "literature", "music", "culture", "cuisine", "church", "school", "university", "film", "actor", "singer",
            "footballer", "tourist", "tourists", "shop", "restaurant", "restaurants", "origin", "descent", "heritage",
            "doctor", "doctors", "businessman", "sea", "winter", "summer", "channel", "one", "ones", "firms",
            "refugee", "refugees", "migrant", "migrants", "immigrant", "immigrants", "deportees", "expatriates",
            "diaspora",
            "rebel", "rebels", "guerrilla", "guerrillas", "insurgent", "insurgents", "jihadist", "jihadists", "gang",
            "gangs", "civilian", "civilians", "villager", "villagers", "farmer", "farmers", "worker",
            "workers", "teenager", "teenagers", "couple", "mother", "father", "girl", "boy", "poet", "writer",
            "novelist", "artist", "director", "filmmaker", "photographer", "accent", "dialect",
            "мова", "мови", "мову", "мовою", "мові", "язык", "языка", "языке", "языком", "сми", "змі", "газета",
            "газети", "газеты", "телеканал", "журналіст", "журналист", "журналісти", "журналисты", "школа", "школи",
            "школы", "лікарня", "больница", "література", "литература", "діти", "дети", "дітей", "детей", "родина",
            "жінка", "женщина", "біженці", "беженцы", "біженців", "беженцев", "компанія", "компания", "компанії",
            "компании",
        ]
        /// What is a place: the adjective says where it lies.
        static let places: WordSet = [
            "territory", "territories", "soil", "airspace", "border", "borders", "frontier", "city", "cities", "town",
            "towns", "village", "villages", "settlement", "region", "regions", "province", "provinces", "oblast",
            "oblasts", "district", "districts", "coast", "coastline", "port", "ports", "island", "islands", "capital",
            "waters", "desert", "countryside", "hinterland", "mainland", "peninsula", "river", "valley", "skies",
            "місто", "міста", "місті", "містом", "містах", "містам", "містами", "міст", "село", "села", "селі",
            "селах", "територія", "території", "територію", "територією", "територіях", "кордон", "кордону",
            "кордоном", "кордоні", "область", "області", "областей", "областях", "регіон", "регіону", "регіони",
            "регіонів", "столиця", "столиці", "узбережжя", "порт", "порту", "порти", "город", "города", "городе",
            "городом", "городах", "городам", "городами", "городов", "селе", "территория", "территории", "территорию",
            "территорией", "граница", "границы", "границе", "границу", "границей", "области", "областях", "регион",
            "региона", "регионе", "регионы", "регионов", "столица", "столицы", "столице", "побережье", "побережья",
            "порты", "портам",
        ]
    }
}
