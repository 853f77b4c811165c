/// Dates in a page's programs: `"publishDate": "2024-11-13"`, `var pubDate = '2024-11-13 09:30'`.
enum ScriptDates {
    private static let keys = [
        "datePublished", "publishDate", "publishedDate", "publish_date", "published_date", "publication_date",
        "publicationDate", "pubDate", "pubdate", "publishedAt", "published_at", "published_time", "publishedTime",
        "firstPublished", "first_published", "firstPublishDate", "date_published", "articleDate", "article_date",
        "DateCreation", "dateCreated", "creationDate",
    ]

    /// The day that the first of these keys has in a program; `nil` where the key has several days, as in lists of
    /// reports.
    static func published(_ page: HTMLDocument, style: DateStyle) -> CalendarDate? {
        let scripts = page.elements("script").filter { node in
            page.nodes[node].text.count >= 20
                && page.attribute("type", of: node)?.lowercased().hasPrefix("application/ld+json") != true
        }
        let texts = scripts.map { page.characters[page.nodes[$0].text] }
        for key in keys {
            let days = Set(
                texts.flatMap { values(of: key, in: $0) }.compactMap { value -> CalendarDate? in
                    guard let stamp = DateStamp(value, style: style), stamp.date.precision == .day,
                        stamp.universalHour == nil
                    else { return nil }
                    return stamp.date.date
                }
            )
            if days.count == 1 { return days.first }
            if days.count > 1 { return nil }
        }
        return nil
    }

    /// The string values of a key, 40 at most.
    private static func values(of key: String, in text: ArraySlice<UInt8>) -> [String] {
        var values: [String] = []
        text.withUnsafeBytes { bytes in
            var start = 0
            while values.count < 40,
                let found = ByteSearch.offset(of: key, in: UnsafeRawBufferPointer(rebasing: bytes[start...]))
            {
                let before = start + found - 1
                var at = start + found + key.utf8.count
                start = at
                // The key is a whole word.
                if before >= 0, isWord(bytes[before]) { continue }
                while at < bytes.count, "\\\"' \t\n:=".utf8.contains(bytes[at]) { at += 1 }
                guard at > start, at < bytes.count else { continue }
                let value = bytes[at...].prefix(60).prefix { $0 != 0x22 && $0 != 0x27 && $0 != 0x5C && $0 != 0x0A }
                values.append(String(decoding: value, as: UTF8.self))
            }
        }
        return values
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) || byte == 0x5F
    }

    /// The hours from universal time that the page's times are written in, where several are and no two differ by more
    /// than the hour of summer time: `23:00:00 -0400`, `23:00:00+05:30`.
    static func commonOffset(_ page: HTMLDocument) -> Int? {
        var counts: [Int: Int] = [:]
        page.characters.withUnsafeBufferPointer { count(offsets: $0, &counts) }
        for (_, value) in page.attributes where value.utf8.count <= 64 {
            var value = value
            value.withUTF8 { count(offsets: $0, &counts) }
        }
        guard let low = counts.keys.min(), let high = counts.keys.max(), high - low <= 1, low != 0 else { return nil }
        guard counts.values.reduce(0, +) >= 2 else { return nil }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static func count(offsets text: UnsafeBufferPointer<UInt8>, _ counts: inout [Int: Int]) {
        func isDigit(_ i: Int) -> Bool { i < text.count && (0x30...0x39).contains(text[i]) }
        var at = 0
        while at + 8 < text.count {
            // The `:SS` of a time.
            guard text[at] == UInt8(ascii: ":"), isDigit(at + 1), isDigit(at + 2), at >= 3, isDigit(at - 1),
                text[at - 3] == UInt8(ascii: ":")
            else {
                at += 1
                continue
            }
            at += 3
            if at < text.count, text[at] == UInt8(ascii: ".") {
                at += 1
                while isDigit(at) { at += 1 }
            }
            if at < text.count, text[at] == 0x20 { at += 1 }
            guard at + 4 < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-"), isDigit(at + 1),
                isDigit(at + 2), isDigit(at + 3) || text[at + 3] == UInt8(ascii: ":")
            else { continue }
            let hours = Int(text[at + 1] - 0x30) * 10 + Int(text[at + 2] - 0x30)
            guard hours <= 14 else { continue }
            let isNegative = text[at] == UInt8(ascii: "-")
            if hours > 0 { counts[isNegative ? -hours : hours, default: 0] += 1 }
        }
    }
}
