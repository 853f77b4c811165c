/// The layout of the file of bands: which documents have which key of ``StoryBands``.
///
/// The file holds nothing that the fingerprints in the database do not say; it is there because a key is found in it in a
/// microsecond, in a quarter of the space that terms of the documents take. It is written with a generation and stays as
/// it is: documents that come later have their keys as terms.
///
/// A header, blocks of ``blockSize`` bytes, and the first key of each block, 8 bytes each. All numbers have the lowest byte
/// first. The entries ascend by key, then by document. A block has
///
/// | bytes | |
/// | --- | --- |
/// | 0–3 | checksum of the others and of the number of the block |
/// | 4–7 | how many entries there are |
/// | 8–15 | key of the first entry |
/// | 16–23 | key of the first entry of the next block; all ones in the last |
/// | 24–27 | document of the first entry |
/// | 28… | the other entries: how much greater the key is than the one before (LEB128), and the document: behind the same key how much greater it is, else itself |
///
/// A block says itself what it is, so that a damage anywhere is noticed where it matters, and opening the file costs
/// nothing.
enum BandLayout {
    static let magic: UInt64 = 0x3242_4E42_5449_53FF  // "ÿSITBNB2"
    /// The header takes the place of a block.
    static let blockSize = 1_024
    static let blockHeaderSize = 28
    /// A key stands in as many bytes at most, and so does a document.
    static let mostEntryBytes = 12

    /// The head of the file.
    struct Header: Equatable {
        /// A digest of the database's UUID.
        var database: UInt64
        /// The revision of the index that it was written with.
        var revision: UInt64
        var entryCount: UInt64
        var blockCount: UInt64

        /// Bytes of the whole file; a file that is shorter was cut off. `nil` for more than there can be.
        var length: Int? {
            guard blockCount <= UInt64((Int.max - blockSize) / (blockSize + 8)) else { return nil }
            return blockSize + Int(blockCount) * (blockSize + 8)
        }

        func encoded() -> [UInt8] {
            var bytes: [UInt8] = []
            for number in [magic, database, revision, entryCount, blockCount] {
                withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
            }
            let checksum = bytes.withUnsafeBytes { ImageHash.token($0) }
            withUnsafeBytes(of: checksum.littleEndian) { bytes.append(contentsOf: $0) }
            return bytes + repeatElement(0, count: blockSize - bytes.count)
        }

        /// - Returns: `nil` for bytes that are no header.
        init?(decoding bytes: UnsafeRawBufferPointer) {
            guard bytes.count >= blockSize else { return nil }
            let numbers = (0..<6).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
            }
            guard numbers[0] == magic,
                numbers[5] == ImageHash.token(UnsafeRawBufferPointer(rebasing: bytes[..<40]))
            else { return nil }
            database = numbers[1]
            revision = numbers[2]
            entryCount = numbers[3]
            blockCount = numbers[4]
        }

        init(database: UInt64, revision: UInt64, entryCount: UInt64, blockCount: UInt64) {
            self.database = database
            self.revision = revision
            self.entryCount = entryCount
            self.blockCount = blockCount
        }
    }

    /// The checksum of a block.
    static func checksum(_ block: UnsafeRawBufferPointer, number: Int) -> UInt32 {
        let hash = ImageHash.token(UnsafeRawBufferPointer(rebasing: block[4...]))
        return UInt32(truncatingIfNeeded: mixBits(hash, UInt64(number)) >> 32)
    }
}
