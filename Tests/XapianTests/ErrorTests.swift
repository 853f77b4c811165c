import Foundation
import Testing

@testable import Xapian

@Suite("Every error of Xapian becomes a typed Swift error")
struct ErrorTests {
    @Test("The translator knows each class")
    func translation() {
        let expected: [(XapianError.Code, String)] = [
            (.databaseCorrupt, "DatabaseCorruptError"), (.databaseCreate, "DatabaseCreateError"),
            (.databaseLocked, "DatabaseLockError"), (.databaseModified, "DatabaseModifiedError"),
            (.databaseNotFound, "DatabaseNotFoundError"), (.databaseVersion, "DatabaseVersionError"),
            (.databaseOpening, "DatabaseOpeningError"), (.databaseClosed, "DatabaseClosedError"),
            (.database, "DatabaseError"), (.documentNotFound, "DocNotFoundError"),
            (.featureUnavailable, "FeatureUnavailableError"), (.internalError, "InternalError"),
            (.networkTimeout, "NetworkTimeoutError"), (.network, "NetworkError"),
            (.queryParser, "QueryParserError"), (.serialisation, "SerialisationError"), (.range, "RangeError"),
            (.wildcardLimit, "WildcardError"), (.assertion, "AssertionError"),
            (.invalidArgument, "InvalidArgumentError"), (.invalidOperation, "InvalidOperationError"),
            (.unimplemented, "UnimplementedError"), (.unknown, "NewError"), (.outOfMemory, "std::bad_alloc"),
            (.cxxException, "std::exception"), (.unknown, "unknown"), (.unknown, "unknown"),
        ]
        for (index, (code, type)) in expected.enumerated() {
            do throws(XapianError) {
                try XapianError.provoke(index + 1)
                Issue.record("number \(index + 1) threw nothing")
            } catch {
                #expect(error.code == code)
                #expect(error.typeName == type)
                #expect(!error.description.isEmpty)
                if index < 22 {
                    #expect(error.message == "thrown")
                    #expect(error.context == "context")
                    #expect(error.systemMessage == "No such file or directory")
                }
            }
        }
        #expect(Set(expected.map(\.0)) == Set(XapianError.Code.allCases))
    }

    @Test(
        "A table that is there and cannot be opened is no empty one",
        arguments: ["position", "docdata", "termlist", "postlist"]
    )
    func unreadable(name: String) throws {
        let folder = try TemporaryFolder()
        try write(["a convoy of lorries"], to: folder.database())
        let table = folder.database() + "/\(name).glass"
        try FileManager.default.moveItem(atPath: table, toPath: table + ".away")
        // Whoever runs this, it opens nothing.
        try FileManager.default.createSymbolicLink(atPath: table, withDestinationPath: table)
        do throws(XapianError) {
            _ = try Database(path: folder.database())
            Issue.record("opened")
        } catch {
            #expect(error.code == .databaseOpening)
            #expect(error.message.contains(table))
            #expect(error.systemMessage != nil)
        }
        let other = folder.database("other")
        try write(["another one"], to: other)
        #expect(
            code { () throws(XapianError) in _ = try Database(paths: [other, folder.database()]) } == .databaseOpening
        )
        try FileManager.default.removeItem(atPath: table)
        try FileManager.default.moveItem(atPath: table + ".away", toPath: table)
        let reader = try Database(path: folder.database())
        #expect(try reader.documentCount == 1)
    }

    @Test("A path without a database")
    func missing() throws {
        let folder = try TemporaryFolder()
        do throws(XapianError) {
            _ = try Database(path: folder.database())
            Issue.record("opened")
        } catch {
            #expect(error.code == .databaseNotFound)
            #expect(error.context == folder.database())
            #expect(error.systemMessage != nil)
            #expect(error.hint != nil)
        }
        #expect(
            code { () throws(XapianError) in _ = try Database(paths: [folder.database("a"), folder.database("b")]) }
                == .databaseNotFound
        )
        #expect(
            code { () throws(XapianError) in _ = try WritableDatabase(path: folder.database(), mode: .open) } != nil
        )
        #expect(
            code { () throws(XapianError) in _ = try WritableDatabase(path: folder.database("a/b"), mode: .create) }
                == .databaseCreate
        )
        #expect(code { () throws(XapianError) in _ = try Database.check(path: folder.database()) } != nil)
    }

    @Test("A NUL byte in a path opens no other file")
    func pathWithNUL() throws {
        let folder = try TemporaryFolder()
        try write(["a"], to: folder.database())
        #expect(
            code { () throws(XapianError) in _ = try Database(path: folder.database() + "\0x") } == .invalidArgument
        )
    }

    @Test("A file that is no database")
    func notADatabase() throws {
        let folder = try TemporaryFolder()
        try Data("something else\n".utf8).write(to: URL(fileURLWithPath: folder.database()))
        for ofAnyKind in [false, true] {
            let thrown = code { () throws(XapianError) in
                _ = try Database(path: folder.database(), ofAnyKind: ofAnyKind)
            }
            let expected: [XapianError.Code] = [
                .databaseNotFound, .databaseOpening, .databaseVersion, .databaseCorrupt,
            ]
            #expect(thrown.map(expected.contains) == true, "\(String(describing: thrown))")
        }
    }

    @Test("A damaged version file")
    func damagedVersionFile() throws {
        let folder = try TemporaryFolder()
        try write(["a"], to: folder.database())
        let file = URL(fileURLWithPath: folder.database() + "/iamglass")
        let good = try Data(contentsOf: file)
        try Data(repeating: 0x21, count: good.count).write(to: file)
        let garbage = code { () throws(XapianError) in _ = try Database(path: folder.database()) }
        #expect(garbage == .databaseCorrupt || garbage == .databaseVersion)
        var other = good
        other[14] ^= 0xFF
        try other.write(to: file)
        #expect(code { () throws(XapianError) in _ = try Database(path: folder.database()) } == .databaseVersion)
    }

    @Test("A damaged table")
    func damagedTable() throws {
        let folder = try TemporaryFolder()
        try write((0..<2000).map { "word\($0) common" }, to: folder.database())
        let file = URL(fileURLWithPath: folder.database() + "/postlist.glass")
        let size = try Data(contentsOf: file).count
        try Data(repeating: 0x5A, count: size).write(to: file)
        let thrown = code { () throws(XapianError) in
            let reader = try Database(path: folder.database())
            _ = try reader.allTerms(prefix: "")
            _ = try reader.search(.term("common"))
        }
        #expect(thrown == .databaseCorrupt)
    }

    @Test("A second writer")
    func locked() throws {
        let folder = try TemporaryFolder()
        let first = try WritableDatabase(path: folder.database(), mode: .create)
        let second = code { () throws(XapianError) in
            _ = try WritableDatabase(path: folder.database(), mode: .createOrOpen)
        }
        #expect(second == .databaseLocked)
        try first.close()
        try WritableDatabase(path: folder.database(), mode: .open).close()
    }

    @Test("Creating where a database is")
    func exists() throws {
        let folder = try TemporaryFolder()
        try write(["a"], to: folder.database())
        #expect(
            code { () throws(XapianError) in _ = try WritableDatabase(path: folder.database(), mode: .create) }
                == .databaseCreate
        )
    }

    @Test("A reader that was overtaken, until it reopens")
    func modified() throws {
        let folder = try TemporaryFolder()
        let path = folder.database()
        try write((0..<1000).map { "first word\($0)" }, to: path)
        var reader = try Database(path: path)
        var writer = try WritableDatabase(path: path, mode: .open)
        for round in 0..<4 {
            for id in 1...1000 as ClosedRange<UInt32> {
                try writer.replace(DocumentID(id), with: try document("round\(round) word\(id)", data: "\(round)"))
            }
            try writer.commit()
        }
        let thrown = code { () throws(XapianError) in
            for id in 1...1000 as ClosedRange<UInt32> { _ = try reader.documentTerms(DocumentID(id)) }
            _ = try reader.allTerms(prefix: "")
        }
        #expect(thrown == .databaseModified)
        #expect(try reader.reopen())
        #expect(try reader.documentData(DocumentID(1000)) == bytes("3"))
        #expect(try reader.termFrequency("round3") == 1000)
        #expect(try !reader.reopen())
        try writer.close()
    }

    @Test("A document that is not there")
    func documentNotFound() throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        let id = DocumentID(7)
        #expect(code { () throws(XapianError) in _ = try writer.documentData(id) } == .documentNotFound)
        #expect(code { () throws(XapianError) in _ = try writer.documentValue(id, in: Slot(0)) } == .documentNotFound)
        #expect(try writer.documentData(id, isThere: true).isEmpty)
        #expect(try writer.documentValue(id, in: Slot(0), isThere: true).isEmpty)
        #expect(code { () throws(XapianError) in _ = try writer.documentTerms(id) } == .documentNotFound)
        #expect(code { () throws(XapianError) in try writer.delete(id) } == .documentNotFound)
        #expect(code { () throws(XapianError) in try writer.delete(DocumentID(0)) } == .invalidArgument)
        #expect(try writer.positions(of: "a", in: id) == [])
        try writer.delete(documentsContaining: "nothing")
        try writer.close()
    }

    @Test("A call out of place")
    func invalidOperation() throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        #expect(code { () throws(XapianError) in try writer.commitTransaction() } == .invalidOperation)
        #expect(code { () throws(XapianError) in try writer.cancelTransaction() } == .invalidOperation)
        try writer.beginTransaction()
        #expect(code { () throws(XapianError) in try writer.commit() } == .invalidOperation)
        #expect(code { () throws(XapianError) in try writer.beginTransaction() } == .invalidOperation)
        try writer.cancelTransaction()
        #expect(code { () throws(XapianError) in try writer.commitTransaction() } == .invalidOperation)
        try writer.close()
        let both = try Database(paths: [folder.database(), folder.database()])
        #expect(code { () throws(XapianError) in _ = try both.revision } == .invalidOperation)
    }

    @Test("Numbers that do not fit are errors, not traps")
    func numbers() throws {
        let folder = try TemporaryFolder()
        try write(["a"], to: folder.database())
        let reader = try Database(path: folder.database())
        for change in [
            { (options: inout SearchOptions) in options.limit = -1 }, { $0.offset = -1 }, { $0.checkAtLeast = -1 },
            { $0.minimumPercent = 101 }, { $0.countedSlots = [CountedSlot(slot: Slot(0), format: .prefix(0))] },
            {
                $0.collapseSlot = Slot(0)
                $0.collapseMaximum = -1
            },
        ] {
            var options = SearchOptions()
            change(&options)
            #expect(code { () throws(XapianError) in _ = try reader.search(.matchAll, options) } == .invalidArgument)
        }
        for query: Query in [
            .phrase(["a"], window: -1), .wildcard(prefix: [97], limit: -1), .scaled(.matchAll, by: -1), .term(""),
            .and([.term("a"), .term([])]),
        ] {
            #expect(code { () throws(XapianError) in _ = try reader.search(query) } == .invalidArgument)
        }
        #expect(
            code { () throws(XapianError) in _ = try reader.spellingSuggestion(for: "a", maximumEdits: -1) }
                == .invalidArgument
        )
        var document = try Document()
        #expect(code { () throws(XapianError) in try document.addPosting("a", at: -1) } == .invalidArgument)
        #expect(code { () throws(XapianError) in try document.addTerm("a", frequency: 1 << 32) } == .invalidArgument)
        #expect(
            code { () throws(XapianError) in
                _ = try WritableDatabase(path: folder.database("b"), mode: .create, blockSize: -1)
            } == .invalidArgument
        )
    }

    @Test("A wildcard that expands too far")
    func wildcardLimit() throws {
        let folder = try TemporaryFolder()
        try write(["war", "ward", "warn", "peace"], to: folder.database())
        let reader = try Database(path: folder.database())
        #expect(try reader.search(.wildcard(prefix: bytes("war"), limit: 3)).matches.count == 3)
        #expect(try reader.search(.wildcard(prefix: bytes("war"), limit: 0)).matches.count == 3)
        #expect(
            code { () throws(XapianError) in _ = try reader.search(.wildcard(prefix: bytes("war"), limit: 2)) }
                == .wildcardLimit
        )
    }
}
