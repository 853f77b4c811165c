/// Numbers in digits, with thousands and decimals as English, Ukrainian and Russian write them.
extension NumberReader {
    /// No number in a report has more digits.
    private static let mostDigits = 12

    /// `1,400`, `3.5 million`, `4m`.
    func digits(_ at: Int) -> NumberPart? {
        guard !isTaken(at), var value = plain(at), count(at) <= Self.mostDigits else { return nil }
        var end = at + 1
        var isBare = true
        // 1,400 and 1 400 and 1.400; the first group has up to three digits, the others three.
        if count(at) <= 3 {
            var sign: UInt8 = 0
            while end < text.count, text.role(end) == .digits, count(end) == 3, let group = plain(end), !isTaken(end),
                let next = separator(before: end), sign == 0 || sign == next, value < 1_000_000_000
            {
                // "1.275 million" and "1,275 млн" are decimals.
                if next != 0x20, sign == 0, isDecimal(end, next) { break }
                sign = next
                value = value * 1000 + group
                end += 1
                isBare = false
            }
        }
        if end == at + 1, end < text.count, text.role(end) == .digits, let next = separator(before: end), next != 0x20 {
            // 3.5 and 3,5; not 3.5.2 or 12.11.2024.
            guard let fraction = plain(end), count(end) <= 3 else { return nil }
            value += fraction / [1, 10, 100, 1000][count(end)]
            end += 1
            isBare = false
            if end < text.count, text.role(end) == .digits, let more = separator(before: end), more != 0x20 {
                return nil
            }
        }
        var part = NumberPart(value: value, end: end, isDigits: true, isBareDigits: isBare)
        if let scale = joinedScale(end) {
            part.value *= scale
            part.scale = scale
            part.end = end + 1
            part.isBareDigits = false
            return part
        }
        return scaled(part)
    }

    /// The sign between two groups of digits: a comma, a full stop or a blank (0x20); `nil` for anything else.
    private func separator(before index: Int) -> UInt8? {
        let start = text.tokens[index - 1].end
        let end = text.tokens[index].start
        guard end <= text.bytes.count else { return nil }
        switch text.bytes[start..<end] {
        case let gap where gap.elementsEqual([0x20]) || gap.elementsEqual([0xC2, 0xA0]): return 0x20
        case let gap where gap.elementsEqual([0xE2, 0x80, 0xAF]) || gap.elementsEqual([0xE2, 0x80, 0x89]): return 0x20
        case let gap where gap.elementsEqual([0x2C]): return 0x2C
        case let gap where gap.elementsEqual([0x2E]): return 0x2E
        default: return nil
        }
    }

    /// Whether three digits behind a sign are a fraction: a word that multiplies them follows.
    private func isDecimal(_ index: Int, _ sign: UInt8) -> Bool {
        let isScaled = text.role(index + 1) == .scale && text.gap(before: index + 1) == .blank
        return isScaled && (sign == 0x2E || text.isCyrillic(index + 1))
    }

    private func count(_ index: Int) -> Int { text.tokens[index].foldedEnd - text.tokens[index].foldedStart }

    private func plain(_ index: Int) -> Double? {
        let token = text.tokens[index]
        guard count(index) <= Self.mostDigits else { return nil }
        var value = 0
        for place in token.foldedStart..<token.foldedEnd {
            let byte = text.folded[place]
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return Double(value)
    }

    /// `4m refugees`, `50k`.
    private func joinedScale(_ index: Int) -> Double? {
        guard index < text.count, text.gap(before: index) == .joined else { return nil }
        if text.isWord(index, "k") { return 1000 }
        if text.isWord(index, "bn") { return 1_000_000_000 }
        if text.isWord(index, "mn") || text.isWord(index, "mln") { return 1_000_000 }
        guard text.isWord(index, "m") else { return nil }
        let isPeople = (index + 1...index + 3).contains { text.role($0) == .noun && text.gap(before: $0) == .blank }
        return isPeople ? 1_000_000 : nil
    }
}
