import Testing
import Xapian

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of reports with two indexes over it: one that is brought up to date by its table of files, one that has to
/// do without.
private final class TwoIndexes {
    let folder: ScratchFolder
    private var number = 0

    init() throws {
        folder = try ScratchFolder()
        _ = mkdir(folder("reports"), 0o777)
    }

    /// Where the table of an index lies.
    func table(_ index: String) throws -> String {
        let place = IndexFolder(folder(index))
        return place.generation(of: try place.manifest()).filesPath
    }

    /// Brings an index up to date and says what the run did, without its times.
    func run(_ index: String) throws -> RunSummary {
        let indexer = Indexer(index: folder(index))
        let isThere = Files.exists(folder(index + "/manifest"))
        var summary = isThere ? try indexer.reindex() : try indexer.index([folder("reports")])
        (summary.time, summary.seconds, summary.storySeconds) = ("", 0, 0)
        return summary
    }

    /// What an index remembers of its files.
    func records(_ index: String) throws -> [String: FileRecord] {
        let place = IndexFolder(folder(index))
        let database = try place.generation(of: try place.manifest()).openDatabase()
        let entries = try database.metadataEntries(prefix: FileKey.metadataPrefix)
        return try Dictionary(
            uniqueKeysWithValues: entries.map {
                (String(decoding: $0.key, as: UTF8.self), try FileRecord(decoding: $0.value))
            }
        )
    }

    /// The files of an index's table: path and state.
    func tableContent(_ index: String) throws -> [String: FileTableLayout.File] {
        let table = try FileTable(.map(path: try table(index)))
        var files: [String: FileTableLayout.File] = [:]
        for place in 0..<table.folderCount {
            for file in table.folder(place).files {
                files[table.relativePath(of: file, in: table.folder(place))] = table.file(file)
            }
        }
        return files
    }

    func write(_ name: String, old: Bool = true) throws {
        number += 1
        try folder.write(
            "reports/" + name,
            "Convoy \(number) reaches the town\n\nIt carried \(number) tonnes of flour."
        )
        if old { age(name) }
    }

    /// Makes a file look as if it was written long ago, as most are.
    func age(_ name: String) {
        var times = [
            timespec(tv_sec: 1_700_000_000 + number, tv_nsec: number),
            timespec(tv_sec: 1_700_000_000 + number, tv_nsec: number),
        ]
        number += 1
        _ = PathBytes.withSystemPath(folder("reports/" + name)) { utimensat(AT_FDCWD, $0, &times, 0) }
    }
}

@Suite("A run compares files with a table, as it would with what the database says of each")
struct KnownFilesTests {
    private static let folders = ["", "north/", "north/deep/er/", "south/", "схід/", "a b/"]
    private static let names = ["a.txt", "b.md", "новини.txt", "new\nline.txt", "Z.txt", "skip.pdf", "draft-1.txt"]

    @Test("Whatever became of the files")
    func random() throws {
        let both = try TwoIndexes()
        for folder in Self.folders { for name in Self.names { try both.write(folder + name) } }
        let raw = "north/" + PathBytes.string(from: [0x72, 0xFF, 0x2E, 0x6D, 0x64])
        let bytes = Array("Raw\n\nA name that is not UTF-8.".utf8)
        try Files.replace(both.folder("reports/" + raw), with: bytes)
        symlink("north/a.txt", both.folder("reports/link.txt"))
        symlink("nowhere", both.folder("reports/broken.txt"))
        #expect(try both.run("table") == both.run("plain"))
        for round in 0..<12 {
            for _ in 0..<Int.random(in: 0...6) {
                let folder = Self.folders.randomElement() ?? ""
                let name = folder + (Self.names.randomElement() ?? "")
                let path = both.folder("reports/" + name)
                switch Int.random(in: 0...6) {
                case 0: Files.remove(path)
                case 1: try both.write(name)
                case 2: try both.write(name, old: false)
                case 3: if Files.exists(path) { both.age(name) }
                case 4:
                    let other = both.folder("reports/moved-\(round).txt")
                    if Files.exists(path) { try Files.rename(path, to: other) }
                case 5: try both.folder.write("reports/\(folder).sitrepignore", Bool.random() ? "draft-*\n" : "deep/\n")
                default: Files.remove(both.folder("reports/\(folder).sitrepignore"))
                }
            }
            Files.remove(try both.table("plain"))
            #expect(try both.run("table") == both.run("plain"))
            let records = try both.records("table")
            #expect(try records == both.records("plain"))
            let expected = Dictionary(
                uniqueKeysWithValues: records.values.map {
                    let file = FileTableLayout.File(
                        status: $0.status,
                        reports: $0.reports,
                        hasFailures: $0.failures > 0
                    )
                    return ($0.relativePath, file)
                }
            )
            #expect(try both.tableContent("table") == expected)
            #expect(try both.tableContent("plain") == expected)
        }
    }

    @Test("A table that is damaged, cut off or another index's is made anew, and says nothing wrong")
    func damaged() throws {
        let both = try TwoIndexes()
        for name in Self.names { try both.write(name) }
        _ = try both.run("table")
        _ = try both.run("plain")
        let path = try both.table("table")
        let whole = try Files.read(path)
        var flipped = whole
        flipped[whole.count / 2] ^= 1
        for bytes in [[], Array(whole.dropLast()), flipped, try Files.read(try both.table("plain"))] {
            try Files.replace(path, with: bytes)
            let summary = try both.run("table")
            #expect(summary.unchanged == 6 && summary.added == 0 && summary.removed == 0)
            #expect(try Files.read(path) == whole)
        }
        // One of an earlier state: the run after the next must see the file that came between.
        try both.write("later.txt")
        #expect(try both.run("table").added == 1)
        try Files.replace(path, with: whole)
        let summary = try both.run("table")
        #expect(summary.unchanged == 7 && summary.added == 0)
        #expect(try both.tableContent("table").count == 7)
    }

    @Test("A run that changes only marks leaves the table as it is, and in use")
    func marks() throws {
        let both = try TwoIndexes()
        try both.write("a.txt")
        _ = try both.run("table")
        let whole = try Files.read(try both.table("table"))
        var change = MarkChange()
        change.tags = ["seen"]
        _ = try Marker(index: both.folder("table")).mark(["a.txt"], change)
        #expect(try Files.read(try both.table("table")) == whole)
        let table = try FileTable(.map(path: try both.table("table")))
        let place = IndexFolder(both.folder("table"))
        let generation = place.generation(of: try place.manifest())
        let metadata = try IndexMetadata.read(from: generation.openDatabase(), at: place.path)
        #expect(table.header.revision == UInt64(metadata.filesRevision))
        #expect(metadata.revision > metadata.filesRevision)
        #expect(try both.run("table").unchanged == 1)
    }

    @Test("Many files that were written shortly before a run are read once more, not each time")
    func settling() throws {
        let both = try TwoIndexes()
        for number in 0..<120 { try both.write("\(number).txt", old: false) }
        _ = try both.run("table")
        let first = try FileTable(.map(path: try both.table("table"))).lastRead
        #expect(try both.run("table").unchanged == 120)
        let second = try FileTable(.map(path: try both.table("table"))).lastRead
        #expect(try #require(first[1]) < #require(second[1]))
        // Changed within the same second, with the same length: its time says so.
        try both.folder.write("reports/7.txt", "Convoy 8 reaches the city\n\nIt carried 9 tonnes of flour.")
        #expect(try both.run("table").changed == 1)
    }
}
