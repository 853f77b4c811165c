/// What each report of a story tells that the others do not.
struct OwnSentences {
    /// In how many reports each pair of words stands.
    private var reports: [UInt64: Int] = [:]

    /// Of a sentence's pairs of words at most this part stands in another report, or it is told there as well.
    static let shared = 0.5

    /// Takes a report in.
    mutating func add(_ sentences: Sentences) {
        var pairs: Set<UInt64> = []
        for sentence in sentences.all { pairs.formUnion(sentence.pairs) }
        for pair in pairs { reports[pair, default: 0] += 1 }
    }

    /// The sentences of a report that was taken in which tell what no other one does.
    func own(_ sentences: Sentences) -> [String] {
        sentences.all.filter { sentence in
            guard !sentence.pairs.isEmpty else { return false }
            let told = sentence.pairs.count { reports[$0, default: 0] > 1 }
            return Double(told) <= Self.shared * Double(sentence.pairs.count)
        }.map(sentences.text)
    }
}
