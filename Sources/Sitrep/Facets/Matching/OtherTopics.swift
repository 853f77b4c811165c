/// Drops clubs that bear a town's name, and weapons by way of speaking, in reports on sport; and rockets in reports on
/// space flight.
///
/// - A report is about sport when it has a score ("2-0"), four words of sport and fewer than three of war. A town that stands as a party there
///   ("beat Antwerp", "Porto lost", "a 1-0 victory over Barcelona") is a club everywhere in it, but for where a word
///   that places follow stands before it ("in Barcelona"). Classes of weapons are kept in sentences only that speak of
///   war.
/// - A report is about space flight when it has three words of it and names no weapon but rockets. These are kept in
///   sentences only that speak of war.
struct OtherTopics {
    let image: VocabularyImage

    private static let fewestSportWords = 4
    private static let fewestSpaceWords = 3
    /// With so many words of war a report is about a strike on a stadium rather than a match.
    private static let fewestWarWords = 3

    /// Takes the places and weapons of such hits away. One pass over the tokens of a report that has a score, or a rocket
    /// and no other weapon.
    func resolve(_ passages: inout [MatchedPassage]) {
        if passages.contains(where: hasScore), count(Self.sport, passages) >= Self.fewestSportWords,
            count(Self.war, passages) < Self.fewestWarWords
        {
            let clubs = clubs(in: passages)
            for i in passages.indices {
                dropClubs(clubs, in: &passages[i])
                dropWeapons(in: &passages[i])
            }
        } else if hasRocketsAlone(passages), count(Self.space, passages) >= Self.fewestSpaceWords {
            for i in passages.indices { dropWeapons(in: &passages[i]) }
        }
    }

    /// How many words of a set passages have, each once; up to eight.
    private func count(_ words: WordSet, _ passages: [MatchedPassage]) -> Int {
        var found: [String] = []
        for passage in passages {
            for at in passage.tokens.indices where passage.word(at, isIn: words) {
                let word = passage.word(at)
                if !found.contains(word) { found.append(word) }
                if found.count == 8 { return 8 }
            }
        }
        return found.count
    }

    // MARK: Sport

    private func hasScore(_ passage: MatchedPassage) -> Bool {
        passage.tokens.indices.contains { isScore(at: $0, in: passage) }
    }

    /// "2-0", "112–104", "2:0": two numbers and no more, joined by a hyphen or a colon; no date, no range of years, no
    /// time of day.
    private func isScore(at index: Int, in passage: MatchedPassage) -> Bool {
        let tokens = passage.tokens
        guard index + 1 < tokens.count, tokens[index].flags.contains(.number),
            tokens[index + 1].flags.contains(.number)
        else { return false }
        guard passage.isHyphenated(index + 1) else {
            return tokens[index].end + 1 == tokens[index + 1].start
                && tokens[index + 1].end == tokens[index + 1].start + 1
                && passage.written(index..<index + 2).utf8.contains(UInt8(ascii: ":"))
        }
        let isShort = [index, index + 1].allSatisfy { tokens[$0].end - tokens[$0].start <= 3 }
        return isShort && !tokens[index].flags.contains(.hyphenated) && !passage.isHyphenated(index + 2)
    }

    private func clubs(in passages: [MatchedPassage]) -> Set<Int> {
        var clubs: Set<Int> = []
        for passage in passages {
            for hit in passage.hits where isParty(hit, in: passage) {
                for concept in hit.concepts where isTownOrDivision(concept) && !hit.isOwn(concept) {
                    clubs.insert(concept)
                }
            }
        }
        return clubs
    }

    private func isTownOrDivision(_ concept: Int) -> Bool {
        image.facet(of: concept) == .region
            && ["city", "town", "village", "admin1"].contains { image.kind(of: concept, is: $0) }
    }

    private func isParty(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        let end = hit.tokens.upperBound
        if passage.isClose(end) {
            if isScore(at: end, in: passage) || passage.word(end, isIn: Self.plays) { return true }
            if passage.isHyphenated(end + 1), passage.tokens[end].flags.contains(.capitalised),
                passage.hits(touching: end..<end + 1).isEmpty
            {
                return true
            }
        }
        guard passage.isClose(first) else { return false }
        return passage.word(first - 1, isIn: Self.against)
            || passage.word(first - 1, isIn: Self.links) && passage.word(first - 2, isIn: Self.results)
    }

    private func dropClubs(_ clubs: Set<Int>, in passage: inout MatchedPassage) {
        for i in passage.hits.indices where passage.hits[i].concepts.contains(where: clubs.contains) {
            let hit = passage.hits[i]
            if !isParty(hit, in: passage) {
                let first = hit.tokens.lowerBound
                let isPlace = passage.isClose(first) && passage.word(first - 1, isIn: Self.places)
                if isPlace || PlaceContext(image: image).isNamedSettlement(i, in: passage) { continue }
            }
            passage.hits[i].concepts.removeAll(where: clubs.contains)
        }
    }

    // MARK: Weapons

    /// Drops classes of weapons in sentences without a word of war.
    private func dropWeapons(in passage: inout MatchedPassage) {
        var sentence = 0..<0
        var isWar = false
        for i in passage.hits.indices where passage.hits[i].concepts.contains(where: isClass) {
            let hit = passage.hits[i]
            if !sentence.contains(hit.tokens.lowerBound) {
                sentence = passage.sentence(around: hit.tokens.lowerBound, from: sentence.upperBound)
                isWar = sentence.contains { passage.word($0, isIn: Self.war) }
            }
            if !isWar { passage.hits[i].concepts.removeAll { isClass($0) && !hit.isOwn($0) } }
        }
    }

    private func isClass(_ concept: Int) -> Bool {
        image.facet(of: concept) == .weapon && !image.kind(of: concept, is: "system")
    }

    private func hasRocketsAlone(_ passages: [MatchedPassage]) -> Bool {
        var hasRockets = false
        for passage in passages {
            for hit in passage.hits where hit.concepts.contains(where: { image.facet(of: $0) == .weapon }) {
                guard passage.word(hit.tokens.upperBound - 1, isIn: Self.rockets) else { return false }
                hasRockets = true
            }
        }
        return hasRockets
    }

    // MARK: Words

    private static let rockets: WordSet = ["rocket", "rockets"]
    private static let sport: WordSet = [
        "match", "matches", "striker", "midfielder", "goalkeeper", "coach", "halftime", "header", "league", "cup",
        "tournament", "champions", "championship", "stadium", "football", "footballer", "soccer", "basketball",
        "hockey",
        "tennis", "playoff", "playoffs", "uefa", "fifa", "nba", "nfl", "nhl", "scored", "derby", "referee", "teammate",
        "teammates", "semifinal", "semifinals", "quarterfinal", "quarterfinals", "kickoff", "wicket", "innings",
        "rugby",
        "baseball", "cricket", "fixture", "fixtures", "equaliser", "equalizer", "penalties", "goalless", "winger",
        "матч", "матчі", "матчу", "матча", "матче", "тренер", "форвард", "нападник", "воротар", "вратарь", "нападающий",
        "футбол", "футболіст", "футболист", "чемпіонат", "чемпионат", "чемпіонату", "чемпионата", "ліга", "лига",
        "ліги",
        "лиги", "кубок", "кубка", "збірна", "збірної", "сборная", "сборной", "турнір", "турнир", "півфінал",
        "полуфинал",
        "уєфа", "уефа", "фіфа", "фифа", "пенальті", "пенальти",
    ]
    private static let space: WordSet = [
        "orbit", "orbital", "satellite", "satellites", "spacecraft", "spaceport", "astronaut", "astronauts",
        "cosmonaut", "cosmonauts", "nasa", "spacex", "payload", "payloads", "mars", "moon", "lunar", "pad", "space",
        "falcon", "starship", "electron", "capsule", "cosmodrome", "booster", "boosters", "launchpad", "esa",
        "roscosmos", "starlink",
    ]
    /// Words that a sentence on war has, and one on sport or space flight hardly.
    private static let war: WordSet = [
        "killed", "killing", "wounded", "injured", "struck", "troops", "army", "soldiers", "military", "shelling",
        "shelled", "invasion", "airstrike", "airstrikes", "siren", "sirens", "bombardment", "destroyed", "damaged",
        "war", "militants", "militia", "rebels", "launchers", "intercepted", "civilians", "weapon", "weapons",
        "вбито", "загинув", "загинули", "поранено", "обстріл", "обстрілу", "війна", "війни", "військові", "військових",
        "погиб", "погибли", "ранен", "ранены", "обстрел", "обстрела", "война", "войны", "военные", "военных",
    ]
    /// Verbs behind the name of a club.
    private static let plays: WordSet = [
        "beat", "beats", "lost", "won", "drew", "defeated", "scored", "thrashed", "edged", "sank", "equalised",
        "equalized", "conceded", "host", "hosts", "hosted", "face", "faces", "faced", "coach", "striker", "midfielder",
        "goalkeeper", "captain", "winger", "fans", "trailed", "led", "обіграв", "обіграла", "обыграл", "обыграла",
    ]
    /// Words before the name of a club.
    private static let against: WordSet = [
        "beat", "beats", "over", "against", "past", "defeated", "defeat", "thrashed", "thrash", "edged", "edge", "sank",
        "sink", "vs", "v", "versus", "meet", "meets", "face", "faces", "faced", "host", "hosts", "hosted", "beating",
        "над", "проти", "против", "обіграв", "обіграла", "обыграл", "обыграла",
    ]
    private static let links: WordSet = ["to", "with", "at", "by", "for"]
    private static let results: WordSet = [
        "lost", "lose", "loss", "fell", "drew", "draw", "win", "beaten", "out", "defeated", "plays", "played", "scored",
        "signed", "loan", "defeat", "goals",
    ]
    private static let places: WordSet = [
        "in", "near", "from", "outside", "around", "of", "у", "в", "во", "із", "з", "из",
    ]
}
