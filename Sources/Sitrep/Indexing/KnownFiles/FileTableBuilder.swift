/// Writes a table of files from one that is there and what has changed since, in one pass over both.
struct FileTableBuilder {
    private var folders: [UInt8] = []
    private var files: [UInt8] = []
    private var names: [UInt8] = []
    private var folderCount = 0
    private var fileCount = 0
    /// The folder that files are being added to: its source, and where its path stands.
    private var current: (source: Int, path: Range<Int>)?
    private var firstOfCurrent = 0

    /// The bytes of a table with the files of `old` and with `changes`; linear in both, but for sorting the changes.
    static func bytes(
        _ old: FileTable?,
        changes: FileTableChanges,
        lastRead: [Int: Int64],
        revision: Int,
        database: UInt64
    ) -> [UInt8] {
        var builder = FileTableBuilder()
        if let old {
            builder.files.reserveCapacity(old.fileCount * FileTableLayout.fileSize)
            builder.folders.reserveCapacity(old.folderCount * FileTableLayout.folderSize)
        }
        var reader = OrderedFiles(old)
        changes.inOrder { change, folder, name in
            reader.pass(before: change.source, folder, name) { builder.add($0, $1, $2, $3) }
            if let file = change.file { builder.add(change.source, folder, name, file) }
        }
        reader.passRest { builder.add($0, $1, $2, $3) }
        return builder.finish(lastRead: lastRead, revision: revision, database: database)
    }

    private mutating func add(
        _ source: Int,
        _ folder: UnsafeRawBufferPointer,
        _ name: UnsafeRawBufferPointer,
        _ file: FileTableLayout.File
    ) {
        let isSame = current.map { current in
            current.source == source
                && names.withUnsafeBytes {
                    ByteOrder.compare(UnsafeRawBufferPointer(rebasing: $0[current.path]), folder) == 0
                }
        }
        if isSame != true {
            endFolder()
            current = (source, names.count..<names.count + folder.count)
            names.append(contentsOf: folder)
        }
        // The system allows 255 bytes; what is longer would have to be cut and is left to the plain way.
        guard let length = UInt16(exactly: name.count) else { return }
        files.append(UInt64(file.status.size))
        files.append(UInt64(bitPattern: file.status.modified))
        files.append(file.status.inode)
        files.append(UInt64(names.count))
        files.append(UInt32(file.reports))
        files.append(length)
        files.append(file.hasFailures ? FileTableLayout.hasFailures : 0)
        names.append(contentsOf: name)
        fileCount += 1
    }

    private mutating func endFolder() {
        guard let current else { return }
        folders.append(UInt64(current.source))
        folders.append(UInt64(firstOfCurrent))
        folders.append(UInt64(current.path.lowerBound))
        folders.append(UInt32(current.path.count))
        folders.append(UInt32(fileCount - firstOfCurrent))
        folderCount += 1
        firstOfCurrent = fileCount
    }

    private mutating func finish(lastRead: [Int: Int64], revision: Int, database: UInt64) -> [UInt8] {
        endFolder()
        let header = FileTableLayout.Header(
            revision: UInt64(revision),
            database: database,
            sourceCount: UInt64(lastRead.count),
            folderCount: UInt64(folderCount),
            fileCount: UInt64(fileCount),
            nameBytes: UInt64(names.count)
        )
        var bytes: [UInt8] = []
        bytes.reserveCapacity(FileTableLayout.headerSize + folders.count + files.count + names.count + 1 << 10)
        for number in header.numbers { bytes.append(number) }
        let checksumAt = bytes.count
        // The checksum and, so that the sections begin at a multiple of eight, nothing.
        bytes.append(UInt64(0))
        bytes.append(UInt64(0))
        for (source, moment) in lastRead.sorted(by: { $0.key < $1.key }) {
            bytes.append(UInt64(source))
            bytes.append(UInt64(bitPattern: moment))
        }
        bytes += folders
        bytes += files
        bytes += names
        let checksum = bytes.withUnsafeBytes { FileTable.checksum(of: $0) }
        withUnsafeBytes(of: checksum.littleEndian) {
            bytes.replaceSubrange(checksumAt..<checksumAt + 8, with: $0)
        }
        return bytes
    }
}

/// Goes once through the files of a table, in its order.
private struct OrderedFiles {
    private let table: FileTable?
    private var folder = 0
    private var file = 0

    typealias Visit = (Int, UnsafeRawBufferPointer, UnsafeRawBufferPointer, FileTableLayout.File) -> Void

    init(_ table: FileTable?) { self.table = table }

    /// Visits the files before one, and passes over that one.
    mutating func pass(
        before source: Int,
        _ path: UnsafeRawBufferPointer,
        _ name: UnsafeRawBufferPointer,
        _ visit: Visit
    ) {
        guard let table else { return }
        while folder < table.folderCount {
            let present = table.folder(folder)
            let folders =
                present.source != source ? present.source - source : ByteOrder.compare(present.path, path)
            if folders > 0 { return }
            while file < present.files.upperBound {
                if folders == 0 {
                    let order = ByteOrder.compare(table.name(file), name)
                    if order > 0 { return }
                    if order == 0 {
                        file += 1
                        return
                    }
                }
                visit(present.source, present.path, table.name(file), table.file(file))
                file += 1
            }
            // More files of this folder may come with the changes, but none of the table.
            folder += 1
            if folders == 0 { return }
        }
    }

    mutating func passRest(_ visit: Visit) {
        guard let table else { return }
        while folder < table.folderCount {
            let present = table.folder(folder)
            while file < present.files.upperBound {
                visit(present.source, present.path, table.name(file), table.file(file))
                file += 1
            }
            folder += 1
        }
    }
}

extension [UInt8] {
    /// Adds a number, its lowest byte first.
    @inline(__always)
    fileprivate mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
