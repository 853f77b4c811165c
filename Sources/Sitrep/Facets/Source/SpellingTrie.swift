/// The tokens of all spellings as a trie, and the tables that the image keeps of it.
struct SpellingTrie {
    private struct Entry {
        var payload: SpellingPayload
        /// The next entry of the same node; -1 for none.
        var next: Int32
    }

    /// Tokens in the order of their numbers, which begin at 1.
    private var tokens: [[UInt8]] = []
    private var numbers: [[UInt8]: UInt32] = [:]
    /// The nodes that tokens lead to, by a node and a token after it.
    private var steps: [UInt64: UInt32] = [:]
    /// The first entry of each node; -1 for none. The root is node 0.
    private var first: [Int32] = [-1]
    private var entries: [Entry] = []

    private static func step(_ node: UInt32, _ token: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(token) }

    /// Adds a spelling of a concept; a derived one only where the concept has none of these words.
    mutating func insert(_ spelling: String, concept: Int, flags: ImageFormat.SpellingFlag) {
        let text = Tokenizer.tokenize(spelling)
        let rule = flags.contains(.cased) ? CaseRule(text) : .any
        insert(text, SpellingPayload(concept: concept, caseRule: rule, flags: flags))
    }

    /// Adds a payload to the node of a spelling.
    mutating func insert(_ text: TokenizedText, _ payload: SpellingPayload) {
        guard !text.tokens.isEmpty else { return }
        var node: UInt32 = 0
        for token in text.tokens {
            let step = Self.step(node, number(Array(text.folded(token))))
            if let next = steps[step] {
                node = next
            } else {
                node = UInt32(first.count)
                first.append(-1)
                steps[step] = node
            }
        }
        var last: Int32 = -1
        var at = first[Int(node)]
        while at >= 0 {
            let entry = entries[Int(at)]
            if entry.payload.makesUnneeded(payload) { return }
            last = at
            at = entry.next
        }
        if last < 0 { first[Int(node)] = Int32(entries.count) } else { entries[Int(last)].next = Int32(entries.count) }
        entries.append(Entry(payload: payload, next: -1))
    }

    private mutating func number(_ folded: [UInt8]) -> UInt32 {
        if let number = numbers[folded] { return number }
        tokens.append(folded)
        let number = UInt32(tokens.count)
        numbers[folded] = number
        return number
    }

    /// The tables of the image; the tokens' strings go into `strings`.
    ///
    /// - Throws: `structure` when there are more tokens or more kinds of capitals than the image can number.
    func tables(strings: inout StringPool) throws(VocabularyError) -> [ImageFormat.Section: WordBuffer] {
        guard tokens.count + 2 < ImageFormat.mostNumbers else { throw Self.tooMuch("different words") }
        var rules = RuleTable()
        var edges = steps.map { (from: UInt32($0.key >> 32), token: UInt32($0.key & 0xFFFF_FFFF), to: $0.value) }
        edges.sort { ($0.from, $0.token) < ($1.from, $1.token) }
        var isBranch = Array(repeating: false, count: first.count)
        for edge in edges { isBranch[Int(edge.from)] = true }
        // A node with one payload and nothing behind it is that payload; the others get numbers of their own.
        var references = Array(repeating: UInt32(0), count: first.count)
        var next: UInt32 = 1
        for node in 1..<max(1, first.count) {
            let at = first[node]
            if !isBranch[node], at >= 0, entries[Int(at)].next < 0 {
                references[node] = try ImageFormat.inlineBit | rules.bits(of: entries[Int(at)].payload)
            } else {
                references[node] = next
                next += 1
            }
        }
        var tables: [ImageFormat.Section: WordBuffer] = [:]
        var nodeTable = WordBuffer()
        var edgeTable = WordBuffer()
        var payloadTable = WordBuffer()
        nodeTable.append(0, 0)
        var edge = edges.firstIndex { $0.from != 0 } ?? edges.count
        for node in 1..<max(1, first.count) where references[node] & ImageFormat.inlineBit == 0 {
            nodeTable.append(UInt32(payloadTable.bytes.count / 4), UInt32(edgeTable.bytes.count / 8))
            var at = first[node]
            while at >= 0 {
                payloadTable.append(try rules.bits(of: entries[Int(at)].payload))
                at = entries[Int(at)].next
            }
            while edge < edges.count, edges[edge].from == node {
                edgeTable.append(edges[edge].token, references[Int(edges[edge].to)])
                edge += 1
            }
        }
        nodeTable.append(UInt32(payloadTable.bytes.count / 4), UInt32(edgeTable.bytes.count / 8))
        tables[.nodes] = nodeTable
        tables[.edges] = edgeTable
        tables[.payloads] = payloadTable
        tables[.rules] = rules.table
        tables[.tokens] = tokenTable(references, strings: &strings)
        tables[.slots] = slotTable()
        return tables
    }

    /// The tokens' strings, one behind the other, and the nodes that they lead to from the root.
    private func tokenTable(_ references: [UInt32], strings: inout StringPool) -> WordBuffer {
        var table = WordBuffer()
        table.append(UInt32(strings.bytes.count), 0)
        for (i, token) in tokens.enumerated() {
            let node = steps[Self.step(0, UInt32(i + 1))].map { references[Int($0)] } ?? 0
            table.append(strings.append(token), node)
        }
        table.append(UInt32(strings.bytes.count), 0)
        return table
    }

    /// The hash table of the tokens, three quarters full.
    private func slotTable() -> WordBuffer {
        var slots = Array(repeating: UInt32(0), count: tokens.count * 4 / 3 + 1)
        for (i, token) in tokens.enumerated() {
            let hash = token.withUnsafeBytes { ImageHash.token($0) }
            var slot = ImageHash.slot(hash, of: slots.count)
            while slots[slot] != 0 { slot = (slot + 1) % slots.count }
            slots[slot] = UInt32(truncatingIfNeeded: hash >> 56) << 24 | UInt32(i + 1)
        }
        var table = WordBuffer()
        for slot in slots { table.append(slot) }
        return table
    }

    static func tooMuch(_ what: String) -> VocabularyError {
        VocabularyError(
            code: .structure,
            message: "the vocabulary has too many \(what)",
            hint: "split it, or take out what is not needed"
        )
    }
}

/// The pairs of case rule and flags that payloads have.
private struct RuleTable {
    private struct Rule: Hashable {
        var caseRule: CaseRule
        var flags: ImageFormat.SpellingFlag
    }

    private var numbers: [Rule: UInt32] = [:]
    private(set) var table = WordBuffer()

    /// A payload in the 31 bits that it has in the image.
    mutating func bits(of payload: SpellingPayload) throws(VocabularyError) -> UInt32 {
        let rule = Rule(caseRule: payload.caseRule, flags: payload.flags)
        let number: UInt32
        if let known = numbers[rule] {
            number = known
        } else {
            number = UInt32(numbers.count)
            guard number < ImageFormat.mostRules else { throw SpellingTrie.tooMuch("ways to set capitals") }
            numbers[rule] = number
            table.append(rule.caseRule.rawValue, rule.flags.rawValue)
        }
        return UInt32(payload.concept) << ImageFormat.ruleBits | number
    }
}

extension SpellingPayload {
    /// Whether `other`, of the same words, says nothing beside this one: "Kyiv" and "kyiv" of one concept are one entry,
    /// of which the first, which may be the name, stays; and what is given need not be derived.
    func makesUnneeded(_ other: SpellingPayload) -> Bool {
        guard concept == other.concept, flags.contains(.dropped) == other.flags.contains(.dropped),
            flags.contains(.label) == other.flags.contains(.label)
        else { return false }
        if flags.contains(.dropped) || other.flags.contains(.derived) { return true }
        return caseRule == other.caseRule
    }
}
