internal import Xapian

/// The reports of a story as the index keeps them: a list of keys under the story's label.
///
/// The label is the key of one of the reports, so that no two stories share one. A report without a story has no label.
enum StoryMembers {
    /// The prefix of the metadata keys of all stories.
    static let metadataPrefix = "story/"

    static func metadataKey(label: String) -> String { metadataPrefix + label }

    /// The keys of a story's reports, ascending; none for a label that nobody bears. An error where the list is damaged.
    static func keys(
        of label: String,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> [String] {
        try decode(try database.metadata(metadataKey(label: label)))
    }

    /// The same where the database joins several indexes, of the story of a report that has this label.
    static func keys(
        of label: String,
        beside document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> [String] {
        try decode(try database.metadata(metadataKey(label: label), beside: document))
    }

    /// How many reports the story of a report has that has this label.
    static func count(
        of label: String,
        beside document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Int {
        try database.metadata(metadataKey(label: label), beside: document).count / keyLength
    }

    /// The label of a report's story; `nil` where it tells one alone.
    static func label(
        of document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> String? {
        let value = try database.documentValue(document, in: Schema.storySlot)
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }

    static func encode(_ keys: [String]) -> [UInt8] {
        keys.flatMap { key in
            let number = PreparedReport.number(ofKey: key)
            return stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
        }
    }

    static func decode(_ bytes: [UInt8]) throws(ByteReader.Malformed) -> [String] {
        guard bytes.count.isMultiple(of: keyLength) else { throw ByteReader.Malformed() }
        let numbers = stride(from: 0, to: bytes.count, by: keyLength).map { start in
            bytes[start..<start + keyLength].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else { throw ByteReader.Malformed() }
        return numbers.map { String(decoding: Hexadecimal.encode($0), as: UTF8.self) }
    }

    /// A key has 64 bits.
    private static let keyLength = 8
}
