/// Acronyms that are also common English words (US, IT, WHO), which cannot be told apart where all is in capitals.
///
/// In a passage in capitals such a word is taken for the common one, except US where the pronoun cannot stand: at the
/// start of a sentence and after "the". Other acronyms (UN, NATO) and names count there as they do elsewhere.
enum CapitalWords {
    private static let common: WordSet = [
        "aid", "aim", "all", "am", "an", "and", "any", "are", "arm", "as", "ask", "at", "be", "by", "can", "car", "do",
        "for", "go", "had", "has", "he", "her", "him", "his", "how", "if", "in", "is", "it", "its", "may", "me", "men",
        "mod", "my", "no", "not", "now", "of", "off", "on", "one", "or", "our", "out", "sad", "see", "she", "so", "the",
        "to", "top", "two", "up", "us", "was", "we", "who", "why", "win", "you",
    ]

    /// Whether the token at `index`, an acronym in capitals whose folded form is `word`, is to be taken for a word.
    static func isCommonWord(
        _ word: String,
        at index: Int,
        in tokens: UnsafeBufferPointer<Token>,
        folded: (Int) -> String
    ) -> Bool {
        guard common.contains(word), standsAmongCapitals(index, in: tokens) else { return false }
        guard word == "us" else { return true }
        return !tokens[index].flags.contains(.sentenceStart) && !(index > 0 && folded(index - 1) == "the")
    }

    /// Whether the words around, up to three on either side of the same line, are all in capitals, and there are some.
    private static func standsAmongCapitals(_ index: Int, in tokens: UnsafeBufferPointer<Token>) -> Bool {
        var words = 0
        func isCapital(_ token: Token) -> Bool? {
            if token.flags.contains(.number) || token.end - token.start < 2 { return nil }
            return token.flags.contains(.allCapitals)
        }
        var at = index
        while at > 0, index - at < 3, !tokens[at].flags.contains(.lineStart) {
            at -= 1
            guard let capital = isCapital(tokens[at]) else { continue }
            if !capital { return false }
            words += 1
        }
        at = index
        while at + 1 < tokens.count, at - index < 3, !tokens[at + 1].flags.contains(.lineStart) {
            at += 1
            guard let capital = isCapital(tokens[at]) else { continue }
            if !capital { return false }
            words += 1
        }
        return words >= 2
    }
}
