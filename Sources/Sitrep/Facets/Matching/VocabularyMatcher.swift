/// Finds the spellings of a vocabulary in the tokens of a text, in one pass.
///
/// At each token the longest spelling that begins there is taken, over all facets together, and the search goes on
/// behind it: "Black Sea Fleet" hides "Black Sea". The time is linear in the number of tokens (times the longest
/// spelling, in the worst case).
struct VocabularyMatcher: Sendable {
    let image: VocabularyImage

    /// The hits in `tokens`, which must be those of `text`.
    func hits(in text: String, _ tokens: TokenizedText) -> [MatchedPassage.Hit] {
        var text = text
        return text.withUTF8 { utf8 in
            tokens.bytes.withUnsafeBytes { folded in
                tokens.tokens.withUnsafeBufferPointer { list in
                    known(list, folded, in: image.base) { below in
                        guard let overlay = image.overlay else {
                            let pass = MatchPass(image, UnsafeRawBufferPointer(utf8), folded, list, below, nil)
                            return pass.run()
                        }
                        return known(list, folded, in: overlay.layer) { above in
                            let pass = MatchPass(image, UnsafeRawBufferPointer(utf8), folded, list, below, above)
                            return pass.run()
                        }
                    }
                }
            }
        }
    }

    /// Looks all tokens up in a layer, one after the other, so that the processor need not wait for one to begin with
    /// the next.
    private func known(
        _ tokens: UnsafeBufferPointer<Token>,
        _ folded: UnsafeRawBufferPointer,
        in layer: ImageLayer,
        _ body: (UnsafeBufferPointer<KnownToken>) -> [MatchedPassage.Hit]
    ) -> [MatchedPassage.Hit] {
        withUnsafeTemporaryAllocation(of: KnownToken.self, capacity: tokens.count) { known in
            for index in tokens.indices {
                let word = UnsafeRawBufferPointer(rebasing: folded[tokens[index].foldedStart..<tokens[index].foldedEnd])
                known.initializeElement(at: index, to: layer.token(word))
            }
            return body(UnsafeBufferPointer(known))
        }
    }
}

/// What a layer says of a token: its number, and the node that it leads to from the root; 0 for none.
private typealias KnownToken = (number: UInt32, node: UInt32)

/// One pass over one text.
private struct MatchPass {
    let image: VocabularyImage
    let bytes: UnsafeRawBufferPointer
    let folded: UnsafeRawBufferPointer
    let tokens: UnsafeBufferPointer<Token>
    /// What the lower image says of each token.
    let below: UnsafeBufferPointer<KnownToken>
    /// What the upper image says of each token, where there is one.
    let above: UnsafeBufferPointer<KnownToken>?
    /// The nodes that some tokens lead to in the lower and in the upper image; 0 for none.
    private typealias Nodes = (below: UInt32, above: UInt32)

    init(
        _ image: VocabularyImage,
        _ bytes: UnsafeRawBufferPointer,
        _ folded: UnsafeRawBufferPointer,
        _ tokens: UnsafeBufferPointer<Token>,
        _ below: UnsafeBufferPointer<KnownToken>,
        _ above: UnsafeBufferPointer<KnownToken>?
    ) {
        self.image = image
        self.bytes = bytes
        self.folded = folded
        self.tokens = tokens
        self.below = below
        self.above = above
    }

    func run() -> [MatchedPassage.Hit] {
        var hits: [MatchedPassage.Hit] = []
        hits.reserveCapacity(tokens.count / 6)
        var at = 0
        while at < tokens.count {
            let nodes: Nodes = (below[at].node, above?[at].node ?? 0)
            var concepts = ConceptList()
            guard nodes.below | nodes.above != 0,
                TokenGap.allowsStart(tokens[at], after: at > 0 ? tokens[at - 1] : nil, in: bytes),
                let end = longest(from: at, nodes, &concepts)
            else {
                at += 1
                continue
            }
            var hit = MatchedPassage.Hit(tokens: at..<end, span: span(at..<end), concepts: concepts)
            hit.followsComma = at > 0 && TokenGap.isComma(tokens[at - 1], tokens[at], in: bytes)
            hits.append(hit)
            at = end
        }
        return hits
    }

    /// The end and the concepts of the longest spelling from the token at `first`, whose trie nodes are `nodes`; `nil`
    /// when none begins there.
    private func longest(from first: Int, _ nodes: Nodes, _ concepts: inout ConceptList) -> Int? {
        var nodes = nodes
        var end = first + 1
        var best: Int?
        while true {
            if let found = accepted(nodes, first..<end) {
                best = end
                concepts = found
            }
            guard end < tokens.count, end - first < ImageFormat.mostTokens,
                TokenGap.allowsName(tokens[end - 1], tokens[end], in: bytes)
            else { return best }
            let number = below[end].number
            nodes.below = nodes.below == 0 || number == 0 ? 0 : image.base.edge(nodes.below, number)
            if nodes.above != 0, let overlay = image.overlay, let above {
                nodes.above = above[end].number == 0 ? 0 : overlay.layer.edge(nodes.above, above[end].number)
            }
            guard nodes.below | nodes.above != 0 else { return best }
            end += 1
        }
    }

    /// The bytes of some tokens, with the full stop that ends initials.
    private func span(_ range: Range<Int>) -> Range<Int> {
        let last = tokens[range.upperBound - 1]
        var end = last.end
        if last.flags.contains(.dotted), last.foldedEnd - last.foldedStart == 1, end < bytes.count,
            bytes[end] == UInt8(ascii: ".")
        {
            end += 1
        }
        return tokens[range.lowerBound].start..<end
    }

    /// The concepts that the tokens of a range stand for; `nil` when nothing is spelled so, and none for a phrase that
    /// stands for nothing.
    private func accepted(_ nodes: Nodes, _ range: Range<Int>) -> ConceptList? {
        let below = nodes.below == 0 ? 0..<0 : image.base.payloads(of: nodes.below)
        guard !below.isEmpty || nodes.above != 0 else { return nil }
        let after = range.upperBound < tokens.count ? tokens[range.upperBound] : nil
        guard TokenGap.allowsEnd(tokens[range.upperBound - 1], before: after, in: bytes) else { return nil }
        var found = ConceptList()
        if let overlay = image.overlay, nodes.above != 0 || !overlay.removed.isEmpty {
            let above = nodes.above == 0 ? 0..<0 : overlay.layer.payloads(of: nodes.above)
            let payloads = image.layered(
                below.compactMap { image.base.payload($0) },
                above.compactMap { overlay.layer.payload($0) },
                overlay
            )
            for payload in payloads where take(payload, range, &found) == .stop { return [] }
        } else {
            for number in below {
                if let payload = image.base.payload(number), take(payload, range, &found) == .stop { return [] }
            }
        }
        return found.isEmpty ? nil : found
    }

    private enum Meaning {
        case concept, stop
    }

    /// Takes the concept of a payload where the tokens are written as it asks, and says whether it is one at all.
    @inline(__always)
    private func take(_ payload: SpellingPayload, _ range: Range<Int>, _ found: inout ConceptList) -> Meaning {
        if payload.concept == ImageFormat.stop { return .stop }
        guard !payload.flags.contains(.label), payload.caseRule == .any || accepts(payload.caseRule, range) else {
            return .concept
        }
        found.insert(
            payload.concept,
            isWeak: payload.flags.contains(.weak),
            isOwn: payload.flags.contains(.own)
        )
        return .concept
    }

    private func accepts(_ rule: CaseRule, _ range: Range<Int>) -> Bool {
        guard rule.accepts(UnsafeBufferPointer(rebasing: tokens[range])) else { return false }
        guard range.count == 1, rule.beginsWithAcronym else { return true }
        let token = tokens[range.lowerBound]
        let word = String(
            decoding: UnsafeRawBufferPointer(rebasing: folded[token.foldedStart..<token.foldedEnd]),
            as: UTF8.self
        )
        return !CapitalWords.isCommonWord(word, at: range.lowerBound, in: tokens) { index in
            let token = tokens[index]
            return String(
                decoding: UnsafeRawBufferPointer(rebasing: folded[token.foldedStart..<token.foldedEnd]),
                as: UTF8.self
            )
        }
    }
}
