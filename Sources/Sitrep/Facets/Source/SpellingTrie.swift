/// The tokens of all spellings as a trie, and the tables that the image keeps of it.
struct SpellingTrie {
    private struct Payload {
        var concept: UInt32
        var spelling: UInt32
        var rule: CaseRule
        var flags: ImageFormat.SpellingFlag
    }

    private struct Edge: Hashable {
        var node: UInt32
        var token: UInt32
    }

    /// Tokens in the order of their numbers, which begin at 1.
    private var tokens: [[UInt8]] = []
    private var numbers: [[UInt8]: UInt32] = [:]
    private var edges: [Edge: UInt32] = [:]
    /// Edges in the order in which they came, so that the image does not depend on a dictionary's.
    private var edgeOrder: [Edge] = []
    /// Payloads a node; the root is node 0.
    private var nodes: [[Payload]] = [[]]

    /// Adds a spelling of a concept.
    mutating func insert(_ spelling: String, concept: UInt32, spelling number: UInt32, flags: ImageFormat.SpellingFlag)
    {
        let text = Tokenizer.tokenize(spelling)
        guard !text.tokens.isEmpty else { return }
        var node: UInt32 = 0
        for token in text.tokens {
            let edge = Edge(node: node, token: tokenNumber(Array(text.folded(token))))
            if let next = edges[edge] {
                node = next
            } else {
                node = UInt32(nodes.count)
                nodes.append([])
                edges[edge] = node
                edgeOrder.append(edge)
            }
        }
        let rule = flags.contains(.cased) ? CaseRule(text) : .any
        let payload = Payload(concept: concept, spelling: number, rule: rule, flags: flags)
        // "Kyiv" and "kyiv" of one concept are one entry; the first, which may be the name, stays.
        let known = nodes[Int(node)].contains {
            $0.concept == concept && $0.rule == rule && $0.flags.contains(.label) == flags.contains(.label)
        }
        if !known { nodes[Int(node)].append(payload) }
    }

    private mutating func tokenNumber(_ folded: [UInt8]) -> UInt32 {
        if let number = numbers[folded] { return number }
        tokens.append(folded)
        let number = UInt32(tokens.count)
        numbers[folded] = number
        return number
    }

    /// The tables of the image. Hash tables are at most half full.
    func tables(strings: inout StringPool) -> (
        tokens: WordBuffer, edges: WordBuffer, nodes: WordBuffer, payloads: WordBuffer
    ) {
        var tokenSlots = HashSlots(entries: tokens.count, width: 4)
        for (i, token) in tokens.enumerated() {
            let number = UInt32(i + 1)
            let hash = token.withUnsafeBytes { ImageHash.token($0) }
            let place = strings.place(of: token)
            let tag = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(token.count + 1)
            tokenSlots.insert(
                hash,
                [place.offset, tag, number, edges[Edge(node: 0, token: number)] ?? 0],
                usedField: 1
            )
        }
        var edgeSlots = HashSlots(entries: edgeOrder.count, width: 3)
        for edge in edgeOrder where edge.node != 0 {
            edgeSlots.insert(
                ImageHash.edge(edge.node, edge.token),
                [edge.node, edge.token, edges[edge] ?? 0],
                usedField: 2
            )
        }
        var nodeTable = WordBuffer()
        var payloadTable = WordBuffer()
        var count: UInt32 = 0
        for payloads in nodes {
            nodeTable.append(count, UInt32(payloads.count))
            count += UInt32(payloads.count)
            for payload in payloads {
                payloadTable.append(payload.concept, payload.spelling, payload.rule.rawValue, payload.flags.rawValue)
            }
        }
        return (tokenSlots.buffer, edgeSlots.buffer, nodeTable, payloadTable)
    }
}

/// An open-addressing hash table in the making; its size is a power of two.
private struct HashSlots {
    private var words: [UInt32]
    private let width: Int
    private let mask: Int

    init(entries: Int, width: Int) {
        var size = 8
        while size < entries * 2 { size *= 2 }
        words = Array(repeating: 0, count: size * width)
        self.width = width
        mask = size - 1
    }

    mutating func insert(_ hash: UInt64, _ record: [UInt32], usedField: Int) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while words[slot * width + usedField] != 0 { slot = (slot + 1) & mask }
        for (i, word) in record.enumerated() { words[slot * width + i] = word }
    }

    var buffer: WordBuffer {
        var buffer = WordBuffer()
        buffer.bytes.reserveCapacity(words.count * 4)
        for word in words { buffer.append(word) }
        return buffer
    }
}
