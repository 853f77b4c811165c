/// What an element's class and id tell of its content.
enum ClassHints {
    /// Words that stand for parts of a page beside the article.
    private static let besides: Set<String> = [
        "share", "sharing", "social", "related", "comment", "comments", "disqus", "newsletter", "subscribe",
        "subscription", "signup", "promo", "promotion", "advert", "advertisement", "advertising", "ads", "ad",
        "sponsor",
        "sponsored", "sidebar", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "gdpr", "popup", "modal",
        "overlay", "nav", "navbar", "navigation", "menu", "footer", "masthead", "toolbar", "pagination", "pager",
        "tags",
        "taglist", "recommended", "recommendations", "recommendation", "recirc", "trending", "popular", "widget",
        "banner",
        "outbrain", "taboola", "readmore", "caption", "credit", "credits", "copyright", "byline", "author", "authors",
        "bio", "dateline", "timestamp", "date", "datetime", "pubdate", "metadata", "skip", "hidden", "print", "rating",
        "login", "search", "carousel",
        "more-stories", "most", "latest", "also", "teaser", "teasers", "toc", "paywall", "donate", "reply", "respond",
        "addtoany", "sharedaddy", "jp-relatedposts", "noprint", "screen-reader-text", "visually-hidden", "sr-only",
    ]

    /// Words that mark the article's own part.
    private static let own: Set<String> = [
        "articlebody", "article-body", "article_body", "article__body", "article-content", "article__content",
        "article-text", "article__text", "entry-content", "post-content", "post-body", "story-body", "story-content",
        "storybody", "storycontent", "story-text", "news-text", "newstext", "post-text", "content-body", "body-content",
        "td-post-content", "single-content", "page-content", "rich-text", "news-content", "text-content", "maincontent",
    ]

    /// Words that mark the date of publication.
    private static let dates: Set<String> = [
        "date", "time", "datetime", "published", "pubdate", "publish", "timestamp", "posted", "dateline", "byline",
        "postdate", "post-date", "entry-date", "article-date", "publication",
    ]

    /// Words that stand for lists of other reports and for readers' comments.
    private static let others: Set<String> = [
        "related", "comment", "comments", "sidebar", "recommended", "recommendations", "trending", "popular", "widget",
        "latest", "most", "footer", "nav", "menu", "teaser", "teasers", "carousel",
    ]

    /// Words that mark the date of publication and no other.
    private static let published: Set<String> = [
        "published", "publish", "publishdate", "pubdate", "posted", "postdate", "publication", "entry-date",
        "article-date", "post-date", "published-date", "publish-date",
    ]

    /// Words that mark the day of a later change.
    private static let changed: Set<String> = [
        "updated", "update", "modified", "lastmod", "lastupdate", "last-updated", "last-modified",
    ]

    /// Words that stand for lists of other reports and comments, wherever in a page.
    private static let otherReports: Set<String> = [
        "related", "comment", "comments", "sidebar", "recommended", "recommendations", "trending", "popular",
        "latest", "teaser", "teasers", "carousel",
    ]

    /// What parts beside the article are called by the words of their classes, the first that fits.
    private static let names: [(name: String, words: Set<String>)] = [
        ("cookie notice", ["cookie", "cookies", "consent", "gdpr"]),
        ("comments", ["comment", "comments", "disqus", "reply", "respond"]),
        ("sharing", ["share", "sharing", "social", "addtoany", "sharedaddy", "print", "noprint"]),
        ("sign-up", ["newsletter", "subscribe", "subscription", "signup", "login", "paywall", "donate"]),
        ("advertisement", ["advert", "advertisement", "advertising", "ads", "ad", "sponsor", "sponsored", "promo"]),
        ("caption", ["caption", "credit", "credits"]),
        ("author's line", ["byline", "author", "authors", "bio"]),
        ("date line", ["date", "datetime", "dateline", "timestamp", "pubdate"]),
        ("navigation", ["nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "toolbar", "pager"]),
        (
            "links to more",
            ["related", "recommended", "recommendations", "trending", "popular", "latest", "most", "teaser", "teasers"]
        ),
    ]

    /// What a part beside the article is called by its class; `nil` when that says nothing.
    static func besideName(_ page: HTMLDocument, _ node: Int) -> String? {
        names.first { has($0.words, page, node) }?.name
    }

    static func saysOtherReports(_ page: HTMLDocument, _ node: Int) -> Bool {
        !["html", "body", "main", "article"].contains(page.nodes[node].tag) && has(otherReports, page, node)
    }
    static func saysPublished(_ page: HTMLDocument, _ node: Int) -> Bool {
        page.attribute("itemprop", of: node)?.lowercased() == "datepublished" || has(published, page, node)
    }
    static func saysUpdated(_ page: HTMLDocument, _ node: Int) -> Bool {
        page.attribute("itemprop", of: node)?.lowercased() == "datemodified" || has(changed, page, node)
    }
    static func saysOthers(_ page: HTMLDocument, _ node: Int) -> Bool {
        !["html", "body", "main", "article"].contains(page.nodes[node].tag) && has(others, page, node)
    }
    static func saysBeside(_ page: HTMLDocument, _ node: Int) -> Bool { has(besides, page, node) }
    static func saysOwn(_ page: HTMLDocument, _ node: Int) -> Bool {
        page.attribute("itemprop", of: node)?.lowercased() == "articlebody" || has(own, page, node)
    }
    static func saysDate(_ page: HTMLDocument, _ node: Int) -> Bool {
        page.attribute("itemprop", of: node)?.lowercased() == "datepublished" || has(dates, page, node)
    }

    /// Whether the element is not shown.
    static func isHidden(_ page: HTMLDocument, _ node: Int) -> Bool {
        if page.attribute("hidden", of: node) != nil { return true }
        if page.attribute("aria-hidden", of: node)?.lowercased() == "true" { return true }
        guard let style = page.attribute("style", of: node)?.lowercased().filter({ $0 != " " }) else { return false }
        return ByteSearch.contains(style, "display:none") || ByteSearch.contains(style, "visibility:hidden")
    }

    private static func has(_ words: Set<String>, _ page: HTMLDocument, _ node: Int) -> Bool {
        for name in ["class", "id"] {
            guard let value = page.attribute(name, of: node) else { continue }
            for whole in value.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
                let lowered = whole.lowercased()
                if words.contains(lowered) { return true }
                for part in pieces(of: String(whole)) where words.contains(part) { return true }
            }
        }
        return false
    }

    /// The words of a class name: `articleShareBar`, `article-share__bar` give article, share, bar.
    private static func pieces(of name: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var previousIsLower = false
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            let isUpper = isLetter && scalar.properties.isUppercase
            if !isLetter || (isUpper && previousIsLower) {
                if !piece.isEmpty { pieces.append(piece.lowercased()) }
                piece = ""
            }
            if isLetter { piece.unicodeScalars.append(scalar) }
            previousIsLower = isLetter && !isUpper
        }
        if !piece.isEmpty { pieces.append(piece.lowercased()) }
        return pieces
    }
}
