/// What to search for, as a plain value; it becomes a `Xapian::Query` inside the call that searches.
///
/// A list without queries or words matches nothing, as in Xapian: `.and([])` too. An empty term is an error. Nesting
/// deeper than ``maximumDepth`` is an error. Width is not limited, but the time of an `or` that weighs grows with the
/// square of its terms as far as no document has them (a second or two for 10,000); one of many terms that weighs
/// nothing is taken as ``anyTerm(_:_:)``.
public indirect enum Query: Sendable, Equatable {
    /// Every document.
    case matchAll
    /// No document.
    case matchNothing
    /// The documents that have a term.
    case term([UInt8])
    /// What all of them match; their weights add up.
    case and([Query])
    /// What any of them matches; the weights of those that do add up.
    case or([Query])
    /// What the first matches and the second does not.
    case andNot(Query, Query)
    /// What both match, with the weight of the first alone.
    case filter(Query, by: Query)
    /// What the first matches, with the weight of the second where that matches too.
    case andMaybe(Query, Query)
    /// What any of them matches, weighted as if all were one term.
    case synonym([Query])
    /// What any of them matches, with the greatest of their weights, which
    /// ``DatabaseReading/scores(of:_:lengths:_:)`` and ``DatabaseReading/weights(of:among:_:)`` give; a search adds them up,
    /// which is never less, as Xapian's own operator for this (`OP_MAX`) is not safe.
    case maximum([Query])
    /// The words in this order within so many positions; a window of 0 has just room for them.
    case phrase([[UInt8]], window: Int)
    /// The words in any order within so many positions; a window of 0 has just room for them.
    case near([[UInt8]], window: Int)
    /// As ``phrase(_:window:)-swift.enum.case``, with any of several words at each place; one without any matches nothing.
    case phraseOfAny([[[UInt8]]], window: Int)
    /// As ``near(_:window:)-swift.enum.case``, with any of several words for each; one without any matches nothing.
    case nearAny([[[UInt8]]], window: Int)
    /// The terms that begin with a prefix, as synonyms; more than `limit` of them (0: any number) throw
    /// `.wildcardLimit`. In combined databases each has the limit to itself.
    case wildcard(prefix: [UInt8], limit: Int)
    /// A value within two bounds, both inclusive, in byte order, without weight. `nil` is open; with both open, the
    /// documents that have any value in the slot. A document without a value is never within.
    case valueRange(Slot, from: [UInt8]?, through: [UInt8]?)
    /// The same documents with their weights multiplied by a factor that is not negative.
    case scaled(Query, by: Double)
    /// Exactly these documents as far as they exist, in any order, without weight. Not for remote databases.
    case documents([DocumentID])
    /// Every document, each with this weight, which is not negative (`Xapian::FixedWeightPostingSource`).
    case constant(Double)
    /// The documents that have a value in the slot, each with the weight of its value or `otherwise`; no weight is
    /// negative, and no listed value is longer than 255 bytes (`Xapian::ValueMapPostingSource`).
    case valueWeights(Slot, [[UInt8]: Double], otherwise: Double)
    /// What has any of many terms, with the weight of that which is most frequent in the document; `nil` weighs nothing. It
    /// is what ``maximum(_:)`` of them is, each with this weight, but reads all of their postings once, before the search:
    /// for hundreds of terms in a tenth of the time, however few documents match the rest of the query. Terms longer than
    /// 255 bytes are an error. For a remote database it becomes that maximum, with what holds for it; the search must then
    /// be weighted by BM25 of the same parameters.
    case anyTerm([[UInt8]], WordWeight?)

    /// How a word weighs: BM25 with the word's own weight in place of Xapian's.
    public struct WordWeight: Sendable, Equatable {
        /// What one mention in a document of average length brings; more than 0.
        public var weight: Double
        /// How soon further mentions stop to count.
        public var k1: Double
        /// How much the length of a document counts, 0…1.
        public var b: Double
        /// No document counts as shorter than this share of ``averageLength``.
        public var minimumNormalisedLength: Double
        /// The average length of a document; more than 0.
        public var averageLength: Double

        /// What a word weighs, by the parameters of BM25.
        public init(weight: Double, k1: Double, b: Double, minimumNormalisedLength: Double, averageLength: Double) {
            self.weight = weight
            self.k1 = k1
            self.b = b
            self.minimumNormalisedLength = minimumNormalisedLength
            self.averageLength = averageLength
        }
    }

    /// How deep queries may be nested: Xapian walks them on the thread's stack.
    public static let maximumDepth = 500
}

extension Query {
    /// The terms of an OR, or of synonyms, of nothing but terms, however nested, each once; `nil` for any other query.
    ///
    /// Where it does not weigh, it is the same as ``anyTerm(_:_:)`` of these.
    public var alternatives: [[UInt8]]? {
        var known: Set<[UInt8]> = []
        var terms: [[UInt8]] = []
        var left: [Query] = [self]
        while let query = left.popLast() {
            switch query {
            case .or(let queries), .synonym(let queries), .maximum(let queries): left += queries
            case .scaled(let inner, by: _): left.append(inner)
            case .term(let term): terms.append(term)
            case .matchNothing: break
            default: return nil
            }
        }
        return terms.filter { known.insert($0).inserted }
    }

    /// From so many terms on an OR that weighs nothing reads them at once.
    private static let manyTerms = 32

    /// The same documents without weights, with the terms of an OR joined into one ``anyTerm(_:_:)`` where they are
    /// many, and each only once; other queries as they are.
    public var joiningTerms: Query {
        switch self {
        case .or(let queries), .synonym(let queries), .maximum(let queries):
            var known: Set<[UInt8]> = []
            var terms: [[UInt8]] = []
            var rest: [Query] = []
            for query in queries {
                if let alternatives = query.alternatives {
                    terms += alternatives.filter { known.insert($0).inserted }
                } else {
                    rest.append(query)
                }
            }
            let many = terms.count >= Self.manyTerms
            guard many || terms.count + rest.count < queries.count else { return self }
            let joined = many ? [Query.anyTerm(terms, nil)] : terms.map { .term($0) }
            return joined.count + rest.count == 1 ? (joined + rest)[0] : .or(joined + rest)
        default: return self
        }
    }
}

extension Query {
    /// The documents that have the UTF-8 of `text` as a term.
    public static func term(_ text: String) -> Query { .term(Array(text.utf8)) }

    /// The words, as UTF-8, in this order within so many positions; a window of 0 has just room for them.
    public static func phrase(_ words: [String], window: Int = 0) -> Query {
        .phrase(words.map { Array($0.utf8) }, window: window)
    }

    /// The words, as UTF-8, in any order within so many positions; a window of 0 has just room for them.
    public static func near(_ words: [String], window: Int = 0) -> Query {
        .near(words.map { Array($0.utf8) }, window: window)
    }
}
