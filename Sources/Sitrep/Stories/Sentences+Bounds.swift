extension Sentences {
    /// Whether a sentence begins with a word.
    ///
    /// Not behind an abbreviation with full stops inside (`U.S.`), an initial (`J. Doe`) or a title (`Gen.`), unless a new
    /// line begins there, or what follows is a word that stands before no name: `in the U.S. The minister …`.
    func isStart(_ word: Words.Word, after last: Words.Word) -> Bool {
        guard word.startsSentence else { return false }
        let stop = last.range.upperBound
        guard stop < bytes.count, bytes[stop] == UInt8(ascii: "."), !hasBreak(between: last, and: word),
            isInitial(last) || isDotted(last) || Array(last.folded).withUnsafeBytes({ Self.titles.contains($0) })
        else { return true }
        let isCapital = Self.scalar(bytes, word.range.lowerBound)?.properties.isUppercase ?? false
        return isCapital && !isInitial(word) && FunctionWords.contains(Array(word.folded))
    }

    /// Titles and other words that are written short before names and numbers.
    private static let titles: WordSet = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "sgt", "capt", "cmdr", "adm", "brig", "rep", "sen",
        "gov", "st", "no", "vs", "approx", "ген", "полк", "підполк", "подполк", "кап", "лейт", "серж", "ст", "вул",
        "ул",
        "пл", "обл", "смт", "пгт", "тис", "тыс", "млн", "млрд", "ім", "им",
    ]

    /// A letter with a full stop behind it.
    private func isInitial(_ word: Words.Word) -> Bool {
        guard word.range.upperBound < bytes.count, bytes[word.range.upperBound] == UInt8(ascii: ".") else {
            return false
        }
        let scalars = String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars
        guard let first = scalars.first, first.properties.isUppercase else { return false }
        return scalars.dropFirst().allSatisfy { $0.properties.generalCategory == .nonspacingMark }
    }

    /// Whether a full stop stands before a word of one letter or two, and no blank between: the `S` of `U.S.`.
    private func isDotted(_ word: Words.Word) -> Bool {
        let start = word.range.lowerBound
        guard start >= 2, bytes[start - 1] == UInt8(ascii: "."), Self.isWordByte(bytes[start - 2]) else { return false }
        let scalars = String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars
        return scalars.count <= 2 && scalars.allSatisfy { $0.properties.isAlphabetic }
    }

    private static func scalar(_ bytes: [UInt8], _ offset: Int) -> Unicode.Scalar? {
        String(decoding: bytes[offset..<min(bytes.count, offset + 4)], as: UTF8.self).unicodeScalars.first
    }

    /// Gives each sentence the signs before its first word and behind its last one.
    mutating func bound() {
        var start = 0
        for index in all.indices {
            let words = all[index].range
            if index == 0 { start = bounds(of: 0..<words.lowerBound, isFirst: true).start }
            let next = index + 1 < all.count ? all[index + 1].range.lowerBound : bytes.count
            let gap = bounds(of: words.upperBound..<next, isFirst: false)
            all[index].range = min(start, words.lowerBound)..<gap.end
            start = gap.start
        }
    }

    /// Where the sentence before a gap between two words ends, and where the one behind it starts.
    ///
    /// What is written at the last word is its, and so are marks that close behind a blank, as in `« … »`; the rest of
    /// the line is the next one's. Lines of signs alone are nobody's.
    private func bounds(of gap: Range<Int>, isFirst: Bool) -> (end: Int, start: Int) {
        var end = gap.lowerBound
        var start = gap.upperBound
        var isBehind = isFirst
        var hasStart = false
        var isLine = !isFirst
        var at = gap.lowerBound
        for scalar in String(decoding: bytes[gap], as: UTF8.self).unicodeScalars {
            let next = at + UTF8.width(scalar)
            defer { at = next }
            if scalar.properties.isWhitespace || scalar == "\0" {
                isBehind = true
                if scalar.properties.generalCategory != .spaceSeparator, scalar != "\t" {
                    (hasStart, isLine) = (false, false)
                }
            } else if !isBehind, !Self.opens(scalar) {
                end = next
            } else if isBehind, isLine, !hasStart, Self.closes(scalar), end < at {
                end = next
                isBehind = false
            } else if !hasStart {
                isBehind = true
                hasStart = true
                start = at
            }
        }
        return (end, hasStart ? start : gap.upperBound)
    }

    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        [.openPunctuation, .initialPunctuation].contains(scalar.properties.generalCategory) && scalar != "“"
            || scalar == "¿" || scalar == "¡"
    }

    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        [.closePunctuation, .finalPunctuation].contains(scalar.properties.generalCategory)
    }
}
