/// Finds the dates that a text words, in one pass over its tokens; what days they are is for ``DateResolver`` to say.
struct DateExpressionReader {
    let text: DateText
    /// A title has no byline.
    let isTitle: Bool
    private(set) var found: [FoundExpression] = []
    /// The first token that no expression has taken yet.
    private(set) var free = 0

    init(text: DateText, isTitle: Bool) {
        self.text = text
        self.isTitle = isTitle
    }

    /// The expressions, in order.
    static func read(_ text: DateText, isTitle: Bool) -> [FoundExpression] {
        var reader = DateExpressionReader(text: text, isTitle: isTitle)
        var at = 0
        while at < text.count, reader.found.count < mostExpressions {
            at = max(reader.read(at), at + 1)
        }
        return reader.withoutWeak()
    }

    /// More dates than that are a table of numbers.
    private static let mostExpressions = 20_000

    /// Reads what begins, or has its telling word, at a token.
    ///
    /// - Returns: where to go on.
    @inline(__always)
    private mutating func read(_ at: Int) -> Int {
        switch text.kind(at) {
        case .other: at + 1
        case .number: readNumber(at)
        case .month, .shortMonth: readMonth(at)
        case .weekday, .shortWeekday: readWeekday(at)
        case .relativeDay: readRelativeDay(at)
        case .overnight: readOvernight(at)
        case .ago, .earlier, .later: readDistance(at)
        case .unit, .yearWord: readUnit(at)
        case .weekend, .partOfDay, .night: readWithDeterminer(at)
        case .christmas, .orthodox: readChristmas(at)
        default: at + 1
        }
    }

    /// Takes an expression in, unless it is the page's own date.
    ///
    /// - Returns: where to go on.
    @discardableResult
    mutating func take(_ expressions: [DateExpression], _ range: Range<Int>, isRun: Bool = false) -> Int {
        var tokens = range
        if range.lowerBound > free, text.kind(range.lowerBound - 1) == .stage {
            tokens = range.lowerBound - 1..<range.upperBound
        }
        // "Wednesday morning" belongs together.
        while text.kind(tokens.upperBound) == .partOfDay || text.kind(tokens.upperBound) == .night,
            text.gap(before: tokens.upperBound) == .blank
        {
            tokens = tokens.lowerBound..<tokens.upperBound + 1
        }
        free = tokens.upperBound
        let surroundings = DateSurroundings(text: text, tokens: tokens)
        guard isTitle || !surroundings.isOwnDate(expressions) else { return free }
        if let last = found.indices.last, joins(found[last].tokens, tokens) { found[last].reachesNext = true }
        for (number, expression) in expressions.enumerated() {
            found.append(
                FoundExpression(
                    expression: expression,
                    tokens: tokens,
                    isAhead: surroundings.isAhead,
                    isDeadline: surroundings.isDeadline,
                    reachesNext: isRun && number + 1 < expressions.count
                )
            )
        }
        return free
    }

    /// Takes a word in that says a day only where its sentence names no other.
    mutating func takeWeak(_ expression: DateExpression, _ range: Range<Int>) -> Int {
        free = range.upperBound
        found.append(FoundExpression(expression: expression, tokens: range, isWeak: true))
        return free
    }

    /// Whether what happened went on from one expression to the next: `between … and …`, `from … to …`, `A–B`.
    private func joins(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.upperBound <= second.lowerBound else { return false }
        let between = first.upperBound..<second.lowerBound
        guard between.count <= 2, !between.contains(where: text.beginsSentence) else { return false }
        let before = text.kind(first.lowerBound - 1)
        switch between.count {
        case 0: return text.gap(before: second.lowerBound) == .dash
        case 1, 2:
            guard between.count == 1 || text.kind(between.upperBound - 1) == .article else { return false }
            switch text.kind(between.lowerBound) {
            case .to: return true
            case .by: return before == .from || before == .between
            case .and: return before == .between || before == .from
            default: return false
            }
        default: return false
        }
    }

    /// The expressions without those that another one of their sentence makes needless.
    private func withoutWeak() -> [FoundExpression] {
        guard found.contains(where: \.isWeak) else { return found }
        return found.enumerated().filter { index, item in
            !item.isWeak
                || ![index - 1, index + 1].contains { other in
                    found.indices.contains(other) && !found[other].isWeak
                        && isOneSentence(found[other].tokens, item.tokens)
                }
        }.map(\.element)
    }

    private func isOneSentence(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        let first = min(a.lowerBound, b.lowerBound)
        let last = max(a.lowerBound, b.lowerBound)
        // A sentence has its end; farther apart, nobody relates the two.
        return last - first <= 60 && !(first + 1..<last + 1).contains(where: text.beginsSentence)
    }
}
