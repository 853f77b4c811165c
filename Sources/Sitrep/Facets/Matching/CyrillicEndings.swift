extension MatchedPassage {
    /// Whether the last word of a hit ends as the instrumental of Ukrainian and Russian names does: «з Росією», «с Киевом».
    ///
    /// Said of the word behind «з» and «с», which stand before few other cases.
    func endsInInstrumental(_ hit: Hit) -> Bool { ends(hit, with: Self.instrumental) }

    /// Whether the last word of a hit ends as the locative of Ukrainian and Russian names does: «на Украине», «у Москві».
    func endsInLocative(_ hit: Hit) -> Bool { ends(hit, with: Self.locative) }

    /// Whether the last word of a hit ends in a Cyrillic vowel, as no nominative of a masculine name does.
    func endsInVowel(_ hit: Hit) -> Bool { ends(hit, with: Self.vowels) }

    /// Whether the last word of a hit ends as the nominative of a feminine name does: «Москва», «Варшава».
    func endsLikeFeminine(_ hit: Hit) -> Bool { ends(hit, with: Self.feminine) }

    /// Whether a word ends as the third person of common Ukrainian and Russian verbs does: «затягивает», «прагне» not.
    func endsInPresent(_ index: Int) -> Bool { tokens.indices.contains(index) && ends(index, with: Self.present) }

    /// Whether a word ends as a verb of a masculine subject in the past does: «ввел», «передав».
    func endsInMasculinePast(_ index: Int) -> Bool { isLong(index) && ends(index, with: Self.masculinePast) }

    /// Whether a word ends as a verb of a feminine subject in the past does: «вызвала», «відмовилася».
    func endsInFemininePast(_ index: Int) -> Bool { isLong(index) && ends(index, with: Self.femininePast) }

    /// Whether a word has more than three Cyrillic letters.
    private func isLong(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].foldedEnd - tokens[index].foldedStart > 6
    }

    private func ends(_ hit: Hit, with endings: [[UInt8]]) -> Bool { ends(hit.tokens.upperBound - 1, with: endings) }

    private func ends(_ index: Int, with endings: [[UInt8]]) -> Bool {
        let word = tokens[index]
        let bytes = folded[word.foldedStart..<word.foldedEnd]
        return endings.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let instrumental = ["ою", "ею", "єю", "ом", "ем", "єм", "ой", "ей"].map { Array($0.utf8) }
    private static let masculinePast = ["ил", "ал", "ел", "ул", "ял", "ив", "ав", "ув", "яв"].map { Array($0.utf8) }
    private static let femininePast = ["ла", "лась", "лася"].map { Array($0.utf8) }
    private static let present = ["ает", "яет", "ует", "юет", "ає", "яє", "ує", "ює"].map { Array($0.utf8) }
    private static let vowels = ["а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", "ы", "э"].map { Array($0.utf8) }
    private static let feminine = ["а", "я"].map { Array($0.utf8) }
    private static let locative = ["і", "е", "ї"].map { Array($0.utf8) }
}
