extension SpellingFinder {
    /// A name in capitals that is as short may be a word in small letters: US.
    private static let fewestLettersOfState = 4
    /// What stands for a state in capitals alone is its name where it begins as that does: Polish, not Kremlin.
    private static let lettersOfName = 3

    /// The names of one word and the adjectives of the state that a word stands for, folded, without the word; none
    /// where it stands for none or for several.
    ///
    /// German and Germany, Chinese and China, in all scripts of the vocabulary.
    func namesOfState(_ word: String) -> [[UInt8]] {
        var states: [Int] = []
        for meaning in image.meanings(of: word)
        where image.facet(of: meaning.concept) == .actor && image.kind(of: meaning.concept, is: "state") {
            guard meaning.flags.isDisjoint(with: [.weak, .label]) else { continue }
            if !states.contains(meaning.concept) { states.append(meaning.concept) }
        }
        guard states.count == 1 else { return [] }
        let beginning = PlainName.of(image.name(of: states[0])).prefix(Self.lettersOfName)
        let typed = Array(PlainName.of(word).utf8)
        guard Self.isName(typed, beginning, isCased: false) else { return [] }
        var names: [[UInt8]] = []
        for spelling in image.spellings(of: states[0]) where spelling.flags.isDisjoint(with: [.weak, .label]) {
            let tokens = Tokenizer.tokenize(spelling.text)
            guard tokens.tokens.count == 1 else { continue }
            let name = Array(tokens.folded(tokens.tokens[0]))
            guard Self.isName(name, beginning, isCased: spelling.flags.contains(.cased)) else { continue }
            if name != typed, !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func isName(_ name: [UInt8], _ beginning: Substring, isCased: Bool) -> Bool {
        let text = String(decoding: name, as: UTF8.self)
        return text.unicodeScalars.count >= fewestLettersOfState && (!isCased || text.hasPrefix(beginning))
    }
}
