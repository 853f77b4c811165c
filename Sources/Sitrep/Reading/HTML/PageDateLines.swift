/// Finds lines of a page that say when its report was published, by where they stand: between headline and text, in
/// elements above the headline whose class says so, and below the text.
struct PageDateLines {
    private let page: HTMLDocument
    private let style: DateStyle
    private let blocks: [TextBlock]
    /// The article's own blocks, from the first to the last.
    private let article: Range<Int>
    private let today: CalendarDate
    /// The headline's place among the blocks; `nil` where none is told.
    private let headline: Int?

    /// A node of the report: its headline's, else its text's first.
    var own: Int? {
        headline.map { blocks[$0].node } ?? (article.isEmpty ? nil : blocks[article.lowerBound].node)
    }

    /// - Parameters:
    ///   - blocks: all blocks of the page.
    ///   - article: the places of the article's own among them.
    init(page: HTMLDocument, metadata: PageMetadata, blocks: [TextBlock], article: Range<Int>, today: CalendarDate) {
        self.page = page
        style = metadata.style
        self.blocks = blocks
        self.article = article
        self.today = today
        headline = PageDateLines.headline(
            blocks,
            titles: [metadata.title].compactMap { $0 } + metadata.titles,
            page: page
        )
    }

    /// The heading that says the page's title, else the first `<h1>`.
    private static func headline(_ blocks: [TextBlock], titles: [String], page: HTMLDocument) -> Int? {
        // Longer ones are no titles; pages made to be hard have many of them.
        let titles = Set(titles.filter { $0.utf8.count <= 600 }.map(ReportLine.plain)).filter { !$0.isEmpty }
        func isTitle(_ i: Int) -> Bool {
            let text = ReportLine.plain(blocks[i].text)
            return titles.contains { title in
                // A title may have the site's name, and a heading a kicker.
                title == text || (text.utf8.count >= 20 && ByteSearch.contains(title, text))
                    || (title.utf8.count >= 20 && ByteSearch.contains(text, title))
            }
        }
        let short = blocks.indices.lazy.filter { blocks[$0].text.utf8.count <= 400 }
        let headings = Array(short.filter { HTMLTags.headings.contains(blocks[$0].tag) }.prefix(300))
        return headings.first { isTitle($0) && blocks[$0].tag == "h1" } ?? headings.first(where: isTitle)
            ?? headings.first { blocks[$0].tag == "h1" && blocks[$0].text.utf8.count > 8 }
            ?? short.prefix(5000).first { titles.contains(ReportLine.plain(blocks[$0].text)) }
    }

    /// The date beside the headline: below it down to the text's first paragraphs, else above it.
    func nearHeadline() -> PublishedDate? {
        let start = headline.map { $0 + 1 } ?? max(0, article.lowerBound - 8)
        let end = article.lowerBound >= start ? min(article.lowerBound + 3, start + 40) : start + 12
        if start < blocks.count, let found = best(in: start..<min(end, blocks.count), isLoose: true) { return found }
        guard let headline else { return nil }
        return best(in: max(0, headline - 8)..<headline, isLoose: false) ?? rightAbove(headline)
    }

    /// A date alone right above the headline, which no weekday gives away as the page's own today.
    private func rightAbove(_ headline: Int) -> PublishedDate? {
        for i in (max(0, headline - 4)..<headline).reversed() where isReadable(blocks[i]) {
            guard let date = date(in: blocks[i]), isDateLine(blocks[i]),
                ClassHints.saysDate(page, blocks[i].node) || Byline.isDateAlone(blocks[i].text)
            else { continue }
            let words = blocks[i].text.lowercased().split { !$0.isLetter }
            let isToday = words.contains { MonthNames.isWeekday(String($0)) }
            guard !isToday, !PageParts.isBeside(page, blocks[i].node, own: blocks[headline].node) else { return nil }
            return PublishedDate(date: date, origin: .byline)
        }
        return nil
    }

    /// A date below the text that words of publication stand beside.
    func afterArticle() -> PublishedDate? {
        let end = article.upperBound
        for i in end..<min(end + 12, blocks.count) where isReadable(blocks[i]) {
            let text = blocks[i].text
            for found in DateParser.find(in: text, style: style) where found.date.date <= today {
                guard DateWords.stands(.published, justBefore: found.range.lowerBound, in: text) else { continue }
                return PublishedDate(date: found.date.date, origin: .byline)
            }
        }
        return nil
    }

    /// The first date that words of publication stand beside, else the first of all, else that of an update.
    ///
    /// - Parameter isLoose: whether a line may say a date without a word or class that tells what it is.
    private func best(in range: Range<Int>, isLoose: Bool) -> PublishedDate? {
        var plain: CalendarDate?
        var updated: CalendarDate?
        for i in range where isReadable(blocks[i]) {
            let block = blocks[i]
            guard let date = date(in: block) else { continue }
            switch DateWords.meaning(block.text) ?? meaning(ofClassAt: block.node, isLoose: isLoose) {
            case .published: return PublishedDate(date: date, origin: .byline)
            case .updated: updated = updated ?? date
            case nil: if isLoose, isDateLine(block) { plain = plain ?? date }
            }
        }
        return plain.map { PublishedDate(date: $0, origin: .byline) }
            ?? updated.map { PublishedDate(date: $0, origin: .lastUpdated) }
    }

    /// What the class of the element says, or of one that holds little else.
    private func meaning(ofClassAt node: Int, isLoose: Bool) -> DateWords.Meaning? {
        var node = node
        let length = page.nodes[node].text.count
        for _ in 0..<3 where node >= 0 && page.nodes[node].text.count <= length + 120 {
            if ClassHints.saysUpdated(page, node) { return .updated }
            if ClassHints.saysPublished(page, node) { return .published }
            node = page.nodes[node].parent
        }
        return nil
    }

    private func isReadable(_ block: TextBlock) -> Bool {
        guard block.text.utf8.count <= 300, block.linkBytes < 80 else { return false }
        return !PageParts.isOthers(page, block.node, own: own)
    }

    /// Whether little stands beside the date, as in an author's line, and no sentence.
    private func isDateLine(_ block: TextBlock) -> Bool {
        if ClassHints.saysDate(page, block.node) { return true }
        if HTMLTags.headings.contains(block.tag) { return false }
        let dates = DateParser.find(in: block.text, style: style)
        let rest = block.text.utf8.count - dates.reduce(0) { $0 + $1.range.count }
        guard rest <= 100 else { return false }
        let last = block.text.last
        return rest <= 40 || (last != "." && last != "!" && last != "?")
    }

    /// The first date of a block; of a short one also with a year of two digits.
    private func date(in block: TextBlock) -> CalendarDate? {
        let found = DateParser.find(in: block.text, style: style).lazy.map(\.date.date).first { $0 <= today }
        if let found { return found }
        guard block.text.utf8.count <= 40, let date = DateParser.parse(block.text, style: style),
            date.precision == .day, date.date <= today
        else { return nil }
        return date.date
    }
}
