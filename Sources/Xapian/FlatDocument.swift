/// A document for a ``BulkDatabase``: terms, values in slots and data in a few arrays.
public struct FlatDocument: Sendable {
    private(set) var lists: [TermList] = []
    /// The terms that came one by one.
    public private(set) var terms = TermList()
    private(set) var valueBytes: [UInt8] = []
    private(set) var slots: [UInt32] = []
    private(set) var valueEnds: [UInt32] = []
    private(set) var data: [UInt8] = []

    /// An empty document.
    public init() {}

    /// Adds all terms of a list.
    public mutating func add(_ list: TermList) { lists.append(list) }

    /// Adds a term that filters but has no weight: its frequency within the document is 0.
    public mutating func addBooleanTerm(_ term: borrowing some ByteSource & ~Copyable & ~Escapable) {
        term.withBytes { terms.append($0) }
    }

    /// Sets the value in a slot that has none; empty bytes are none.
    public mutating func setValue(_ value: borrowing some ByteSource & ~Copyable & ~Escapable, in slot: Slot) {
        value.withBytes { valueBytes.append($0) }
        slots.append(slot.rawValue)
        valueEnds.append(UInt32(clamping: valueBytes.count))
    }

    /// Sets the data, which Xapian keeps and gives back but does not look at.
    public mutating func setData(_ data: borrowing some ByteSource & ~Copyable & ~Escapable) {
        self.data.removeAll()
        data.withBytes { self.data.append($0) }
    }

    /// Calls `body` with each value, in the order in which they were set.
    public func forEachValue<Failure: Error>(
        _ body: (Slot, ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        var start = 0
        for (slot, end) in zip(slots, valueEnds) {
            try body(Slot(slot), valueBytes[start..<Int(end)])
            start = Int(end)
        }
    }
}

extension FlatDocument {
    /// The library's own document that holds the same.
    public func document() throws(XapianError) -> Document {
        var document = try Document()
        for list in lists { try document.add(list) }
        try document.add(terms)
        try forEachValue { (slot, value) throws(XapianError) in try document.setValue(Array(value), in: slot) }
        try document.setData(data)
        return document
    }
}

extension Document {
    fileprivate mutating func add(_ list: TermList) throws(XapianError) {
        try list.forEachTerm { term, frequency, positions throws(XapianError) in
            // With positions the frequency comes with the first of them.
            guard !positions.isEmpty else { return try addTerm(term, frequency: Int(frequency)) }
            for position in positions {
                let isFirst = position == positions.first
                try addPosting(term, at: Int(position), frequency: isFirst ? Int(frequency) : 0)
            }
        }
    }
}
