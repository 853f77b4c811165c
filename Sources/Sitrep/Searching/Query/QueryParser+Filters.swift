extension QueryParser {
    /// What stands for any value, and for none.
    static let anyValue = "any"
    static let noValue = "none"

    /// Reads the value of a field.
    mutating func filter(_ field: QueryField, column: Int) throws(SitrepError) -> QueryNode? {
        if field == .title { return try title(column: column) }
        let value: String
        let isQuoted: Bool
        switch peek()?.token {
        case .word(let text): (value, isQuoted) = (text, false)
        case .quoted(let text): (value, isQuoted) = (text, true)
        case .exact:
            throw SitrepError(
                .usage,
                "the = behind \(field.name): at column \(column) of the query belongs to words",
                hint: "write \(field.example)"
            )
        default: throw field.withoutValue(column: column)
        }
        guard value.contains(where: { !$0.isWhitespace && $0 != "\0" }) else {
            throw field.withoutValue(column: column)
        }
        advance()
        if !isQuoted, let kind = field.filterKind, let node = Self.presence(value, of: field, kind) { return node }
        switch field {
        case .title: return nil
        case .facet(let facet):
            if isQuoted { skipRemark() }
            return .facet(facet, value: value, column: column)
        case .main(let facet):
            if isQuoted { skipRemark() }
            return .main(facet, value: value, column: column)
        case .source: return .value(.source, value: value, column: column)
        case .language: return .value(.language, value: value, column: column)
        case .tag: return .value(.tag, value: value, column: column)
        case .path: return .path(value)
        case .date: return .dates(try span(value, column: column))
        case .happened: return .happened(try span(value, column: column))
        case .added: return .added(try span(value, column: column))
        }
    }

    private mutating func title(column: Int) throws(SitrepError) -> QueryNode? {
        switch peek()?.token {
        case .word, .exact: break
        case .quoted(let text) where text.contains(where: { !$0.isWhitespace }): break
        default: throw QueryField.title.withoutValue(column: column)
        }
        return try words().map { .title($0) }
    }

    private static func presence(_ value: String, of field: QueryField, _ kind: FilterKind) -> QueryNode? {
        switch field {
        case .facet, .source, .language, .tag, .date, .happened: break
        default: return nil
        }
        switch value.lowercased() {
        case anyValue: return .presence(kind, isThere: true)
        case noValue: return .presence(kind, isThere: false)
        default: return nil
        }
    }

    private func span(_ value: String, column: Int) throws(SitrepError) -> DateSpan {
        let span: DateSpan
        do throws(DateMistake) {
            span = try DateSpan.read(range: value, today: today)
        } catch {
            throw SitrepError(
                .usage,
                "“\(value)” at column \(column) of the query is no date" + (error.reason.map { ": " + $0 } ?? ""),
                hint: "write \(DateSpan.forms), or a range as 2024-11..2024-12"
            )
        }
        if let first = span.first, let last = span.last, first > last {
            throw SitrepError(
                .usage,
                "“\(value)” at column \(column) of the query ends before it begins",
                hint: "write the earlier date first"
            )
        }
        return span
    }
}
