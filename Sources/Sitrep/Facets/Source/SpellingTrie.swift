/// The tokens of all spellings as a trie, and the tables that the image keeps of it.
struct SpellingTrie {
    private struct Payload {
        var concept: UInt32
        var rule: CaseRule
        var flags: ImageFormat.SpellingFlag
    }

    private struct Node {
        var payloads: [Payload] = []
        /// Tokens and the nodes that they lead to.
        var edges: [(token: UInt32, node: UInt32)] = []
    }

    private struct Step: Hashable {
        var node: UInt32
        var token: UInt32
    }

    /// Tokens in the order of their numbers, which begin at 1.
    private var tokens: [[UInt8]] = []
    private var numbers: [[UInt8]: UInt32] = [:]
    private var steps: [Step: UInt32] = [:]
    /// The root is node 0.
    private var nodes: [Node] = [Node()]

    /// Adds a spelling of a concept.
    mutating func insert(_ spelling: String, concept: UInt32, flags: ImageFormat.SpellingFlag) {
        let text = Tokenizer.tokenize(spelling)
        guard !text.tokens.isEmpty else { return }
        var node: UInt32 = 0
        for token in text.tokens {
            let step = Step(node: node, token: tokenNumber(Array(text.folded(token))))
            if let next = steps[step] {
                node = next
            } else {
                let next = UInt32(nodes.count)
                nodes.append(Node())
                nodes[Int(node)].edges.append((step.token, next))
                steps[step] = next
                node = next
            }
        }
        let rule = flags.contains(.cased) ? CaseRule(text) : .any
        // "Kyiv" and "kyiv" of one concept are one entry; the first, which may be the name, stays.
        let known = nodes[Int(node)].payloads.contains {
            $0.concept == concept && $0.rule == rule && $0.flags.contains(.label) == flags.contains(.label)
        }
        if !known { nodes[Int(node)].payloads.append(Payload(concept: concept, rule: rule, flags: flags)) }
    }

    private mutating func tokenNumber(_ folded: [UInt8]) -> UInt32 {
        if let number = numbers[folded] { return number }
        tokens.append(folded)
        let number = UInt32(tokens.count)
        numbers[folded] = number
        return number
    }

    /// The tables of the image; the tokens' strings go into `strings`.
    func tables(strings: inout StringPool) -> (
        tokens: WordBuffer, edges: WordBuffer, nodes: WordBuffer, payloads: WordBuffer
    ) {
        var nodeTable = WordBuffer()
        var edgeTable = WordBuffer()
        var payloadTable = WordBuffer()
        for (i, node) in nodes.enumerated() {
            nodeTable.append(
                UInt32(payloadTable.bytes.count / ImageFormat.Section.payloads.stride),
                UInt32(edgeTable.bytes.count / ImageFormat.Section.edges.stride)
            )
            for payload in node.payloads {
                payloadTable.append(payload.concept, payload.rule.rawValue, payload.flags.rawValue)
            }
            // The root's edges stand with the tokens, where the matcher needs them.
            guard i > 0 else { continue }
            for edge in node.edges.sorted(by: { $0.token < $1.token }) { edgeTable.append(edge.token, edge.node) }
        }
        nodeTable.append(
            UInt32(payloadTable.bytes.count / ImageFormat.Section.payloads.stride),
            UInt32(edgeTable.bytes.count / ImageFormat.Section.edges.stride)
        )
        return (tokenTable(strings: &strings), edgeTable, nodeTable, payloadTable)
    }

    /// The hash table of the tokens, at most seven tenths full.
    private func tokenTable(strings: inout StringPool) -> WordBuffer {
        var size = 8
        while size * 7 < tokens.count * 10 { size *= 2 }
        var slots = Array(repeating: (UInt32(0), UInt32(0), UInt32(0), UInt32(0)), count: size)
        for (i, token) in tokens.enumerated() {
            let number = UInt32(i + 1)
            let hash = token.withUnsafeBytes { ImageHash.token($0) }
            let tag = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(token.count + 1)
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot].1 != 0 { slot = (slot + 1) & (size - 1) }
            let node = steps[Step(node: 0, token: number)] ?? 0
            slots[slot] = (strings.place(of: token).offset, tag, number, node)
        }
        var table = WordBuffer()
        for slot in slots { table.append(slot.0, slot.1, slot.2, slot.3) }
        return table
    }
}
