/// The layout of the file of columns: for each counted slot the values of all documents as small numbers, by document.
///
/// The file holds nothing that the database does not; it is there because a number at a known place is read in a
/// nanosecond, and a value out of the database in a hundred.
///
/// A header, a table with a line for each column, and the sections, each of which begins at a multiple of 8 bytes. All
/// numbers have the lowest byte first. A column has
/// - its ordinals: for each document id from 0 up one number of `width` bytes, 0 for a document without a value, else the
///   place of its value among the values, from 1;
/// - its entries: where each ends among their bytes (4 bytes each), and the bytes;
/// - of packed values, whose entries are counted: where the entries of each value begin (4 bytes each, and the end of the
///   last), and the places of these entries (``ColumnPlaces``). A value may be there twice. The places of all entries in
///   the byte order of these (4 bytes each). Of other values each is one entry, and the entries ascend in byte order;
/// - of numbers (``NumberColumns``) the ordinals alone, which are the numbers themselves;
/// - where documents are grouped by it: where the documents of each value begin (4 bytes each, and the end of the last),
///   and their ids, ascending (4 bytes each).
enum ColumnLayout {
    static let magic: UInt64 = 0x324C_4F43_5449_53FF  // "ÿSITCOL2"
    static let headerSize = 56
    static let lineSize = 96

    /// The head of the file.
    struct Header {
        /// The revision of the index whose values these are.
        var revision: UInt64
        /// A digest of the database's UUID.
        var database: UInt64
        /// The highest document id.
        var lastDocument: UInt64
        var columnCount: UInt64
        /// Bytes of the whole file; a file that is shorter was cut off.
        var length: UInt64

        /// - Parameter table: the bytes of the table, which the checksum covers too.
        func encoded(table: [UInt8]) -> [UInt8] {
            var bytes: [UInt8] = []
            for number in [magic, revision, lastDocument, columnCount, length, database] { bytes.append(number) }
            let checksum = (bytes + table).withUnsafeBytes { ImageHash.token($0) }
            bytes.append(checksum)
            return bytes
        }
    }

    /// How the values of a column are read.
    enum Kind: UInt32 {
        /// A value is one entry.
        case whole
        /// A value is several entries, see `PackedValues`.
        case packed
        /// There are no values: the ordinals themselves are what is meant, see ``NumberColumns``.
        case number
    }

    /// A line of the table.
    struct Line {
        var slot: UInt32
        var kind: Kind
        /// Bytes of an ordinal: 1, 2 or 4.
        var width: UInt32
        var valueCount: UInt32
        var entryCount: UInt32
        /// How many bytes the entries have.
        var entryBytes: UInt32 = 0
        /// How many units the places of entries of all packed values take.
        var placeCount: UInt64 = 0
        /// How many documents are listed by their values; 0 where they are not.
        var memberCount: UInt64 = 0
        /// Where the sections begin; 0 for one that is not there.
        var ordinalsAt: UInt64 = 0
        var entryEndsAt: UInt64 = 0
        var entriesAt: UInt64 = 0
        var placeStartsAt: UInt64 = 0
        var placesAt: UInt64
        var entryOrderAt: UInt64 = 0
        /// The starts, and behind them the ids.
        var membersAt: UInt64 = 0

        var encoded: [UInt8] {
            var bytes: [UInt8] = []
            for number in [slot, kind.rawValue, width, valueCount, entryCount, entryBytes] { bytes.append(number) }
            for number in [
                placeCount, memberCount, ordinalsAt, entryEndsAt, entriesAt, placeStartsAt, placesAt, membersAt,
                entryOrderAt,
            ] { bytes.append(number) }
            return bytes
        }
    }
}

extension [UInt8] {
    /// Adds a number, its lowest byte first.
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
