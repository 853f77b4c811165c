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
        case .plain: return text
        case .exact: return "=" + text
        case .prefix: return text + "*"
        case .fuzzy: return text + "~"
        }
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
