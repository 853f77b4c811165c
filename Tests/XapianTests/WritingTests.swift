import Foundation
import Synchronization
import Testing
import Xapian

@Suite("Writing: all of it or nothing")
struct WritingTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
    }

    @Test("Changes are seen by the writer at once, by readers after the commit and a reopen")
    func visibility() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        var reader = try Database(path: path)
        let id = try writer.add(try document("first"))
        #expect(try writer.documentCount == 1)
        #expect(try writer.termExists("first"))
        #expect(try reader.documentCount == 0)
        #expect(try !writer.termExists("second"))
        let before = try reader.revision
        try writer.commit()
        #expect(try reader.documentCount == 0)
        #expect(try reader.reopen())
        #expect(try !reader.reopen())
        #expect(try reader.documentCount == 1)
        #expect(try reader.revision > before)
        #expect(try reader.uuid == writer.uuid)
        #expect(try reader.lastDocumentID == id)
        try writer.close()
        try reader.close()
    }

    @Test("A cancelled transaction leaves nothing")
    func cancelled() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        try writer.add(try document("kept"))
        try writer.beginTransaction()
        try writer.add(try document("dropped"))
        try writer.setMetadata("v", for: "k")
        try writer.addSpelling("dropped")
        try writer.delete(documentsContaining: "kept")
        try writer.cancelTransaction()
        try writer.beginTransaction(flushed: false)
        try writer.add(try document("second"))
        try writer.commitTransaction()
        try writer.close()
        let reader = try Database(path: path)
        #expect(try reader.documentCount == 2)
        #expect(try reader.allTerms(prefix: "").map(\.term) == ["kept", "second"].map(bytes))
        #expect(try reader.metadataEntries(prefix: "").isEmpty)
        #expect(try reader.spellingSuggestion(for: "droped") == nil)
    }

    @Test("A transaction that is open when the writer ends is dropped, closed or not")
    func unfinished() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        try writer.add(try document("kept"))
        try writer.beginTransaction()
        try writer.add(try document("dropped"))
        try writer.close()
        do {
            var second = try WritableDatabase(path: path, mode: .open)
            try second.beginTransaction()
            try second.add(try document("dropped"))
        }
        #expect(try Database(path: path).documentCount == 1)
    }

    @Test("What a writer leaves when it is killed is its last commit")
    func killed() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        for number in 0..<500 { try writer.add(try document("first word\(number)")) }
        try writer.commit()
        for number in 0..<500 {
            try writer.replace(DocumentID(UInt32(number + 1)), with: try document("second word\(number)"))
        }
        // Reading makes the writer put its changes into the tables, short of the commit.
        #expect(try writer.termFrequency("second") == 500)
        let copy = folder.database("copy")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        try writer.close()
        do {
            let reader = try Database(path: copy)
            #expect(try reader.termFrequency("first") == 500)
            #expect(try reader.termFrequency("second") == 0)
            #expect(try reader.search(.phrase(["first", "word499"])).estimated == 1)
        }
        #expect(try Database.check(path: copy).errors == 0)
        var next = try WritableDatabase(path: copy, mode: .open)
        try next.add(try document("third"))
        try next.close()
        #expect(try Database(path: copy).documentCount == 501)
    }

    @Test("Replacing and deleting")
    func changes() throws {
        var writer = try WritableDatabase(path: path, mode: .create, options: [.noSync], blockSize: 4096)
        try writer.add(try document("Q1 old"))
        try writer.add(try document("Q1 older"))
        let id = try writer.replace(uniqueTerm: "Q1", with: try document("Q1 new"))
        #expect(id == DocumentID(1))
        #expect(try writer.documentCount == 1)
        #expect(try writer.replace(uniqueTerm: "Q2", with: try document("Q2")) == DocumentID(3))
        try writer.replace(DocumentID(9), with: try document("nine"))
        #expect(try writer.lastDocumentID == DocumentID(9))
        try writer.delete(id)
        try writer.delete(documentsContaining: "Q2")
        #expect(try writer.documentIDs(containing: "") == ids(9))
        try writer.close()
        var again = try WritableDatabase(path: path, mode: .createOrOverwrite)
        #expect(try again.documentCount == 0)
        try again.commit()
        try again.close()
    }

    @Test("Many postings in one call")
    func bulkPostings() throws {
        var document = try Document()
        let terms = bytes("stormshadowstorm")
        let ends: [UInt32] = [5, 11, 16]
        let positions: [UInt32] = [1, 2, 7]
        try document.addPostings(terms, ends: ends.span, positions: positions.span)
        for bad: [UInt32] in [[5, 4, 16], [5, 11, 17], [5, 5, 16], [5, 11]] {
            #expect(
                code { () throws(XapianError) in
                    try document.addPostings(terms, ends: bad.span, positions: positions.span)
                } == .invalidArgument
            )
        }
        try document.addPostings([UInt8](), ends: [UInt32]().span, positions: [UInt32]().span)
        var writer = try WritableDatabase(path: path, mode: .create)
        let id = try writer.add(document)
        let found = try writer.documentTerms(id, withPositions: true)
        #expect(
            found == [
                DocumentTerm(term: bytes("shadow"), frequency: 1, positions: [2]),
                DocumentTerm(term: bytes("storm"), frequency: 2, positions: [1, 7]),
            ]
        )
        #expect(try writer.documentTerms(id).map(\.positions) == [nil, nil])
        #expect(try writer.averageLength == 3)
        #expect(try writer.hasPositions)
        try writer.close()
    }

    @Test("Bulk reading")
    func bulkReading() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        for number in 0..<300 {
            var document = try Document()
            try document.addBooleanTerm("even\(number % 2 == 0)")
            if number % 3 == 0 { try document.setValue("\(number)", in: Slot(5)) }
            try writer.add(document)
            try writer.setMetadata("value\(number)", for: "key\(number)")
        }
        try writer.close()
        let reader = try Database(path: path)
        #expect(try reader.documentIDs(containing: "eventrue") == (0..<150).map { DocumentID(2 * $0 + 1) })
        #expect(try reader.documentIDs(containing: "none") == [])
        let values = try reader.values(in: Slot(5))
        #expect(values.map(\.id) == (0..<100).map { DocumentID(3 * $0 + 1) })
        #expect(values.map(\.value) == (0..<100).map { bytes("\(3 * $0)") })
        #expect(try reader.values(in: Slot(6)).isEmpty)
        let entries = try reader.metadataEntries(prefix: "key1")
        #expect(entries.count == 111)
        #expect(entries.allSatisfy { $0.value == bytes("value") + $0.key.dropFirst(3) })
        #expect(try reader.allTerms(prefix: "even", limit: 1).map(\.frequency) == [150])
        #expect(try reader.allTerms(prefix: "even", limit: -1).isEmpty)
        #expect(try reader.documentTerms(DocumentID(1)).map(\.frequency) == [0])
    }

    @Test("Spelling")
    func spelling() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        try writer.addSpelling("Херсон", frequency: 3)
        try writer.addSpelling("missile")
        try writer.commit()
        #expect(try writer.spellingSuggestion(for: "Херсн") == "Херсон")
        #expect(try writer.spellingSuggestion(for: "msile") == "missile")
        #expect(try writer.spellingSuggestion(for: "msile", maximumEdits: 1) == nil)
        #expect(try writer.spellingSuggestion(for: "missile") == nil)
        try writer.removeSpelling("missile")
        try writer.commit()
        #expect(try writer.spellingSuggestion(for: "misile") == nil)
        try writer.close()
    }

    @Test("Compaction keeps what is there")
    func compaction() throws {
        try write((0..<300).map { "common word\($0)" }, to: path)
        var writer = try WritableDatabase(path: path, mode: .open)
        try writer.delete(DocumentID(1))
        try writer.close()
        let reader = try Database(path: path)
        for (name, options) in [("folder", [.keepIDs]), ("file", [.singleFile, .keepIDs])]
            as [(String, Database.CompactionOptions)]
        {
            try reader.compact(to: folder.database(name), options: options)
            let compact = try Database(path: folder.database(name), ofAnyKind: name == "file")
            #expect(try compact.documentIDs(containing: "common") == reader.documentIDs(containing: "common"))
            #expect(try Database.check(path: folder.database(name)).errors == 0)
        }
        #expect(try Database.check(path: path).report.contains("postlist"))
        #expect(code { () throws(XapianError) in try reader.compact(to: path) } != nil)
    }

    @Test("One value of a document changes, and nothing else of it")
    func oneValue() throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        var changing = try document("air defence", data: "data")
        try changing.addBooleanTerm("Xkey")
        try changing.setValue("one", in: Slot(1))
        try changing.setValue("two", in: Slot(2))
        let id = try writer.add(changing)
        let other = try writer.add(try document("other"))
        try writer.commit()

        func check(_ value: String) throws {
            let reader = try Database(path: path)
            #expect(try reader.documentValue(id, in: Slot(1)) == bytes(value))
            #expect(try reader.documentValue(id, in: Slot(2)) == bytes("two"))
            #expect(try reader.documentData(id) == bytes("data"))
            #expect(try reader.documentTerms(id).map(\.term) == ["Xkey", "air", "defence"].map(bytes))
            #expect(try reader.matchingDocumentIDs(.phrase(["air", "defence"])) == [id])
            #expect(try reader.documentValue(other, in: Slot(1)).isEmpty)
            #expect(try reader.documentCount == 2)
            #expect(try Database.check(path: path).errors == 0)
        }
        for value in ["three", "", "four\u{0}\u{43A}", "four\u{0}\u{43A}"] {
            try writer.setValue(value, of: id, in: Slot(1))
            #expect(try writer.documentValue(id, in: Slot(1)) == bytes(value))
            try writer.commit()
            try check(value)
        }
        // Twice in one transaction, and of a document that came in it.
        let late = try writer.add(try document("late"))
        for value in ["a", "b"] { try writer.setValue(value, of: late, in: Slot(1)) }
        try writer.commit()
        #expect(try Database(path: path).documentValue(late, in: Slot(1)) == bytes("b"))
        try writer.delete(late)
        for missing in [late, DocumentID(99)] {
            let refused = code { () throws(XapianError) in try writer.setValue("x", of: missing, in: Slot(1)) }
            #expect(refused == .documentNotFound)
        }
        try writer.close()
        try check("four\u{0}\u{43A}")
    }

    @Test("A handle can be sent to another thread")
    func sending() async throws {
        let path = path
        func count(_ reader: consuming sending Database) async throws -> Int {
            let box = Mutex(reader)
            return try await Task.detached { try box.withLock { try $0.documentCount } }.value
        }
        try write(["a", "b"], to: path)
        #expect(try await count(try Database(path: path)) == 2)
    }
}
