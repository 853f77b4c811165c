/// Finds the day of publication in a page, outside of its article's text.
///
/// The ways, by trust: the page's fields, a `<time>` element that is marked as the publication's, the address, other
/// `<time>` elements, a line with a date beside the headline. What the fields have in universal time is taken to the
/// outlet's own day, where the page shows that.
struct PageDates {
    private let page: HTMLDocument
    private let metadata: PageMetadata
    private let today: CalendarDate
    private let lines: PageDateLines

    init(page: HTMLDocument, metadata: PageMetadata, blocks: [TextBlock], article: Range<Int>, today: CalendarDate) {
        self.page = page
        self.metadata = metadata
        self.today = today
        lines = PageDateLines(page: page, metadata: metadata, blocks: blocks, article: article, today: today)
    }

    /// The best date; `nil` leaves the question to the text.
    func published() -> PublishedDate? {
        let address = addressDate()
        let line = lines.nearHeadline()
        if let stamp = metadata.dates.published, stamp.date.precision == .day {
            let shown = [address?.date, line?.date, scriptDate(), offsetDay(stamp)].compactMap { $0 }
            let day = stamp.localDay(shown: shown)
            if day <= today { return PublishedDate(date: day, origin: .metadata) }
        }
        let times = times()
        if let time = times.marked { return PublishedDate(date: time, origin: .timeElement) }
        if let address, address.precision == .day {
            // An address alone is weak; what the page shows confirms it.
            if times.first == address.date { return PublishedDate(date: address.date, origin: .timeElement) }
            if let line, line.date == address.date { return line }
            return PublishedDate(date: address.date, origin: .url)
        }
        return times.first.map { PublishedDate(date: $0, origin: .timeElement) } ?? line
    }

    /// What is better than nothing: a field of the page's programs, the day of a later change, a month.
    func lastResort() -> PublishedDate? {
        if let date = lines.afterArticle() { return date }
        if let date = scriptDate() { return PublishedDate(date: date, origin: .metadata) }
        if let stamp = metadata.dates.changed, stamp.date.precision == .day, stamp.date.date <= today {
            return PublishedDate(date: stamp.date.date, origin: .lastUpdated)
        }
        if let date = metadata.dates.published?.date, date.date <= today {
            return PublishedDate(date: date.date, precision: date.precision, origin: .metadata)
        }
        return nil
    }

    private func addressDate() -> ParsedDate? {
        metadata.addresses.lazy.compactMap(WebAddress.date).first { $0.date <= today }
    }

    /// The day of a universal time in the zone that the page's other times are written in.
    private func offsetDay(_ stamp: DateStamp) -> CalendarDate? {
        guard let hour = stamp.universalHour, let offset = ScriptDates.commonOffset(page) else { return nil }
        let shifted = hour + offset
        return shifted < 0
            ? stamp.date.date.adding(days: -1) : shifted >= 24 ? stamp.date.date.adding(days: 1) : nil
    }

    private func scriptDate() -> CalendarDate? {
        ScriptDates.published(page, style: metadata.style).flatMap { $0 <= today ? $0 : nil }
    }

    /// The `<time>` elements' days: the first that is marked as the publication's, and the first of all, without those
    /// of other reports, comments and quoted posts.
    private func times() -> (marked: CalendarDate?, first: CalendarDate?) {
        var marked: CalendarDate?
        var first: CalendarDate?
        for node in page.elements("time") where !PageParts.isOthers(page, node, own: lines.own) {
            let text = page.nodes[node].text.count < 200 ? TextLines.collapsed(page.text(of: node)) : ""
            guard let stamp = DateStamp(page.attribute("datetime", of: node) ?? text, style: metadata.style),
                stamp.date.precision == .day
            else { continue }
            let shown = DateParser.find(in: text, style: metadata.style).map(\.date.date)
            let day = stamp.localDay(shown: shown)
            guard day <= today else { continue }
            let meaning = DateWords.meaning(text)
            if meaning != .updated { first = first ?? day }
            let isMarked = page.attribute("pubdate", of: node) != nil || ClassHints.saysDate(page, node)
            if isMarked, meaning != .updated, !ClassHints.saysUpdated(page, node) { marked = marked ?? day }
        }
        return (marked, first)
    }
}
