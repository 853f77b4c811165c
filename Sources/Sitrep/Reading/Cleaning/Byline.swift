/// Lines that name the author or the day of publication.
enum Byline {
    /// Whether a line names an author and little else: `By Jane Doe`, `ByJane Doe`, `Автор: …`.
    static func isAuthor(_ line: String) -> Bool {
        guard line.utf8.count <= 120, !line.hasSuffix(".") || line.utf8.count <= 60 else { return false }
        let lowered = line.lowercased()
        guard let start = BoilerplatePhrases.bylineStarts.first(where: lowered.hasPrefix) else { return isGlued(line) }
        let rest = line.unicodeScalars.dropFirst(start.unicodeScalars.count)
        guard let first = rest.first, first.properties.isUppercase else { return false }
        // A sentence has words in small letters.
        let words = String(rest).split(separator: " ")
        let small = words.count {
            $0.first?.isLowercase == true && !["and", "for", "in", "on", "at", "of"].contains($0)
        }
        return words.count <= 14 && small <= 1
    }

    /// `ByJane Doe`: the blank was lost with the markup.
    private static func isGlued(_ line: String) -> Bool {
        let scalars = Array(line.unicodeScalars.prefix(4))
        guard scalars.count == 4, scalars[0] == "B", scalars[1] == "y", scalars[2].properties.isUppercase,
            scalars[3].properties.isLowercase
        else { return false }
        let words = line.split(separator: " ")
        return words.count <= 6 && words.allSatisfy { $0.first?.isLowercase != true }
    }

    /// Words that may stand beside a date in a line that is a date alone.
    private static let companions: Set<String> = [
        "at", "on", "am", "pm", "a", "m", "p", "gmt", "utc", "est", "edt", "et", "cet", "cest", "eet", "eest", "bst",
        "msk",
        "ist", "z", "t", "th", "st", "nd", "rd", "updated", "published", "posted", "modified", "last", "date", "time",
        "min", "mins", "minutes", "read", "р", "року", "г", "года", "год", "о", "в", "у", "опубліковано", "оновлено",
        "опубликовано", "обновлено", "дата", "публікації", "публикации", "first",
    ]

    /// Whether a line says a date, perhaps with weekday and time, and nothing else.
    static func isDateAlone(_ line: String) -> Bool {
        guard line.utf8.count <= 120, !DateParser.find(in: line).isEmpty else { return false }
        return withoutDates(line).allSatisfy { companions.contains($0) || MonthNames.isWeekday($0) }
    }

    /// The words of a line beside its dates and numbers, in lower case.
    private static func withoutDates(_ line: String) -> [String] {
        var bytes = Array(line.utf8)
        for found in DateParser.find(in: line) {
            for i in found.range { bytes[i] = 0x20 }
        }
        return String(decoding: bytes, as: UTF8.self).lowercased()
            .split { !$0.isLetter }.map(String.init)
    }
}
