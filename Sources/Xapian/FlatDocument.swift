/// A document for a ``BulkDatabase``: terms, values in slots and data in a few arrays.
public struct FlatDocument: Sendable {
    private(set) var lists: [TermList] = []
    /// The terms that came one by one.
    private(set) var terms = TermList()
    private(set) var valueBytes: [UInt8] = []
    private(set) var slots: [UInt32] = []
    private(set) var valueEnds: [UInt32] = []
    private(set) var data: [UInt8] = []

    /// An empty document.
    public init() {}
}

/// What a report, or anything else, can be written into: a ``Document`` or a ``FlatDocument``.
public protocol DocumentFilling: ~Copyable {
    /// Adds all terms of a list.
    mutating func add(_ list: TermList) throws(XapianError)

    /// Adds a term that filters but has no weight: its frequency within the document is 0.
    mutating func addBooleanTerm(_ term: borrowing some ByteSource & ~Copyable & ~Escapable) throws(XapianError)

    /// Sets the value in a slot; empty bytes remove it.
    mutating func setValue(
        _ value: borrowing some ByteSource & ~Copyable & ~Escapable,
        in slot: Slot
    ) throws(XapianError)

    /// Sets the data, which Xapian keeps and gives back but does not look at.
    mutating func setData(_ data: borrowing some ByteSource & ~Copyable & ~Escapable) throws(XapianError)
}

extension FlatDocument: DocumentFilling {
    public mutating func add(_ list: TermList) { lists.append(list) }

    public mutating func addBooleanTerm(_ term: borrowing some ByteSource & ~Copyable & ~Escapable) {
        term.withBytes { terms.append($0) }
    }

    public mutating func setValue(_ value: borrowing some ByteSource & ~Copyable & ~Escapable, in slot: Slot) {
        value.withBytes { valueBytes.append($0) }
        slots.append(slot.rawValue)
        valueEnds.append(UInt32(clamping: valueBytes.count))
    }

    public mutating func setData(_ data: borrowing some ByteSource & ~Copyable & ~Escapable) {
        self.data.removeAll()
        data.withBytes { self.data.append($0) }
    }
}

extension Document: DocumentFilling {
    public mutating func add(_ list: TermList) throws(XapianError) {
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
