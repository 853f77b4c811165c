/// Makes divisions of the places of a list that one word calls so: "Sagaing and Mandalay regions", "provinces of Takhar
/// and Kunduz", «Курской, Белгородской и Воронежской областями».
///
/// Each name is looked up together with the word in the singular.
struct DivisionLists {
    let image: VocabularyImage

    /// Sets the concepts of hits, or adds hits.
    ///
    /// - Parameter triggers: the tokens that may be ``triggers``.
    func resolve(_ passage: inout MatchedPassage, runs: [Range<Int>], triggers: [Int]) {
        var added: [MatchedPassage.Hit] = []
        for at in triggers {
            if passage.word(at, isIn: Self.plurals) {
                added += english(at, in: passage, runs)
            } else if passage.word(at, isIn: Self.words) {
                added += adjectives(before: at, in: passage)
            }
        }
        added.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for hit in added {
            let touching = passage.hits(touching: hit.tokens)
            let isFree = touching.allSatisfy { index in
                let other = passage.hits[index]
                return other.tokens == hit.tokens && other.concepts.allSatisfy { image.facet(of: $0) == .region }
            }
            if isFree { passage.replaceHits(touching, with: hit) }
        }
    }

    // MARK: English

    private func english(_ at: Int, in passage: MatchedPassage, _ runs: [Range<Int>]) -> [MatchedPassage.Hit] {
        guard let singular = Self.singulars[passage.word(at)] else { return [] }
        let reader = PlaceNameReader(image: image, passage: passage, runs: runs)
        var names: [PlaceNameReader.Name] = []
        if passage.word(at + 1) == "of", passage.isClose(at + 1), passage.isClose(at + 2) {
            names = reader.list(startingAt: at + 2)
        } else if passage.isClose(at), passage.tokens[at].flags.contains(.spaced) {
            names = reader.list(endingAt: at)
        }
        guard names.count > 1 else { return [] }
        let words =
            Self.divisions.contains(singular) ? [singular] + Self.divisions.filter { $0 != singular } : [singular]
        return names.compactMap { hit(name: $0.tokens, with: words, in: passage) }
    }

    // MARK: Ukrainian and Russian

    /// The adjectives that share a word for a division, in agreement with it.
    private func adjectives(before at: Int, in passage: MatchedPassage) -> [MatchedPassage.Hit] {
        guard let words = Self.forms.first(where: { $0.contains(passage.word(at)) }) else { return [] }
        var found: [MatchedPassage.Hit] = []
        var name = at - 1
        while name >= 0, found.count < Self.longestList, NameRuns.isNameLike(passage.tokens[name]) {
            guard let hit = hit(name: name..<name + 1, with: words, in: passage) else { break }
            found.append(hit)
            if passage.tokens[name].flags.contains(.sentenceStart) { break }
            if passage.followsComma(name), !found.isEmpty {
                name -= 1
            } else if name > 1, passage.word(name - 1, isIn: CapitalWordLists.joiners), passage.isClose(name) {
                name -= 2
            } else {
                break
            }
        }
        // Alone, the name and the word are a spelling of the vocabulary already.
        if found.count < 2, !passage.word(at, isIn: Self.pluralForms) { found = [] }
        return found + adjectives(behind: at, with: words, in: passage)
    }

    /// The adjectives that take up the word later in its sentence: «19 над Курской областью, 16 над Брянской, остальные
    /// над Белгородской и Орловской».
    private func adjectives(behind at: Int, with words: [String], in passage: MatchedPassage) -> [MatchedPassage.Hit] {
        var found: [MatchedPassage.Hit] = []
        var last = -1
        let end = min(at + Self.reach, passage.tokens.count)
        for name in at + 1..<max(end, at + 1) {
            if passage.tokens[name].flags.contains(.sentenceStart) { break }
            guard NameRuns.isNameLike(passage.tokens[name]) else { continue }
            let isTakenUp =
                passage.word(name - 1, isIn: Self.above) && name - 1 > at
                || last >= 0 && name - last <= 2
                    && (passage.followsComma(name) || passage.word(name - 1, isIn: CapitalWordLists.joiners))
            guard isTakenUp, !passage.word(name + 1, isIn: Self.words),
                let hit = hit(name: name..<name + 1, with: words, in: passage)
            else { continue }
            found.append(hit)
            last = name
        }
        return found
    }

    /// How far behind the word it is taken up, in tokens.
    private static let reach = 60
    /// Words before an adjective that takes up a division's word.
    private static let above: WordSet = ["над", "в", "у", "во", "на", "по", "из", "із", "з"]

    private static let longestList = 16

    // MARK: Hits

    private func hit(name: Range<Int>, with words: [String], in passage: MatchedPassage) -> MatchedPassage.Hit? {
        let written = passage.written(name)
        for word in words {
            let concepts = image.concepts(spelled: written + " " + word, in: .region).filter(isDivision)
            guard !concepts.isEmpty else { continue }
            let span = passage.tokens[name.lowerBound].start..<passage.tokens[name.upperBound - 1].end
            return .init(tokens: name, span: span, concepts: ConceptList(concepts))
        }
        return nil
    }

    private func isDivision(_ concept: Int) -> Bool {
        ["admin1", "admin2", "district"].contains(image.kind(of: concept) ?? "")
    }

    // MARK: Words

    private static let divisions = ["region", "oblast", "province", "state", "governorate", "department"]
    private static let singulars = [
        "regions": "region", "oblasts": "oblast", "provinces": "province", "states": "state",
        "governorates": "governorate", "departments": "department", "districts": "district", "counties": "county",
        "raions": "raion", "prefectures": "prefecture",
    ]
    private static let plurals = WordSet(Array(singulars.keys))
    private static let forms = [
        [
            "область", "області", "области", "областю", "областью", "областей", "областям", "областями", "областях",
        ],
        [
            "район", "району", "районі", "районом", "района", "районе", "райони", "районы", "районів", "районов",
            "районам",
            "районами", "районах",
        ],
        ["край", "краю", "краєм", "края", "краем", "крае", "краї", "краев", "краям", "краями", "краях"],
    ]
    /// The words that are looked at.
    static let triggers = WordSet(plurals.words + words.words)
    /// The words for divisions behind an adjective, in all cases.
    static let words = WordSet(forms.flatMap { $0 })
    private static let pluralForms: WordSet = [
        "області", "области", "областей", "областям", "областями", "областях", "райони", "районы", "районів",
        "районов", "районам", "районами", "районах", "краї", "края", "краев", "краям", "краями", "краях",
    ]
}
