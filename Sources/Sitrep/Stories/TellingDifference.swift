/// What two tellings of a story differ in, sentence by sentence.
public struct TellingDifference: Sendable, Equatable {
    /// A run of words that both have, or that one alone has.
    public struct Run: Sendable, Equatable {
        /// Who has it.
        public enum Owner: String, Sendable {
            case both, first, second
        }

        /// Who has it.
        public var owner: Owner
        /// The words, with one blank between them.
        public var text: String
    }

    /// One sentence, or a sentence of each that say the same in other words.
    public enum Part: Sendable, Equatable {
        /// Both have it, word for word.
        case same(String)
        /// Both have it, with other words.
        case changed([Run])
        /// The first alone has it.
        case first(String)
        /// The second alone has it.
        case second(String)
    }

    /// The parts in the order of the first text; what the second alone has stands where it stands there.
    public var parts: [Part]

    /// Whether both say the same, word for word.
    public var isEmpty: Bool {
        parts.allSatisfy { part in
            if case .same = part { true } else { false }
        }
    }
}

extension TellingDifference {
    /// Two sentences say the same in other words when so large a part of the words of the shorter one is common.
    private static let likeness = 0.5
    /// So many sentences are compared with each other at most; longer texts are compared line by line alone.
    private static let mostPairs = 4_000_000

    /// Compares two texts.
    ///
    /// Sentences that are equal are matched in order (E. Myers, "An O(ND) difference algorithm", 1986: the standard
    /// library's `difference(from:)`); among those between two matches the most alike are paired, in order.
    init(_ first: String, _ second: String) {
        let (a, b) = (Sentences(first), Sentences(second))
        parts = []
        var (at, other) = (0, 0)
        for (i, j) in Self.equal(a.all.map(\.words), b.all.map(\.words)) + [(a.all.count, b.all.count)] {
            align(a, at..<i, b, other..<j)
            if i < a.all.count { parts.append(.same(a.text(of: a.all[i]))) }
            (at, other) = (i + 1, j + 1)
        }
    }

    /// Pairs of equal elements, in order in both lists.
    private static func equal<Element: Hashable>(_ a: [Element], _ b: [Element]) -> [(Int, Int)] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in b.difference(from: a) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return Array(
            zip(a.indices.filter { !removed.contains($0) }, b.indices.filter { !inserted.contains($0) })
        )
    }

    /// Sentences between two matches.
    private mutating func align(_ a: Sentences, _ first: Range<Int>, _ b: Sentences, _ second: Range<Int>) {
        var other = second.lowerBound
        for i in first {
            let sentence = a.all[i]
            let best =
                first.count * second.count > Self.mostPairs
                ? nil
                : (other..<max(other, second.upperBound)).map {
                    (number: $0, likeness: Self.likeness(sentence, b.all[$0]))
                }
                .max { $0.likeness < $1.likeness }
            guard let best, best.likeness >= Self.likeness else {
                parts.append(.first(a.text(of: sentence)))
                continue
            }
            for j in other..<best.number { parts.append(.second(b.text(of: b.all[j]))) }
            parts.append(.changed(Self.runs(a.text(of: sentence), b.text(of: b.all[best.number]))))
            other = best.number + 1
        }
        if other < second.upperBound {
            for j in other..<second.upperBound { parts.append(.second(b.text(of: b.all[j]))) }
        }
    }

    /// The part of the words of the shorter sentence that the longer one has as well.
    private static func likeness(_ a: Sentences.Sentence, _ b: Sentences.Sentence) -> Double {
        let (first, second) = (Set(a.words), Set(b.words))
        let smaller = min(first.count, second.count)
        return smaller == 0 ? 0 : Double(first.intersection(second).count) / Double(smaller)
    }

    /// What two sentences have in common and what not, word by word.
    private static func runs(_ first: String, _ second: String) -> [Run] {
        let a = first.split(separator: " ").map(String.init)
        let b = second.split(separator: " ").map(String.init)
        var runs: [Run] = []
        func add(_ words: ArraySlice<String>, _ owner: Run.Owner) {
            guard !words.isEmpty else { return }
            let text = words.joined(separator: " ")
            if runs.last?.owner == owner {
                runs[runs.count - 1].text += " " + text
            } else {
                runs.append(Run(owner: owner, text: text))
            }
        }
        var (at, other) = (0, 0)
        for (i, j) in equal(a, b) + [(a.count, b.count)] {
            add(a[at..<i], .first)
            add(b[other..<j], .second)
            if i < a.count { add(a[i...i], .both) }
            (at, other) = (i + 1, j + 1)
        }
        return runs
    }
}

extension SearchIndex {
    /// What two reports differ in.
    ///
    /// - Throws: ``SitrepError``: `notFound` where a report is not there, `usage` where several begin so.
    public func difference(between first: String, and second: String) throws -> (Telling, Telling, TellingDifference) {
        try withState { state in
            let records = try [first, second].map { name in
                try StoredRecord(decoding: try state.database.documentData(try Self.document(named: name, state)))
            }
            let texts = try records.map { try HitMaker.text(of: $0, state).text }
            return (Telling(records[0]), Telling(records[1]), TellingDifference(texts[0], texts[1]))
        }
    }
}
