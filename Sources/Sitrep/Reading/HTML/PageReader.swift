/// Reads a page to a draft: its article's text, and what its metadata say.
struct PageReader {
    private let page: HTMLDocument
    private let today: CalendarDate
    private let metadata: PageMetadata
    private let extractor: ContentExtractor

    init(page: HTMLDocument, today: CalendarDate) {
        self.page = page
        self.today = today
        metadata = PageMetadata(page)
        extractor = ContentExtractor(page: page)
    }

    func draft() -> ArticleDraft {
        var draft = ArticleDraft(text: PageText.joined(extractor.blocks()))
        draft.title = metadata.title
        draft.url = metadata.url
        draft.source = metadata.outlet
        draft.language = metadata.language
        draft.published = published()
        return draft
    }

    /// The date of metadata, of the best `<time>` element, of the address, or of an element that looks like a date line;
    /// `nil` leaves the question to the text.
    private func published() -> PublishedDate? {
        func known(_ date: ParsedDate?, _ origin: PublishedDate.Origin) -> PublishedDate? {
            guard let date, date.date <= today else { return nil }
            return PublishedDate(date: date.date, precision: date.precision, origin: origin)
        }
        let times = times()
        return known(metadata.published, .metadata)
            ?? known(times.marked, .timeElement)
            ?? known(metadata.url.flatMap(WebAddress.date), .url)
            ?? known(times.first, .timeElement)
            ?? known(dateLine(), .byline)
    }

    /// The `<time>` elements' dates: the first that is marked as the publication's, and the first of all, without those
    /// in dropped parts of the page (lists of other reports, comments).
    private func times() -> (marked: ParsedDate?, first: ParsedDate?) {
        var marked: ParsedDate?
        var first: ParsedDate?
        for node in page.elements("time") where !isBeside(node) {
            let text = page.attribute("datetime", of: node) ?? page.text(of: node)
            guard let date = DateParser.parse(text, monthFirst: metadata.isAmerican), date.precision == .day,
                date.date <= today
            else { continue }
            first = first ?? date
            if page.attribute("pubdate", of: node) != nil || ClassHints.saysDate(page, node) { marked = marked ?? date }
        }
        return (marked, first)
    }

    /// The first date in a short element whose class says that it is one.
    ///
    /// Where the page has a heading, the element must come after it: what stands above is the page's own "today".
    private func dateLine() -> ParsedDate? {
        let heading = page.elements("h1").first { !page.nodes[$0].text.isEmpty } ?? 0
        for node in heading..<page.nodes.count
        where !page.nodes[node].isText && ClassHints.saysDate(page, node) && !isBeside(node) {
            guard page.nodes[node].text.count < 400 else { continue }
            let text = page.attribute("content", of: node) ?? TextLines.collapsed(page.text(of: node))
            guard text.utf8.count < 160 else { continue }
            let found = DateParser.find(in: text, monthFirst: metadata.isAmerican).first { $0.date.date <= today }
            if let found { return found.date }
        }
        return nil
    }

    /// Whether the node lies in a part of the page that shows other reports, or in a footer.
    private func isBeside(_ node: Int) -> Bool {
        var node = node
        while node >= 0 {
            let tag = page.nodes[node].tag
            if ["nav", "aside", "footer", "form"].contains(tag) || ClassHints.saysOthers(page, node) { return true }
            node = page.nodes[node].parent
        }
        return false
    }
}
