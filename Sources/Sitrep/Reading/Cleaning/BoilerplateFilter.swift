/// Marks the lines of a report that are not the report's.
///
/// Careful rather than thorough: a line goes when it is a known phrase as a whole, or a notice by several signs. A
/// sentence of prose that merely has such words stays.
enum BoilerplateFilter {
    /// The reason of lines that readers wrote.
    static let commentsReason = "comments"

    /// Marks what needs no title to be told.
    static func mark(_ lines: inout [ReportLine]) {
        ReportingCredit.part(&lines)
        for i in lines.indices where lines[i].stays { lines[i].reason = reason(lines[i].text) }
        markCookieParagraphs(&lines)
        markComments(&lines)
    }

    /// Marks author's lines with their date, names of sections above the text, repetitions of the title and lists of other
    /// headlines inside and at the end.
    ///
    /// - Parameters:
    ///   - titleLine: the place of the title's line, -1 when the title stands elsewhere.
    ///   - isPage: the text comes from a page whose links have told other headlines already.
    static func mark(_ lines: inout [ReportLine], title: String, titleLine: Int, isPage: Bool = false) {
        let plainTitle = ReportLine.plain(title)
        var seen = 0
        var isAbove = true
        for i in lines.indices where i > titleLine && lines[i].stays {
            seen += 1
            // The title is repeated under pictures and above the text, hardly further down.
            if seen <= 8, !plainTitle.isEmpty, lines[i].text.utf8.count <= 600,
                ReportLine.plain(lines[i].text) == plainTitle
            {
                lines[i].reason = "repeated title"
            }
            isAbove = isAbove && !TeaserList.isProse(lines[i].text)
            if seen <= 6, isAbove, lines[i].stays, PageLabels.isSection(lines[i].text) {
                lines[i].reason = "section"
            }
            if seen <= 6, lines[i].stays {
                if Byline.isAuthor(lines[i].text) {
                    lines[i].reason = "author's line"
                } else if Byline.isDateAlone(lines[i].text) || Byline.isDated(lines[i].text) {
                    lines[i].reason = "date line"
                }
            }
        }
        for i in lines.indices where i <= titleLine && lines[i].stays && (i < titleLine || plainTitle.isEmpty) {
            lines[i].reason = "page header"
        }
        TeaserList.markInside(&lines)
        TeaserList.mark(&lines, needsHeading: isPage)
    }

    private static func reason(_ line: String) -> String? {
        if isCookieNotice(line) { return "cookie notice" }
        if ReportingCredit.isCredit(line) { return ReportingCredit.reason }
        if BoilerplatePhrases.teaserStarts.contains(where: { line.hasPrefix($0) }) { return "link to more" }
        guard line.utf8.count <= 300 else { return nil }
        let plain = ReportLine.plain(line)
        if BoilerplatePhrases.commentForm.contains(where: plain.hasPrefix) { return "comment form" }
        guard line.utf8.count <= 160 else { return nil }
        if plain.unicodeScalars.count == 1, line.unicodeScalars.count <= 2,
            plain.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        {
            return "stray letter"
        }
        if let reason = BoilerplatePhrases.wholeLines[plain] { return reason }
        if let reason = reasonOfParts(line) ?? PageLabels.reason(line) { return reason }
        let lowered = line.lowercased()
        guard let first = lowered.utf8.first else { return nil }
        return lineStarts[first]?.first { lowered.utf8.starts(with: $0.start.utf8) }?.reason
    }

    /// ``BoilerplatePhrases/lineStarts`` by their first byte: few lines are compared with any.
    private static let lineStarts = Dictionary(grouping: BoilerplatePhrases.lineStarts) { $0.start.utf8.first ?? 0 }

    /// Whether one of the signs that part phrases is in a line.
    private static func hasParts(_ line: String) -> Bool {
        ["|", "·", "•"].contains { ByteSearch.contains(line, $0) }
    }

    /// Several such phrases in one line: `Read more | Subscribe`, `Share Tweet Email`.
    private static func reasonOfParts(_ line: String) -> String? {
        let parts = hasParts(line) ? line.split { "|·•".contains($0) }.map { String($0) } : []
        if parts.count > 1 {
            let reasons = parts.map(reason)
            return reasons.allSatisfy { $0 != nil } ? reasons.first ?? nil : nil
        }
        let words = line.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic && $0 != "-" }
        guard words.count >= 3, words.allSatisfy({ BoilerplatePhrases.sharingWords.contains(String($0)) }) else {
            return nil
        }
        return "sharing"
    }

    /// Whether a passage has the phrases of a cookie notice.
    static func isCookieNotice(_ text: String) -> Bool {
        guard text.utf8.count <= 3000, ["ookie", "OOKIE"].contains(where: { ByteSearch.contains(text, $0) }) else {
            return false
        }
        let lowered = text.lowercased()
        let words = ByteSearch.count(of: "cookie", in: lowered)
        let phrases = BoilerplatePhrases.cookieNotice.count { ByteSearch.contains(lowered, $0) }
        return phrases >= 2 || (phrases == 1 && words >= 3)
    }

    /// Notices that are broken into short lines.
    private static func markCookieParagraphs(_ lines: inout [ReportLine]) {
        var start = 0
        while start < lines.count {
            guard lines[start].stays else {
                start += 1
                continue
            }
            var end = start
            while end < lines.count, lines[end].stays { end += 1 }
            let paragraph = lines[start..<end].map(\.text)
            if paragraph.count > 1, paragraph.count <= 12, paragraph.allSatisfy({ $0.utf8.count <= 120 }),
                isCookieNotice(paragraph.joined(separator: " "))
            {
                for i in start..<end { lines[i].reason = "cookie notice" }
            }
            start = end
        }
    }

    /// An article of more bytes of prose may have longer comments than it is itself.
    private static let longArticle = 600

    /// "Leave a Reply" and all that follows, when the report's text comes before it; a link to the comments above the
    /// text takes only itself away.
    private static func markComments(_ lines: inout [ReportLine]) {
        var before = 0
        var behind = lines.reduce(0) { $0 + prose($1) }
        for i in lines.indices {
            let own = prose(lines[i])
            let length = lines[i].text.utf8.count
            if before > 0, length <= 160, BoilerplatePhrases.ends.contains(ReportLine.plain(lines[i].text)) {
                guard before >= min(longArticle, behind) else {
                    lines[i].reason = commentsReason
                    behind -= own
                    continue
                }
                for j in i..<lines.count where !lines[j].isEmpty { lines[j].reason = lines[j].reason ?? commentsReason }
                return
            }
            before += own
            behind -= own
        }
    }

    /// The bytes of a line that is long enough for prose.
    private static func prose(_ line: ReportLine) -> Int {
        line.stays && line.text.utf8.count >= 60 ? line.text.utf8.count : 0
    }
}
