/// Writes a file of bands, see ``BandLayout``: whole or not at all.
///
/// Memory is the first key of each block: a fortieth of the file's entries in bytes.
final class BandOutput {
    private let output: ColumnOutput
    private let database: UInt64
    private let revision: Int
    private var firstKeys: [UInt64] = []
    private var entryCount: UInt64 = 0
    private var last: Entry?
    /// The block in the making, from the first of its entries on.
    private var block: [UInt8] = []
    private var first = Entry(key: StoryKey(number: 0), document: 0)
    private var entriesOfBlock: UInt32 = 0

    /// A key and a document that has it.
    struct Entry: Comparable {
        var key: StoryKey
        var document: UInt32

        static func < (a: Entry, b: Entry) -> Bool { (a.key, a.document) < (b.key, b.document) }
    }

    /// - Parameters:
    ///   - uuid: that of the database whose documents these are.
    ///   - revision: that of the index which the database holds.
    init(path: String, uuid: String, revision: Int) throws {
        output = try ColumnOutput(path: path)
        database = BandFile.token(uuid)
        self.revision = revision
        block.reserveCapacity(BandLayout.blockSize)
        try output.write(repeatElement(UInt8(0), count: BandLayout.blockSize))
    }

    /// Adds an entry, which is greater than those before.
    func append(_ key: StoryKey, _ document: UInt32) throws {
        let entry = Entry(key: key, document: document)
        precondition(last.map { $0 < entry } ?? true)
        if let last, block.count + BandLayout.mostEntryBytes <= BandLayout.blockSize {
            Self.append(key.number - last.key.number, to: &block)
            Self.append(UInt64(key == last.key ? document - last.document : document), to: &block)
        } else {
            try finishBlock(next: key.number)
            first = entry
            // Room for what is known of a block when it is complete.
            block.append(contentsOf: repeatElement(0, count: BandLayout.blockHeaderSize))
        }
        entriesOfBlock += 1
        entryCount += 1
        last = entry
    }

    /// Puts the file in its place.
    func complete() throws {
        try finishBlock(next: .max)
        let header = BandLayout.Header(
            database: database,
            revision: UInt64(revision),
            entryCount: entryCount,
            blockCount: UInt64(firstKeys.count)
        )
        for key in firstKeys { try withUnsafeBytes(of: key.littleEndian) { try output.write($0) } }
        CrashPoint.reach(.beforeBands)
        try output.complete(head: header.encoded())
        CrashPoint.reach(.afterBands)
    }

    private func finishBlock(next: UInt64) throws {
        guard entriesOfBlock > 0 else { return }
        block.append(contentsOf: repeatElement(0, count: BandLayout.blockSize - block.count))
        let number = firstKeys.count
        let (first, count) = (first, entriesOfBlock)
        block.withUnsafeMutableBytes { bytes in
            bytes.storeBytes(of: count.littleEndian, toByteOffset: 4, as: UInt32.self)
            bytes.storeBytes(of: first.key.number.littleEndian, toByteOffset: 8, as: UInt64.self)
            bytes.storeBytes(of: next.littleEndian, toByteOffset: 16, as: UInt64.self)
            bytes.storeBytes(of: first.document.littleEndian, toByteOffset: 24, as: UInt32.self)
            let checksum = BandLayout.checksum(UnsafeRawBufferPointer(bytes), number: number)
            bytes.storeBytes(of: checksum.littleEndian, toByteOffset: 0, as: UInt32.self)
        }
        try output.write(block)
        firstKeys.append(first.key.number)
        block.removeAll(keepingCapacity: true)
        entriesOfBlock = 0
    }

    /// LEB128.
    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
