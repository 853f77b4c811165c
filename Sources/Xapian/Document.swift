internal import CXapian

/// A document being built: terms with positions, values in slots, and data (`Xapian::Document`).
///
/// Used by one thread at a time.
@safe
public struct Document: ~Copyable {
    /// The longest term in bytes that a database on disk can hold; a NUL byte counts twice.
    public static let maximumTermLength = CX_MAXIMUM_TERM_LENGTH

    let handle: OpaquePointer

    /// An empty document.
    public init() throws(XapianError) {
        var handle: OpaquePointer?
        try unsafe succeed(cx_document_new(&handle))
        guard let handle = unsafe handle else { preconditionFailure("no document and no error") }
        unsafe self.handle = handle
    }

    deinit { unsafe cx_document_free(handle) }

    /// Adds `frequency` to the term's frequency within the document, without a position.
    ///
    /// Throws `.invalidArgument` for an empty term, one above ``maximumTermLength``, or a negative frequency.
    public mutating func addTerm(
        _ term: borrowing some ByteSource & ~Copyable & ~Escapable,
        frequency: Int = 1
    ) throws(XapianError) {
        let frequency = try UInt32(checking: frequency, "frequency")
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_document_add_term(handle, bytes, frequency), about: String(bytes))
        }
    }

    /// Adds a term that filters but has no weight: its frequency within the document is 0.
    public mutating func addBooleanTerm(
        _ term: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) {
        try addTerm(term, frequency: 0)
    }

    /// Adds an occurrence of a term at a position, which phrases are found by.
    public mutating func addPosting(
        _ term: borrowing some ByteSource & ~Copyable & ~Escapable,
        at position: Int,
        frequency: Int = 1
    ) throws(XapianError) {
        let position = try UInt32(checking: position, "position")
        let frequency = try UInt32(checking: frequency, "frequency")
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_document_add_posting(handle, bytes, position, frequency), about: String(bytes))
        }
    }

    /// Adds many occurrences in one call.
    ///
    /// - Parameters:
    ///   - terms: The bytes of all terms, one after the other.
    ///   - ends: Where each term ends in `terms`; the first begins at 0, each further one where the one before it ends.
    ///   - positions: The position of each occurrence.
    ///   - frequency: What each occurrence adds to the frequency of its term within the document.
    ///
    /// Throws `.invalidArgument`, and adds nothing, when a term is empty or too long, or the lists do not fit together.
    public mutating func addPostings(
        _ terms: borrowing some ByteSource & ~Copyable & ~Escapable,
        ends: Span<UInt32>,
        positions: Span<UInt32>,
        frequency: Int = 1
    ) throws(XapianError) {
        guard ends.count == positions.count else {
            throw XapianError(
                .invalidArgument,
                "There are \(ends.count) terms but \(positions.count) positions",
                typeName: "InvalidArgumentError"
            )
        }
        let frequency = try UInt32(checking: frequency, "frequency")
        try unsafe terms.withCBytes { bytes throws(XapianError) in
            try unsafe ends.withUnsafeBufferPointer { ends throws(XapianError) in
                try unsafe positions.withUnsafeBufferPointer { positions throws(XapianError) in
                    try unsafe succeed(
                        cx_document_add_postings(
                            handle,
                            bytes,
                            ends.baseAddress,
                            positions.baseAddress,
                            ends.count,
                            frequency
                        )
                    )
                }
            }
        }
    }

    /// Sets the value in a slot; empty bytes remove it.
    public mutating func setValue(
        _ value: borrowing some ByteSource & ~Copyable & ~Escapable,
        in slot: Slot
    ) throws(XapianError) {
        try unsafe value.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_document_set_value(handle, slot.rawValue, bytes))
        }
    }

    /// Sets the data, which Xapian keeps and gives back but does not look at.
    public mutating func setData(
        _ data: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) {
        try unsafe data.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_document_set_data(handle, bytes))
        }
    }
}

extension UInt32 {
    /// A number that Xapian takes with 32 bits; throws `.invalidArgument` for others instead of ending the process.
    init(checking number: Int, _ name: String) throws(XapianError) {
        guard let value = UInt32(exactly: number) else {
            throw XapianError(
                .invalidArgument,
                "The \(name) \(number) does not fit into 32 bits",
                typeName: "InvalidArgumentError"
            )
        }
        self = value
    }
}
