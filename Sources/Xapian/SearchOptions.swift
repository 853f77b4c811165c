/// How to search, and what to bring back with each match.
public struct SearchOptions: Sendable {
    /// How matches are weighted.
    public enum Weighting: Sendable, Hashable {
        /// BM25 (`Xapian::BM25Weight`; Robertson and others, "Okapi at TREC-3").
        case bm25(
            k1: Double = 1,
            k2: Double = 0,
            k3: Double = 1,
            b: Double = 0.5,
            minimumNormalisedLength: Double = 0.5
        )
        /// No weights, which is the fastest (`Xapian::BoolWeight`).
        case boolean
        /// How many terms of the query a document has (`Xapian::CoordWeight`).
        case coordination
        /// Term frequency by inverse document frequency (`Xapian::TfIdfWeight`, `ntn`).
        case tfIdf
    }

    /// What comes first; what is equal stays in the order of the document ids.
    public enum Order: Sendable, Hashable {
        /// The greatest weight.
        case relevance
        /// The greatest weight, then a value in byte order.
        case relevanceThenValue(Slot, descending: Bool)
        /// A value in byte order.
        case value(Slot, descending: Bool)
        /// A value in byte order, then the greatest weight.
        case valueThenRelevance(Slot, descending: Bool)
    }

    /// How many of the best matches are passed over.
    public var offset = 0
    /// How many matches are brought back at most; `.max` for all.
    public var limit = 10
    /// How many matches must be looked at before the totals may be estimated: `nil` just what is needed, `.max` all.
    public var checkAtLeast: Int?
    /// How matches are weighted.
    public var weighting: Weighting = .bm25()
    /// What comes first.
    public var order: Order = .relevance
    /// Leaves out matches below this percentage of the best possible weight, 0 to 100.
    public var minimumPercent = 0
    /// Of matches with the same value in this slot only the best are kept; those without a value are all kept.
    public var collapseSlot: Slot?
    /// How many matches are kept for each value of ``collapseSlot``.
    public var collapseMaximum = 1
    /// Whether each match comes with the data of its document.
    public var fetchesData = true
    /// The slots whose values come with each match, in this order.
    public var valueSlots: [Slot] = []
    /// The slots that are counted over all matches, whatever ``limit`` and ``collapseSlot``; all matches are then looked
    /// at. ``minimumPercent`` does not reach the counts.
    public var countedSlots: [CountedSlot] = []

    /// The best ten by BM25 with their data.
    public init() {}
}

/// A slot whose values are counted.
public struct CountedSlot: Sendable, Hashable {
    /// How a value is read.
    public enum Format: Sendable, Hashable {
        /// Each entry of a packed value counts, once a document, see ``PackedValues``.
        case packed
        /// The whole value counts.
        case whole
        /// The first so many bytes of the value count, such as the month of a date.
        case prefix(Int)
        /// Each document counts under one empty entry, whatever stands in the slot; with ``groupSlot`` this counts the
        /// groups of all matches.
        case documents
    }

    /// The slot.
    public var slot: Slot
    /// How its values are read.
    public var format: Format
    /// Each entry is also counted by groups of documents, which are those with the same value in this slot; a document
    /// without one is a group of its own.
    public var groupSlot: Slot?

    /// A slot and how its values are read and counted.
    public init(slot: Slot, format: Format = .packed, groupSlot: Slot? = nil) {
        self.slot = slot
        self.format = format
        self.groupSlot = groupSlot
    }
}
