/// Reads a page to a draft: its article's text, and what its metadata say.
struct PageReader {
    private let page: HTMLDocument
    private let today: CalendarDate
    private let metadata: PageMetadata
    private let extractor: ContentExtractor

    init(page: HTMLDocument, today: CalendarDate) {
        self.page = page
        self.today = today
        metadata = PageMetadata(page, today: today)
        extractor = ContentExtractor(page: page)
    }

    func draft() -> ArticleDraft {
        let own = extractor.blocks()
        let all = page.nodes.isEmpty ? [] : BlockRenderer.blocks(of: page, below: 0) { _ in false }
        var draft = ArticleDraft(text: PageText.joined(own))
        draft.title = metadata.title
        draft.url = metadata.url
        draft.source = metadata.outlet
        draft.language = metadata.language
        draft.style = metadata.style
        draft.isPage = true
        let article = PageReader.places(of: own, in: all)
        let dates = PageDates(page: page, metadata: metadata, blocks: all, article: article, today: today)
        draft.published = dates.published()
        draft.lastResort = dates.lastResort
        draft.removed = removed(all, own: own)
        return draft
    }

    /// Where the article's first to last blocks stand among all.
    private static func places(of own: [TextBlock], in all: [TextBlock]) -> Range<Int> {
        guard let first = own.first, let last = own.last,
            let start = all.firstIndex(where: { $0.node == first.node }),
            let end = all.lastIndex(where: { $0.node == last.node }), end >= start
        else { return 0..<0 }
        return start..<end + 1
    }

    /// The blocks that are no part of the article, those of one part of the page as one passage.
    private func removed(_ all: [TextBlock], own: [TextBlock]) -> [RemovedPassage] {
        struct Place: Hashable {
            var node: Int
            var text: String
        }
        let kept = Set(own.map { Place(node: $0.node, text: $0.text) })
        let keptNodes = Set(own.map(\.node))
        let title = metadata.title.map(ReportLine.plain)
        var passages: [RemovedPassage] = []
        var lastPart: Int?
        var lines: [String] = []
        func close() {
            guard let lastPart, !lines.isEmpty else { return }
            let reason = PageParts.name(of: lastPart, in: page, isDropped: extractor.isDropped(lastPart))
            passages.append(RemovedPassage(text: lines.joined(separator: "\n"), reason: reason))
            lines = []
        }
        for block in all {
            guard !kept.contains(Place(node: block.node, text: block.text)), ReportLine.plain(block.text) != title
            else {
                continue
            }
            // A paragraph with a dropped part inside is there, but for that part.
            if keptNodes.contains(block.node), HTMLTags.isText(block.tag) { continue }
            let part = extractor.part(of: block.node)
            if part != lastPart {
                close()
                lastPart = part
            }
            lines.append(block.text)
        }
        close()
        return passages
    }
}
