extension DateEvidence {
    /// `KYIV, Nov. 13 (Reuters) -`, `Kyiv, 13 November 2024 —`, `Киев. 13 ноября. ТАСС`: a place and the day before the
    /// first sentence.
    ///
    /// A place that is not in capitals needs a dash after the date, as a heading may name place and day too. Without a
    /// year, a full date elsewhere in the text must stand within a month of it: a report about an anniversary names
    /// other years.
    func dateline() -> CalendarDate? {
        for i in top(5) {
            let line = lines[i].text
            // A letter may bear any number of marks: what is looked at is bounded in scalars too.
            let start = String(String(line.unicodeScalars.prefix(720)).prefix(90))
            let head = String(start.prefix { !"(—–".contains($0) })
            guard let place = DateEvidence.place(startOf: head), place.count < head.count else { continue }
            let isCapital = !place.contains(where: \.isLowercase)
            guard isCapital || (DateEvidence.hasDash(start) && line.utf8.count > start.utf8.count) else { continue }
            let full = DateParser.find(in: head, style: style).first { $0.date.date <= today }
            if let full, isCapital || DateEvidence.isPlace(head, place.utf8.count..<full.range.lowerBound) {
                return full.date.date
            }
            for part in head[place.endIndex...].dropFirst().split(separator: ",") {
                guard let (month, day, _) = DateParser.dayAndMonth(atStartOf: String(part)) else { continue }
                if let date = withYear(month: month, day: day) { return date }
                if let date = withCopyrightYear(month: month, day: day, told: line) { return date }
            }
        }
        return nil
    }

    /// What stands before the first comma or full stop, if that may be a place: up to four words with capitals.
    private static func place(startOf head: String) -> Substring? {
        let place = head.prefix { $0 != "," && $0 != "." }
        let letters = place.unicodeScalars.count(where: \.properties.isAlphabetic)
        let words = place.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "/" })
        guard letters >= 3, (1...5).contains(words.count), words.allSatisfy({ $0.first?.isLowercase == false }),
            !place.contains(where: \.isNumber)
        else { return nil }
        return place
    }

    /// Whether nothing but names stands between the first comma and the date.
    private static func isPlace(_ head: String, _ range: Range<Int>) -> Bool {
        let between = String(decoding: Array(head.utf8)[range], as: UTF8.self)
        return between.utf8.count <= 30 && between.split { !$0.isLetter }.allSatisfy { $0.first?.isUppercase != false }
    }

    /// Whether a dash stands between blanks.
    private static func hasDash(_ text: String) -> Bool {
        [" — ", " – ", " - ", ") —", "— ", " -- "].contains { ByteSearch.contains(text, $0) }
    }

    private func withYear(month: Int, day: Int) -> CalendarDate? {
        for date in dated.lazy.flatMap({ dates(lines[$0].text) }) {
            for year in [date.year, date.year - 1, date.year + 1] {
                guard let candidate = CalendarDate(year: year, month: month, day: day), candidate <= today else {
                    continue
                }
                if abs(candidate.daysSince1970 - date.daysSince1970) <= 31 { return candidate }
            }
        }
        return nil
    }

    /// The day in the year of the page's copyright, if the sentence names the weekday that it then was: a page's footer
    /// alone may have the year of the scraping.
    private func withCopyrightYear(month: Int, day: Int, told line: String) -> CalendarDate? {
        let weekdays = Set(line.lowercased().split { !$0.isLetter }.compactMap { MonthNames.weekday(String($0)) })
        guard !weekdays.isEmpty else { return nil }
        let years = dated.reduce(into: Set<Int>()) { years, i in
            let line = lines[i]
            guard line.text.utf8.count <= 200,
                ["©", "(c) ", "copyright "].contains(where: line.text.lowercased().hasPrefix)
            else { return }
            years.formUnion(line.text.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil })
        }
        let days = years.compactMap { CalendarDate(year: $0, month: month, day: day) }
            .filter { $0 <= today && weekdays.contains($0.weekday) }
        return days.count == 1 ? days[0] : nil
    }
}
