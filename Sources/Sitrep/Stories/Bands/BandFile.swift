/// A mapped file of bands, see ``BandLayout``.
///
/// What it says of a document that was replaced or taken out since it was written is no longer so.
final class BandFile {
    /// How many entries there are.
    let entryCount: Int
    private let storage: ImageStorage
    private let blockCount: Int

    /// The file is no file of bands, a damaged one, or that of another database.
    struct Damaged: Error {}

    /// - Parameters:
    ///   - uuid: that of the database whose documents it tells of.
    ///   - revision: that of the index; a file of a later one is not taken, for it may lack what is there now.
    /// - Throws: ``Damaged``, also where there is none or it cannot be read.
    init(path: String, uuid: String, revision: Int) throws(Damaged) {
        do {
            storage = try ImageStorage.map(path: path)
        } catch {
            throw Damaged()
        }
        guard let header = BandLayout.Header(decoding: storage.bytes), header.database == Self.token(uuid),
            header.revision <= UInt64(revision), header.length == storage.bytes.count,
            let entryCount = Int(exactly: header.entryCount)
        else { throw Damaged() }
        self.entryCount = entryCount
        blockCount = Int(header.blockCount)
    }

    /// A digest of a database's UUID.
    static func token(_ uuid: String) -> UInt64 { Array(uuid.utf8).withUnsafeBytes { ImageHash.token($0) } }

    /// The key of the first entry of a block, as the directory says.
    private func firstKey(ofBlock number: Int) -> UInt64 {
        let place = BandLayout.blockSize * (blockCount + 1) + number * 8
        return UInt64(littleEndian: storage.bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// The block in which the entries of a key begin, if there are any; `nil` for a file without blocks.
    private func block(of key: StoryKey) -> Int? {
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            if firstKey(ofBlock: middle) < key.number { low = middle + 1 } else { high = middle }
        }
        // The first block that begins with the key or a greater one; entries of the key may end the one before.
        return blockCount == 0 ? nil : max(low - 1, 0)
    }

    /// The entries of a block.
    private struct Block {
        var number = -1
        var keys: [UInt64] = []
        var documents: [UInt32] = []
        /// The key that the next block begins with.
        var next: UInt64 = 0
    }

    private var block = Block()

    /// The documents with a key, ascending: about a microsecond for a key that few have.
    ///
    /// Keys that are asked for in their order are found quickest, as the block of the last one is kept.
    func documents(with key: StoryKey) throws(Damaged) -> [UInt32] {
        guard let number = block(of: key) else { return [] }
        try read(number)
        // What lies before the first key of all is in no block.
        guard block.keys[0] <= key.number || number == 0 else { throw Damaged() }
        var documents: [UInt32] = []
        var place = Self.place(of: key.number, in: block.keys)
        while true {
            while place < block.keys.count, block.keys[place] == key.number {
                documents.append(block.documents[place])
                place += 1
            }
            guard place == block.keys.count, block.next <= key.number else { return documents }
            guard block.number + 1 < blockCount else { throw Damaged() }
            try read(block.number + 1)
            place = 0
        }
    }

    /// Calls `body` for all entries, in their order.
    func forEachEntry(_ body: (StoryKey, UInt32) throws -> Void) throws {
        for number in 0..<blockCount {
            try read(number)
            for (key, document) in zip(block.keys, block.documents) { try body(StoryKey(number: key), document) }
        }
    }

    /// The first place of a key or a greater one.
    private static func place(of key: UInt64, in keys: [UInt64]) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Reads a block, unless it is the one that was read last.
    private func read(_ number: Int) throws(Damaged) {
        guard block.number != number else { return }
        block.number = -1
        let start = BandLayout.blockSize * (number + 1)
        let bytes = UnsafeRawBufferPointer(rebasing: storage.bytes[start..<start + BandLayout.blockSize])
        func load<Number: FixedWidthInteger>(_ place: Int, as type: Number.Type) -> Number {
            Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
        }
        let count = Int(load(4, as: UInt32.self))
        var key = load(8, as: UInt64.self)
        var document = load(24, as: UInt32.self)
        guard load(0, as: UInt32.self) == BandLayout.checksum(bytes, number: number),
            key == firstKey(ofBlock: number), count > 0, count <= bytes.count / 2
        else { throw Damaged() }
        block.keys.removeAll(keepingCapacity: true)
        block.documents.removeAll(keepingCapacity: true)
        block.next = load(16, as: UInt64.self)
        block.keys.append(key)
        block.documents.append(document)
        var at = BandLayout.blockHeaderSize
        for _ in 1..<count {
            guard let step = Self.number(bytes, &at), let value = Self.number(bytes, &at) else { throw Damaged() }
            key &+= step
            document = UInt32(truncatingIfNeeded: step == 0 ? UInt64(document) &+ value : value)
            block.keys.append(key)
            block.documents.append(document)
        }
        block.number = number
    }

    /// A number as LEB128; `nil` for one that does not end where it should.
    @inline(__always)
    private static func number(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> UInt64? {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 42, by: 7) {
            guard at < bytes.count else { return nil }
            let byte = bytes[at]
            at += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        return nil
    }
}
