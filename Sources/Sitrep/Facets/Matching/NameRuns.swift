/// A run of capitalised words that may be one name: `Alexei Smirnov`, `Mohammed bin Salman`, `Defense Minister
/// Pistorius`.
///
/// Small particles stand inside of a name only; a run ends with a sentence, at a comma and where anything but a blank or
/// a hyphen stands between the words.
enum NameRuns {
    /// A run of more words is a headline or a list, and no name.
    static let longest = 8

    /// The runs of a passage, in order. One pass.
    static func find(in passage: MatchedPassage) -> [Range<Int>] {
        let tokens = passage.tokens
        var runs: [Range<Int>] = []
        var at = 0
        while at < tokens.count {
            guard isNameLike(tokens[at]) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < tokens.count, passage.isClose(end) {
                if isNameLike(tokens[end]) {
                    end += 1
                } else if end + 1 < tokens.count, passage.isClose(end + 1), isNameLike(tokens[end + 1]),
                    particles.contains(passage.word(end))
                {
                    end += 2
                } else {
                    break
                }
            }
            runs.append(at..<end)
            at = end
        }
        return runs
    }

    /// A word of two letters or more that begins with a capital.
    @inline(__always)
    static func isNameLike(_ token: Token) -> Bool {
        token.flags.contains(.capitalised) && !token.flags.contains(.number) && token.end - token.start > 1
    }

    private static let particles: WordSet = [
        "al", "el", "ul", "ad", "as", "ash", "bin", "ibn", "bint", "ben", "abu", "abd", "van", "von", "der", "den",
        "de", "di", "da", "dos", "du", "del", "la", "le", "ould", "uz", "ur",
    ]
}
