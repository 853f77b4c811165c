/// What a run learned of files: those that it read or that have another status, and those that are gone.
///
/// Kept as a few flat lists, as a first build reads as many files as there are.
struct FileTableChanges {
    /// A change, its path among ``bytes``.
    struct Change {
        var source: Int
        var start: Int
        var folderLength: Int
        var nameLength: Int
        /// `nil` for a file that is gone.
        var file: FileTableLayout.File?
    }

    private(set) var changes: [Change] = []
    /// The paths, one behind the other.
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { changes.isEmpty }

    /// Notes the state of a file; a later one takes the place of an earlier.
    mutating func set(_ record: FileRecord) {
        note(
            record,
            FileTableLayout.File(
                status: record.status,
                reports: min(record.reports, Int(UInt32.max)),
                hasFailures: record.failures > 0
            )
        )
    }

    /// Notes that a file is gone.
    mutating func remove(_ record: FileRecord) { note(record, nil) }

    private mutating func note(_ record: FileRecord, _ file: FileTableLayout.File?) {
        let start = bytes.count
        bytes += PathBytes.bytes(of: record.relativePath)
        let slash = bytes[start...].lastIndex(of: UInt8(ascii: "/"))
        changes.append(
            Change(
                source: record.source,
                start: start,
                folderLength: slash.map { $0 - start } ?? 0,
                nameLength: bytes.count - (slash.map { $0 + 1 } ?? start),
                file: file
            )
        )
    }

    /// Calls `body` with the changes in the order of the table, the last of each file alone.
    func inOrder(_ body: (Change, _ folder: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBytes { bytes in
            func folder(_ change: Change) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(rebasing: bytes[change.start..<change.start + change.folderLength])
            }
            func name(_ change: Change) -> UnsafeRawBufferPointer {
                let end = change.start + change.folderLength + change.nameLength + (change.folderLength > 0 ? 1 : 0)
                return UnsafeRawBufferPointer(rebasing: bytes[end - change.nameLength..<end])
            }
            func order(_ a: Change, _ b: Change) -> Int {
                if a.source != b.source { return a.source - b.source }
                let folders = ByteOrder.compare(folder(a), folder(b))
                return folders != 0 ? folders : ByteOrder.compare(name(a), name(b))
            }
            let sorted = changes.indices.sorted {
                let result = order(changes[$0], changes[$1])
                return result != 0 ? result < 0 : $0 < $1
            }
            for (place, index) in sorted.enumerated() {
                let isLast = place + 1 == sorted.count || order(changes[index], changes[sorted[place + 1]]) != 0
                if isLast { body(changes[index], folder(changes[index]), name(changes[index])) }
            }
        }
    }
}
