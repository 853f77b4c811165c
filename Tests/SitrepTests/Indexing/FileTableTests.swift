import Testing

@testable import Sitrep

@Suite("The table of known files")
struct FileTableTests {
    /// What a table should hold, by source and path.
    private typealias Plain = [Int: [String: FileTableLayout.File]]

    private static let names = [
        "a.txt", "b.txt", "A.md", "новини.txt", "e\u{301}.txt", "new\nline.txt", "ab", "a", "z.json", "0.html",
        PathBytes.string(from: [0x72, 0xFF, 0x2E, 0x6D, 0x64]), String(repeating: "n", count: 251) + ".txt",
    ]
    private static let folders = ["", "a", "a/b", "a b", "a.txt-folder", "звіти/2024", "b", "a/b/c/d"]

    private static func record(_ source: Int, _ path: String, _ generator: inout SystemRandomNumberGenerator)
        -> FileRecord
    {
        FileRecord(
            source: source,
            relativePath: path,
            status: FileStatus(
                size: Int.random(in: 0...(1 << 40), using: &generator),
                modified: Int64.random(in: -9...(.max), using: &generator),
                inode: UInt64.random(in: 0...(.max), using: &generator)
            ),
            digest: "",
            reports: Int.random(in: 0...9, using: &generator),
            failures: Int.random(in: 0...1, using: &generator)
        )
    }

    private static func content(_ table: FileTable) -> Plain {
        var result: Plain = [:]
        for place in 0..<table.folderCount {
            let folder = table.folder(place)
            for file in folder.files {
                result[folder.source, default: [:]][table.relativePath(of: file, in: folder)] = table.file(file)
            }
        }
        return result
    }

    private static func table(_ old: FileTable?, _ changes: FileTableChanges, revision: Int = 1) throws -> FileTable {
        let bytes = FileTableBuilder.bytes(
            old,
            changes: changes,
            lastRead: [1: -5, 7: 9],
            revision: revision,
            database: 3
        )
        return try FileTable(.copy(of: bytes))
    }

    @Test("Holds what plain lists hold, after any changes")
    func changes() throws {
        var generator = SystemRandomNumberGenerator()
        var plain: Plain = [:]
        var table: FileTable?
        for round in 1...60 {
            var changes = FileTableChanges()
            for _ in 0..<Int.random(in: 0...40) {
                let source = [1, 2, 9].randomElement() ?? 1
                let folder = Self.folders.randomElement() ?? ""
                let path = (folder.isEmpty ? "" : folder + "/") + (Self.names.randomElement() ?? "a")
                let record = Self.record(source, path, &generator)
                if Bool.random() {
                    changes.set(record)
                    plain[source, default: [:]][path] = FileTableLayout.File(
                        status: record.status,
                        reports: record.reports,
                        hasFailures: record.failures > 0
                    )
                } else {
                    changes.remove(record)
                    plain[source]?[path] = nil
                }
            }
            let new = try Self.table(table, changes, revision: round)
            table = new
            #expect(Self.content(new) == plain.filter { !$0.value.isEmpty })
            #expect(new.fileCount == plain.values.reduce(0) { $0 + $1.count })
            #expect(new.header.revision == UInt64(round) && new.lastRead == [1: -5, 7: 9])
            for (source, files) in plain {
                for (path, file) in files { #expect(new.place(of: path, in: source).map(new.file) == file) }
            }
            for folder in Self.folders where !folder.isEmpty {
                for name in Self.names where plain[2]?[folder + "/" + name] == nil {
                    #expect(new.place(of: folder + "/" + name, in: 2) == nil)
                }
            }
        }
    }

    @Test("Of no files is a table too")
    func empty() throws {
        let table = try Self.table(nil, FileTableChanges())
        #expect(table.fileCount == 0 && table.folderCount == 0)
        #expect(table.place(of: "a.txt", in: 1) == nil)
        #expect(table.folders(of: 1).isEmpty)
        #expect(FileSightings(table).knows(1) == (false, false))
    }

    @Test("That is cut off or damaged is refused")
    func damage() throws {
        var generator = SystemRandomNumberGenerator()
        var changes = FileTableChanges()
        for name in Self.names { changes.set(Self.record(1, "folder/" + name, &generator)) }
        let bytes = FileTableBuilder.bytes(nil, changes: changes, lastRead: [1: 0], revision: 4, database: 3)
        _ = try FileTable(.copy(of: bytes))
        for length in 0..<bytes.count {
            #expect(throws: FileTable.Damaged.self) { try FileTable(.copy(of: Array(bytes[..<length]))) }
        }
        #expect(throws: FileTable.Damaged.self) { try FileTable(.copy(of: bytes + [0])) }
        // The eight bytes behind the checksum say nothing.
        for place in bytes.indices where !(64..<72).contains(place) {
            var damaged = bytes
            damaged[place] ^= UInt8.random(in: 1...255)
            #expect(throws: FileTable.Damaged.self) { try FileTable(.copy(of: damaged)) }
        }
    }

    @Test("Recognizes files that are as they were, in any order, and no others")
    func recognition() throws {
        var generator = SystemRandomNumberGenerator()
        var changes = FileTableChanges()
        let records = Self.names.map { Self.record(1, "folder/" + $0, &generator) }
        for record in records { changes.set(record) }
        let table = try Self.table(nil, changes)
        for settled in [Int64.min, 0, .max] {
            let sightings = FileSightings(table)
            #expect(sightings.recognizer(ofFolder: "folde", in: 1, settled: settled) == nil)
            #expect(sightings.recognizer(ofFolder: "folder", in: 2, settled: settled) == nil)
            let recognizes = try #require(sightings.recognizer(ofFolder: "folder", in: 1, settled: settled))
            var reports = 0
            for record in records.shuffled() {
                let name = PathBytes.bytes(of: FileName.last(record.relativePath))
                var other = record.status
                other.inode &+= 1
                #expect(!name.withUnsafeBytes { recognizes($0, other) })
                #expect(!(name + [0x21]).withUnsafeBytes { recognizes($0, record.status) })
                let isSame = record.failures == 0 && record.status.modified < settled
                #expect(name.withUnsafeBytes { recognizes($0, record.status) } == isSame)
                if isSame { reports += record.reports }
            }
            #expect(sightings.unchangedReports == reports)
            var unmet = 0
            sightings.forEachUnmet(of: 1) { _, _ in unmet += 1 }
            #expect(unmet == records.count { $0.failures > 0 || $0.status.modified >= settled })
        }
    }
}
