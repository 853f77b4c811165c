/// Drops places whose name is here that of a ship or a street: "the frigate Sevastopol", `the ship "Slavutich"`, "the
/// Yamal and the Azov", "Kyiv Street", «вулиця Сумська».
struct NamesOfThings {
    let image: VocabularyImage

    /// A town of more inhabitants has streets of its own: "Kyiv and Kharkiv streets", "улица Москвы".
    private static let large: UInt32 = 100_000
    /// How far before an article a word for ships may stand, in tokens.
    private static let reach = 12

    /// Takes the places of such hits away.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.contains(where: { image.facet(of: $0) == .region && !hit.isOwn($0) }) else { continue }
            if let river = river(hit, in: passage) {
                passage.hits[i].concepts = [river]
                continue
            }
            guard
                isShip(hit, in: passage) || isStreet(hit, in: passage)
            else { continue }
            passage.hits[i].concepts.removeAll { image.facet(of: $0) == .region || image.kind(of: $0, is: "state") }
        }
    }

    // MARK: Rivers

    /// "Across the Dnipro": a town that bears the name of a river, with an article and no word behind it that makes a
    /// compound, is the river.
    private func river(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Int? {
        let first = hit.tokens.lowerBound
        let end = hit.tokens.upperBound
        guard hit.tokens.count == 1, passage.isClose(first), passage.word(first - 1, isIn: Self.article),
            hit.concepts.contains(where: isTown)
        else { return nil }
        guard
            passage.tokens[end - 1].flags.contains(.possessive) || standsAlone(hit, in: passage)
                || passage.isClose(end) && passage.word(end, isIn: Self.behindRivers)
        else { return nil }
        return image.concepts(spelled: passage.written(hit.tokens) + " River", in: .region)
            .first { image.kind(of: $0, is: "river") }
    }

    // MARK: Ships

    private func isShip(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard first > 0, !passage.tokens[first].flags.contains(.sentenceStart) else { return false }
        if passage.word(first - 1, isIn: Self.vessels) {
            if passage.isQuoted(hit.tokens) { return true }
            // "The ship Ukraine says it sank": a state or its capital may be what the next clause begins with.
            return passage.isClose(first) && passage.isLatin(first - 1) && !isStateOrCapital(hit)
                && !passage.isHyphenated(hit.tokens.upperBound)
        }
        if passage.word(first - 1, isIn: Self.naming), passage.word(first - 2, isIn: Self.vessels),
            passage.isQuoted(hit.tokens) || passage.isClose(first) && passage.isLatin(first - 1)
        {
            return true
        }
        guard passage.isClose(first) else { return false }
        if passage.tokens[first - 1].flags.contains(.allCapitals), passage.word(first - 1, isIn: Self.prefixes) {
            return true
        }
        return passage.word(first - 1, isIn: Self.article) && isShipWithArticle(hit, in: passage)
    }

    /// "The Kursk sank": a place that has no article of its own stands behind one, and what follows makes no compound of
    /// it ("the Kursk nuclear plant", "the Masisi and Rutshuru regions"). For a division, ships must be spoken of.
    private func isShipWithArticle(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        guard hit.concepts.allSatisfy({ image.facet(of: $0) == .region && (isTown($0) || isDivision($0)) }),
            !passage.tokens[hit.tokens.upperBound - 1].flags.contains(.possessive),
            !passage.word(hit.tokens.upperBound - 1, isIn: Self.divisions)
        else { return false }
        return standsAlone(hit, in: passage) && isAmongShips(hit.tokens.lowerBound, in: passage)
    }

    private func standsAlone(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        if passage.isSentenceEnd(end) { return true }
        if passage.followsComma(end) { return !passage.tokens[end].flags.contains(.capitalised) }
        guard passage.isClose(end), !passage.isHyphenated(end) else { return false }
        if passage.word(end, isIn: Self.joiners) { return passage.word(end + 1, isIn: Self.article) }
        return passage.word(end, isIn: Self.verbs)
    }

    private func isAmongShips(_ index: Int, in passage: MatchedPassage) -> Bool {
        var at = index
        for _ in 0..<Self.reach where at > 0 && !passage.tokens[at].flags.contains(.sentenceStart) {
            at -= 1
            if passage.word(at, isIn: Self.vessels) { return true }
        }
        return false
    }

    private func isStateOrCapital(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains {
            image.facet(of: $0) != .region || image.kind(of: $0, is: "country")
                || isTown($0) && image.ancestry(of: $0).count == 2
        }
    }

    // MARK: Streets

    private func isStreet(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        guard hit.concepts.allSatisfy({ image.facet(of: $0) == .region && isTown($0) }) else { return false }
        let first = hit.tokens.lowerBound
        let end = hit.tokens.upperBound
        if passage.isClose(end), !passage.tokens[end - 1].flags.contains(.possessive),
            passage.tokens[end].flags.contains(.capitalised), passage.word(end, isIn: Self.streetNames),
            !passage.isHeadline(at: end)
        {
            return true
        }
        guard isSmall(hit) else { return false }
        if passage.isClose(first) || passage.isAfterAbbreviation(first) {
            if passage.word(first - 1, isIn: Self.streetsBefore) { return true }
        }
        // "Kolosova and Lermentova streets".
        if passage.isClose(end), passage.word(end, isIn: Self.joiners), passage.isClose(end + 1),
            passage.isClose(end + 2), passage.tokens[end + 1].flags.contains(.capitalised)
        {
            return passage.word(end + 2, isIn: Self.streets)
        }
        return passage.isClose(end) && passage.word(end, isIn: Self.streets) && passage.isClose(first)
            && passage.isClose(first - 1) && passage.word(first - 1, isIn: Self.joiners)
            && passage.tokens[first - 2].flags.contains(.capitalised)
    }

    private func isSmall(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.allSatisfy { hit.isWeak($0) || image.population(of: $0) < Self.large }
    }

    // MARK: Kinds

    private func isTown(_ concept: Int) -> Bool {
        let kind = image.kind(of: concept)
        return kind == "city" || kind == "town" || kind == "village"
    }

    private func isDivision(_ concept: Int) -> Bool {
        image.kind(of: concept, is: "admin1") || image.kind(of: concept, is: "admin2")
    }

    // MARK: Words

    private static let article: WordSet = ["the"]
    private static let joiners: WordSet = ["and", "or"]
    private static let divisions: WordSet = [
        "region", "regions", "oblast", "province", "state", "district", "krai", "county", "territory", "governorate",
        "raion", "okrug", "republic", "city", "department", "canton", "prefecture", "area", "division",
    ]
    private static let naming: WordSet = ["named", "called", "назвою", "названием"]
    private static let vessels: WordSet = [
        "ship", "ships", "warship", "warships", "vessel", "vessels", "frigate", "frigates", "corvette", "corvettes",
        "destroyer", "destroyers", "cruiser", "cruisers", "submarine", "submarines", "battleship", "flagship",
        "tanker", "tankers", "freighter", "freighters", "trawler", "tugboat", "tugboats", "minesweeper", "icebreaker",
        "carrier", "ferry", "yacht", "gunboat", "gunboats", "steamer", "boat", "boats", "sub", "cutter", "tug",
        "корабель", "корабля", "кораблі", "судно", "судна", "судном", "фрегат", "фрегата", "фрегатом",
        "корвет", "корвета", "корветом", "катер", "катера", "катером", "крейсер", "крейсера", "крейсером", "есмінець",
        "танкер", "танкера", "танкером", "пором", "човен", "човна", "буксир", "балкер", "суховантаж", "криголам",
        "корабль", "кораблем", "корабле", "кораблю", "судне", "эсминец", "паром", "подлодка", "подлодки", "подлодку",
        "лодка", "лодки", "лодку", "сухогруз", "ледокол", "вдк", "бдк", "апл", "траулер",
    ]
    /// What stands in capitals before a ship's name.
    private static let prefixes: WordSet = [
        "uss", "hms", "hmas", "hmcs", "hmnzs", "ins", "mv", "ss", "ms", "mt", "rfa", "rfs", "tcg", "bap", "ara", "usns",
        "usnv", "rts", "jds", "fgs", "hnoms", "hdms",
    ]
    /// What follows the name of a ship that stands alone.
    private static let verbs: WordSet = [
        "was", "were", "is", "had", "has", "would", "could", "will", "did", "which", "sank", "sunk", "sailed", "left",
        "carried", "carries", "ran", "docked", "anchored", "struck", "burned", "burnt", "exploded", "returned",
    ]
    private static let behindRivers: WordSet = [
        "from", "to", "at", "in", "near", "on", "into", "toward", "towards", "by", "where", "since", "after", "with",
        "during", "while", "but", "as", "between", "under", "this", "last", "for",
    ]
    private static let streets: WordSet = ["streets", "avenues", "lanes", "boulevards"]
    private static let streetNames: WordSet = [
        "street", "avenue", "boulevard", "lane", "prospekt", "prospect", "square", "embankment",
    ]
    /// Words for one street before its name. Forms that may be plurals are none: «вулиці Бучі» are the streets of Bucha.
    private static let streetsBefore: WordSet = [
        "вулиця", "вулицю", "вулицею", "вул", "проспект", "проспекту", "проспекті", "проспектом", "просп", "площа",
        "площу", "площею", "пл", "бульвар", "бульварі", "провулок", "провулку", "узвіз",
        "улица", "улицу", "улицей", "улице", "ул", "проспекте", "площадь", "площадью", "бульваре", "переулок",
        "переулке",
    ]
}
