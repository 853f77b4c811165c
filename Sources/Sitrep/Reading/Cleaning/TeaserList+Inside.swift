/// Teasers between the paragraphs of a report: the article goes on behind them.
extension TeaserList {
    /// Marks lists of other headlines under a heading ("Trending Stories", "Popular Videos"), a headline behind `READ
    /// MORE:`, and videos whose length and title stand in the text. One pass.
    static func markInside(_ lines: inout [ReportLine]) {
        var hasProse = false
        var at = 0
        while at < lines.count {
            if isProse(lines[at].text), lines[at].stays { hasProse = true }
            if isCall(lines[at]) {
                at = markNext(&lines, after: at)
            } else if hasProse, isInnerHeading(lines[at].text) {
                at = markList(&lines, from: at)
            } else if isLength(lines[at].text) {
                at = markVideo(&lines, from: at)
            } else {
                at += 1
            }
        }
    }

    /// A heading and the headlines below it, up to eight; returns where to go on. A heading that may be one of the
    /// article's own ("More on the talks"), or has an empty line below it, needs two headlines.
    private static func markList(_ lines: inout [ReportLine], from heading: Int) -> Int {
        let isNext = heading + 1 < lines.count && !lines[heading + 1].isEmpty
        let isSure = isNext && headings.contains(ReportLine.plain(lines[heading].text))
        var found: [Int] = []
        var end = heading + 1
        while end < lines.count, found.count < 8 {
            if !lines[end].isEmpty {
                guard lines[end].stays, !isInnerHeading(lines[end].text), isHeadline(lines[end].text) else { break }
                found.append(end)
            }
            end += 1
        }
        guard found.count >= (isSure ? 1 : 2) else { return heading + 1 }
        for i in [heading] + found where lines[i].stays { lines[i].reason = reason }
        return end
    }

    /// `READ MORE:`, `Читайте також:`: nothing else in the line.
    private static func isCall(_ line: ReportLine) -> Bool {
        !line.stays && line.text.utf8.last == UInt8(ascii: ":") && line.text.utf8.count <= 60
            && BoilerplatePhrases.wholeLines[ReportLine.plain(line.text)] == "link to more"
    }

    /// Marks the headline in the next line. Behind an empty line it may be a subheading of the report.
    private static func markNext(_ lines: inout [ReportLine], after call: Int) -> Int {
        let next = call + 1
        guard next < lines.count, lines[next].stays, isHeadline(lines[next].text) else { return next }
        lines[next].reason = reason
        return next + 1
    }

    /// `1:30`, `0:57`.
    private static func isLength(_ text: String) -> Bool {
        guard (4...8).contains(text.utf8.count) else { return false }
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// A length with a title that stands there twice; a time of day alone begins an entry of a live report.
    private static func markVideo(_ lines: inout [ReportLine], from length: Int) -> Int {
        let next = lines[(length + 1)...].prefix(4).indices.filter { !lines[$0].isEmpty }
        guard next.count >= 2, isHeadline(lines[next[0]].text) else { return length + 1 }
        let title = ReportLine.plain(lines[next[0]].text)
        let again = ReportLine.plain(lines[next[1]].text)
        guard again == title || again == "watch: " + title else { return length + 1 }
        for i in [length, next[0], next[1]] where lines[i].stays { lines[i].reason = reason }
        return next[1] + 1
    }

    /// Headings of lists that stand between paragraphs too.
    private static func isInnerHeading(_ text: String) -> Bool {
        guard text.utf8.count <= 60, isHeading(text) else { return false }
        return !["world", "newsletter", "latest", "popular", "related topics", "in other news"]
            .contains(ReportLine.plain(text))
    }
}
