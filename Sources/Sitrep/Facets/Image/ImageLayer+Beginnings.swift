extension ImageLayer {
    /// So many nodes and payloads the trie has at most: a token or an edge leads to each node, which may be a payload
    /// itself. In a damaged image they may lead round in circles.
    var mostSteps: Int { 2 * (tokens.count + edges.count) + payloads.count }

    /// Calls `body` with the number of each concept that has a spelling, given or made by a rule, which begins with some
    /// folded tokens; the last of them may be cut off. The same number may come several times.
    ///
    /// Linear in the number of different tokens, and in the number of spellings that begin so.
    func forEachConcept(beginningWith tokens: [[UInt8]], _ body: (Int) -> Void) {
        guard let last = tokens.last, tokens.count <= ImageFormat.mostTokens else { return }
        var nodes: [UInt32] = []
        if tokens.count == 1 {
            for number in 1..<max(1, self.tokens.count - 1) where begins(UInt32(number), with: last) {
                nodes.append(word(self.tokens, number, 1))
            }
        } else {
            var node: UInt32 = 0
            for (place, folded) in tokens.dropLast().enumerated() {
                let found = folded.withUnsafeBytes { token($0) }
                node = found.number == 0 ? 0 : place == 0 ? found.node : edge(node, found.number)
                if node == 0 { return }
            }
            for edge in edges(of: node) where begins(word(edges, edge, 0), with: last) {
                nodes.append(word(edges, edge, 1))
            }
        }
        var budget = mostSteps
        for node in nodes where node != 0 { visit(node, depth: tokens.count, &budget, body) }
    }

    private func visit(_ node: UInt32, depth: Int, _ budget: inout Int, _ body: (Int) -> Void) {
        let here = payloads(of: node)
        budget -= 1 + here.count
        guard budget >= 0 else { return }
        for number in here {
            guard let payload = payload(number), payload.concept != ImageFormat.stop,
                !payload.flags.contains(.dropped)
            else { continue }
            body(payload.concept)
        }
        guard depth < ImageFormat.mostTokens else { return }
        for edge in edges(of: node) { visit(word(edges, edge, 1), depth: depth + 1, &budget, body) }
    }

    /// Whether the token with a number begins with some bytes.
    private func begins(_ number: UInt32, with beginning: [UInt8]) -> Bool {
        let start = word(tokens, Int(number), 0)
        let end = word(tokens, Int(number) + 1, 0)
        guard end >= start, Int(end - start) >= beginning.count else { return false }
        return bytes(start, UInt32(beginning.count)).elementsEqual(beginning)
    }
}

extension Vocabulary {
    /// The concepts of a facet with a spelling that begins with some folded tokens, the last of which may be cut off; in
    /// no order.
    func concepts(beginningWith tokens: [[UInt8]], in facet: FacetKind) -> [ConceptID] {
        var found: Set<Int> = []
        image.base.forEachConcept(beginningWith: tokens) { found.insert($0) }
        if let overlay = image.overlay {
            overlay.layer.forEachConcept(beginningWith: tokens) { local in
                if local < overlay.globals.count { found.insert(overlay.globals[local]) }
            }
        }
        return found.filter { image.facet(of: $0) == facet && !image.isRemoved($0) }.map { image.id(of: $0) }
    }
}
