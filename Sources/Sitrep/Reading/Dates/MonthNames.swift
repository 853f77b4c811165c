/// The names of months and weekdays in the languages that news are written in.
enum MonthNames {
    /// The month of a name or abbreviation in lower case, 1…12.
    ///
    /// - Parameter isCroatian: `listopad` is October there, and November to Czechs and Poles.
    static func month(_ word: String, isCroatian: Bool = false) -> Int? {
        if isCroatian, word == "listopad" || word == "listopada" { return 10 }
        return months[word]
    }

    /// Whether a word in lower case begins a month's name of two words.
    static func beginsMonth(_ word: String) -> Bool { firstWords.contains(word) }

    /// Whether a word in lower case is a weekday's name or abbreviation.
    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    /// The weekday of an English, Ukrainian or Russian name in full, in lower case and any case of grammar that news
    /// use; 1 for Monday.
    static func weekday(_ word: String) -> Int? { fullWeekdays[word] }

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for language in table.split(separator: "\n") {
            for (index, names) in language.split(separator: "|").enumerated() {
                for name in names.split(separator: ",").map({ TextLines.trimmed($0) }) where !name.isEmpty {
                    months[name] = index + 1
                }
            }
        }
        return months
    }()

    private static let firstWords = Set(
        months.keys.compactMap { $0.split(separator: " ").dropLast().first.map(String.init) }
    )

    private static let fullWeekdays: [String: Int] = {
        var weekdays: [String: Int] = [:]
        for (index, names) in fullWeekdayTable.split(separator: "\n").enumerated() {
            for name in names.split(separator: " ") { weekdays[String(name)] = index + 1 }
        }
        return weekdays
    }()

    private static let weekdays = Set(
        (weekdayTable + "\n" + fullWeekdayTable).split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}
