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
        "min", "mins", "minute", "minutes", "read", "р", "року", "г", "года", "год", "о", "в", "у", "опубліковано",
        "оновлено",
        "опубликовано", "обновлено", "дата", "публікації", "публикации", "first", "day", "month", "year",
        "uhr", "h", "den", "le", "à", "klo", "kl", "de", "del", "το", "στις", "ngày", "saat", "pukul", "wib",
    ]

    /// Whether a line says a date, perhaps with weekday and time, and nothing else.
    static func isDateAlone(_ line: String) -> Bool {
        guard line.utf8.count <= 120, !DateParser.find(in: line).isEmpty else { return false }
        return withoutDates(line).allSatisfy { companions.contains($0) || MonthNames.isWeekday($0) }
    }

    /// Whether a line says the date with the author, the outlet, the section or the time that reading takes: `World |
    /// 13/11/2024 | 4 minute read`, `The Example, 13 November 2024`.
    ///
    /// Names alone beside a date are no sign: they may be a place, in a heading or below a picture.
    static func isDated(_ line: String) -> Bool {
        guard line.utf8.count <= 200, let last = DateParser.find(in: line).last else { return false }
        // What follows the date as a sentence of its own says nothing about it.
        let tail = String(decoding: line.utf8.dropFirst(last.range.upperBound), as: UTF8.self)
        let rest = ByteSearch.offset(of: ". ", in: tail) ?? tail.utf8.count
        let head = String(decoding: line.utf8.prefix(last.range.upperBound + rest), as: UTF8.self)
        guard head.utf8.count <= 120 else { return false }
        let names = withoutDates(head, keepingCase: true).filter { word in
            let lowered = word.lowercased()
            return !companions.contains(lowered) && !connectors.contains(lowered) && !MonthNames.isWeekday(lowered)
        }
        guard names.count <= 6, names.allSatisfy({ $0.first?.isUppercase == true }) else { return false }
        let words = Set(withoutDates(head))
        return !words.isDisjoint(with: publishing) || names.contains { PageTop.isOutletWord($0.lowercased()) }
            || (!names.isEmpty && names.allSatisfy { PageTop.isSectionWord($0.lowercased()) })
    }

    /// Words between names, and those about reading, that need no capital.
    private static let connectors: Set<String> = [
        "by", "for", "from", "the", "of", "and", "in", "our", "staff", "desk", "reporter", "correspondent", "reading",
        "about", "хв", "хвилин", "хвилини", "читання", "мин", "минут", "минуты", "чтения", "для", "від", "от",
    ]

    /// Words that say that the date beside them is the report's.
    private static let publishing: Set<String> = [
        "by", "posted", "published", "updated", "read", "reading", "staff", "desk", "reporter", "correspondent",
        "опубліковано", "оновлено", "опубликовано", "обновлено", "читання", "чтения",
    ]

    /// The words of a line beside its dates and numbers.
    private static func withoutDates(_ line: String, keepingCase: Bool = false) -> [String] {
        var bytes = Array(line.utf8)
        for found in DateParser.find(in: line) {
            for i in found.range { bytes[i] = 0x20 }
        }
        let words = String(decoding: bytes, as: UTF8.self)
        return (keepingCase ? words : words.lowercased()).split { !$0.isLetter }.map(String.init)
    }
}
