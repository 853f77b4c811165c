/// A paragraph, heading, list item or table row of a page.
struct TextBlock: Sendable, Equatable {
    /// The text, with single spaces; lines that `<br>` parts are parted by a newline.
    var text: String
    /// How many bytes of it stand in links.
    var linkBytes: Int
    /// The nearest block element's tag (`p`, `h2`, `li`, `div`).
    var tag: String
    /// That element's place in the document.
    var node: Int
}

/// Renders a part of a page as blocks of text.
struct BlockRenderer {
    private let page: HTMLDocument
    private var blocks: [TextBlock] = []
    private var line: [UInt8] = []
    private var linkBytes = 0
    private var pendingSpace = false
    /// The open elements that matter: blocks and links, with where they end.
    private var open: [(node: Int, end: Int, isBlock: Bool)] = []
    private var openLinks = 0

    /// The blocks below `root`, without what lies below a node for which `skips` is true.
    static func blocks(of page: HTMLDocument, below root: Int, skips: (Int) -> Bool) -> [TextBlock] {
        var renderer = BlockRenderer(page: page)
        renderer.run(root, skips: skips)
        return renderer.blocks
    }

    private init(page: HTMLDocument) { self.page = page }

    private mutating func run(_ root: Int, skips: (Int) -> Bool) {
        open.append((root, page.nodes[root].end, true))
        var i = root
        while i < page.nodes[root].end {
            close(before: i)
            let node = page.nodes[i]
            if node.isText {
                append(page.characters[node.text])
                i += 1
            } else if i != root, HTMLTags.unseen.contains(node.tag) || skips(i) {
                pendingSpace = true
                i = node.end
            } else {
                enter(i, node)
                i += 1
            }
        }
        flush()
    }

    private mutating func enter(_ i: Int, _ node: HTMLDocument.Node) {
        switch node.tag {
        case "br":
            if line.last == 0x0A { flush() } else if !line.isEmpty { line.append(0x0A) }
            pendingSpace = false
        case "td", "th": pendingSpace = true
        case "a":
            openLinks += 1
            open.append((i, node.end, false))
        default:
            guard HTMLTags.blocks.contains(node.tag) else { return }
            flush()
            open.append((i, node.end, true))
        }
    }

    private mutating func close(before i: Int) {
        while open.count > 1, let last = open.last, last.end <= i {
            if last.isBlock { flush() } else { openLinks -= 1 }
            open.removeLast()
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        var previous: UInt8 = 0
        for byte in bytes {
            // The no-break space (C2 A0) is a blank like others.
            if byte <= 0x20 || (byte == 0xA0 && previous == 0xC2) {
                if byte == 0xA0 {
                    line.removeLast()
                    if openLinks > 0 { linkBytes -= 1 }
                }
                pendingSpace = true
            } else {
                if pendingSpace, let last = line.last, last != 0x0A, last != 0x20 { line.append(0x20) }
                pendingSpace = false
                line.append(byte)
                if openLinks > 0 { linkBytes += 1 }
            }
            previous = byte
        }
    }

    private mutating func flush() {
        let text = TextLines.trimmed(String(decoding: line, as: UTF8.self))
        if !text.isEmpty, let block = open.last(where: \.isBlock) {
            blocks.append(
                TextBlock(text: text, linkBytes: linkBytes, tag: page.nodes[block.node].tag, node: block.node)
            )
        }
        line.removeAll(keepingCapacity: true)
        linkBytes = 0
        pendingSpace = false
    }
}

/// What the tags of HTML are to a reader.
enum HTMLTags {
    /// Elements that stand apart from what is before and after them.
    static let blocks: Set<String> = [
        "html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2", "h3",
        "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "table",
        "tbody", "thead", "tfoot", "tr", "caption", "form", "fieldset", "hr", "address", "details", "summary", "center",
    ]
    /// Elements whose content is never read.
    static let unseen: Set<String> = [
        "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas",
        "audio",
        "video", "map", "select", "option", "textarea", "input", "button", "datalist",
    ]
    /// Whether an element of this tag is a run of text as a whole.
    static func isText(_ tag: String) -> Bool { ["p", "li", "td", "blockquote", "pre"].contains(tag) }

    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
}
