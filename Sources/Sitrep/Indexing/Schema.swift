internal import Xapian

/// The one table of the fields that an index holds: indexing, queries, counts and help are derived from it.
public enum Schema {
    /// The version of this table and of the stored records; an index of another version is never searched.
    public static let version = 8

    /// The oldest version whose records, texts, and lists of sources and files are stored as they are now, so that an index
    /// of it can be built again from what it holds itself.
    ///
    /// What changed since are terms and values, which are made anew, and sums behind records and texts, which older ones
    /// may lack.
    static let oldestReadable = 5

    /// What a field is to a search.
    public enum Kind: Sendable, Hashable {
        /// Words with positions, stemmed beside it.
        case text
        /// A facet whose values Sitrep finds in the text.
        case facet(FacetKind)
        /// One value a report, counted as a facet.
        case value
        /// Days, months and years.
        case date
        /// What identifies a report or a file.
        case identity
    }

    /// One field: its name in queries, where it is kept, and an example.
    public struct Field: Sendable, Hashable {
        /// The name in queries (`region:`) and options (`--region`).
        public let name: String
        /// What stands before the field's terms.
        public let prefix: String
        /// The value slot, where the field has one.
        let slot: Slot?
        /// How its values are kept and asked for.
        public let kind: Kind
        /// How often a word of this field counts in ranking, compared to a word of the body.
        public let boost: Int
        /// A query that uses the field.
        public let example: String

        /// A field as the table gives it: what a field does not say is that it has no prefix, no slot and no gain.
        init(
            _ name: String,
            prefix: String = "",
            slot: UInt32? = nil,
            kind: Kind,
            boost: Int = 0,
            example: String
        ) {
            self.name = name
            self.prefix = prefix
            self.slot = slot.map { Slot($0) }
            self.kind = kind
            self.boost = boost
            self.example = example
        }

        /// The field's term for `value`, shortened where Xapian's limit asks for it.
        func term(_ value: some Sequence<UInt8>) -> [UInt8] { Terms.bounded(prefix, value) }
        func term(_ value: String) -> [UInt8] { Terms.bounded(prefix, value.utf8) }
    }
}
