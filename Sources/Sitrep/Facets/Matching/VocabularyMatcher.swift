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
                    var pass = MatchPass(
                        image: image,
                        bytes: UnsafeRawBufferPointer(utf8),
                        folded: folded,
                        tokens: list
                    )
                    return pass.run()
                }
            }
        }
    }
}

/// One pass over one text.
private struct MatchPass {
    let image: VocabularyImage
    let bytes: UnsafeRawBufferPointer
    let folded: UnsafeRawBufferPointer
    let tokens: UnsafeBufferPointer<Token>
    /// What an image says of a token: its number, and the node that it leads to from the root.
    private typealias Known = (number: UInt32, node: UInt32)
    /// The nodes that some tokens lead to in the lower and in the upper image; 0 for none.
    private typealias Nodes = (below: UInt32, above: UInt32)
    /// What the images say of the tokens looked up so far, by their place modulo the longest spelling.
    private var known: [(below: Known, above: Known)] = Array(
        repeating: ((0, 0), (0, 0)),
        count: ImageFormat.mostTokens
    )
    private var lookedUp = 0

    init(
        image: VocabularyImage,
        bytes: UnsafeRawBufferPointer,
        folded: UnsafeRawBufferPointer,
        tokens: UnsafeBufferPointer<Token>
    ) {
        self.image = image
        self.bytes = bytes
        self.folded = folded
        self.tokens = tokens
    }

    mutating func run() -> [MatchedPassage.Hit] {
        var hits: [MatchedPassage.Hit] = []
        var at = 0
        while at < tokens.count {
            let start = lookUp(at)
            guard start.below.node | start.above.node != 0,
                TokenGap.allowsStart(tokens[at], after: at > 0 ? tokens[at - 1] : nil, in: bytes),
                let hit = longest(from: at, (start.below.node, start.above.node))
            else {
                at += 1
                continue
            }
            hits.append(hit)
            at = hit.tokens.upperBound
        }
        return hits
    }

    /// The longest spelling from the token at `first`, whose trie nodes are `nodes`.
    private mutating func longest(from first: Int, _ nodes: Nodes) -> MatchedPassage.Hit? {
        var nodes = nodes
        var end = first + 1
        var best: MatchedPassage.Hit?
        while true {
            if let found = accepted(nodes, first..<end) {
                best = MatchedPassage.Hit(
                    tokens: first..<end,
                    span: span(first..<end),
                    concepts: found.concepts,
                    evidence: SpellingEvidence(weak: found.weak, own: found.own)
                )
            }
            guard end < tokens.count, end - first < ImageFormat.mostTokens,
                TokenGap.allowsName(tokens[end - 1], tokens[end], in: bytes)
            else { break }
            let next = lookUp(end)
            nodes.below =
                nodes.below == 0 || next.below.number == 0 ? 0 : image.base.edge(nodes.below, next.below.number)
            if let overlay = image.overlay {
                nodes.above =
                    nodes.above == 0 || next.above.number == 0 ? 0 : overlay.layer.edge(nodes.above, next.above.number)
            }
            guard nodes.below | nodes.above != 0 else { break }
            end += 1
        }
        best?.followsComma = first > 0 && TokenGap.isComma(tokens[first - 1], tokens[first], in: bytes)
        return best
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
    private func accepted(_ nodes: Nodes, _ range: Range<Int>) -> Accepted? {
        let below = nodes.below == 0 ? 0..<0 : image.base.payloads(of: nodes.below)
        guard !below.isEmpty || nodes.above != 0 else { return nil }
        let after = range.upperBound < tokens.count ? tokens[range.upperBound] : nil
        guard TokenGap.allowsEnd(tokens[range.upperBound - 1], before: after, in: bytes) else { return nil }
        var found = Accepted()
        if let overlay = image.overlay, nodes.above != 0 || !overlay.removed.isEmpty {
            let above = nodes.above == 0 ? 0..<0 : overlay.layer.payloads(of: nodes.above)
            let payloads = image.layered(
                below.compactMap { image.base.payload($0) },
                above.compactMap { overlay.layer.payload($0) },
                overlay
            )
            for payload in payloads { take(payload, range, &found) }
        } else {
            for number in below { if let payload = image.base.payload(number) { take(payload, range, &found) } }
        }
        if found.isStop { return Accepted() }
        return found.concepts.isEmpty ? nil : found
    }

    /// The concepts of a spelling, those that it is weak for, and those that the user's own layer gives it.
    private struct Accepted {
        var concepts: ConceptList = []
        var weak: [Int] = []
        var own: [Int] = []
        var isStop = false
    }

    private func take(_ payload: SpellingPayload, _ range: Range<Int>, _ found: inout Accepted) {
        if payload.concept == ImageFormat.stop {
            found.isStop = true
            return
        }
        guard !payload.flags.contains(.label), payload.caseRule == .any || accepts(payload.caseRule, range) else {
            return
        }
        let isWeak = payload.flags.contains(.weak)
        if payload.flags.contains(.own), !isWeak { found.own.append(payload.concept) }
        if found.concepts.contains(payload.concept) {
            if !isWeak { found.weak.removeAll { $0 == payload.concept } }
            return
        }
        found.concepts.append(payload.concept)
        if isWeak { found.weak.append(payload.concept) }
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

    /// Looks the token at `index` up, once: tokens are asked for in order, at most the longest spelling ahead.
    @inline(__always)
    private mutating func lookUp(_ index: Int) -> (below: Known, above: Known) {
        if index >= lookedUp {
            let token = tokens[index]
            let word = UnsafeRawBufferPointer(rebasing: folded[token.foldedStart..<token.foldedEnd])
            let above = image.overlay?.layer.token(word) ?? (0, 0)
            known[index % ImageFormat.mostTokens] = (image.base.token(word), above)
            lookedUp = index + 1
        }
        return known[index % ImageFormat.mostTokens]
    }
}
