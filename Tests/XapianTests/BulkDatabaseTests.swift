import Foundation
import Testing
import Xapian

@Suite("Databases written in bulk")
struct BulkDatabaseTests {
    let folder: TemporaryFolder
    let bulk: String
    let plain: String

    init() throws {
        folder = try TemporaryFolder()
        bulk = folder.database("bulk")
        plain = folder.database("plain")
    }

    /// Small runs and a small fan-in, so that few documents go every way that many would.
    static func limits(runDocuments: Int = 0, threads: Int = 0, fanIn: Int = 0) -> BulkDatabase.Limits {
        var limits = BulkDatabase.Limits()
        limits.runDocuments = runDocuments
        limits.threads = threads
        limits.fanIn = fanIn
        return limits
    }

    /// Writes the same documents and metadata both ways.
    func write(_ count: Int, seed: UInt64, _ limits: BulkDatabase.Limits = .init()) throws -> ModelMaker {
        var maker = ModelMaker(seed: seed)
        var library = try WritableDatabase(path: plain, mode: .create, options: [.noSync])
        var database = try BulkDatabase(path: bulk, limits: limits)
        for number in 0..<count {
            let document = maker.document()
            let id = try database.add(document.flat(&maker.random))
            #expect(try library.add(try document.document()) == id)
            // Some keys come again, some go again.
            for key in ["number/\(number)", "some/\(number % 17)", "k\u{0}\u{43A}/\(number % 5)"] {
                let value = number % 7 == 0 ? [] : maker.randomBytes(upTo: number % 50 == 0 ? 9_000 : 60)
                try database.setMetadata(value, for: key)
                try library.setMetadata(value, for: key)
            }
        }
        try database.finish()
        try library.close()
        return maker
    }

    func versionFigures(_ path: String) throws -> [UInt64] {
        figures(ofVersionFile: Array(try Data(contentsOf: URL(fileURLWithPath: path + "/iamglass"))))
    }

    func expectEqualDatabases(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try expectEqual(try Database(path: bulk), try Database(path: plain), sourceLocation: sourceLocation)
        #expect(try versionFigures(bulk) == versionFigures(plain), sourceLocation: sourceLocation)
        try expectEqualChecks(bulk, plain, sourceLocation: sourceLocation)
    }

    /// The check counts documents of length 0 that have positions as errors, whoever wrote them.
    func expectEqualChecks(
        _ found: String,
        _ expected: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let errors = try Database.check(path: expected).errors
        #expect(try Database.check(path: found).errors == errors, sourceLocation: sourceLocation)
    }

    @Test("What the library at hand makes is what is written")
    func format() throws {
        try WritableDatabase(path: plain, mode: .create).close()
        #expect(BulkDatabase.canReplace(emptyDatabaseAt: plain))
        #expect(!BulkDatabase.canReplace(emptyDatabaseAt: folder.database("missing")))
        // Another version of the format, and a table that is made otherwise.
        let file = URL(fileURLWithPath: plain + "/iamglass")
        let bytes = try Data(contentsOf: file)
        for (place, value) in [(15, UInt8(0x6F)), (36, 2), (bytes.count - 1, 1)] {
            var other = bytes
            other[place] = value
            try other.write(to: file)
            #expect(!BulkDatabase.canReplace(emptyDatabaseAt: plain))
        }
        try bytes.dropLast().write(to: file)
        #expect(!BulkDatabase.canReplace(emptyDatabaseAt: plain))
    }

    @Test("Few documents and none", arguments: [0, 1, 2, 3, 30])
    func few(_ count: Int) throws {
        _ = try write(count, seed: UInt64(count))
        try expectEqualDatabases()
    }

    @Test(
        "Many documents, in runs that are merged in tiers",
        arguments: [
            (2_000, 0, 0, 0), (1_000, 300, 3, 0), (600, 100, 1, 4), (300, 7, 2, 3), (120, 1, 1, 2),
        ]
    )
    func many(_ count: Int, _ run: Int, _ threads: Int, _ fanIn: Int) throws {
        _ = try write(
            count,
            seed: UInt64(count + run),
            Self.limits(runDocuments: run, threads: threads, fanIn: fanIn)
        )
        try expectEqualDatabases()
    }

    @Test("Added behind another database's ids, it is joined with that one", arguments: [(60, 40), (300, 1), (50, 0)])
    func joined(_ first: Int, _ second: Int) throws {
        var maker = ModelMaker(seed: UInt64(first))
        let (base, added) = (folder.database("base"), folder.database("added"))
        var library = try WritableDatabase(path: plain, mode: .create, options: [.noSync])
        var before = try WritableDatabase(path: base, mode: .create, options: [.noSync])
        for number in 0..<first {
            let document = maker.document()
            try library.add(try document.document())
            try before.add(try document.document())
            try library.setMetadata([1], for: "old/\(number)")
            try before.setMetadata([1], for: "old/\(number)")
        }
        // The last ids of the base may be free, and are not given again.
        for id in [DocumentID(3), DocumentID(UInt32(first))] {
            try library.delete(id)
            try before.delete(id)
        }
        try before.close()
        var limits = Self.limits(runDocuments: 7)
        limits.firstDocument = DocumentID(UInt32(first) + 1)
        var after = try BulkDatabase(path: added, limits: limits)
        for number in 0..<second {
            let document = maker.document()
            #expect(try after.add(document.flat(&maker.random)) == (try library.add(try document.document())))
            try after.setMetadata([2], for: "new/\(number)")
            try library.setMetadata([2], for: "new/\(number)")
        }
        try after.setMetadata([3], for: "last")
        try library.setMetadata([3], for: "last")
        try after.finish()
        try library.close()
        let old = try Database(path: base)
        let new = try Database(path: added)
        let both = try Database(combining: [old.pointer, new.pointer])
        try both.compact(to: bulk, options: .keepIDs)
        try expectEqual(try Database(path: bulk), try Database(path: plain))
        try expectEqualChecks(bulk, plain)
    }

    @Test("The ranking is the same")
    func ranking() throws {
        _ = try write(800, seed: 5, Self.limits(runDocuments: 90))
        let a = try Database(path: bulk)
        let b = try Database(path: plain)
        for (term, _) in try b.allTerms(prefix: "").prefix(60) {
            for query in [Query.term(term), .or([.term(term), .term([0xFF])])] {
                let (found, expected) = (try a.search(query), try b.search(query))
                #expect(found.matches == expected.matches)
            }
        }
    }

    @Test("The library changes it as one of its own")
    func changes() throws {
        let maker = try write(1_200, seed: 9, Self.limits(runDocuments: 130))
        for path in [bulk, plain] {
            var random = SeededGenerator(state: 77)
            var documents = maker
            var writer = try WritableDatabase(path: path, mode: .open, options: [.noSync])
            for _ in 0..<6 {
                for _ in 0..<60 {
                    let id = DocumentID(UInt32.random(in: 1...1_200, using: &random))
                    let isThere = try writer.documentIDs(containing: "").contains(id)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: try writer.add(try documents.document().document())
                    case 1: try writer.replace(id, with: try documents.document().document())
                    case 2: if isThere { try writer.delete(id) }
                    default: if isThere { try writer.setValue(documents.randomBytes(upTo: 9), of: id, in: Slot(7)) }
                    }
                    let key = "number/\(UInt32.random(in: 0..<1_300, using: &random))"
                    try writer.setMetadata(documents.randomBytes(upTo: 40), for: key)
                }
                try writer.commit()
            }
            try writer.close()
        }
        try expectEqualDatabases()
        for path in [bulk, plain] {
            try Database(path: path).compact(to: path + "-compact", options: [.keepIDs])
        }
        try expectEqual(try Database(path: bulk + "-compact"), try Database(path: plain + "-compact"))
        #expect(try versionFigures(bulk + "-compact") == versionFigures(plain + "-compact"))
        try expectEqualChecks(bulk + "-compact", plain + "-compact")
    }

    @Test("A compact copy, renumbered and not, holds the same")
    func compaction() throws {
        _ = try write(900, seed: 12, Self.limits(runDocuments: 200))
        for options: Database.CompactionOptions in [[], [.keepIDs], [.singleFile]] {
            let copy = folder.database("copy\(options.rawValue)")
            try Database(path: bulk).compact(to: copy, options: options)
            // A single file is no folder.
            try expectEqual(try Database(path: copy, ofAnyKind: true), try Database(path: plain))
            try expectEqualChecks(copy, plain)
        }
    }

    func refuse(_ database: inout BulkDatabase, _ fill: (inout FlatDocument) -> Void) throws {
        var document = FlatDocument()
        document.addBooleanTerm("before")
        fill(&document)
        do throws(XapianError) {
            try database.add(document)
            Issue.record("it was taken")
        } catch {
            #expect(error.code == .invalidArgument)
        }
    }

    @Test("What cannot be written is refused, and the rest is right")
    func refusals() throws {
        var database = try BulkDatabase(path: bulk)
        try refuse(&database) { $0.addBooleanTerm("") }
        try refuse(&database) { $0.addBooleanTerm(String(repeating: "a", count: 246)) }
        try refuse(&database) { $0.addBooleanTerm([UInt8](repeating: 0, count: 123)) }
        try refuse(&database) { $0.setValue("a", in: Slot(UInt32.max)) }
        for positions: [UInt32] in [[2, 2], [2, 1]] {
            try refuse(&database) { document in
                var list = TermList()
                list.append(bytes("a").span, positions: positions[...])
                document.add(list)
            }
        }
        try refuse(&database) { document in
            var list = TermList()
            list.append(bytes("a").span, frequency: UInt32.max)
            list.append(bytes("b").span, frequency: 1)
            document.add(list)
        }
        for key in ["", String(repeating: "k", count: 254)] {
            do throws(XapianError) {
                try database.setMetadata("x", for: key)
                Issue.record("it was taken")
            } catch {
                #expect(error.code == .invalidArgument)
            }
        }
        var document = FlatDocument()
        document.addBooleanTerm("good")
        #expect(try database.add(document) == DocumentID(1))
        try database.finish()
        let reader = try Database(path: bulk)
        #expect(try reader.allTerms(prefix: "").map(\.term) == [bytes("good")])
        #expect(try reader.documentCount == 1)
    }

    @Test("A folder that is there, or cannot be made, is an error")
    func folders() throws {
        try FileManager.default.createDirectory(atPath: plain, withIntermediateDirectories: false)
        for path in [plain, bulk + "/below/nothing", "", "a\u{0}b"] {
            let expected: XapianError.Code = path.contains("/") ? .database : .invalidArgument
            let found = code { () throws(XapianError) in _ = try BulkDatabase(path: path) }
            #expect(found == expected)
        }
        #expect(FileManager.default.fileExists(atPath: plain))
    }

    @Test("What was not finished leaves nothing")
    func unfinished() throws {
        do {
            var database = try BulkDatabase(path: bulk, limits: Self.limits(runDocuments: 1))
            var maker = ModelMaker(seed: 3)
            for _ in 0..<5 { try database.add(maker.document().flat(&maker.random)) }
            #expect(FileManager.default.fileExists(atPath: bulk))
        }
        #expect(!FileManager.default.fileExists(atPath: bulk))
    }

    #if os(Linux)
    @Test(
        "A full disk is an error, and no database is left",
        arguments: ["postlist", "termlist", "position", "docdata"]
    )
    func fullDisk(_ table: String) throws {
        var database = try BulkDatabase(path: bulk, limits: Self.limits(runDocuments: 10))
        var maker = ModelMaker(seed: 4)
        for _ in 0..<25 { try database.add(maker.document().flat(&maker.random)) }
        // The table's file leads to where no byte fits.
        try FileManager.default.createSymbolicLink(
            atPath: bulk + "/\(table).glass",
            withDestinationPath: "/dev/full"
        )
        do {
            try database.finish()
            Issue.record("it was written")
        } catch {
            #expect(error.code == .database)
            #expect(error.message.contains("\(table).glass"))
            #expect(error.message.contains("No space left"))
        }
        #expect(!FileManager.default.fileExists(atPath: bulk))
    }

    @Test("A run that cannot be written is an error of the next call")
    func fullDiskMeanwhile() throws {
        var database = try BulkDatabase(path: bulk, limits: Self.limits(runDocuments: 2))
        try FileManager.default.createSymbolicLink(atPath: bulk + "/run-2", withDestinationPath: "/dev/full")
        var maker = ModelMaker(seed: 4)
        var failure: XapianError?
        do throws(XapianError) {
            for _ in 0..<20 { try database.add(maker.document().flat(&maker.random)) }
        } catch {
            failure = error
        }
        #expect(failure?.code == .database)
        // From then on it takes nothing.
        do throws(XapianError) {
            try database.finish()
            Issue.record("it was written")
        } catch {
            #expect(error.code == .invalidOperation)
        }
    }
    #endif
}
