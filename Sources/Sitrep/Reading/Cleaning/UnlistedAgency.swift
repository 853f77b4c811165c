/// News agencies that no list knows, by what they are called where a text credits them.
///
/// The usual forms: a line `By Meridian Wire`, `From Meridian Wire`, `Source: Meridian Wire` or the name alone, `[MERIDIAN
/// WIRE]` at the start of a line, and a dateline `KYIV (Meridian Wire) -`. A name has one to four words with capitals and ends
/// in a word for an agency, or begins with one in Ukrainian and Russian; that of a person does not.
enum UnlistedAgency {
    /// The last words of such names, folded.
    private static let ends: [String] = [
        "wire", "newswire", "wire service", "news agency", "press agency", "news service", "news wire", "press service",
        "information agency", "telegraph agency", "press association",
    ]
    private static let starts = [
        "агентство ", "агенція ", "агенция ", "інформагентство ", "информагентство ", "інформаційне агентство ",
        "информационное агентство ",
    ]
    /// Words that make no name of what follows.
    private static let articles: Set<String> = ["the", "a", "an", "our", "this", "that", "state", "local", "news"]
    private static let prefixes = [
        "By ", "BY ", "From ", "FROM ", "Source: ", "Credit: ", "Via ", "via ", "/ ", "— ", "– ", "- ", "© ",
        "Джерело: ", "Источник: ", "За даними ", "По данным ",
    ]
    private static let longestLine = 60
    /// Datelines and names in brackets stand in the first lines.
    private static let firstLines = 6
    private static let longestHead = 120
    private static let edgeLines = 12

    /// The agency that the lines of a text credit, as the text has it; `nil` for none.
    ///
    /// - Parameter removed: parts beside the text, each a credit of its own.
    static func credited(in lines: [String], _ removed: [String]) -> String? {
        // Credits stand at the top or at the bottom.
        let top = lines.lazy.filter { !$0.isEmpty }.prefix(edgeLines)
        let bottom = lines.reversed().lazy.filter { !$0.isEmpty }.prefix(edgeLines)
        for line in top.prefix(firstLines) {
            if let name = bracketed(line) { return name }
        }
        for line in Array(top) + bottom {
            if let name = alone(TextLines.trimmed(line), isCredit: false) { return name }
        }
        for line in removed.lazy.flatMap({ $0.split(separator: "\n") }) {
            if let name = alone(TextLines.trimmed(line), isCredit: true) { return name }
        }
        return nil
    }

    /// The name in `[…]` at the start of a line, or in `(…)` with a dash behind it.
    private static func bracketed(_ line: String) -> String? {
        let head = line.prefix(longestHead)
        if head.first == "[", let close = head.firstIndex(of: "]") {
            return name(String(head[head.index(after: head.startIndex)..<close]))
        }
        guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") else { return nil }
        let after = line[line.index(after: close)...].drop { $0 == " " }
        guard after.first.map({ "-–—".contains($0) }) == true else { return nil }
        return name(String(head[head.index(after: open)..<close]))
    }

    /// The name that is all of a line, but for what says that it is a credit, and for a person before it.
    ///
    /// - Parameter isCredit: whether the line is known to be one; else a heading may end in a wire of another kind.
    private static func alone(_ line: String, isCredit: Bool) -> String? {
        guard line.utf8.count <= longestLine else { return nil }
        var rest = line.drop { "([/".contains($0) }
        while let last = rest.last, ")].;".contains(last) { rest.removeLast() }
        // A credit of a page may be a picture's: `Jane Doe / Meridian Wire`.
        let most = isCredit ? 1 : 2
        var isCredit = isCredit || rest.count < line.count
        if let prefix = prefixes.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(prefix.count)
            isCredit = true
        }
        // By Jane Doe, Meridian Wire
        let parts = rest.split(whereSeparator: { ",|/".contains($0) })
        guard let last = parts.last, parts.count <= most else { return nil }
        guard let name = name(TextLines.trimmed(String(last))) else { return nil }
        return isCredit || !name.lowercased().hasSuffix(" wire") ? name : nil
    }

    /// A text that is the name of an agency.
    private static func name(_ text: String) -> String? {
        let name = TextLines.trimmed(text)
        let words = name.split(separator: " ")
        guard (2...5).contains(words.count), name.utf8.count <= longestLine, words.allSatisfy(isNameWord) else {
            return nil
        }
        let lowered = name.lowercased()
        if starts.contains(where: lowered.hasPrefix) { return name }
        guard let end = ends.filter({ lowered.hasSuffix(" " + $0) }).max(by: { $0.count < $1.count }) else {
            return nil
        }
        let before = lowered.dropLast(end.count).split(separator: " ").map(String.init)
        return before.allSatisfy(articles.contains) ? nil : name
    }

    /// A word with a capital, a short one between such, or the sign between two.
    private static func isNameWord(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return word == "&" }
        let hasEnd = word.unicodeScalars.contains { ".:!?;".unicodeScalars.contains($0) }
        return !hasEnd && (first.properties.isUppercase || word == "of" || word == "and")
    }
}
