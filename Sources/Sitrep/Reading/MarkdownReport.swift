/// Reads a Markdown file: front matter, the heading that is the title, and the text without its markup.
struct MarkdownReport {
    private var fields: [String: String] = [:]
    private var body: [Substring] = []

    init(_ text: String) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if let first = lines.first, TextLines.trimmed(first) == "---",
            let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains(TextLines.trimmed($0)) })
        {
            for line in lines[1..<end] { take(line) }
            lines.removeFirst(end + 1)
        }
        body = lines
    }

    /// Takes a `key: value` line of the front matter; other lines say nothing to us.
    private mutating func take(_ line: Substring) {
        guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else { return }
        var value = TextLines.trimmed(line[line.index(after: colon)...])
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            value = String(value.dropFirst().dropLast())
        }
        if !value.isEmpty { fields[TextLines.trimmed(line[..<colon]).lowercased()] = value }
    }

    func draft() -> ArticleDraft {
        var (title, text) = MarkdownText.render(body)
        title = fields["title"] ?? title
        var draft = ArticleDraft(text: text)
        draft.title = title
        draft.recordID = fields["id"]
        draft.url = fields["url"] ?? fields["link"]
        draft.source = fields["source"] ?? fields["publisher"]
        if let address = draft.source, WebAddress.host(address) != nil {
            draft.url = draft.url ?? address
            draft.source = fields["publisher"]
        }
        draft.language = (fields["language"] ?? fields["lang"]).flatMap(LanguageCode.normalized)
        let date = (fields["date"] ?? fields["published"] ?? fields["datepublished"]).flatMap { DateParser.parse($0) }
        draft.published = date.map { PublishedDate(date: $0.date, precision: $0.precision, origin: .record) }
        return draft
    }
}
