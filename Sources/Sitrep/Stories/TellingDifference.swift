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
    /// Two sentences say the same in other words when so large a part of the words of both is common.
    private static let likeness = 0.3
    /// So many pairs of sentences are compared at most; in longer texts only equal ones are matched.
    private static let mostPairs = 1_000_000

    /// Compares two texts.
    ///
    /// Sentences that are equal are matched in order (``EqualPairs``); among those between two matches such as are alike
    /// are paired, in order.
    init(_ first: String, _ second: String) {
        let (a, b) = (Sentences(first), Sentences(second))
        parts = []
        var (at, other) = (0, 0)
        for (i, j) in EqualPairs.find(a.all.map(\.words), b.all.map(\.words)) + [(a.all.count, b.all.count)] {
            align(a, at..<i, b, other..<j)
            if i < a.all.count { parts.append(.same(a.text(of: a.all[i]))) }
            (at, other) = (i + 1, j + 1)
        }
    }

    /// Sentences between two matches: those that say the same in other words are paired, in order, so that what the
    /// pairs have in common is most in all (S. Needleman, C. Wunsch 1970).
    private mutating func align(_ a: Sentences, _ first: Range<Int>, _ b: Sentences, _ second: Range<Int>) {
        var (at, other) = (first.lowerBound, second.lowerBound)
        for (i, j) in Self.pairs(a.all[first], b.all[second]) + [(first.upperBound, second.upperBound)] {
            for k in at..<max(at, i) { parts.append(.first(a.text(of: a.all[k]))) }
            for k in other..<max(other, j) { parts.append(.second(b.text(of: b.all[k]))) }
            if i < first.upperBound {
                parts.append(.changed(Self.runs(a.text(of: a.all[i]), b.text(of: b.all[j]))))
            }
            (at, other) = (i + 1, j + 1)
        }
    }

    /// Pairs of sentences that say the same in other words, ascending in both.
    private static func pairs(
        _ a: ArraySlice<Sentences.Sentence>,
        _ b: ArraySlice<Sentences.Sentence>
    ) -> [(Int, Int)] {
        guard !a.isEmpty, !b.isEmpty, a.count * b.count <= mostPairs else { return [] }
        let (first, second) = (a.map { Set($0.words) }, b.map { Set($0.words) })
        // The best sums for what begins at a sentence of each; a row more than there are sentences, of zeros.
        let width = second.count + 1
        var sums = [Double](repeating: 0, count: (first.count + 1) * width)
        var scores = [Double](repeating: 0, count: first.count * second.count)
        for i in first.indices.reversed() {
            for j in second.indices.reversed() {
                let score = likeness(first[i], second[j])
                scores[i * second.count + j] = score
                sums[i * width + j] = max(
                    sums[(i + 1) * width + j],
                    sums[i * width + j + 1],
                    score >= Self.likeness ? score + sums[(i + 1) * width + j + 1] : 0
                )
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            let best = sums[i * width + j]
            let score = scores[i * second.count + j]
            if score >= Self.likeness, best == score + sums[(i + 1) * width + j + 1] {
                pairs.append((a.startIndex + i, b.startIndex + j))
                (i, j) = (i + 1, j + 1)
            } else if best == sums[(i + 1) * width + j] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    /// The part of the words of both sentences that both have.
    private static func likeness(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
        let common = a.count < b.count ? a.count(where: b.contains) : b.count(where: a.contains)
        let all = a.count + b.count - common
        return all == 0 ? 0 : Double(common) / Double(all)
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
        for (i, j) in EqualPairs.find(a, b) + [(a.count, b.count)] {
            add(a[at..<i], .first)
            add(b[other..<j], .second)
            if i < a.count { add(a[i...i], .both) }
            (at, other) = (i + 1, j + 1)
        }
        return runs
    }
}
