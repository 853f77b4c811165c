internal import Xapian

/// A mapped file of columns, see ``ColumnLayout``.
///
/// What it says is checked so far that no damage of it can lead beyond its bytes; that the values are those of the
/// database is for a check-up to tell.
final class ColumnFile {
    /// The revision of the index whose values these are.
    let revision: Int
    /// What tells the database that these are the values of, see ``token(_:)``.
    let database: UInt64
    /// Documents with higher ids are not in it.
    let lastDocument: UInt32
    private let storage: ImageStorage
    private var columns: [Slot: Column] = [:]

    /// The file is no file of columns, or a damaged one.
    struct Damaged: Error {}

    /// - Throws: ``VocabularyError`` where it cannot be read, ``Damaged``.
    convenience init(path: String) throws { try self.init(ImageStorage.map(path: path)) }

    /// A file that is in memory.
    ///
    /// - Parameter checksTable: whether the checksum has to be right.
    convenience init(bytes: [UInt8], checksTable: Bool) throws {
        try self.init(ImageStorage.copy(of: bytes), checksTable: checksTable)
    }

    private init(_ storage: ImageStorage, checksTable: Bool = true) throws {
        self.storage = storage
        let bytes = storage.bytes
        func number(_ place: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
        }
        guard bytes.count >= ColumnLayout.headerSize, number(0) == ColumnLayout.magic,
            let revision = Int(exactly: number(1)), let last = UInt32(exactly: number(2)),
            let count = Int(exactly: number(3)), number(4) == UInt64(bytes.count),
            count <= (bytes.count - ColumnLayout.headerSize) / ColumnLayout.lineSize
        else { throw Damaged() }
        self.revision = revision
        database = number(5)
        lastDocument = last
        let tableEnd = ColumnLayout.headerSize + count * ColumnLayout.lineSize
        // The checksum stands between what it covers.
        let covered = Array(bytes[..<(ColumnLayout.headerSize - 8)]) + Array(bytes[ColumnLayout.headerSize..<tableEnd])
        let isWhole = number(6) == covered.withUnsafeBytes { ImageHash.token($0) }
        guard isWhole || !checksTable else { throw Damaged() }
        for line in 0..<count {
            let start = ColumnLayout.headerSize + line * ColumnLayout.lineSize
            let column = try Column(
                line: UnsafeRawBufferPointer(rebasing: bytes[start..<start + ColumnLayout.lineSize]),
                of: bytes,
                documents: Int(last) + 1
            )
            columns[column.slot] = column
        }
    }

    /// A digest of a database's UUID.
    static func token(_ uuid: String) -> UInt64 { Array(uuid.utf8).withUnsafeBytes { ImageHash.token($0) } }

    /// The column of a slot; `nil` for one that has none.
    func column(_ slot: Slot) -> Column? { columns[slot] }

    /// What a column says, valid for as long as the file is held.
    struct Column {
        let slot: Slot
        let kind: ColumnLayout.Kind
        let valueCount: Int
        let entryCount: Int
        let ordinals: Ordinals
        /// Of packed values, where the entries of each begin in ``places``, and the end of the last.
        let placeStarts: UnsafeBufferPointer<UInt32>
        /// See ``ColumnPlaces``.
        let places: UnsafeBufferPointer<UInt16>
        /// Where documents are listed, where those of each value begin in ``members``, and the end of the last.
        let memberStarts: UnsafeBufferPointer<UInt32>
        let members: UnsafeBufferPointer<UInt32>
        private let entryEnds: UnsafeBufferPointer<UInt32>
        /// Of packed values, the places of the entries in their byte order.
        private let entryOrder: UnsafeBufferPointer<UInt32>
        private let entries: UnsafeRawBufferPointer

        /// The ordinals in their width.
        enum Ordinals {
            case narrow(UnsafeBufferPointer<UInt8>)
            case medium(UnsafeBufferPointer<UInt16>)
            case wide(UnsafeBufferPointer<UInt32>)

            /// The ordinal of a document that the column has.
            subscript(document: Int) -> Int {
                switch self {
                case .narrow(let list): Int(list[document])
                case .medium(let list): Int(list[document])
                case .wide(let list): Int(list[document])
                }
            }
        }

        fileprivate init(line: UnsafeRawBufferPointer, of file: UnsafeRawBufferPointer, documents: Int) throws(Damaged)
        {
            func small(_ place: Int) -> Int {
                Int(UInt32(littleEndian: line.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
            }
            func large(_ place: Int) throws(Damaged) -> Int {
                let number = line.loadUnaligned(fromByteOffset: 24 + place * 8, as: UInt64.self)
                // Neither a place nor a count is beyond the file's size, so that what follows cannot overflow.
                guard let value = Int(exactly: UInt64(littleEndian: number)), value <= file.count else {
                    throw Damaged()
                }
                return value
            }
            func section<Element>(_ place: Int, _ count: Int, as type: Element.Type) throws(Damaged)
                -> UnsafeBufferPointer<Element>
            {
                let start = try large(place)
                guard start.isMultiple(of: 8), start <= file.count,
                    count <= (file.count - start) / MemoryLayout<Element>.stride
                else { throw Damaged() }
                let bytes = UnsafeRawBufferPointer(rebasing: file[start..<start + count * MemoryLayout<Element>.stride])
                return bytes.bindMemory(to: type)
            }
            guard let kind = ColumnLayout.Kind(rawValue: UInt32(truncatingIfNeeded: small(1))) else { throw Damaged() }
            slot = Slot(UInt32(truncatingIfNeeded: small(0)))
            self.kind = kind
            valueCount = small(3)
            entryCount = small(4)
            switch small(2) {
            case 1: ordinals = .narrow(try section(2, documents, as: UInt8.self))
            case 2: ordinals = .medium(try section(2, documents, as: UInt16.self))
            case 4: ordinals = .wide(try section(2, documents, as: UInt32.self))
            default: throw Damaged()
            }
            entryEnds = try section(3, entryCount, as: UInt32.self)
            entries = UnsafeRawBufferPointer(try section(4, small(5), as: UInt8.self))
            let isPacked = kind == .packed
            placeStarts = try section(5, isPacked ? valueCount + 1 : 0, as: UInt32.self)
            places = try section(6, isPacked ? try large(0) : 0, as: UInt16.self)
            let members = try section(7, try large(1) == 0 ? 0 : valueCount + 1 + (try large(1)), as: UInt32.self)
            let starts = members.isEmpty ? 0 : valueCount + 1
            memberStarts = UnsafeBufferPointer(rebasing: members[..<starts])
            self.members = UnsafeBufferPointer(rebasing: members[starts...])
            entryOrder = try section(8, isPacked ? entryCount : 0, as: UInt32.self)
            guard isPacked || entryCount == valueCount else { throw Damaged() }
        }

        /// The bytes of an entry; none for one that is not there.
        func entry(_ number: Int) -> UnsafeRawBufferPointer {
            guard number < entryCount else { return UnsafeRawBufferPointer(start: nil, count: 0) }
            let start = number == 0 ? 0 : Int(entryEnds[number - 1])
            let end = Int(entryEnds[number])
            guard start <= end, end <= entries.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
            return UnsafeRawBufferPointer(rebasing: entries[start..<end])
        }

        /// The places of the entries of a value, from 0.
        @inline(__always)
        func places(of value: Int) -> ColumnPlaces { ColumnPlaces(units: Self.run(value, placeStarts, places)) }

        /// The documents with a value, from 0.
        func members(of value: Int) -> UnsafeBufferPointer<UInt32> {
            Self.run(value, memberStarts, members)
        }

        @inline(__always)
        private static func run<Element>(
            _ value: Int,
            _ starts: UnsafeBufferPointer<UInt32>,
            _ list: UnsafeBufferPointer<Element>
        ) -> UnsafeBufferPointer<Element> {
            guard value + 1 < starts.count else { return UnsafeBufferPointer(rebasing: list[0..<0]) }
            let (start, end) = (Int(starts[value]), Int(starts[value + 1]))
            guard start <= end, end <= list.count else { return UnsafeBufferPointer(rebasing: list[0..<0]) }
            return UnsafeBufferPointer(rebasing: list[start..<end])
        }

        /// The number of the entry at a place in the byte order of all.
        @inline(__always)
        func number(inOrder place: Int) -> Int { kind == .packed ? Int(entryOrder[place]) : place }

        /// The number of an entry; `nil` for one that no document has. Logarithmic.
        func number(of wanted: some Collection<UInt8>) -> Int? {
            var low = 0
            var high = entryCount
            while low < high {
                let middle = (low + high) / 2
                let isBefore = entry(number(inOrder: middle)).lexicographicallyPrecedes(wanted)
                if isBefore { low = middle + 1 } else { high = middle }
            }
            guard low < entryCount else { return nil }
            let found = number(inOrder: low)
            return entry(found).elementsEqual(wanted) ? found : nil
        }
    }
}
