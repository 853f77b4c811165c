internal import CXapian

/// How BM25 weighs in ``DatabaseReading/scores(of:_:lengths:_:)``; as in `SearchOptions.Weighting.bm25` with a k2 of 0
/// and a k3 of 1.
public struct ScoringParameters: Sendable {
    /// How soon further mentions of a word stop to count.
    public var k1: Double
    /// How much the length of a document counts, 0…1.
    public var b: Double
    /// No document counts as shorter than this share of the average.
    public var minimumNormalisedLength: Double

    /// Parameters of BM25.
    public init(k1: Double, b: Double, minimumNormalisedLength: Double) {
        self.k1 = k1
        self.b = b
        self.minimumNormalisedLength = minimumNormalisedLength
    }
}

extension DatabaseReading where Self: ~Copyable {
    /// What each match of a query weighs, in the order of the ids, without Xapian's matcher; `nil` where only that can
    /// tell: for phrases, nearness and wildcards that weigh, and where a server has a part.
    ///
    /// The same as ``search(_:_:)`` gives, but for ``Query/maximum(_:)``, and for the last digits, as words are added up in
    /// the order of the query. Some ten nanoseconds a posting of each term that weighs. Throws as ``search(_:_:)`` does, and `.invalidArgument` where
    /// there is not a length for each match.
    ///
    /// - Parameters:
    ///   - matches: exactly the matches of the query, see ``matchingSet(_:)``.
    ///   - lengths: the length of each of them, see ``documentLengths(from:limit:)``.
    public func scores(
        of query: Query,
        _ matches: DocumentBitmap,
        lengths: [UInt32],
        _ parameters: ScoringParameters
    ) throws(XapianError) -> [Double]? {
        let steps = try QuerySteps(query)
        let numbers = [parameters.k1, parameters.b, parameters.minimumNormalisedLength]
        let words = matches.words
        return try unsafe steps.withCQuery { query throws(XapianError) in
            let list = try unsafe ListReader { out in
                unsafe cx_scores(raw, query, words, words.count, lengths, lengths.count, numbers, out)
            }
            return list.numberCount == lengths.count ? list.doubles() : nil
        }
    }

    /// The lengths of at most `limit` documents with ids from `first` on, ascending: the sums of their terms' frequencies.
    public func documentLengths(
        from first: DocumentID = DocumentID(1),
        limit: Int = .max
    ) throws(XapianError) -> [(id: DocumentID, length: Int)] {
        // The C layer counts two numbers a document.
        let limit = min(max(0, limit), Int(UInt32.max))
        let list = try unsafe ListReader { out in unsafe cx_document_lengths(raw, first.rawValue, limit, out) }
        return (0..<list.numberCount / 2).map {
            (DocumentID(UInt32(truncatingIfNeeded: list.number($0 * 2))), Int(list.number($0 * 2 + 1)))
        }
    }
}
