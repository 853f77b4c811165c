/// The lines `Key: value` that a crawler or an archive writes above a report: `URL: …`, `Date: …`, `Scraped at: …`.
///
/// Also front matter between `---`, and the same as a Markdown list below headings (`- **URL**: …`), with the outline of
/// the page's headings that some tools add. One such line alone is taken only where its value is plainly what the key
/// says, since a report may begin with a word and a colon.
struct HeaderBlock {
    private(set) var title: String?
    private(set) var url: String?
    private(set) var source: String?
    private(set) var language: String?
    private(set) var published: ParsedDate?

    private static let reason = "header"

    /// Takes the block out of the lines' start; `nil` when there is none.
    static func take(from lines: inout [ReportLine]) -> HeaderBlock? {
        guard let first = lines.firstIndex(where: { !$0.isEmpty }) else { return nil }
        var block = HeaderBlock()
        let end: Int
        if let fenced = block.readFenced(lines, from: first) {
            end = fenced
        } else if let open = block.readOpen(lines, from: first) {
            end = open
        } else {
            return nil
        }
        let textStart = block.readOutline(lines, from: end)
        for i in first..<textStart where !lines[i].isEmpty { lines[i].reason = reason }
        return block
    }

    /// Reads front matter; returns where it ends.
    private mutating func readFenced(_ lines: [ReportLine], from first: Int) -> Int? {
        guard Self.isLine(lines[first].text, "---"),
            let close = lines[(first + 1)...].prefix(60).firstIndex(where: {
                Self.isLine($0.text, "---") || Self.isLine($0.text, "...")
            })
        else { return nil }
        let entries = lines[(first + 1)..<close].compactMap { HeaderEntry($0.text) }.filter { $0.field != nil }
        guard !entries.isEmpty else { return nil }
        for entry in entries { take(entry) }
        return close + 1
    }

    /// Reads lines that no fence holds; returns where the last one of them ends.
    private mutating func readOpen(_ lines: [ReportLine], from first: Int) -> Int? {
        var known: [HeaderEntry] = []
        var end = first
        var hasHeading = false
        for i in first..<min(first + 40, lines.count) where !lines[i].isEmpty {
            let text = lines[i].text
            if let entry = HeaderEntry(text) {
                if entry.field != nil {
                    known.append(entry)
                    end = i + 1
                } else if !known.isEmpty, entry.isListed || (hasHeading && end == i) {
                    end = i + 1
                } else if known.isEmpty || end != i {
                    // A key that is not known is passed over only between lines that are.
                    break
                }
            } else if known.isEmpty, HeaderBlock.isHeading(text) {
                hasHeading = true
            } else {
                break
            }
        }
        guard known.count >= 2 || (known.count == 1 && !hasHeading && known[0].isPlain) else { return nil }
        for entry in known { take(entry) }
        return end
    }

    /// Reads a list of the page's headings; returns where the report's text begins.
    private mutating func readOutline(_ lines: [ReportLine], from start: Int) -> Int {
        var end = start
        var isNamed = false
        for i in start..<lines.count where !lines[i].isEmpty {
            // Rendered Markdown has lost the marks of the list; there the outline ends with an empty line.
            let mayBeBare = isNamed && (end == start || end == i)
            guard let heading = HeaderBlock.outlineHeading(lines[i].text, mayBeBare: mayBeBare) else {
                guard end == start, HeaderBlock.isHeading(lines[i].text) else { break }
                isNamed = HeaderBlock.outlineNames.contains(ReportLine.plain(lines[i].text))
                continue
            }
            if title == nil, heading.level == 1 { title = heading.text }
            end = i + 1
        }
        guard end > start else { return start }
        // A heading over the text that says no more than that.
        if let next = lines[end...].firstIndex(where: { !$0.isEmpty }),
            ["content", "text", "body", "article"].contains(ReportLine.plain(lines[next].text))
        {
            end = next + 1
        }
        return end
    }

    private mutating func take(_ entry: HeaderEntry) {
        guard !entry.value.isEmpty else { return }
        switch entry.field {
        case .title: title = title ?? entry.value
        case .url: if entry.isAddress { url = url ?? entry.value }
        case .source:
            if entry.isAddress { url = url ?? entry.value } else { source = source ?? entry.value }
        case .language: language = language ?? LanguageCode.normalized(entry.value)
        case .published: published = published ?? DateParser.parse(entry.value)
        case .other, nil: break
        }
    }

    /// Whether a line is a Markdown heading, or the words that stand over a header.
    private static func isHeading(_ line: String) -> Bool {
        if isLine(line, "---") || (line.utf8.first == UInt8(ascii: "#") && line.drop { $0 == "#" }.first == " ") {
            return true
        }
        guard line.utf8.count <= longestName else { return false }
        let plain = ReportLine.plain(line)
        return plain == "metadata" || outlineNames.contains(plain)
    }

    /// Whether a line has just these bytes. A comparison of strings looks at all marks on a letter, of which there may
    /// be millions.
    private static func isLine(_ line: String, _ wanted: String) -> Bool { line.utf8.elementsEqual(wanted.utf8) }

    /// A line with more bytes is no name of an outline, whatever stands around it.
    private static let longestName = 200

    private static let outlineNames: Set<String> = ["page structure", "outline", "table of contents"]

    /// `- ## Heading`, or what is left of it without the mark of the list.
    private static func outlineHeading(_ line: String, mayBeBare: Bool) -> (level: Int, text: String)? {
        let isListed = line.hasPrefix("- #") || line.hasPrefix("* #")
        guard isListed || mayBeBare else { return nil }
        let marks = line.dropFirst(isListed ? 2 : 0).prefix { $0 == "#" }
        let rest = line[marks.endIndex...]
        guard !marks.isEmpty, rest.first == " " else { return nil }
        return (marks.count, TextLines.trimmed(rest))
    }
}
