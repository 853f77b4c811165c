/// Pieces of HTML in fields that should be plain text.
enum HTMLFragment {
    private static let marks = [
        "<p>", "<p ", "</p>", "<br", "<div", "</div>", "</a>", "</b>", "</i>", "</strong>", "</em>", "</span>", "</li>",
        "</h2>", "</h3>", "&nbsp;", "&amp;", "&quot;", "&#", "&rsquo;", "&lsquo;", "&ldquo;", "&rdquo;", "&laquo;",
        "&raquo;", "&mdash;", "&ndash;", "&hellip;", "&lt;", "&gt;",
    ]

    /// The text without its tags and with its character references resolved; a text without any stays as it is.
    static func plainText(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        let lowered = text.lowercased()
        guard marks.contains(where: { ByteSearch.contains(lowered, $0) }) else { return text }
        // Without block tags, the line breaks of the source are the only ones there are.
        let hasBlocks = ["<p", "<br", "<div", "<li"].contains { ByteSearch.contains(lowered, $0) }
        let source =
            hasBlocks ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
        guard let page = HTMLDocument(source), !page.nodes.isEmpty else { return text }
        return PageText.joined(BlockRenderer.blocks(of: page, below: 0) { _ in false })
    }
}

/// Blocks of a page as one text.
enum PageText {
    /// Paragraphs parted by an empty line, items of a list and rows of a table by a line break.
    static func joined(_ blocks: [TextBlock]) -> String {
        var text = ""
        var previous = ""
        for block in blocks {
            if !text.isEmpty { text += ["li", "tr"].contains(block.tag) && block.tag == previous ? "\n" : "\n\n" }
            text += block.text
            previous = block.tag
        }
        return text
    }
}
