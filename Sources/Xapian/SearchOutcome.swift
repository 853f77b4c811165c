/// What a search found.
public struct SearchOutcome: Sendable {
    /// The matches asked for, best first.
    public var matches: [Match]
    /// How many match in all, estimated unless ``isExact``.
    public var estimated: Int
    /// At least so many match.
    public var lowerBound: Int
    /// At most so many match.
    public var upperBound: Int
    /// For each counted slot its entries, highest count first, then in byte order.
    public var counts: [[ValueCount]]
    /// For each counted slot, how many of all matches have a value there.
    public var countedDocuments: [Int]

    /// Whether ``estimated`` is the exact number.
    public var isExact: Bool { lowerBound == upperBound }
}

/// One match of a search.
public struct Match: Sendable, Hashable {
    /// The document.
    public var documentID: DocumentID
    /// Its weight, which compares within one search alone.
    public var weight: Double
    /// Its weight as a percentage of the best possible one, 0 to 100.
    public var percent: Int
    /// The data of the document; empty unless it was fetched.
    public var data: [UInt8]
    /// Its values in the slots that were asked for; an empty one is none.
    public var values: [[UInt8]]
    /// How many others were collapsed into it; a lower bound unless all matches were checked.
    public var collapsedCount: Int

    /// A match that was not found by Xapian's matcher, without anything else.
    public init(documentID: DocumentID, weight: Double) {
        self.init(documentID: documentID, weight: weight, percent: 0, data: [], values: [], collapsedCount: 0)
    }

    init(
        documentID: DocumentID,
        weight: Double,
        percent: Int,
        data: [UInt8],
        values: [[UInt8]],
        collapsedCount: Int
    ) {
        self.documentID = documentID
        self.weight = weight
        self.percent = percent
        self.data = data
        self.values = values
        self.collapsedCount = collapsedCount
    }
}

/// An entry of a counted slot and how many of the matching documents have it.
public struct ValueCount: Sendable, Hashable {
    /// The entry.
    public var value: [UInt8]
    /// How many documents have it.
    public var count: Int
    /// How many groups of the matching documents have it; 0 where the slot was not counted by groups.
    public var groups: Int

    /// An entry and its counts.
    public init(value: [UInt8], count: Int, groups: Int = 0) {
        self.value = value
        self.count = count
        self.groups = groups
    }
}

/// Exact counts over all matches of a query.
public struct FacetCountsResult: Sendable, Hashable {
    /// How many documents match.
    public var total: Int
    /// For each counted slot its entries, highest count first, then in byte order.
    public var counts: [[ValueCount]]
    /// For each counted slot, how many matching documents have a value there.
    public var countedDocuments: [Int]

    /// A total with the counts of slots.
    public init(total: Int, counts: [[ValueCount]], countedDocuments: [Int]) {
        self.total = total
        self.counts = counts
        self.countedDocuments = countedDocuments
    }
}
