/// The number of a document within one database (`Xapian::docid`), from 1.
///
/// It is not kept when a database is compacted, and in combined databases it differs from that in the single one.
public struct DocumentID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number; 0 is no document.
    public let rawValue: UInt32

    /// The id with the number `rawValue`.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The id with the number `rawValue`.
    public init(_ rawValue: UInt32) { self.rawValue = rawValue }

    public static func < (a: DocumentID, b: DocumentID) -> Bool { a.rawValue < b.rawValue }

    /// The number in decimal.
    public var description: String { String(rawValue) }
}

/// The number of a place in every document that holds one value (`Xapian::valueno`).
public struct Slot: RawRepresentable, Hashable, Sendable {
    /// The number; all but `UInt32.max` can be used.
    public let rawValue: UInt32

    /// The slot with the number `rawValue`.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The slot with the number `rawValue`.
    public init(_ rawValue: UInt32) { self.rawValue = rawValue }
}
