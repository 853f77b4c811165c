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
    /// What the vocabulary says of the tokens looked up so far, by their place modulo the longest spelling.
    private var known: [(number: UInt32, node: UInt32)] = Array(repeating: (0, 0), count: ImageFormat.mostTokens)
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
            guard start.node != 0, TokenGap.allowsStart(tokens[at], after: at > 0 ? tokens[at - 1] : nil, in: bytes),
                let hit = longest(from: at, node: start.node)
            else {
                at += 1
                continue
            }
            hits.append(hit)
            at = hit.tokens.upperBound
        }
        return hits
    }

    /// The longest spelling from the token at `first`, whose trie node is `node`.
    private mutating func longest(from first: Int, node: UInt32) -> MatchedPassage.Hit? {
        var node = node
        var end = first + 1
        var best: MatchedPassage.Hit?
        while true {
            if let found = accepted(node, first..<end) {
                best = MatchedPassage.Hit(
                    tokens: first..<end,
                    span: span(first..<end),
                    concepts: found.concepts,
                    weak: found.weak
                )
            }
            guard end < tokens.count, end - first < ImageFormat.mostTokens,
                TokenGap.allowsName(tokens[end - 1], tokens[end], in: bytes)
            else { break }
            let next = lookUp(end)
            guard next.number != 0 else { break }
            node = image.edge(node, next.number)
            guard node != 0 else { break }
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

    /// The concepts that the tokens of a range stand for at a node, and those of them that the spelling is weak for;
    /// `nil` when there is none.
    private func accepted(_ node: UInt32, _ range: Range<Int>) -> (concepts: [Int], weak: [Int])? {
        let payloads = image.payloads(of: node)
        guard !payloads.isEmpty else { return nil }
        let after = range.upperBound < tokens.count ? tokens[range.upperBound] : nil
        guard TokenGap.allowsEnd(tokens[range.upperBound - 1], before: after, in: bytes) else { return nil }
        var concepts: [Int] = []
        var weak: [Int] = []
        for number in payloads {
            guard let payload = image.payload(number), !payload.flags.contains(.label),
                payload.caseRule == .any || accepts(payload.caseRule, range)
            else { continue }
            let isWeak = payload.flags.contains(.weak)
            if concepts.contains(payload.concept) {
                if !isWeak { weak.removeAll { $0 == payload.concept } }
                continue
            }
            concepts.append(payload.concept)
            if isWeak { weak.append(payload.concept) }
        }
        return concepts.isEmpty ? nil : (concepts, weak)
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
    private mutating func lookUp(_ index: Int) -> (number: UInt32, node: UInt32) {
        if index >= lookedUp {
            let token = tokens[index]
            known[index % ImageFormat.mostTokens] =
                image.token(UnsafeRawBufferPointer(rebasing: folded[token.foldedStart..<token.foldedEnd]))
            lookedUp = index + 1
        }
        return known[index % ImageFormat.mostTokens]
    }
}
