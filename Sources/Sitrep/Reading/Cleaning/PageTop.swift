/// Marks what stands above a report's headline in the text of a page: greetings, navigation, the outlet's name.
///
/// Looks at the lines before the first paragraph only, and takes a line for the outlet's name only where a line that
/// looks more like a headline is there too.
enum PageTop {
    /// Marks the lines, and returns the outlet's name if one stood there in its own case.
    static func mark(_ lines: inout [ReportLine]) -> String? {
        let top = places(lines)
        for i in top where lines.contains(where: \.stays) {
            if isNavigation(lines[i].text) {
                lines[i].reason = "navigation"
            } else if isGreeting(lines[i].text) {
                lines[i].reason = "greeting"
            }
        }
        if !lines.contains(where: \.stays) {
            for i in top { lines[i].reason = nil }
            return nil
        }
        markAboveRepeated(&lines, top)
        let headlines = top.filter { lines[$0].stays && isLikelyHeadline(lines[$0].text) }
        var outlet: String?
        for i in top where lines[i].stays && headlines.contains(where: { $0 != i }) {
            guard let name = masthead(lines[i].text) else { continue }
            lines[i].reason = "masthead"
            outlet = outlet ?? (name.contains(where: \.isLowercase) ? name : nil)
        }
        // Below what was marked, a section's name alone is none the better a headline.
        for i in top where lines[i].stays && headlines.contains(where: { $0 > i }) {
            guard words(lines[i].text).allSatisfy(isSectionWord) else { break }
            lines[i].reason = "navigation"
        }
        return outlet
    }

    /// Whether a word is one that outlets are called by, in lower case.
    static func isOutletWord(_ word: String) -> Bool { PageTopWords.outlets.contains(word) }

    /// Whether a word is one that parts of a news site are called by, in lower case.
    static func isSectionWord(_ word: String) -> Bool { PageTopWords.sections.contains(word) }

    /// The places of the first lines that stay, up to the first paragraph.
    private static func places(_ lines: [ReportLine]) -> [Int] {
        var places: [Int] = []
        for i in lines.indices where lines[i].stays {
            if places.count == 12 || isParagraph(lines[i].text) { break }
            places.append(i)
        }
        return places
    }

    private static func isParagraph(_ line: String) -> Bool {
        let length = line.unicodeScalars.count
        return length >= 200 || (length >= 80 && (line.hasSuffix(".") || line.hasSuffix(".”") || line.hasSuffix(".\"")))
    }

    private static func isNavigation(_ line: String) -> Bool {
        if PageTopWords.navigation.contains(ReportLine.plain(line)) { return true }
        let words = words(line)
        return words.count >= 4 && words.allSatisfy(isSectionWord)
    }

    /// `Hello!`, or a longer line that greets and speaks to the reader.
    private static func isGreeting(_ line: String) -> Bool {
        let words = words(line)
        guard let first = words.first, PageTopWords.greetings.contains(first), line.utf8.count <= 300 else {
            return false
        }
        return words.count <= 2 || words.contains(where: PageTopWords.addresses.contains)
    }

    /// The outlet that a line names, with nothing else but the edition.
    private static func masthead(_ line: String) -> String? {
        guard let part = line.split(whereSeparator: { "|•·".contains($0) }).first else { return nil }
        let edition = words(String(line[part.endIndex...]))
        guard edition.count <= 4,
            edition.isEmpty || edition.contains(where: PageTopWords.editions.contains)
                || edition.allSatisfy({ MonthNames.isWeekday($0) || isSectionWord($0) })
        else { return nil }
        let name = TextLines.trimmed(part)
        let parts = name.split(separator: " ")
        guard parts.count <= 4, let last = parts.last, name.unicodeScalars.allSatisfy({ isNameSign($0) }) else {
            return nil
        }
        let isName = parts.allSatisfy { part in
            part.first?.isUppercase == true || ["of", "the", "and", "for"].contains(part) || isOutletWord(String(part))
        }
        return isName && parts[0].first?.isUppercase == true && isOutletWord(last.lowercased()) ? name : nil
    }

    private static func isNameSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || " -’'&".unicodeScalars.contains(scalar)
    }

    /// A line that is a headline rather than a name: several words, no date, no author.
    private static func isLikelyHeadline(_ line: String) -> Bool {
        TitleFinder.isHeadline(line) && words(line).count >= 5 && masthead(line) == nil && !Byline.isAuthor(line)
            && !Byline.isDateAlone(line) && !Byline.isDated(line)
    }

    /// A headline that is said twice before the text is the headline, whatever stands above it.
    private static func markAboveRepeated(_ lines: inout [ReportLine], _ top: [Int]) {
        for (n, i) in top.enumerated() where lines[i].stays && isLikelyHeadline(lines[i].text) {
            let plain = ReportLine.plain(lines[i].text)
            guard top[(n + 1)...].contains(where: { lines[$0].stays && ReportLine.plain(lines[$0].text) == plain })
            else { continue }
            for above in top[..<n] where lines[above].stays && !isLikelyHeadline(lines[above].text) {
                // Dates are looked at again for the day of publication.
                lines[above].reason = "page header"
            }
            return
        }
    }

    private static func words(_ line: String) -> [String] {
        line.lowercased().split { !$0.isLetter && !"’'".contains($0) }.map(String.init)
    }
}
