/// Finds the names that the text itself calls a village, a district, an airport.
///
/// - The word behind the name, or behind a list: "Tugas village", "Done Pike and Chein Khar Li villages".
/// - "Of" and the like: "the village of Tugas", "towns including Hacarí and Tibú".
/// - In Ukrainian and Russian the word before the name: «у селі Кремяне».
/// - The division behind a comma: "in Thandwe, Rakhine state".
/// - A name of capitalised words whose last one says what it is: "Boryspil International Airport", "Tugas Township".
struct TypedPlaces {
    let image: VocabularyImage

    /// A name and the word that says what it is.
    struct Found {
        var name: PlaceNameReader.Name
        var type: PlaceType
        /// The name with the word for its kind.
        var surface: Range<Int>
        /// Whether that word belongs to the name: "Hoa Lo prison", not "Tugas village".
        var isWhole = false
        /// A word for its kind in an oblique case stands before it.
        var isOblique = false
        /// The name, where it is not as it is written.
        var written: String?
    }

    /// The words in small letters from which names are looked for; one question a token tells the rest.
    static let triggers = WordSet(
        PlaceType.englishWords.words + PlaceType.cyrillicWords.words + CaseForms.districtWords.words
            + abbreviations.words
            + DivisionLists.triggers.words
    )

    /// The tokens that are ``triggers``, in any capitals.
    static func triggers(in passage: MatchedPassage) -> [Int] {
        passage.tokens.indices.filter { passage.word($0, isIn: triggers) }
    }

    /// What a passage calls places, not in order.
    func find(in passage: MatchedPassage, runs: [Range<Int>], triggers: [Int]) -> [Found] {
        let reader = PlaceNameReader(image: image, passage: passage, runs: runs)
        var found: [Found] = []
        for at in triggers where !passage.tokens[at].flags.contains(.capitalised) {
            if passage.word(at, isIn: PlaceType.englishWords) {
                guard let type = PlaceType.english(passage.word(at)) else { continue }
                found += english(type, at, passage, reader)
            } else if passage.word(at, isIn: CaseForms.districtWords), let one = adjective(before: at, passage) {
                found.append(one)
            } else if passage.word(at, isIn: PlaceType.cyrillicWords) || isAbbreviation(at, passage) {
                found += cyrillic(at, passage, reader)
            }
        }
        for run in runs where run.count > 1 {
            if let one = capitalised(run, passage) { found.append(one) }
        }
        for hit in passage.hits.indices {
            if let one = settlement(before: hit, passage, reader) { found.append(one) }
        }
        return found
    }

    /// "In Thandwe, southern Rakhine state": the division that it lies in stands behind a comma.
    private func settlement(before hit: Int, _ passage: MatchedPassage, _ reader: PlaceNameReader) -> Found? {
        let division = passage.hits[hit].tokens
        guard passage.word(division.upperBound - 1, isIn: PlaceWords.divisions),
            passage.hits[hit].concepts.contains(where: { image.kind(of: $0, is: "admin1") }),
            !passage.tokens[division.upperBound - 1].flags.contains(.possessive)
        else { return nil }
        // "From Ivan Petrenko, Kharkiv region governor".
        if passage.isClose(division.upperBound), passage.word(division.upperBound, isIn: RoleWords.after) { return nil }
        var at = division.lowerBound
        while division.lowerBound - at < 3, passage.isClose(at),
            passage.word(at - 1) == "in" || passage.word(at - 1, isIn: PlaceWords.between)
        {
            at -= 1
        }
        // "Laiza Township, Kachin State" says what it is already.
        guard passage.followsComma(at), !passage.word(at - 1, isIn: PlaceWords.lastWords),
            let name = reader.name(endingAt: at), isLocated(name.tokens, passage)
        else { return nil }
        return Found(name: name, type: PlaceType(level: .settlement), surface: name.tokens)
    }

    // MARK: English

    private func english(
        _ type: PlaceType,
        _ at: Int,
        _ passage: MatchedPassage,
        _ reader: PlaceNameReader
    ) -> [Found] {
        if !isNamed(before: at, type, passage, reader), let start = nameStart(behind: at, type, passage) {
            let names =
                type.isPlural ? reader.list(startingAt: start) : reader.name(startingAt: start).map { [$0] } ?? []
            return names.map { Found(name: $0, type: type, surface: $0.tokens) }
        }
        var end = at
        var isStrong = !type.isWeak
        while end > 0, at - end < 3, passage.isClose(end), passage.word(end - 1, isIn: PlaceWords.modifiers) {
            end -= 1
            isStrong = isStrong || passage.word(end, isIn: PlaceWords.strengthening)
        }
        // "Bambo, Tongo and surrounding areas".
        if end < at, passage.word(end, isIn: PlaceWords.surrounding), passage.isClose(end),
            passage.word(end - 1, isIn: CapitalWordLists.joiners)
        {
            guard type.isPlural, let last = reader.name(endingAt: end - 1) else { return [] }
            let before = last.tokens.lowerBound
            let more = passage.followsComma(before) ? reader.name(endingAt: before) : nil
            let names = [last] + (more.map { [$0] } ?? [])
            guard names.allSatisfy({ isLocated($0.tokens, passage) || $0.tokens == last.tokens && more != nil }) else {
                return []
            }
            return names.map { Found(name: $0, type: type, surface: $0.tokens) }
        }
        guard passage.isClose(end), passage.tokens[end].flags.contains(.spaced), end > 0,
            !passage.word(at, isIn: Self.onlyBeforeOf),
            !passage.tokens[end - 1].flags.contains(.possessive),
            !(type.level == .settlement && passage.word(at + 1) == "hall")
        else { return [] }
        let names = type.isPlural ? reader.list(endingAt: end) : reader.name(endingAt: end).map { [$0] } ?? []
        guard let first = names.last, !type.isPlural || names.count > 1 else { return [] }
        // Known places need no more than the word; "the Haley camp" may be anything.
        guard isStrong || names.contains(where: { $0.hit != nil }) || isLocated(first.tokens, passage) else {
            return []
        }
        return names.enumerated().map { number, name in
            let isLast = number == 0 && !type.isPlural
            return Found(
                name: name,
                type: type,
                surface: isLast ? name.tokens.lowerBound..<at + 1 : name.tokens,
                isWhole: isLast && (type.level == .facility || type.level == .feature)
            )
        }
    }

    /// Whether the name that stands before the word is what it calls so, though "of" and another follow: "Pangram area of
    /// Charkh", but not "the Donbas town of Lyman".
    private func isNamed(
        before at: Int,
        _ type: PlaceType,
        _ passage: MatchedPassage,
        _ reader: PlaceNameReader
    ) -> Bool {
        guard !type.isPlural, passage.isClose(at), passage.word(at + 1) == "of",
            !passage.word(at, isIn: Self.onlyBeforeOf), let name = reader.name(endingAt: at)
        else {
            return false
        }
        return type.level != .settlement || name.hit == nil
    }

    private static let onlyBeforeOf: WordSet = [
        "mayor", "outskirts",
    ]

    /// Where a name may begin behind "village of", "towns including", "a village called".
    private func nameStart(behind at: Int, _ type: PlaceType, _ passage: MatchedPassage) -> Int? {
        let next = at + 1
        guard next + 1 < passage.tokens.count, passage.isClose(next) || passage.followsComma(next) else { return nil }
        let word = passage.word(next)
        if word == "of" || PlaceWords.callings.contains(word) {
            guard word != "of" || passage.word(at, isIn: PlaceWords.beforeOf) && !hasIndefiniteArticle(at, passage),
                passage.isClose(next + 1)
            else { return nil }
            return next + 1
        }
        guard type.isPlural else { return nil }
        if word == "including" || word == "like" { return next + 1 }
        return word == "such" && passage.word(next + 1) == "as" ? next + 2 : nil
    }

    /// "A village of Tatars" names no village, "a remote village of Tugas" might.
    private func hasIndefiniteArticle(_ at: Int, _ passage: MatchedPassage) -> Bool {
        passage.word(at - 1) == "a" || passage.word(at - 1) == "an"
    }

    /// Whether a word that places follow stands before the name.
    func isLocated(_ name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        var at = name.lowerBound
        for _ in 0..<3 {
            guard at > 0, passage.isClose(at) else { return false }
            at -= 1
            if passage.word(at, isIn: PlaceWords.before) { return true }
            guard passage.word(at, isIn: PlaceWords.between) else { return false }
        }
        return false
    }
}
