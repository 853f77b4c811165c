/// Finds the headlines of other reports that follow a scraped article: "Trending", "More in World" and what is below.
///
/// Such a list is told by its lines: they are short, end without a full stop, and there are several. A heading that is
/// known makes fewer lines enough. Prose behind it, three lines of it, makes the list a part of the article.
enum TeaserList {
    static let reason = "other headlines"

    /// A line of more bytes is no headline.
    private static let longest = 160
    /// As many headlines in a row, at the end, are a list without a heading.
    private static let fewest = 4

    /// Marks the lines from the list on, at the end of a report; with `needsHeading` only below a known heading.
    static func mark(_ lines: inout [ReportLine], needsHeading: Bool = false) {
        let staying = lines.indices.filter { lines[$0].stays }
        guard let first = headed(lines, staying) ?? (needsHeading ? nil : bare(lines, staying)) else { return }
        let start = needsHeading ? first : tagged(lines, staying, above: first)
        for i in staying where i >= start { lines[i].reason = reason }
    }

    /// The first line of a run above a list that has tags and headlines, two or more of each: it belongs to the list.
    private static func tagged(_ lines: [ReportLine], _ staying: [Int], above list: Int) -> Int {
        var tags = 0
        var headlines = 0
        var first = list
        for i in staying.reversed() where i < list {
            let text = lines[i].text
            if isHeadline(text) {
                headlines += 1
            } else if isTag(text) {
                tags += 1
            } else {
                break
            }
            first = i
        }
        return tags >= 2 && headlines >= 2 ? first : list
    }

    /// One to three words with a capital first and no mark of a sentence.
    private static func isTag(_ text: String) -> Bool {
        let isShort = text.utf8.count <= 40 && text.utf8.split(separator: UInt8(ascii: " ")).count <= 3
        return isShort && !endsSentence(text) && !text.hasSuffix(":")
            && text.unicodeScalars.first?.properties.isUppercase == true
    }

    /// The first line of a list under a known heading, behind prose of its own.
    private static func headed(_ lines: [ReportLine], _ staying: [Int]) -> Int? {
        let isProseAt = staying.map { isProse(lines[$0].text) }
        var proseBehind = isProseAt.count { $0 }
        var proseBefore = 0
        for (place, i) in staying.enumerated() {
            guard !isProseAt[place] else {
                proseBefore += 1
                proseBehind -= 1
                continue
            }
            let behind = staying.count - place - 1
            guard proseBefore >= 2, behind > 0, proseBehind < 3, proseBehind * 3 <= behind else { continue }
            if isHeading(lines[i].text) { return i }
        }
        return nil
    }

    /// The first line of a list without a heading.
    private static func bare(_ lines: [ReportLine], _ staying: [Int]) -> Int? {
        var headlines = 0
        var first: Int?
        for i in staying.reversed() {
            let text = lines[i].text
            if isHeadline(text) {
                headlines += 1
                first = i
            } else if text.utf8.count > 40 {
                // A short word or two is a label between headlines; anything longer ends the list.
                break
            }
        }
        let before = staying.count { i in first.map { i < $0 } ?? false && isProse(lines[i].text) }
        return headlines >= fewest && before >= 3 ? first : nil
    }

    static func isProse(_ text: String) -> Bool {
        text.utf8.count > longest || text.utf8.count >= 80 && endsSentence(text)
    }

    /// Four words or more, a capital or quotation mark first, no full stop last, and no mark of an enumeration.
    static func isHeadline(_ text: String) -> Bool {
        guard text.utf8.count <= longest, !endsSentence(text), let first = text.unicodeScalars.first else {
            return false
        }
        let isCapital = first.properties.isUppercase || "\"“‘«'".unicodeScalars.contains(first)
        return isCapital && text.utf8.split(separator: UInt8(ascii: " ")).count >= 4 && !text.hasSuffix(":")
            && !text.hasSuffix(";")
            && !text.hasSuffix(",")
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.reversed().first(where: { !"\"”’»)'".unicodeScalars.contains($0) }) else {
            return false
        }
        return ".!…".unicodeScalars.contains(last)
    }

    static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let plain = ReportLine.plain(text)
        return headings.contains(plain)
            || starts.contains { plain.hasPrefix($0) && plain.utf8.split(separator: UInt8(ascii: " ")).count <= 6 }
    }

    static let headings: Set<String> = [
        "trending", "trending stories", "trending now", "popular", "popular videos", "popular stories", "most popular",
        "most read", "most viewed", "top stories", "latest", "latest news", "latest stories", "recommended",
        "recommended for you", "recommended stories", "related", "related articles", "related news", "related stories",
        "related posts", "related content", "related topics", "you may also like", "you might also like",
        "editor's picks", "editors' picks", "editor’s picks", "don't miss", "don’t miss", "up next", "read next",
        "what to read next", "news feed", "newsletter", "get newsletter", "other news", "world", "in other news",
        "останні новини", "популярне", "популярні новини", "найпопулярніше", "читайте також", "схожі новини",
        "новини по темі", "головні новини", "стрічка новин", "последние новости", "популярное", "читайте также",
        "главные новости", "лента новостей", "новости по теме", "другие новости", "інші новини", "самое читаемое",
    ]
    private static let starts = [
        "more in ", "more from ", "more on ", "more stories", "more news", "also in ", "also on ", "latest in ",
        "latest from ",
        "popular in ", "trending in ", "stories from ", "recommended from ",
    ]
}
