/// Finds the article's own text in a page.
///
/// Parts that tags or class names set apart are dropped unless they hold most of the page's text. The article is looked
/// for in what the page marks as its article; from there on the search goes down as long as one child holds nearly all
/// of the running text.
struct ContentExtractor {
    private let page: HTMLDocument
    /// The bytes of running text at and below each node.
    private var mass: [Int]
    private var dropped: Set<Int> = []

    init(page: HTMLDocument) {
        self.page = page
        mass = [Int](repeating: 0, count: page.nodes.count)
        weigh { _ in false }
        markDropped()
        weigh { [dropped] in dropped.contains($0) }
    }

    /// Whether the node is no part of the article.
    func isDropped(_ node: Int) -> Bool { dropped.contains(node) }

    /// The part of the page that a node lies in: the outermost dropped element, else the outermost below the body.
    func part(of node: Int) -> Int {
        var node = node
        var top = node
        var part: Int?
        while node >= 0 {
            if dropped.contains(node) { part = node }
            if !["body", "html"].contains(page.nodes[node].tag) { top = node }
            node = page.nodes[node].parent
        }
        return part ?? top
    }

    /// The blocks of the article, in order.
    func blocks() -> [TextBlock] {
        guard !page.nodes.isEmpty else { return [] }
        let root = container()
        let blocks = BlockRenderer.blocks(of: page, below: root) { dropped.contains($0) }
        return withoutLooseEnds(blocks.filter(isOwn))
    }

    /// Counts, for every node, the running text below it: blocks that are long and hold few links.
    private mutating func weigh(skipping skips: (Int) -> Bool) {
        guard !page.nodes.isEmpty else { return }
        for i in mass.indices { mass[i] = 0 }
        for block in BlockRenderer.blocks(of: page, below: 0, skips: skips) {
            let length = block.text.utf8.count
            guard length >= 80 || (block.tag == "p" && length >= 40), block.linkBytes * 3 < length else { continue }
            mass[block.node] += length
        }
        for i in mass.indices.reversed() where page.nodes[i].parent >= 0 { mass[page.nodes[i].parent] += mass[i] }
    }

    private static let besideTags: Set<String> = ["nav", "header", "footer", "aside", "form", "figcaption", "dialog"]

    private mutating func markDropped() {
        let total = mass.first ?? 0
        var i = 0
        while i < page.nodes.count {
            let node = page.nodes[i]
            guard !node.isText, node.tag != "html", node.tag != "body", node.tag != "main" else {
                i += 1
                continue
            }
            let isBeside =
                ContentExtractor.besideTags.contains(node.tag) || ClassHints.isHidden(page, i)
                || (ClassHints.saysBeside(page, i) && !ClassHints.saysOwn(page, i))
            // A wrapper named "with-sidebar" is no sidebar.
            if isBeside, mass[i] * 2 < total || total == 0 {
                dropped.insert(i)
                i = node.end
            } else {
                i += 1
            }
        }
    }

    /// The element that holds the article.
    private func container() -> Int {
        let total = mass[0]
        var best = 0
        var bestMass = 0
        for i in page.nodes.indices where !page.nodes[i].isText && mass[i] * 3 > total && mass[i] > bestMass {
            let node = page.nodes[i]
            if ["article", "main"].contains(node.tag) || ClassHints.saysOwn(page, i)
                || page.attribute("role", of: i)?.lowercased() == "main"
            {
                best = i
                bestMass = mass[i]
            }
        }
        return densest(below: best)
    }

    /// Goes down while one child holds nearly all of the running text.
    private func densest(below start: Int) -> Int {
        var current = start
        while true {
            var next: Int?
            var child = current + 1
            while child < page.nodes[current].end {
                if !page.nodes[child].isText, mass[child] * 10 >= mass[current] * 9, mass[child] > 0,
                    !["p", "blockquote", "li", "pre"].contains(page.nodes[child].tag)
                {
                    next = child
                    break
                }
                child = page.nodes[child].end
            }
            guard let next else { return current }
            current = next
        }
    }

    /// Whether a block of the container belongs to the article: not mostly links.
    private func isOwn(_ block: TextBlock) -> Bool {
        let length = block.text.utf8.count
        if HTMLTags.headings.contains(block.tag) { return block.tag != "h1" && block.linkBytes * 2 < length }
        return block.linkBytes * 2 < length || length - block.linkBytes > 200
    }

    /// Without headings that nothing follows.
    private func withoutLooseEnds(_ blocks: [TextBlock]) -> [TextBlock] {
        var blocks = blocks
        while let last = blocks.last, HTMLTags.headings.contains(last.tag) { blocks.removeLast() }
        return blocks
    }
}
