/// Finds the day of publication in a report's own text.
///
/// The ways, by trust: a dateline, a line with the author or with nothing but a date near the title, a note of the last
/// update, a picture's caption or a quoted post. No date of the report are the page's own "today" above the title, a
/// copyright year, what stands among readers' comments, and any day after today.
struct DateEvidence {
    let lines: [ReportLine]
    /// The place of the title's line; -1 when it stands elsewhere.
    private let titleLine: Int
    let style: DateStyle
    let today: CalendarDate
    /// The places of the lines that may have a date: no more than the first and last of them, as in tables of days.
    let dated: [Int]
    private static let mostDated = 1000

    init(lines: [ReportLine], titleLine: Int, style: DateStyle, today: CalendarDate) {
        self.lines = lines
        self.titleLine = titleLine
        self.today = today
        var style = style
        style.latest = today
        style.settleOrder(by: lines.lazy.map(\.text))
        self.style = style
        let dated = lines.indices.filter { DateEvidence.mayDate(lines[$0]) }
        let rest = max(DateEvidence.mostDated, dated.count - DateEvidence.mostDated)
        self.dated = Array(dated.prefix(DateEvidence.mostDated) + dated.dropFirst(rest))
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
    func top(_ count: Int) -> [Int] {
        Array(lines.indices.lazy.filter { $0 > titleLine && !lines[$0].isEmpty && !isComment(lines[$0]) }.prefix(count))
    }

    private func isComment(_ line: ReportLine) -> Bool { line.reason == BoilerplateFilter.commentsReason }

    /// Whether a line is the report's and has what may be a year: spares the dear search in most lines.
    private static func mayDate(_ line: ReportLine) -> Bool {
        line.reason != BoilerplateFilter.commentsReason
            && (ByteSearch.contains(line.text, "20") || ByteSearch.contains(line.text, "19"))
    }

    func dates(_ line: String) -> [CalendarDate] {
        DateParser.find(in: line, style: style).map(\.date.date).filter { $0 <= today }
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
        return aboveTitle() ?? near.prefix(5).lazy.compactMap { written(lines[$0].text) }.first ?? footer()
    }

    /// The day on which a note below the title says that the report was written.
    private func written(_ line: String) -> CalendarDate? {
        guard line.utf8.count <= 200 else { return nil }
        let lowered = line.lowercased()
        guard let at = DateWords.written.lazy.compactMap({ ByteSearch.offset(of: $0, in: lowered) }).first else {
            return nil
        }
        return DateParser.find(in: line, style: style)
            .first { (at...at + 60).contains($0.range.lowerBound) && $0.date.date <= today }?.date.date
    }

    /// The date of a line below the text that says "published".
    private func footer() -> CalendarDate? {
        let last = lines.indices.suffix(400).filter { !lines[$0].isEmpty && !isComment(lines[$0]) }.suffix(12)
        for i in last where lines[i].text.utf8.count <= 160 && DateWords.mayBeNote(lines[i].text) {
            let found = DateParser.find(in: lines[i].text, style: style)
            for date in found where date.date.date <= today {
                if DateWords.stands(.published, justBefore: date.range.lowerBound, in: lines[i].text) {
                    return date.date.date
                }
            }
        }
        return nil
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

    private func beginsWithPublished(_ line: String) -> Bool { DateWords.beginsPublished(line) }

    /// Lines that say what the date in the next line is.
    private static let dateLabels: Set<String> = [
        "updated", "last updated", "last update", "published", "posted", "оновлено", "обновлено",
    ]

    /// A date shortly after "last updated" and the like, or in the line below, anywhere but among the comments; the latest of them.
    private func lastUpdated() -> CalendarDate? {
        var latest: CalendarDate?
        for i in dated where lines[i].text.utf8.count <= 400 {
            let line = lines[i]
            if DateEvidence.dateLabels.contains(label(above: i)), Byline.isDateAlone(line.text),
                let date = dates(line.text).first,
                latest.map({ date > $0 }) ?? true
            {
                latest = date
            }
            let lowered = line.text.lowercased()
            for note in DateWords.updateNotes {
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

    /// The short line above a line, without signs at its ends.
    private func label(above i: Int) -> String {
        guard let above = lines[..<i].last(where: { !$0.isEmpty }), above.text.utf8.count <= 40 else { return "" }
        return ReportLine.plain(above.text)
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
        for line in dated.lazy.map({ lines[$0] }) where line.text.utf8.count <= 700 {
            let lowered = line.text.lowercased()
            let isCaption =
                DateEvidence.credits.contains { ByteSearch.contains(lowered, $0) }
                || (lowered.contains("(@") && ByteSearch.contains(lowered, "— "))
            guard isCaption, !lowered.hasPrefix("©"), !lowered.hasPrefix("copyright") else { continue }
            for date in dates(line.text) where latest.map({ date > $0 }) ?? true { latest = date }
        }
        guard let found = latest else { return nil }
        return dated.contains { tells(lines[$0].text, ofYearAfter: found.year) } ? nil : found
    }

    /// Whether a line names a year later than `year`, yet not to come.
    private func tells(_ line: String, ofYearAfter year: Int) -> Bool {
        line.split { !$0.isNumber }.contains {
            $0.utf8.count == 4 && (Int($0).map { $0 > year && $0 <= today.year } ?? false)
        }
    }
}
