import Sitrep

/// What is being typed at the end of a query.
struct QueryPlace {
    /// What stands before the part that is completed.
    private(set) var lead = ""
    /// The field, in small letters, without its colon; `nil` where none was typed.
    private(set) var field: String?
    /// What is there of the value, or of the name of a field.
    private(set) var typed = ""
    /// Whether the value stands in quotes that are open.
    private(set) var isQuoted = false

    init(_ query: String) {
        // Where the last run without blanks begins, those between quotes left aside, and where its quotes open.
        var start = query.startIndex
        var quote: String.Index?
        for at in query.indices {
            if query[at] == "\"" {
                quote = quote == nil ? at : nil
            } else if quote == nil, query[at].isWhitespace || query[at] == "(" {
                start = query.index(after: at)
            }
        }
        while start < query.endIndex, "-=".contains(query[start]) { start = query.index(after: start) }
        if let colon = query[start...].firstIndex(of: ":"), quote.map({ $0 > colon }) ?? true {
            let name = query[start...colon].lowercased()
            guard SearchRequest.fields.contains(name) else { return }
            field = String(name.dropLast())
            start = query.index(after: colon)
        }
        if let quote {
            // Quotes are a phrase where no field stands right before them.
            guard field != nil, quote == start else {
                field = nil
                lead = query
                return
            }
            isQuoted = true
            start = query.index(after: quote)
        }
        lead = String(query[..<start])
        typed = String(query[start...])
    }

    /// A value as it stands behind a field; `nil` where it cannot stand there.
    ///
    /// Blanks become hyphens, which name the same value and need no quotes in the query, and none in the shell.
    func form(_ value: String) -> String? {
        guard !value.contains("\"") else { return nil }
        if isQuoted { return value + "\"" }
        let hyphenated = String(value.map { $0.isWhitespace ? "-" : $0 })
        let isPlain = hyphenated.allSatisfy { $0.isLetter || $0.isNumber || "-_./'’".contains($0) }
        return isPlain && value.first.map { $0.isLetter || $0.isNumber } ?? false ? hyphenated : "\"\(value)\""
    }
}
