/// Finds the day of publication in a report's own text.
///
/// The ways, by trust: a dateline, a line with the author or with nothing but a date near the title, a note of the last
/// update, a picture's caption or a quoted post. No date of the report are the page's own "today" above the title, a
/// copyright year, what stands among readers' comments, and any day after today.
struct DateEvidence {
    private let lines: [ReportLine]
    /// The place of the title's line; -1 when it stands elsewhere.
    private let titleLine: Int
    private let style: DateStyle
    private let today: CalendarDate

    init(lines: [ReportLine], titleLine: Int, style: DateStyle, today: CalendarDate) {
        self.lines = lines
        self.titleLine = titleLine
        self.today = today
        var style = style
        style.latest = today
        style.settleOrder(by: lines.lazy.map(\.text))
        self.style = style
    }

    /// The date itself, or the same day as the text gives it, which is less weak.
    func confirming(_ date: PublishedDate) -> PublishedDate {
        let told = published()
        return told.date == date.date && told.precision == date.precision && !told.isWeak ? told : date
    }

    func published() -> PublishedDate {
        let ways: [(PublishedDate.Origin, () -> CalendarDate?)] = [
            (.dateline, dateline), (.byline, byline), (.lastUpdated, lastUpdated), (.caption, caption),
        ]
        for (origin, find) in ways {
            if let date = find() { return PublishedDate(date: date, origin: origin) }
        }
        return .unknown
    }

    /// The places of the first lines after the title.
    private func top(_ count: Int) -> [Int] {
        Array(lines.indices.lazy.filter { $0 > titleLine && !lines[$0].isEmpty && !isComment(lines[$0]) }.prefix(count))
    }

    private func isComment(_ line: ReportLine) -> Bool { line.reason == BoilerplateFilter.commentsReason }

    /// Whether a line is the report's and has what may be a year: spares the dear search in most lines.
    private func mayDate(_ line: ReportLine) -> Bool {
        (ByteSearch.contains(line.text, "20") || ByteSearch.contains(line.text, "19")) && !isComment(line)
    }

    private func dates(_ line: String) -> [CalendarDate] {
        DateParser.find(in: line, style: style).map(\.date.date).filter { $0 <= today }
    }

    /// `KYIV, Nov. 13 (Reuters) -`: the place in capitals. Without a year, a full date elsewhere in the text must stand
    /// within a month of it: a report about an anniversary names other years.
    private func dateline() -> CalendarDate? {
        for i in top(5) {
            let line = lines[i].text
            let head = String(line.prefix(80).prefix { !"(—–".contains($0) })
            let place = head.prefix { $0 != "," }
            let letters = place.unicodeScalars.filter(\.properties.isAlphabetic)
            guard letters.count >= 3, letters.allSatisfy({ !$0.properties.isLowercase }), place.count < head.count
            else {
                continue
            }
            if let full = dates(head).first { return full }
            for part in head.split(separator: ",").dropFirst() {
                guard let (month, day, _) = DateParser.dayAndMonth(atStartOf: String(part)) else { continue }
                if let date = withYear(month: month, day: day) { return date }
                if let date = withCopyrightYear(month: month, day: day, told: line) { return date }
            }
        }
        return nil
    }

    private func withYear(month: Int, day: Int) -> CalendarDate? {
        for date in lines.lazy.flatMap({ dates($0.text) }) {
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
        let years = lines.reduce(into: Set<Int>()) { years, line in
            guard line.text.utf8.count <= 200, mayDate(line),
                ["©", "(c) ", "copyright "].contains(where: line.text.lowercased().hasPrefix)
            else { return }
            years.formUnion(line.text.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil })
        }
        let days = years.compactMap { CalendarDate(year: $0, month: month, day: day) }
            .filter { $0 <= today && weekdays.contains($0.weekday) }
        return days.count == 1 ? days[0] : nil
    }

    /// The date in or under the author's line, or alone in a line near the title.
    private func byline() -> CalendarDate? {
        let near = top(8)
        for (n, i) in near.enumerated() where Byline.isAuthor(lines[i].text) {
            for next in near[n...].prefix(3) where next == i || Byline.isDateAlone(lines[next].text) {
                if let date = dates(lines[next].text).first { return date }
            }
        }
        for i in near {
            let text = lines[i].text
            if Byline.isDateAlone(text) || Byline.isDated(text) || (text.utf8.count <= 120 && beginsWithPublished(text))
            {
                if let date = dates(text).first { return date }
            }
        }
        return aboveTitle()
    }

    /// A date above the title, where no weekday, bullet or outlet's name says that it is the page's "today".
    private func aboveTitle() -> CalendarDate? {
        guard titleLine >= 0 else { return nil }
        for line in lines[...titleLine].lazy.map(\.text).filter({ !$0.isEmpty }) {
            guard Byline.isDateAlone(line) || Byline.isDated(line), let letter = line.unicodeScalars.first,
                letter.properties.isAlphabetic || letter.properties.numericType != nil
            else { continue }
            let words = line.lowercased().split { !$0.isLetter }.map(String.init)
            let isToday =
                words.contains { MonthNames.isWeekday($0) }
                || (words.contains(where: PageTop.isOutletWord) && !words.contains("by"))
            if !isToday || beginsWithPublished(line), let date = dates(line).first { return date }
        }
        return nil
    }

    private static let publishedStarts = [
        "published", "posted", "first published", "publication date", "date:", "опубліковано", "опубликовано",
        "дата публікації", "дата публикации", "дата:",
    ]

    private func beginsWithPublished(_ line: String) -> Bool {
        let lowered = line.lowercased()
        return DateEvidence.publishedStarts.contains(where: lowered.hasPrefix)
    }

    private static let updateNotes = [
        "last updated", "last update", "last modified", "last revised", "last edited", "revised on", "updated on",
        "updated:", "updated at", "оновлено", "обновлено",
        "последнее обновление", "останнє оновлення",
    ]

    /// Lines that say what the date in the next line is.
    private static let dateLabels: Set<String> = [
        "updated", "last updated", "last update", "published", "posted", "оновлено", "обновлено",
    ]

    /// A date shortly after "last updated" and the like, or in the line below, anywhere but among the comments; the latest of them.
    private func lastUpdated() -> CalendarDate? {
        var latest: CalendarDate?
        var label = ""
        for line in lines where !line.isEmpty && line.text.utf8.count <= 400 {
            let above = label
            label = line.text.utf8.count <= 40 ? ReportLine.plain(line.text) : ""
            guard mayDate(line) else { continue }
            if DateEvidence.dateLabels.contains(above), Byline.isDateAlone(line.text),
                let date = dates(line.text).first,
                latest.map({ date > $0 }) ?? true
            {
                latest = date
            }
            let lowered = line.text.lowercased()
            for note in DateEvidence.updateNotes {
                guard let at = ByteSearch.offset(of: note, in: lowered) else { continue }
                // Lower-casing may change the length of a few letters; the distance is loose enough.
                let found = DateParser.find(in: line.text, style: style).first { date in
                    (at - 4...at + note.utf8.count + 40).contains(date.range.lowerBound) && date.date.date <= today
                }
                if let date = found?.date.date, latest.map({ date > $0 }) ?? true { latest = date }
            }
            // "Published …" at the start of a short line counts wherever it stands.
            if latest == nil, line.text.utf8.count <= 80, beginsWithPublished(line.text) {
                latest = dates(line.text).first
            }
        }
        return latest
    }

    private static let credits = [
        "getty", "/afp", "/reuters", "/ap", "via reuters", "via ap", "(ap photo", "photo:", "photo by", "photograph:",
        "file photo", "shutterstock", "epa-efe", "anadolu", "handout", "фото:", "фото ", "via x", "via telegram",
    ]

    /// The latest date of a caption (a line with a credit) or of a quoted post (`(@name) November 13, 2024`).
    ///
    /// None where the text tells of later years: then the picture is from an archive.
    private func caption() -> CalendarDate? {
        var latest: CalendarDate?
        for line in lines where mayDate(line) && line.text.utf8.count <= 700 {
            let lowered = line.text.lowercased()
            let isCaption =
                DateEvidence.credits.contains { ByteSearch.contains(lowered, $0) }
                || (lowered.contains("(@") && ByteSearch.contains(lowered, "— "))
            guard isCaption, !lowered.hasPrefix("©"), !lowered.hasPrefix("copyright") else { continue }
            for date in dates(line.text) where latest.map({ date > $0 }) ?? true { latest = date }
        }
        guard let found = latest else { return nil }
        return lines.contains { mayDate($0) && tells($0.text, ofYearAfter: found.year) } ? nil : found
    }

    /// Whether a line names a year later than `year`, yet not to come.
    private func tells(_ line: String, ofYearAfter year: Int) -> Bool {
        line.split { !$0.isNumber }.contains {
            $0.utf8.count == 4 && (Int($0).map { $0 > year && $0 <= today.year } ?? false)
        }
    }
}
