/// One line `Key: value` of a ``HeaderBlock``.
struct HeaderEntry {
    /// What a key stands for.
    enum Field {
        case title, url, source, language, published
        /// Says nothing that a report has, such as the day it was fetched.
        case other
    }

    /// `nil` for a key that is not known.
    let field: Field?
    /// The value without quotation marks.
    let value: String
    /// Whether the line is an item of a list.
    let isListed: Bool

    /// The entry that a line is; `nil` when it has not the make of one.
    init?(_ line: String) {
        guard line.utf8.count <= 2000, let colon = line.firstIndex(of: ":") else { return nil }
        isListed = line.hasPrefix("- ") || line.hasPrefix("* ")
        let name = line[..<colon].drop { "-*• ".contains($0) }
        let key = String(name.filter { $0 != "*" }.map { "_-".contains($0) ? " " : $0 }).lowercased()
        guard (1...40).contains(key.utf8.count), key.split(separator: " ").count <= 3,
            key.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == " " })
        else { return nil }
        // `https://…` is no key.
        var rest = line[line.index(after: colon)...]
        guard rest.isEmpty || " *".contains(rest[rest.startIndex]) else { return nil }
        rest = rest.drop { $0 == "*" || $0 == " " }
        var value = TextLines.trimmed(rest)
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            value = String(value.dropFirst().dropLast())
        }
        self.value = value
        field = HeaderEntry.fields[TextLines.trimmed(key)]
    }

    var isAddress: Bool { ["http://", "https://"].contains(where: value.hasPrefix) && !value.contains(" ") }

    /// Whether the entry would be taken for a header with no other beside it.
    var isPlain: Bool {
        switch field {
        case .url, .source: isAddress
        case .title: !value.isEmpty
        case .published: Byline.isDateAlone(value)
        case .other: DateParser.parse(value).map { $0.precision == .day } ?? false
        case .language, nil: false
        }
    }

    private static let fields: [String: Field] = {
        var fields: [String: Field] = [:]
        for (field, keys) in table {
            for key in keys.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                fields[TextLines.trimmed(key)] = field
            }
        }
        return fields
    }()

    private static let table: [(Field, String)] = [
        (.title, "title, headline, заголовок"),
        (
            .url,
            """
            url, link, address, permalink, canonical, canonical url, original url, source url, page url, article url,
            посилання, ссылка
            """
        ),
        (.source, "source, publisher, outlet, newspaper, site, site name, website, джерело, источник"),
        (.language, "language, lang, мова, язык"),
        (
            .published,
            """
            date, published, pubdate, publication date, date published, published at, published on, published date,
            publish date, дата, опубліковано, опубликовано, дата публікації, дата публикации
            """
        ),
        (
            .other,
            """
            author, authors, byline, автор, scraped, retrieved, downloaded, crawled, fetched, accessed, archived,
            captured, scraped at, scraped on, retrieved at, retrieved on, downloaded at, downloaded on, crawled at,
            crawled on, fetched at, fetched on, accessed at, accessed on, archived at, captured at, scrape date,
            crawl date, date scraped, date retrieved, date accessed, domain, host, description, keywords, tags, category,
            section, encoding, content type, word count, http status, crawler
            """
        ),
    ]
}
