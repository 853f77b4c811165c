/// What a page says about its report outside of the text: meta tags, JSON-LD, links.
struct PageMetadata: Sendable, Equatable {
    var headline: String?
    /// OpenGraph's title, the first `<h1>`, and `<title>`, in this order.
    var titles: [String] = []
    var url: String?
    var siteName: String?
    var publisher: String?
    var language: String?
    /// How the page writes its dates.
    var style = DateStyle.standard
    /// What the page's fields say of its dates.
    var dates = MetadataDates()
    /// The addresses that the page gives itself, best first.
    var addresses: [String] = []

    /// - Parameter today: no date is later.
    init(_ page: HTMLDocument, today: CalendarDate) {
        var metas: [String: String] = [:]
        for node in page.elements("meta") where !PageParts.isOthers(page, node) {
            guard let content = page.attribute("content", of: node).map({ TextLines.collapsed($0) }), !content.isEmpty
            else { continue }
            for key in ["property", "name", "itemprop", "http-equiv"] {
                guard let name = page.attribute(key, of: node).map({ TextLines.trimmed($0).lowercased() }),
                    metas[name] == nil
                else { continue }
                metas[name] = content
            }
        }
        let structured = StructuredData(page)
        headline = structured.headline
        publisher = structured.publisher
        siteName = metas["og:site_name"] ?? metas["application-name"]
        titles = [metas["og:title"], PageMetadata.firstHeading(page), PageMetadata.titleTag(page)].compactMap { $0 }
        url = PageMetadata.link("canonical", page) ?? metas["og:url"]
        if let address = url, !address.hasPrefix("http") { url = nil }
        let tag = page.elements("html").lazy.compactMap { page.attribute("lang", of: $0) }.first
        let tags = [tag, metas["og:locale"], metas["content-language"], metas["language"]].compactMap { $0 }
        language = tags.lazy.compactMap(LanguageCode.normalized).first
        style.monthFirst = tags.contains { ["en-us", "en_us"].contains($0.lowercased()) }
        style.latest = today
        style.settleOrder(by: CollectionOfOne(String(decoding: page.characters, as: UTF8.self)))
        style.isCroatian = language == "hr" || language == "bs"
        addresses = [url, metas["og:url"], structured.url, PageMetadata.link("amphtml", page), metas["twitter:url"]]
            .compactMap { $0 }
        dates = MetadataDates(page, metas: metas, structured: structured, style: style)
    }

    /// The title: the first that says something, without the site's name at its end.
    var title: String? {
        for (index, candidate) in ([headline].compactMap { $0 } + titles).enumerated() {
            let title = withoutSiteName(HTMLFragment.plainText(candidate), isTitleTag: index > 0)
            if title.utf8.count > 1 { return TextLines.collapsed(title) }
        }
        return nil
    }

    /// The outlet's name.
    var outlet: String? { siteName ?? publisher ?? url.flatMap(WebAddress.host) }

    private func withoutSiteName(_ title: String, isTitleTag: Bool) -> String {
        for separator in [" | ", " - ", " – ", " — ", " « ", " :: ", " / "] {
            let parts = title.split(separator: separator).map { TextLines.trimmed($0) }
            guard parts.count > 1, let last = parts.last else { continue }
            let names = [siteName, publisher, url.flatMap(WebAddress.host)].compactMap { $0 }.map(PageMetadata.plain)
            let plainLast = PageMetadata.plain(last)
            let isName = names.contains { !$0.isEmpty && ($0.contains(plainLast) || plainLast.contains($0)) }
            if isName || (separator == " | " && last.utf8.count <= 30 && isTitleTag) {
                return parts.dropLast().joined(separator: separator)
            }
        }
        return title
    }

    private static func plain(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func firstHeading(_ page: HTMLDocument) -> String? {
        page.elements("h1").lazy.map { TextLines.collapsed(page.text(of: $0)) }.first { $0.utf8.count > 8 }
    }

    private static func titleTag(_ page: HTMLDocument) -> String? {
        page.elements("title").lazy.map { TextLines.collapsed(page.text(of: $0)) }.first { !$0.isEmpty }
    }

    private static func link(_ relation: String, _ page: HTMLDocument) -> String? {
        page.elements("link").lazy.filter { page.attribute("rel", of: $0)?.lowercased() == relation }
            .compactMap { page.attribute("href", of: $0) }.map { TextLines.trimmed($0) }.first { !$0.isEmpty }
    }
}
