import Foundation
import Testing
import Xapian

/// What a reader finds in the tables is held against what the writer, which asks the library alone, finds.
@Suite("Posting lists read from the table are those that the library reads")
struct PostingTableTests {
    /// Terms of all lengths and bytes; some stand in nearly all documents, most in few.
    private static let terms: [[UInt8]] =
        (0..<40).map { Array("common\($0)".utf8) } + (0..<3_000).map { Array("rare\($0)".utf8) }
        + [[0], [0, 0], [0, 255], [97], [97, 0], [97, 0, 98], [97, 0, 255], [255], [255, 255]]
        + [[UInt8](repeating: 120, count: 240), [UInt8](repeating: 0, count: 100)]

    private static let parameters = ScoringParameters(k1: 1, b: 0.5, minimumNormalisedLength: 0.5)

    private static func add(_ count: Int, to writer: inout WritableDatabase, _ generator: inout SeededGenerator) throws
    {
        for _ in 0..<count {
            var document = try Document()
            for _ in 0..<30 {
                let isCommon = Int.random(in: 0..<100, using: &generator) < 70
                let place = Int.random(in: 0..<(isCommon ? 40 : terms.count), using: &generator)
                let isFrequent = Int.random(in: 0..<100, using: &generator) < 5
                let frequency = isFrequent ? Int.random(in: 1...90_000, using: &generator) : 1
                try document.addTerm(terms[place], frequency: frequency)
            }
            try writer.add(document)
        }
    }

    /// - Returns: how many postings were compared.
    private static func compare(_ reader: borrowing Database, _ writer: borrowing WritableDatabase) throws -> Int {
        var compared = 0
        // Else the library would be held against itself.
        #expect(try reader.readsTables && !writer.readsTables)
        for term in terms + [Array("common".utf8), Array("zzz".utf8)] {
            let expected = try writer.documentIDs(containing: term)
            #expect(try reader.documentIDs(containing: term) == expected)
            compared += expected.count
            guard !expected.isEmpty else { continue }
            // The bits, and the frequencies, which are in the scores.
            let matches = try reader.matchingSet(.term(term))
            #expect(try matches == writer.matchingSet(.term(term)))
            let lengths = [UInt32](repeating: 1, count: expected.count)
            let scores = try writer.scores(of: .term(term), matches, lengths: lengths, parameters)
            #expect(
                try scores != nil && reader.scores(of: .term(term), matches, lengths: lengths, parameters) == scores
            )
        }
        return compared
    }

    @Test("Lists of many pieces, in a table of several levels, with gaps and after changes", arguments: [1, 2])
    func random(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: seed)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        try Self.add(4_000, to: &writer, &generator)
        try writer.commit()
        #expect(try Self.compare(try Database(path: folder.database()), writer) > 50_000)
        for _ in 0..<1_200 { try? writer.delete(DocumentID(UInt32.random(in: 1...4_000, using: &generator))) }
        try writer.commit()
        try Self.add(500, to: &writer, &generator)
        try writer.commit()
        let reader = try Database(path: folder.database())
        #expect(try Self.compare(reader, writer) > 40_000)
        // Twice, as the lists of the last terms are kept.
        #expect(try Self.compare(reader, writer) > 40_000)
        try writer.close()
    }

    @Test("A reader of an older state has that state's lists, or says that it is gone")
    func olderState() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: 3)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        try Self.add(600, to: &writer, &generator)
        try writer.commit()
        let term = Array("common1".utf8)
        let before = try writer.documentIDs(containing: term)
        let read = try Database(path: folder.database())
        #expect(try read.documentIDs(containing: term) == before)
        var late = try Database(path: folder.database())
        for _ in 0..<8 {
            try Self.add(300, to: &writer, &generator)
            try writer.commit()
            do throws(XapianError) {
                #expect(try read.documentIDs(containing: Array("common2".utf8)).allSatisfy { $0.rawValue <= 600 })
                #expect(try late.documentIDs(containing: term) == before)
            } catch {
                #expect(error.code == .databaseModified)
            }
        }
        #expect(try !late.readsTables && late.reopen() && late.readsTables)
        #expect(try late.documentIDs(containing: term) == writer.documentIDs(containing: term))
        try writer.close()
    }

    @Test("A database of which all documents are gone, alone and among others; ids that take more bytes in a key")
    func emptied() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: 5)
        var gone = try WritableDatabase(path: folder.database("gone"), mode: .create)
        try Self.add(50, to: &gone, &generator)
        try gone.commit()
        for id in 1...50 as ClosedRange<UInt32> { try gone.delete(DocumentID(id)) }
        try gone.close()
        var far = try WritableDatabase(path: folder.database("far"), mode: .create)
        for id in stride(from: UInt32(30_000), to: 6_000_000, by: 900) {
            var document = try Document()
            try document.addTerm("far", frequency: Int(id % 300))
            try far.replace(DocumentID(id), with: document)
        }
        try far.close()
        #expect(try Database(path: folder.database("gone")).documentIDs(containing: "common1").isEmpty)
        for names in [["gone", "far"], ["far"]] {
            let paths = names.map { folder.database($0) }
            let writer = try WritableDatabase(paths: paths.map { Array($0.utf8) }, mode: .open)
            let expected = try writer.documentIDs(containing: "far")
            #expect(try expected.count > 6_000 && Database(paths: paths).documentIDs(containing: "far") == expected)
            try writer.close()
        }
    }

    @Test("Several databases together")
    func combined() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: 4)
        let names = ["a", "b", "c"]
        for name in names {
            var writer = try WritableDatabase(path: folder.database(name), mode: .create)
            try Self.add(name == "b" ? 0 : 900, to: &writer, &generator)
            try writer.close()
        }
        let writer = try WritableDatabase(paths: names.map { Array(folder.database($0).utf8) }, mode: .open)
        #expect(try Self.compare(try Database(paths: names.map { folder.database($0) }), writer) > 10_000)
        try writer.close()
    }

    @Test("Bytes that are flipped are an error or other lists, never more than that", arguments: 1...20)
    func damage(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: seed)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        try Self.add(300, to: &writer, &generator)
        try writer.close()
        let table = URL(fileURLWithPath: folder.database() + "/postlist.glass")
        var bytes = try Data(contentsOf: table)
        for _ in 0..<40 {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        if seed % 5 == 0 { bytes.removeLast(Int.random(in: 1...(bytes.count / 2), using: &generator)) }
        try bytes.write(to: table)
        guard let reader = try? Database(path: folder.database()) else { return }
        for term in Self.terms { _ = try? reader.documentIDs(containing: term) }
    }
}
