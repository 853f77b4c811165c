/// Places that Ukrainian and Russian texts call so: the word stands before the name, or behind the adjective of a district.
extension TypedPlaces {
    /// "С.", "м.", "г." with their full stop: without it, the first is a preposition.
    func isAbbreviation(_ at: Int, _ passage: MatchedPassage) -> Bool {
        passage.word(at, isIn: Self.abbreviations) && passage.isAfterAbbreviation(at + 1)
            && !(at > 0 && passage.tokens[at - 1].flags.contains(.number))
    }

    func cyrillic(_ at: Int, _ passage: MatchedPassage, _ reader: PlaceNameReader) -> [Found] {
        let word = passage.word(at)
        let type = PlaceType.cyrillic(word) ?? PlaceType(level: .settlement)
        guard at + 1 < passage.tokens.count, passage.isClose(at + 1) || isAbbreviation(at, passage) else { return [] }
        // "Населений пункт" is a settlement, "пункт" anything.
        if passage.word(at, isIn: Self.points), !passage.word(at - 1, isIn: Self.populated) { return [] }
        // "У районі" alone is "in the area of"; a city's quarter has its name before the word.
        if type.isWeak, !passage.word(at - 1, isIn: Self.inside) { return [] }
        var names = type.isPlural ? reader.list(startingAt: at + 1) : reader.name(startingAt: at + 1).map { [$0] } ?? []
        if type.isPlural, !type.isWeak, names.count < 2 { return [] }
        let isVillager = passage.word(at - 1, isIn: PlaceWords.villagers)
        names = names.compactMap { cut($0, isVillager: isVillager, passage) }
        return names.map {
            let isAlone = !type.isPlural
            return Found(
                name: $0,
                type: type,
                surface: isAlone ? at..<$0.tokens.upperBound : $0.tokens,
                isOblique: !Self.nominatives.contains(word)
            )
        }
    }

    /// «У Краснолуцькому районі»: the name of a district is an adjective, which is given in the nominative.
    func adjective(before at: Int, _ passage: MatchedPassage) -> Found? {
        guard at > 0, passage.isClose(at), NameRuns.isNameLike(passage.tokens[at - 1]),
            passage.hits(touching: at - 1..<at + 1).isEmpty,
            at < 2 || !passage.isClose(at - 1)
                || !NameRuns.isNameLike(passage.tokens[at - 2]) || passage.word(at - 2, isIn: PlaceWords.openers),
            let written = CaseForms.nominative(ofDistrict: passage.written(at - 1..<at))
        else { return nil }
        let name = PlaceNameReader.Name(tokens: at - 1..<at + 1, hit: nil)
        return Found(
            name: name,
            type: PlaceType(level: .district),
            surface: name.tokens,
            isWhole: true,
            written: written
        )
    }

    /// The name without the person or the division behind it: "Малинівка Чугуївського району".
    private func cut(_ name: PlaceNameReader.Name, isVillager: Bool, _ passage: MatchedPassage) -> PlaceNameReader.Name?
    {
        guard name.hit == nil else { return name }
        var tokens = name.tokens
        if let division = tokens.dropFirst().first(where: { passage.word($0 + 1, isIn: DivisionLists.words) }) {
            tokens = tokens.lowerBound..<division
        }
        // The places of the words, as hyphens part tokens too; a person's name may hold what the vocabulary has.
        var words = [tokens.lowerBound]
        for at in tokens.lowerBound + 1..<min(tokens.lowerBound + 8, passage.tokens.count) {
            guard at < tokens.upperBound || isVillager, passage.isClose(at), NameRuns.isNameLike(passage.tokens[at])
            else {
                break
            }
            if !passage.tokens[at].flags.contains(.hyphenated) { words.append(at) }
        }
        if isVillager, words.count > 1 {
            guard words.count == 3 else { return nil }
            tokens = tokens.lowerBound..<words[1]
        }
        guard words.count <= 3, !tokens.isEmpty else { return nil }
        return PlaceNameReader.Name(tokens: tokens, hit: nil)
    }

    private static let points: WordSet = [
        "пункт", "пункту", "пункті", "пунктом", "пункта", "пункте", "пунктів", "пунктах", "пунктов", "пунктами",
    ]
    private static let populated: WordSet = [
        "населений", "населеного", "населеному", "населеним", "населених", "населеними", "населенный", "населенного",
        "населенному", "населенном", "населенным", "населенных", "населенными",
    ]
    static let abbreviations: WordSet = [
        "с", "м", "г", "смт", "пос", "дер", "пгт",
    ]
    private static let inside: WordSet = [
        "в", "у", "во", "з", "із", "из",
    ]
    private static let nominatives: WordSet = [
        "село", "місто", "селище", "хутір", "станиця", "смт", "город", "деревня", "поселок", "пгт", "хутор",
        "станица", "аул", "кишлак", "мис", "мыс", "річка", "река", "озеро", "острів", "остров", "с", "м", "г", "пос",
        "дер", "пункт",
    ]
}
