/// What part of a page a node lies in.
enum PageParts {
    /// Whether the node lies in a part of the page that shows other reports, readers' comments or quoted posts.
    ///
    /// - Parameter own: a node of the report itself: what holds it too is no such part, whatever its class says.
    static func isOthers(_ page: HTMLDocument, _ node: Int, own: Int? = nil) -> Bool {
        has(page, node, own: own) {
            otherTags.contains(page.nodes[$0].tag) || ClassHints.saysOtherReports(page, $0)
        }
    }

    /// The same, or in the page's navigation, header, footer or a form.
    static func isBeside(_ page: HTMLDocument, _ node: Int, own: Int?) -> Bool {
        has(page, node, own: own) {
            besideTags.contains(page.nodes[$0].tag) || otherTags.contains(page.nodes[$0].tag)
                || ClassHints.saysOthers(page, $0) || ClassHints.saysOtherReports(page, $0)
        }
    }

    private static let otherTags: Set<String> = ["aside", "blockquote"]
    private static let besideTags: Set<String> = ["nav", "footer", "form", "header"]

    private static func has(_ page: HTMLDocument, _ node: Int, own: Int?, _ says: (Int) -> Bool) -> Bool {
        var node = node
        while node >= 0 {
            if let own, node <= own, own < page.nodes[node].end { return false }
            if says(node) { return true }
            node = page.nodes[node].parent
        }
        return false
    }

    /// What a part of a page that is not the article is called, in a few words.
    ///
    /// - Parameter isDropped: whether its tag or class set it apart.
    static func name(of node: Int, in page: HTMLDocument, isDropped: Bool) -> String {
        guard isDropped else { return "outside the article" }
        if let name = tags[page.nodes[node].tag] { return name }
        if ClassHints.isHidden(page, node) { return "hidden" }
        return ClassHints.besideName(page, node) ?? "beside the article"
    }

    private static let tags = [
        "nav": "navigation", "header": "page header", "footer": "page footer", "aside": "sidebar", "form": "form",
        "figcaption": "caption", "dialog": "dialog",
    ]
}
