internal import CReading

/// A page as a flat list of nodes in document order, each before its children.
///
/// What lies below a node is the range from it to its `end`, so that walking needs no recursion however deep a page
/// nests.
struct HTMLDocument: Sendable {
    /// A node: an element when `tag` is not empty, else a piece of text.
    struct Node: Sendable {
        /// The tag's name in lower case; empty for text.
        var tag: String
        /// The place of the parent; -1 for the root.
        var parent: Int
        /// Where what lies below ends.
        var end: Int
        /// The text's bytes in ``HTMLDocument/characters``; for an element, the text of all that lies below.
        var text: Range<Int>
        /// The attributes' places in ``HTMLDocument/attributes``.
        var attributes: Range<Int>

        var isText: Bool { tag.isEmpty }
    }

    private(set) var nodes: [Node] = []
    private(set) var attributes: [(name: String, value: String)] = []
    /// The text of all text nodes, one after the other, in UTF-8.
    private(set) var characters: [UInt8] = []

    /// The most memory that the parser's tree may take: 64 MiB and 100 times the page, and no more than a gigabyte, as
    /// several pages are parsed at a time.
    private static func memoryLimit(_ length: Int) -> Int { min(64 << 20 + 100 * length, 1 << 30) }

    /// Parses a page as HTML 5 says (any text gives a tree); `nil` when that takes more memory than any sane page.
    init?(_ text: String) {
        var text = TitleRepair.closed(text)
        let parsed = text.withUTF8 { bytes -> OpaquePointer? in
            guard let start = bytes.baseAddress else { return nil }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sr_html_parse($0, bytes.count, HTMLDocument.memoryLimit(bytes.count))
            }
        }
        guard let parsed else { return nil }
        defer { sr_html_free(parsed) }
        var count = 0
        guard let first = sr_html_nodes(parsed, &count) else { return nil }
        take(UnsafeBufferPointer(start: first, count: count))
    }

    private mutating func take(_ source: UnsafeBufferPointer<sr_html_node>) {
        nodes.reserveCapacity(source.count)
        for node in source {
            let bytes = UnsafeRawBufferPointer(start: node.text, count: node.text_length)
            let firstAttribute = attributes.count
            let start = characters.count
            if node.kind == SR_HTML_TEXT {
                characters.append(contentsOf: bytes)
            } else if let list = node.attributes {
                for i in 0..<Int(node.attribute_count) {
                    let name = String(cString: list[i].name).lowercased()
                    attributes.append((name, String(cString: list[i].value)))
                }
            }
            let tag = node.kind == SR_HTML_TEXT ? "" : String(decoding: bytes, as: UTF8.self).lowercased()
            nodes.append(
                Node(
                    tag: tag,
                    parent: Int(node.parent),
                    end: nodes.count + 1,
                    text: start..<characters.count,
                    attributes: firstAttribute..<attributes.count
                )
            )
        }
        // From the last to the first, each node hands its end to its parent.
        for i in nodes.indices.reversed() {
            let parent = nodes[i].parent
            guard parent >= 0 else { continue }
            nodes[parent].end = max(nodes[parent].end, nodes[i].end)
            let end = max(nodes[parent].text.upperBound, nodes[i].text.upperBound)
            nodes[parent].text = nodes[parent].text.lowerBound..<end
        }
    }

    /// The value of an element's attribute; `nil` when it has none of this name.
    func attribute(_ name: String, of node: Int) -> String? {
        for i in nodes[node].attributes where attributes[i].name == name { return attributes[i].value }
        return nil
    }

    /// All text at and below a node, as it stands in the source.
    func text(of node: Int) -> String { String(decoding: characters[nodes[node].text], as: UTF8.self) }

    /// The elements of a tag, in document order.
    func elements(_ tag: String) -> some Sequence<Int> {
        nodes.indices.lazy.filter { nodes[$0].tag == tag }
    }
}
