/// Lines that say where on a site a report stands, or what it is followed by, and are none of its text: breadcrumbs,
/// sections, footnotes.
enum PageLabels {
    /// Why a line is such a label wherever it stands; `nil` when it is none. For lines of up to 160 bytes.
    static func reason(_ line: String) -> String? {
        if isBreadcrumb(line) { return "navigation" }
        if isFootnote(line) { return "footnote" }
        if isShortcode(line) || isReadingTime(line) { return "page note" }
        return isFiling(line) ? "navigation" : nil
    }

    // MARK: Breadcrumbs

    /// `Home » World » Europe`, `News > Ukraine`, `Головна / Новини / Регіони`: short parts between signs, the first the
    /// front page, or each the name of a section.
    static func isBreadcrumb(_ line: String) -> Bool {
        guard line.utf8.count <= 160, line.utf8.contains(where: mayBeSign) else { return false }
        let spaced = line.split(separator: " ", omittingEmptySubsequences: true)
        let parts = spaced.split(whereSeparator: { signs.contains(String($0)) })
        guard parts.count >= 2, spaced.count < 16, parts.allSatisfy({ $0.count <= 5 }) else { return false }
        let first = parts[0].joined(separator: " ").lowercased()
        return frontPages.contains(first)
            || parts.allSatisfy { $0.allSatisfy { PageTop.isSectionWord($0.lowercased()) } }
    }

    /// The bytes of `>` and `/`, and the last ones of `»`, `›` and `→`.
    private static func mayBeSign(_ byte: UInt8) -> Bool {
        byte == 0x3E || byte == 0x2F || byte == 0xBB || byte == 0xBA || byte == 0x92
    }

    private static let signs: Set<String> = ["»", "›", ">", "/", "→", ">>", "››"]
    private static let frontPages: Set<String> = [
        "home", "homepage", "home page", "front page", "main", "головна", "головна сторінка", "главная",
        "главная страница",
    ]

    // MARK: Sections

    /// Whether a line between the title and the text names the part of the site: `Sudan | Conflict`, `World`, `Middle
    /// East LIVE`, `Ukraine War Daily — issue 824`. Dates are left to others.
    static func isSection(_ line: String) -> Bool {
        guard line.utf8.count <= 80, let last = line.unicodeScalars.last, last != ".", last != ":" else { return false }
        let words = line.split(separator: " ").map(String.init)
        guard let lastWord = words.last, words.count <= 8 else { return false }
        if words.count <= 5, words.count > 1, lastWord == "LIVE" { return true }
        if isIssue(words) { return true }
        guard !line.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        let parts = words.split { $0 == "|" || $0 == "·" || $0 == "•" || $0 == "/" }
        func isName(_ part: ArraySlice<String>) -> Bool {
            part.count <= 3 && part.allSatisfy { PageTop.isSectionWord($0.lowercased()) }
        }
        if parts.count == 1 { return words.count == parts[0].count && isName(parts[0]) }
        return parts.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0.first?.isUppercase == true } }
            && parts.contains(where: isName)
    }

    /// `… — issue 824`, `… № 12`.
    private static func isIssue(_ words: [String]) -> Bool {
        guard words.count >= 3, let number = words.last, !number.isEmpty, number.utf8.count <= 5,
            number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        return ["issue", "edition", "no.", "no", "#", "№", "vol.", "volume", "випуск", "выпуск"]
            .contains(words[words.count - 2].lowercased())
    }

    // MARK: Notes

    /// `[^1]: Jane Doe, …`, or `Sources [^1] [2]`: a footnote, or marks of footnotes with nothing but a heading.
    static func isFootnote(_ line: String) -> Bool {
        guard line.utf8.contains(UInt8(ascii: "[")) else { return false }
        let utf8 = Array(line.utf8)
        guard let open = utf8.firstIndex(of: UInt8(ascii: "[")) else { return false }
        if open == 0, let end = markEnd(utf8, 0), end < utf8.count, utf8[end] == UInt8(ascii: ":") { return true }
        var rest: [UInt8] = []
        var marks = 0
        var at = 0
        while at < utf8.count {
            if utf8[at] == UInt8(ascii: "["), let end = markEnd(utf8, at) {
                marks += 1
                at = end
            } else {
                rest.append(utf8[at])
                at += 1
            }
        }
        return marks > 0 && noteHeadings.contains(ReportLine.plain(String(decoding: rest, as: UTF8.self)))
    }

    /// Where the mark `[^1]` or `[1]` that begins at `start` ends.
    private static func markEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var at = start + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "^") { at += 1 }
        let first = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]), at - first < 3 { at += 1 }
        return at > first && at < bytes.count && bytes[at] == UInt8(ascii: "]") ? at + 1 : nil
    }

    private static let noteHeadings: Set<String> = [
        "", "source", "sources", "reference", "references", "notes", "footnotes", "джерела", "джерело", "примітки",
        "источники", "источник", "примечания",
    ]

    /// `[ad_1]`, `[/caption]`: what a site's own program should have replaced.
    static func isShortcode(_ line: String) -> Bool {
        line.utf8.first == UInt8(ascii: "[") && line.utf8.last == UInt8(ascii: "]")
            && (3...40).contains(line.utf8.count)
            && line.utf8.dropFirst().dropLast().allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2F
            }
    }

    /// `4 min read`, `1 Minute Read`.
    static func isReadingTime(_ line: String) -> Bool {
        guard line.utf8.count <= 24, line.utf8.first.map({ (0x30...0x39).contains($0) }) == true else { return false }
        let words = line.lowercased().split { " -".contains($0) }
        return words.count == 3 && words[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
            && ["min", "mins", "minute", "minutes"].contains(words[1]) && words[2] == "read"
    }

    /// `Posted in News by admin`, `Filed under: Europe`; not a sentence that begins so.
    static func isFiling(_ line: String) -> Bool {
        guard line.utf8.count <= 100, let first = line.utf8.first, "pPfFоОрР".utf8.contains(first),
            let last = line.unicodeScalars.last, !".!?…".unicodeScalars.contains(last)
        else { return false }
        let lowered = line.lowercased()
        return filings.contains(where: lowered.hasPrefix)
    }

    private static let filings = [
        "posted in ", "filed under", "filed in ", "filtered by", "опубліковано в ", "рубрика:",
    ]
}
