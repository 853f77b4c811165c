/// What the words around a date say about it.
struct DateSurroundings {
    let text: DateText
    let tokens: Range<Int>

    /// Whether the date is one to come: `on Wednesday the council will meet`, `will meet on Wednesday`.
    ///
    /// What somebody said on a day was said, whatever it says of the future.
    var isAhead: Bool {
        var at = tokens.lowerBound - 1
        var speaks = false
        while at >= 0, at >= tokens.lowerBound - 7, !text.beginsSentence(at + 1) {
            let word = text.word(at)
            if word.kind == .saying {
                speaks = true
                break
            }
            if word.kind == .future || isDueTo(at) { return true }
            at -= 1
        }
        guard !speaks else { return false }
        at = tokens.upperBound
        while at < tokens.upperBound + 6, at < text.count, !text.beginsSentence(at) {
            let word = text.word(at)
            if word.kind == .saying || word.kind == .that { return false }
            if word.kind == .future || isDueTo(at) { return word.value == 0 }
            at += 1
        }
        return false
    }

    /// `due to meet`, not `due to strikes`.
    private func isDueTo(_ at: Int) -> Bool {
        guard text.isWord(at, "due"), text.isWord(at + 1, "to") else { return false }
        let verbs: [StaticString] = [
            "arrive", "be", "begin", "end", "expire", "hold", "leave", "meet", "return", "start", "take", "visit",
            "vote",
        ]
        return verbs.contains { text.isWord(at + 2, $0) }
    }

    /// Whether it may be the time until which something is to be: `by January 20`, `until the change in January`.
    var isDeadline: Bool {
        var at = tokens.lowerBound
        while at > 0, at > tokens.lowerBound - 8, !text.beginsSentence(at) {
            at -= 1
            if text.kind(at) == .by { return true }
            if text.kind(at) == .saying { return false }
        }
        return false
    }

    /// Whether the date is the page's own and no event's: in a byline, a dateline or a note of the last update.
    func isOwnDate(_ expressions: [DateExpression]) -> Bool {
        switch expressions.first {
        case .day, .dayOfYear: break
        default: return false
        }
        let start = lineStart
        let head = tokens.lowerBound - start
        if (1...4).contains(where: { text.kind(tokens.lowerBound - $0) == .updated && $0 <= head }) { return true }
        if head <= 6, (start..<tokens.lowerBound).prefix(3).contains(where: { text.kind($0) == .published }) {
            return true
        }
        return isDateline(start) || isByline(start)
    }

    private var lineStart: Int {
        var at = tokens.lowerBound
        while at > 0, !text.tokens[at].flags.contains(.lineStart), tokens.lowerBound - at < 24 { at -= 1 }
        return at
    }

    /// `KYIV, Nov. 13 (Reuters) —` and `Kyiv, 13 November 2024 —`.
    private func isDateline(_ start: Int) -> Bool {
        guard text.tokens[start].flags.contains(.lineStart), (1...5).contains(tokens.lowerBound - start),
            text.gap(before: tokens.lowerBound) == .comma,
            (start..<tokens.lowerBound).allSatisfy({ text.tokens[$0].flags.contains(.capitalised) })
        else { return false }
        if text.tokens[start].flags.contains(.allCapitals) { return true }
        return [.dash, .bracket].contains(text.gap(before: tokens.upperBound))
    }

    /// A short line of names and numbers: `Agnes Fell · Wed 13 Nov 2024 09.42 GMT`, or the date alone.
    private func isByline(_ start: Int) -> Bool {
        guard text.tokens[start].flags.contains(.lineStart) else { return false }
        var end = tokens.upperBound
        while end < text.count, !text.tokens[end].flags.contains(.lineStart), end - start <= 14 { end += 1 }
        guard end - start <= 14 else { return false }
        let (next, _) = text.bytes(behind: end - 1)
        let endsSentence = next == UInt8(ascii: ".") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        guard !endsSentence else { return false }
        return (start..<end).allSatisfy { index in
            if tokens.contains(index) { return true }
            switch text.kind(index) {
            case .number, .suffix, .month, .shortMonth, .weekday, .shortWeekday, .by, .and, .published, .updated:
                return true
            case .other: return text.isName(index) || text.tokens[index].end - text.tokens[index].start <= 2
            default: return false
            }
        }
    }
}

extension DateText {
    /// Whether a token is this word.
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        let token = tokens[index]
        guard token.foldedEnd - token.foldedStart == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { folded[token.foldedStart..<token.foldedEnd].elementsEqual($0) }
    }
}
