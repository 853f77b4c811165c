/// Finds the title of a report that has none of its own.
enum TitleFinder {
    /// The title, and the place of its line when it is a line of its own.
    static func title(of lines: [ReportLine]) -> (title: String, line: Int?) {
        guard let first = lines.firstIndex(where: { $0.stays && !isPageHeader($0.text) }) else { return ("", nil) }
        let line = lines[first].text
        let rest = lines[(first + 1)...]
        if isHeadline(line), let next = rest.first(where: \.stays) {
            let isParted = lines.indices.contains(first + 1) && lines[first + 1].isEmpty
            if isParted || next.text.utf8.count > line.utf8.count || Byline.isAuthor(next.text) { return (line, first) }
        }
        return (firstSentence(line), nil)
    }

    /// Whether a line before the title belongs to the page: a lone date, or a date with the section.
    static func isPageHeader(_ line: String) -> Bool { Byline.isDateAlone(line) || Byline.isDated(line) }

    /// Whether a line may be a headline: short, and no sentence with a full stop.
    static func isHeadline(_ line: String) -> Bool {
        let letters = line.unicodeScalars.count
        guard (8...250).contains(letters), let last = line.unicodeScalars.last else { return false }
        if last == ".", !line.hasSuffix("U.S."), !line.hasSuffix("...") { return false }
        // A sentence that ends with a quotation.
        if "\"”»".unicodeScalars.contains(last), line.unicodeScalars.dropLast().last == "." { return false }
        // Who speaks below, not what is told.
        if letters <= 24, line.first?.isLowercase == true { return false }
        return last != "," && last != ";"
    }

    /// The first sentence of a text: whole up to 200 characters, else cut between words after about 140.
    static func firstSentence(_ text: String) -> String {
        let end = sentenceEnd(text)
        let sentence = TextLines.trimmed(text[..<end])
        guard sentence.unicodeScalars.count > 200 else { return sentence }
        let head = sentence.unicodeScalars.prefix(141)
        let cut = head.lastIndex(where: TextLines.isBlank)
        let short = cut.map { sentence.unicodeScalars[..<$0] } ?? head.dropLast()
        return TextLines.trimmed(String(String.UnicodeScalarView(short))) + "…"
    }

    /// Abbreviations that a full stop belongs to, in lower case.
    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "gen", "lt", "col", "maj", "sgt", "capt", "adm", "brig", "sen", "rep", "gov",
        "prof",
        "jr", "sr", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "inc",
        "тис", "млн", "млрд", "ім", "вул", "обл", "смт", "тыс", "ул", "им", "гг", "рр", "див", "напр",
    ]

    private static func sentenceEnd(_ text: String) -> String.Index {
        let scalars = text.unicodeScalars
        var word = ""
        var i = scalars.startIndex
        while i < scalars.endIndex {
            let scalar = scalars[i]
            var next = scalars.index(after: i)
            if scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" {
                while next < scalars.endIndex, "”’\"»)]".unicodeScalars.contains(scalars[next]) {
                    next = scalars.index(after: next)
                }
                // A single letter before the full stop is an initial.
                let isShort =
                    scalar == "." && (word.unicodeScalars.count <= 1 || abbreviations.contains(word.lowercased()))
                if next == scalars.endIndex { return next }
                if !isShort, TextLines.isBlank(scalars[next]), beginsSentence(scalars[next...]) { return next }
            }
            if scalar.properties.isAlphabetic { word.unicodeScalars.append(scalar) } else { word = "" }
            i = scalars.index(after: i)
        }
        return text.endIndex
    }

    private static func beginsSentence(_ rest: Substring.UnicodeScalarView) -> Bool {
        guard let first = rest.first(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
            return true
        }
        return !first.properties.isLowercase
    }
}
