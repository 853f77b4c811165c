/// Reads numbers: digits with thousands and decimals in all three ways, words, multipliers, ranges, and qualifiers.
///
/// What only looks like a number of things (dates, designators, sums, ages) is left out where the signs around it tell;
/// the rest is told by the noun behind it.
struct NumberReader {
    let text: ClaimText
    /// Tokens that are a part of a date or a name.
    let isTaken: (Int) -> Bool

    /// The number that begins at a token, its qualifier aside; `nil` where none does that the sentence holds whole.
    func read(_ at: Int, in sentence: Range<Int>) -> ClaimNumber? {
        guard let first = part(at), !isNoFigure(at, first) else { return nil }
        var number = ClaimNumber(
            tokens: at..<first.end,
            start: at,
            least: first.value,
            most: first.vague == nil ? first.value : nil,
            qualifier: first.vague,
            isArticle: first.isArticle,
            isBareDigits: first.isBareDigits
        )
        if let (last, end) = rangeEnd(at, first) {
            if first.scale == 1, last.scale > 1, first.value < 1000 { number.least = first.value * last.scale }
            guard let least = number.least, last.value > least, first.vague == nil else { return nil }
            number.most = last.value
            number.tokens = at..<end
            number.isBareDigits = false
        }
        guard !isNoFigureBehind(number), number.tokens.upperBound <= sentence.upperBound else { return nil }
        qualify(&number, in: sentence)
        return number
    }

    /// A number of one part.
    func part(_ at: Int) -> NumberPart? {
        switch text.role(at) {
        case .digits: return digits(at)
        case .cardinal: return cardinal(at)
        case .dozen: return NumberPart(value: 12, end: at + 1)
        case .pair: return pair(at)
        case .vague: return vague(at)
        case .several: return several(at)
        case .half, .oneAndHalf: return half(at)
        case .article: return article(at)
        case .scale where text.isCyrillic(at) && !text.isWord(at, "тис") && !text.isWord(at, "тыс"):
            return scaled(NumberPart(value: 1, end: at), beginsWithScale: true)
        default: return nil
        }
    }

    private func cardinal(_ at: Int) -> NumberPart? {
        guard !isTaken(at) else { return nil }
        var (value, end) = group(at)
        // "one and a half thousand"
        if value == 1, text.role(end) == .and, text.role(end + 1) == .article, text.role(end + 2) == .half {
            value = 1.5
            end += 3
        }
        return scaled(NumberPart(value: value, end: end))
    }

    /// A number below a thousand without a multiplier: `fifty-two`, «сто двадцять п’ять». Each part of it is smaller than
    /// the place of the one before.
    private func group(_ at: Int) -> (value: Double, end: Int) {
        var value = Double(text.value(at))
        var end = at + 1
        var last = value
        while text.role(end) == .cardinal, [.hyphen, .blank].contains(text.gap(before: end)) {
            let next = Double(text.value(end))
            guard last >= 100 ? next < 100 && next > 0 : last >= 20 && next < 10 && next > 0 else { break }
            value += next
            last = next
            end += 1
        }
        return (value, end)
    }

    /// Takes the multipliers behind a number, and what follows them: `two thousand five hundred and six`.
    ///
    /// - Parameter beginsWithScale: whether the number is its own multiplier («тисяча дронів»), whatever stands before it.
    func scaled(_ part: NumberPart, beginsWithScale: Bool = false) -> NumberPart {
        var part = part
        var isBehind = beginsWithScale
        var total = 0.0
        var current = part.value
        var last = Double.infinity
        while isBehind || text.gap(before: part.end) == .blank
            || (part.scale == 1 && text.gap(before: part.end) == .hyphen)
        {
            isBehind = false
            let scale: Double
            switch text.role(part.end) {
            case .scale: scale = Self.power(text.value(part.end))
            case .vague where text.isCyrillic(part.end) && part.vague == nil: scale = Self.power(text.value(part.end))
            case .dozen where current < 100: scale = 12
            default: scale = 0
            }
            // Each multiplier is larger than what it multiplies, so that this ends: "one hundred one hundred" is no number.
            guard scale > 0, scale < last, current < scale || (part.isDigits && part.scale == 1) else { break }
            part.end += 1
            part.scale *= scale
            part.isBareDigits = false
            current *= scale
            if scale >= 1000 {
                last = scale
                total += current
                current = 0
            }
            guard !part.isDigits, scale >= 100, let rest = rest(part.end, below: scale) else {
                if current == 0 { break }
                continue
            }
            current += rest.value
            part.end = rest.end
        }
        part.value = total + current
        return part
    }

    /// What is left of the hundreds or thousands: `and two`, `five`.
    private func rest(_ at: Int, below scale: Double) -> (value: Double, end: Int)? {
        let isJoined = text.role(at) == .and && text.gap(before: at) == .blank
        let start = isJoined ? at + 1 : at
        guard text.role(start) == .cardinal, text.gap(before: start) == .blank, !isTaken(start) else { return nil }
        let (value, end) = group(start)
        let isAnother = isJoined && text.gap(before: end) == .blank && text.role(end) == .scale
        return value >= 1 && value < scale && !isAnother && (!isJoined || value < 100) ? (value, end) : nil
    }

    private func pair(_ at: Int) -> NumberPart? {
        // "a couple", "пара"; "both" says nothing new.
        text.isWord(at, "couple") || text.isWord(at, "pair") ? nil : NumberPart(value: 2, end: at + 1)
    }

    /// `dozens`, `hundreds of thousands`.
    private func vague(_ at: Int) -> NumberPart? {
        let power = text.value(at)
        var part = NumberPart(value: 2 * Self.power(power), end: at + 1)
        // An English dozen has twelve.
        let isDozens = text.isWord(at, "dozens")
        if isDozens { part.value = 24 }
        if text.isWord(at, "scores") {
            guard text.role(at + 1) == .of else { return nil }
            part.value = 40
        }
        var next = at + 1
        if text.role(next) == .of { next += 1 }
        let isMultiple =
            text.role(next) == .vague || (text.role(next) == .scale && text.isCyrillic(next))
        if isMultiple, text.value(next) > power, text.gap(before: next) == .blank {
            part.value = part.value * Self.power(text.value(next))
            part.end = next + 1
            part.vague = power == 1 ? .tensOfThousands : .hundredsOfThousands
            if text.value(next) == 6 { part.vague = .millions }
            return part
        }
        if text.isWord(at, "tens") { return nil }
        part.vague = [.dozens, .hundreds, .thousands, .thousands, .thousands, .millions][min(max(power, 1), 6) - 1]
        return part
    }

    /// `several dozen`, `кілька сотень`.
    private func several(_ at: Int) -> NumberPart? {
        guard text.gap(before: at + 1) == .blank else { return nil }
        switch text.role(at + 1) {
        case .dozen: return NumberPart(value: 24, end: at + 2, vague: .dozens)
        case .scale, .vague:
            let power = text.value(at + 1)
            guard power <= 6 else { return nil }
            return NumberPart(
                value: 2 * Self.power(power),
                end: at + 2,
                vague: [.dozens, .hundreds, .thousands, .thousands, .thousands, .millions][max(power, 1) - 1]
            )
        default: return nil
        }
    }

    /// `half a million`, `half a dozen`, `півтори тисячі`.
    private func half(_ at: Int) -> NumberPart? {
        let value = text.role(at) == .half ? 0.5 : 1.5
        var next = at + 1
        if text.role(next) == .article { next += 1 }
        guard text.gap(before: next) == .blank else { return nil }
        switch text.role(next) {
        case .scale, .vague:
            let power = Self.power(text.value(next))
            return NumberPart(value: value * power, end: next + 1, scale: power)
        case .dozen: return NumberPart(value: value * 12, end: next + 1, scale: 12)
        default: return nil
        }
    }

    /// `a dozen`, `a hundred`, `a couple`; and the article of `a woman`.
    private func article(_ at: Int) -> NumberPart? {
        guard text.gap(before: at + 1) == .blank else { return nil }
        switch text.role(at + 1) {
        case .scale: return scaled(NumberPart(value: 1, end: at + 1))
        case .dozen: return NumberPart(value: 12, end: at + 2)
        case .pair: return NumberPart(value: 2, end: at + 2)
        case .several: return several(at + 1)
        case .half: return half(at + 1)
        case .digits where text.gap(before: at + 2) == .hyphen && text.role(at + 2) == .measure:
            // "a 52-year-old woman"
            return NumberPart(value: 1, end: at + 1, isArticle: true)
        case .about, .cardinal, .digits, .vague: return nil
        default: return NumberPart(value: 1, end: at + 1, isArticle: true)
        }
    }

    static func power(_ exponent: Int) -> Double {
        [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9][min(max(exponent, 0), 9)]
    }
}
