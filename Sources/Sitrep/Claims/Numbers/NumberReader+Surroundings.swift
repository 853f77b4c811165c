/// What stands around a number: ranges, qualifiers, and what makes it no number of things.
extension NumberReader {
    /// The end of a range: `10,000 to 12,000`, `200–300`, `two or three`.
    func rangeEnd(_ at: Int, _ first: NumberPart) -> (NumberPart, end: Int)? {
        guard !first.isArticle else { return nil }
        var next = first.end
        switch text.gap(before: next) {
        case .hyphen: break
        case .blank where [.to, .or].contains(text.role(next)):
            // "from 10 to 20" may be a rise, "to" behind a place is none.
            if text.role(next) == .to, text.role(at - 1) == .from, !text.isCyrillic(next) { return nil }
            next += 1
            guard text.gap(before: next) == .blank else { return nil }
        case .blank where text.role(next) == .and && isBetween(at): next += 1
        case .stop where text.isSpacedDash(before: next): break
        default: return nil
        }
        guard text.role(next) == .digits || text.role(next) == .cardinal, let last = part(next), last.vague == nil
        else { return nil }
        if text.role(first.end) == .or, last.value - first.value > max(2, first.value) { return nil }
        return (last, last.end)
    }

    private func isBetween(_ at: Int) -> Bool { text.isWord(at - 1, "between") || text.isWord(at - 1, "між") }

    /// Whether what stands before a number makes it none of things: money, designators, ages, list numbers.
    func isNoFigure(_ at: Int, _ part: NumberPart) -> Bool {
        guard !isTaken(at) else { return true }
        let gap = text.gap(before: at)
        if at > 0, gap == .joined { return true }
        if at > 0, gap == .hyphen, !part.isArticle {
            // "Su-34", "6-0"; but "the two – 20 drones".
            return true
        }
        if at > 0, gap == .dot || gap == .comma, text.role(at - 1) == .digits, part.isDigits,
            text.tokens[at].start - text.tokens[at - 1].end == 1
        {
            return true
        }
        switch text.sign(before: at) {
        case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "+"):
            return part.isDigits
        case 0xAC, 0xA3, 0xA5:
            // € (E2 82 AC), £ (C2 A3), ¥ (C2 A5)
            if isMoney(at) { return true }
        case 0x96 where part.isDigits:
            // № (E2 84 96)
            return true
        default: break
        }
        guard part.isDigits || text.role(at) == .cardinal else { return false }
        if part.isBareDigits, part.value <= 31, isMonth(at - 1) || isMonth(at + 1) { return true }
        switch text.role(at - 1) {
        case .numbered: return gap == .blank && !text.beginsSentence(at)
        case .no: return part.isDigits && gap != .line
        default: break
        }
        if text.isWord(at - 1, "aged") || text.isWord(at - 1, "віком") { return true }
        // "1. First", "2) Second"
        if part.isDigits, text.beginsParagraph(at), text.sign(behind: at) == UInt8(ascii: ")") { return true }
        return part.isBareDigits && isYear(at, part)
    }

    /// Whether a token is the name of a month, with a blank or full stop between it and the number.
    private func isMonth(_ index: Int) -> Bool {
        guard text.tokens.indices.contains(index) else { return false }
        let token = text.tokens[index]
        let word = DateLexicon.shared.word(text.folded, token.foldedStart, token.foldedEnd - token.foldedStart)
        return (word.kind == .month || word.kind == .shortMonth)
            && (word.isCyrillic || token.flags.contains(.capitalised))
    }

    private func isMoney(_ at: Int) -> Bool {
        let start = text.tokens[at].start
        let before = text.bytes[max(0, start - 3)..<start]
        return before.suffix(3).elementsEqual("€".utf8) || before.suffix(2).elementsEqual("£".utf8)
            || before.suffix(2).elementsEqual("¥".utf8)
    }

    /// Whether four digits are a year: not where the words around say that they count.
    private func isYear(_ at: Int, _ part: NumberPart) -> Bool {
        guard part.value >= 1900, part.value < 2100 else { return false }
        if text.role(at + 1) == .noun, text.gap(before: at + 1) == .blank {
            // "In 2022 soldiers of …"
            switch text.role(at - 1) {
            case .preposition, .from, .boundary: return true
            default: return text.beginsSentence(at) ? false : text.role(at - 1) == .to
            }
        }
        guard [.than, .least, .about, .nearly, .more].contains(text.role(at - 1)) else { return true }
        // "at least 2000 Russian soldiers" counts; "until about 1945 the border" does not.
        var noun = at + 1
        while noun <= at + 3, text.role(noun) == .other, text.gap(before: noun) == .blank { noun += 1 }
        return noun > at + 1 && (text.role(noun) != .noun || text.gap(before: noun) != .blank)
    }

    /// Whether what stands behind a number makes it none of things: percentages, lengths, ages, ordinals, times.
    func isNoFigureBehind(_ number: ClaimNumber) -> Bool {
        let last = number.tokens.upperBound - 1
        let next = last + 1
        switch text.sign(behind: last) {
        case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "="): return true
        case UInt8(ascii: ":"), UInt8(ascii: "/"):
            return text.role(next) == .digits && text.tokens[next].start - text.tokens[last].end == 1
        case UInt8(ascii: ")") where text.beginsParagraph(number.tokens.lowerBound): return true
        case UInt8(ascii: ".") where text.beginsParagraph(number.tokens.lowerBound):
            // A list's number, with a sentence or word behind it.
            if text.gap(before: next) == .dot || text.gap(before: next) == .line { return true }
        case 0xC2, 0xE2:
            // ° (C2 B0), € (E2 82 AC)
            let end = text.tokens[last].end
            let behind = text.bytes[end..<min(text.bytes.count, end + 3)]
            if behind.starts(with: "°".utf8) || behind.starts(with: "€".utf8) { return true }
        default: break
        }
        guard next < text.count else { return false }
        let gap = text.gap(before: next)
        if gap == .joined { return text.value(next) != 1 || !isSquareKilometre(next) }
        if gap == .hyphen { return true }
        guard gap == .blank || gap == .dot else { return false }
        if text.isWord(next, "per") { return true }
        if text.role(next) == .measure {
            return !isSquareKilometre(next)
        }
        return false
    }

    /// Whether an area is measured from a token on.
    func isSquareKilometre(_ at: Int) -> Bool { area(at) != nil }

    /// The unit of an area that is written from a token on, and where it ends.
    func area(_ at: Int) -> (unit: String, end: Int)? {
        if text.role(at) == .square {
            guard text.role(at + 1) == .measure, text.value(at + 1) == 1,
                [.blank, .dot].contains(text.gap(before: at + 1))
            else { return nil }
            return (unit(at + 1), at + 2)
        }
        guard text.role(at) == .measure, text.value(at) == 1 else { return nil }
        if text.isSquared(at) { return (unit(at), at + 1) }
        if text.role(at + 1) == .digits, text.gap(before: at + 1) == .joined,
            text.tokens[at + 1].foldedEnd
                - text.tokens[at + 1].foldedStart == 1, text.folded[text.tokens[at + 1].foldedStart] == 0x32
        {
            return (unit(at), at + 2)
        }
        return nil
    }

    private func unit(_ at: Int) -> String {
        text.isWord(at, "miles") || text.isWord(at, "mile") ? "square miles" : "km2"
    }

    // MARK: Qualifiers

    /// Says how exact a number is, from the words before and behind it.
    func qualify(_ number: inout ClaimNumber, in sentence: Range<Int>) {
        let (found, start) = qualifier(before: number.tokens.lowerBound)
        var qualifier = found
        if let found {
            // A sentence that is cut by its length or by a heading may begin within the qualifier.
            number.start = max(start, sentence.lowerBound)
            if found == .about, number.least != number.most { number.qualifier = number.qualifier ?? .about }
        }
        let last = number.tokens.upperBound - 1
        if text.sign(behind: last) == UInt8(ascii: "+") { qualifier = .over }
        if text.role(last + 1) == .or, text.isWord(last + 2, "more") { qualifier = .atLeast }
        guard number.qualifier == nil, number.least == number.most, !number.isArticle || qualifier == nil else {
            return
        }
        number.qualifier = qualifier
        switch qualifier {
        case .over, .atLeast: number.most = nil
        case .upTo: number.least = nil
        default: break
        }
    }

    private func qualifier(before at: Int) -> (Claim.Qualifier?, start: Int) {
        guard at > 0, text.gap(before: at) == .blank || text.gap(before: at) == .mark else { return (nil, at) }
        let before = at - 1
        switch text.role(before) {
        case .about:
            return (.about, text.role(before - 1) == .article && text.isWord(before, "estimated") ? before - 1 : before)
        case .nearly: return (.nearly, before)
        case .more: return (.over, before)
        case .least:
            let start = text.role(before - 1) == .at ? before - 1 : before
            return (.atLeast, start)
        case .fewer where text.isWord(before, "under"), .most where text.role(before - 1) == .at:
            return (.upTo, before)
        case .to:
            if text.role(before - 1) == .up { return (.upTo, before - 1) }
            // «до 50 тисяч», but not «зросла до 60».
            if text.isCyrillic(before), text.role(before - 1) != .reach { return (.upTo, before) }
            return text.isWord(before - 1, "close") ? (.nearly, before - 1) : (nil, at)
        case .than:
            let isNegated = text.role(before - 2) == .no || text.role(before - 2) == .not
            let start = isNegated ? before - 2 : before - 1
            switch text.role(before - 1) {
            case .more: return (isNegated ? .upTo : .over, start)
            case .fewer: return (isNegated ? .atLeast : .upTo, start)
            default: return (nil, at)
            }
        case .fewer where text.isCyrillic(before):
            // «не менше 20»
            return text.role(before - 1) == .not ? (.atLeast, before - 1) : (.upTo, before)
        case .asWord where text.role(before - 1) == .many: return (.upTo, before - 2)
        case .of where text.isWord(before - 1, "excess"): return (.over, before - 1)
        case .preposition where text.isWord(before, "above"): return (.over, before)
        default: return (nil, at)
        }
    }
}
