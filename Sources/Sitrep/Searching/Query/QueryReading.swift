/// Writes parts of a query so that they can be typed in again and mean the same.
enum QueryReading {
    /// In quotation marks, with a backslash before those inside.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result + "\""
    }

    /// `name:"value"`.
    static func filter(_ field: QueryField, _ value: String) -> String { field.name + ":" + quoted(value) }

    /// Words with their signs.
    static func words(_ clause: QueryNode.TextClause) -> String {
        let text = clause.isQuoted ? quoted(clause.source) : clause.source
        switch clause.form {
        case .plain, .name: return text
        case .exact: return "=" + text
        case .prefix: return text + "*"
        case .fuzzy: return text + "~"
        }
    }

    /// What a word is also written as, to stand behind it: ` (= Kyiv, Київ, …)`.
    ///
    /// At most four spellings: one in each kind of letters, and none that is another form of one that is shown.
    static func remark(_ spellings: [String]) -> String {
        let spellings = spellings.filter { !$0.contains(where: { "()\"".contains($0) }) }
        var shown: [String] = []
        func take(where isWanted: (String) -> Bool) {
            for text in spellings where shown.count < mostShown && !shown.contains(where: { areForms($0, text) }) {
                if isWanted(text) { shown.append(text) }
            }
        }
        var kinds: Set<Int> = []
        take { kinds.insert(kind(of: $0)).inserted }
        take { _ in true }
        guard !shown.isEmpty else { return "" }
        let isCut = spellings.contains { text in !shown.contains { areForms($0, text) } }
        return " (= " + shown.joined(separator: ", ") + (isCut ? ", …)" : ")")
    }

    private static let mostShown = 4

    /// Whether two spellings are likely forms of one word: both Cyrillic, of one language, and with one beginning.
    private static func areForms(_ a: String, _ b: String) -> Bool {
        let (one, other) = (PlainName.of(a), PlainName.of(b))
        if one == other { return true }
        let kind = kind(of: a)
        let length = max(2, min(one.count, other.count) - 3)
        return kind > 0 && kind == self.kind(of: b) && one.prefix(length) == other.prefix(length)
    }

    private static func kind(of text: String) -> Int {
        let folded = Array(PlainName.of(text).utf8)
        return Script.of(folded) == .cyrillic ? Script.isUkrainian(folded) ? 2 : 1 : 0
    }

    /// What any of some filters finds.
    static func any(_ readings: [String]) -> String {
        readings.count == 1 ? readings[0] : "(" + readings.joined(separator: " OR ") + ")"
    }

    /// `NEAR`, or `NEAR/5` where that is not the usual distance.
    static func near(_ distance: Int) -> String {
        distance == QueryLexer.usualDistance ? "NEAR" : "NEAR/\(distance)"
    }
}
