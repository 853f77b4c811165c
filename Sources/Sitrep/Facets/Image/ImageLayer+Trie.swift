/// A payload of a trie node: a concept and the rule by which the spelling stands for it.
struct SpellingPayload: Hashable {
    /// The concept's number; ``ImageFormat/stop`` for a phrase that stands for nothing.
    var concept: Int
    var caseRule: CaseRule
    var flags: ImageFormat.SpellingFlag
}

extension ImageLayer {
    /// What the image says of a folded token: its number (0 for none) and the node it leads to from the root.
    @inline(__always)
    func token(_ folded: UnsafeRawBufferPointer) -> (number: UInt32, node: UInt32) {
        let hash = ImageHash.token(folded)
        let count = slots.count
        var slot = ImageHash.slot(hash, of: count)
        let tag = UInt32(truncatingIfNeeded: hash >> 56)
        for _ in 0..<count {
            let found = word(slots, slot, 0)
            if found == 0 { return (0, 0) }
            if found >> 24 == tag {
                let number = found & 0xFF_FFFF
                let start = word(tokens, Int(number), 0)
                let end = word(tokens, Int(number) + 1, 0)
                if end >= start, Int(end - start) == folded.count, isEqual(bytes(start, end - start), folded) {
                    return (number, word(tokens, Int(number), 1))
                }
            }
            slot += 1
            if slot == count { slot = 0 }
        }
        return (0, 0)
    }

    /// The node that `token` leads to from `node`; 0 for none. Logarithmic in the edges of the node.
    @inline(__always)
    func edge(_ node: UInt32, _ token: UInt32) -> UInt32 {
        let range = edges(of: node)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            let found = word(edges, middle, 0)
            if found == token { return word(edges, middle, 1) }
            if found < token { low = middle + 1 } else { high = middle }
        }
        return 0
    }

    /// The edges of a trie node.
    @inline(__always)
    func edges(of node: UInt32) -> Range<Int> {
        node & ImageFormat.inlineBit == 0 ? children(of: node, 1, in: edges) : 0..<0
    }

    /// The payloads of a trie node, for ``payload(_:)``.
    @inline(__always)
    func payloads(of node: UInt32) -> Range<Int> {
        node & ImageFormat.inlineBit == 0 ? children(of: node, 0, in: payloads) : Int(node)..<Int(node) + 1
    }

    /// A payload; `nil` for one whose concept or rule leads nowhere.
    @inline(__always)
    func payload(_ number: Int) -> SpellingPayload? {
        let inline = Int(ImageFormat.inlineBit)
        let bits = number < inline ? word(payloads, number, 0) : UInt32(truncatingIfNeeded: number - inline)
        let concept = Int(bits >> ImageFormat.ruleBits)
        let rule = Int(bits & (1 << ImageFormat.ruleBits - 1))
        guard concept < concepts.count || concept == ImageFormat.stop, rule < rules.count else { return nil }
        return SpellingPayload(
            concept: concept,
            caseRule: CaseRule(rawValue: word(rules, rule, 0)),
            flags: .init(rawValue: word(rules, rule, 1))
        )
    }

    /// The records of `target` from the one that a field of a node names up to the one that the next node names; empty
    /// when they lead outside of it.
    @inline(__always)
    private func children(of node: UInt32, _ field: Int, in target: SectionPlace) -> Range<Int> {
        let first = Int(word(nodes, Int(node), field))
        let end = Int(word(nodes, Int(node) + 1, field))
        return first <= end && end <= target.count ? first..<end : 0..<0
    }

    /// The node that a whole spelling leads to; 0 for none.
    func node(of spelling: String) -> UInt32 {
        let text = Tokenizer.tokenize(spelling)
        return text.bytes.withUnsafeBytes { bytes in
            var node: UInt32 = 0
            for (i, item) in text.tokens.enumerated() {
                let found = token(UnsafeRawBufferPointer(rebasing: bytes[item.foldedStart..<item.foldedEnd]))
                guard found.number != 0 else { return 0 }
                node = i == 0 ? found.node : edge(node, found.number)
                if node == 0 { return 0 }
            }
            return node
        }
    }

    /// What the layer says of a whole spelling.
    func payloads(ofSpelling spelling: String) -> [SpellingPayload] {
        let node = node(of: spelling)
        return node == 0 ? [] : payloads(of: node).compactMap { payload($0) }
    }

    /// Calls `body` with each spelling, as folded tokens, and each of its payloads. Linear in the size of the image; a
    /// damaged one has no spellings.
    func forEachSpelling(_ body: (_ words: [String], _ payload: SpellingPayload) -> Void) {
        guard isIntact else { return }
        func word(_ number: UInt32) -> String {
            let start = self.word(tokens, Int(number), 0)
            return string(start, self.word(tokens, Int(number) + 1, 0) &- start)
        }
        var left = mostSteps
        func visit(_ node: UInt32, _ words: [String]) {
            let here = payloads(of: node)
            left -= 1 + here.count
            guard left >= 0 else { return }
            for number in here { if let payload = payload(number) { body(words, payload) } }
            guard words.count < ImageFormat.mostTokens else { return }
            for edge in edges(of: node) {
                visit(self.word(edges, edge, 1), words + [word(self.word(edges, edge, 0))])
            }
        }
        for number in 1..<max(1, tokens.count - 1) {
            let node = self.word(tokens, number, 1)
            if node != 0 { visit(node, [word(UInt32(number))]) }
        }
    }
}

@inline(__always)
private func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    var at = 0
    // Most tokens have fewer than 16 bytes: a call of the C library costs more than the comparison.
    while at + 8 <= a.count {
        if a.loadUnaligned(fromByteOffset: at, as: UInt64.self) != b.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        {
            return false
        }
        at += 8
    }
    if a.count & 4 != 0 {
        if a.loadUnaligned(fromByteOffset: at, as: UInt32.self) != b.loadUnaligned(fromByteOffset: at, as: UInt32.self)
        {
            return false
        }
        at += 4
    }
    while at < a.count {
        if a[at] != b[at] { return false }
        at += 1
    }
    return true
}
