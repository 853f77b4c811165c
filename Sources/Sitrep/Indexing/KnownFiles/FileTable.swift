/// The files that an index knows, in the order of a walk, as bytes that are mapped or made; see ``FileTableLayout``.
///
/// Opening checks that the table is whole, so no damage of a file leads beyond its bytes.
final class FileTable {
    let header: FileTableLayout.Header
    /// Since when what was written may have changed unseen, by the number of the source: as ``SourceRecord/lastRead``,
    /// or later where a run has compared all files since and found nothing new.
    let lastRead: [Int: Int64]
    private let storage: ImageStorage
    private let folders: UnsafeRawBufferPointer
    private let files: UnsafeRawBufferPointer
    private let names: UnsafeRawBufferPointer

    /// The bytes are no such table, or a damaged one.
    struct Damaged: Error {}

    /// A folder of a source, and where its files stand in the table.
    struct Folder {
        var source: Int
        var path: UnsafeRawBufferPointer
        var files: Range<Int>
    }

    init(_ storage: ImageStorage) throws(Damaged) {
        let bytes = storage.bytes
        guard bytes.count >= FileTableLayout.headerSize else { throw Damaged() }
        func number(_ place: Int) -> UInt64 { bytes.number(at: place * 8) }
        func count(_ place: Int) throws(Damaged) -> Int {
            // No section has more parts than the file has bytes, so that what follows cannot overflow.
            guard let value = Int(exactly: number(place)), value <= bytes.count else { throw Damaged() }
            return value
        }
        guard number(0) == FileTableLayout.magic else { throw Damaged() }
        let (sourceCount, folderCount) = (try count(3), try count(4))
        let (fileCount, nameBytes) = (try count(5), try count(6))
        let folderStart = FileTableLayout.headerSize + sourceCount * FileTableLayout.sourceSize
        let fileStart = folderStart + folderCount * FileTableLayout.folderSize
        let nameStart = fileStart + fileCount * FileTableLayout.fileSize
        guard nameStart + nameBytes == bytes.count, number(7) == Self.checksum(of: bytes) else { throw Damaged() }
        header = FileTableLayout.Header(
            revision: number(1),
            database: number(2),
            sourceCount: number(3),
            folderCount: number(4),
            fileCount: number(5),
            nameBytes: number(6)
        )
        self.storage = storage
        folders = UnsafeRawBufferPointer(rebasing: bytes[folderStart..<fileStart])
        files = UnsafeRawBufferPointer(rebasing: bytes[fileStart..<nameStart])
        names = UnsafeRawBufferPointer(rebasing: bytes[nameStart...])
        var lastRead: [Int: Int64] = [:]
        for start in stride(from: FileTableLayout.headerSize, to: folderStart, by: FileTableLayout.sourceSize) {
            guard let source = Int(exactly: number(start / 8)) else { throw Damaged() }
            lastRead[source] = Int64(bitPattern: number(start / 8 + 1))
        }
        self.lastRead = lastRead
        try checkPlaces()
    }

    /// What stands behind the header's numbers: a hash of these and of the sections, each word of eight bytes counts.
    static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        let numbers = UnsafeRawBufferPointer(rebasing: bytes[..<(FileTableLayout.headerSize - 16)])
        let sections = UnsafeRawBufferPointer(rebasing: bytes[FileTableLayout.headerSize...])
        return ImageHash.token(numbers) &+ ImageHash.token(sections) &* 0x9E37_79B9_7F4A_7C15
    }

    /// A table that was made wrong is refused as one that was damaged is: nothing is looked up beyond its bytes.
    private func checkPlaces() throws(Damaged) {
        var next: UInt64 = 0
        for folder in 0..<folderCount {
            let at = folder * FileTableLayout.folderSize
            guard Int(exactly: folders.number(at: at)) != nil, folders.number(at: at + 8) == next,
                isInNames(folders.number(at: at + 16), UInt64(folders.small(at: at + 24)))
            else { throw Damaged() }
            next += UInt64(folders.small(at: at + 28))
        }
        guard next == UInt64(fileCount) else { throw Damaged() }
        for file in 0..<fileCount {
            let at = file * FileTableLayout.fileSize
            guard isInNames(files.number(at: at + 24), UInt64(files.short(at: at + 36))),
                Int(exactly: files.number(at: at)) != nil
            else { throw Damaged() }
        }
    }

    private func isInNames(_ start: UInt64, _ count: UInt64) -> Bool {
        start <= UInt64(names.count) && count <= UInt64(names.count) - start
    }

    var folderCount: Int { folders.count / FileTableLayout.folderSize }
    var fileCount: Int { files.count / FileTableLayout.fileSize }

    /// The folder at a place in the table.
    func folder(_ place: Int) -> Folder {
        let at = place * FileTableLayout.folderSize
        let first = Int(folders.number(at: at + 8))
        return Folder(
            source: Int(folders.number(at: at)),
            path: names.part(Int(folders.number(at: at + 16)), Int(folders.small(at: at + 24))),
            files: first..<first + Int(folders.small(at: at + 28))
        )
    }

    /// The name of a file, without its folder.
    func name(_ file: Int) -> UnsafeRawBufferPointer {
        let at = file * FileTableLayout.fileSize
        return names.part(Int(files.number(at: at + 24)), Int(files.short(at: at + 36)))
    }

    /// What is known of a file.
    func file(_ file: Int) -> FileTableLayout.File {
        let at = file * FileTableLayout.fileSize
        return FileTableLayout.File(
            status: FileStatus(
                size: Int(files.number(at: at)),
                modified: Int64(bitPattern: files.number(at: at + 8)),
                inode: files.number(at: at + 16)
            ),
            reports: Int(files.small(at: at + 32)),
            hasFailures: files.short(at: at + 38) & FileTableLayout.hasFailures != 0
        )
    }
}

extension UnsafeRawBufferPointer {
    /// The number of eight bytes at a place, the lowest first.
    @inline(__always)
    fileprivate func number(at place: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// The number of four bytes.
    @inline(__always)
    fileprivate func small(at place: Int) -> UInt32 {
        UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    /// The number of two bytes.
    @inline(__always)
    fileprivate func short(at place: Int) -> UInt16 {
        UInt16(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt16.self))
    }

    @inline(__always)
    fileprivate func part(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[start..<start + count])
    }
}
