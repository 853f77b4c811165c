import Foundation
import Testing
import Xapian

/// What a reader finds in the tables is held against what the writer, which asks the library alone, finds.
@Suite("Phrases found by the table of positions are those that the library finds")
struct PositionTableTests {
    private static let words: [[UInt8]] =
        (0..<12).map { Array("word\($0)".utf8) } + [[0], [0, 0], [0, 255], [97, 0], [97, 0, 98], [255, 0, 255]]
        + [[UInt8](repeating: 0, count: 100)]

    /// A text of words, of which the first are the most frequent, and some stand far behind.
    private static func document(_ length: Int, _ generator: inout SeededGenerator) throws -> Document {
        var document = try Document()
        var position = Int.random(in: 0...2, using: &generator)
        for _ in 0..<length {
            let isFrequent = Bool.random(using: &generator)
            let place = Int.random(in: 0..<(isFrequent ? 5 : words.count), using: &generator)
            try document.addPosting(words[place], at: position)
            let isFar = Int.random(in: 0..<200, using: &generator) == 0
            position += isFar ? Int.random(in: 1...4_000_000, using: &generator) : 1
            // Several words may stand at one place.
            if Int.random(in: 0..<30, using: &generator) == 0 { position -= 1 }
        }
        return document
    }

    private static func add(_ count: Int, to writer: inout WritableDatabase, _ generator: inout SeededGenerator) throws
    {
        for _ in 0..<count {
            try writer.add(document(Int.random(in: 0...40, using: &generator), &generator))
        }
        // So long that entries have several pieces.
        if count > 0 { try writer.add(document(40_000, &generator)) }
    }

    private static func phrase(_ generator: inout SeededGenerator) -> Query {
        func word() -> [UInt8] { words[Int.random(in: 0..<words.count, using: &generator)] }
        let count = Int.random(in: 2...4, using: &generator)
        if Bool.random(using: &generator) {
            let window = Bool.random(using: &generator) ? 0 : count
            return .phrase((0..<count).map { _ in word() }, window: window)
        }
        let places = (0..<count).map { _ in (0..<Int.random(in: 1...3, using: &generator)).map { _ in word() } }
        // One that is narrower than its words is found nowhere; 0 stands for their number.
        return .phraseOfAny(places, window: Int.random(in: 0..<20, using: &generator) == 0 ? count - 1 : count)
    }

    /// - Returns: how many documents were found.
    private static func compare(
        _ reader: borrowing Database,
        _ writer: borrowing WritableDatabase,
        _ generator: inout SeededGenerator
    ) throws -> Int {
        #expect(try reader.readsTables && !writer.readsTables)
        var found = 0
        for _ in 0..<60 {
            let first = phrase(&generator)
            let word = Query.term(words[Int.random(in: 0..<words.count, using: &generator)])
            let second = phrase(&generator)
            let joined: [Query] = [.or([first, second]), .and([first, second]), .andNot(word, first)]
            for query in joined + [first, .filter(word, by: first)] {
                let expected = try writer.matchingSet(query)
                #expect(try reader.matchingSet(query) == expected, "\(query)")
                found += expected.count
            }
        }
        return found
    }

    @Test("Random texts, after changes too", arguments: [1, 2, 3])
    func random(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: seed)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        try Self.add(1_500, to: &writer, &generator)
        try writer.commit()
        #expect(try Self.compare(try Database(path: folder.database()), writer, &generator) > 5_000)
        for _ in 0..<400 { try? writer.delete(DocumentID(UInt32.random(in: 1...1_500, using: &generator))) }
        try writer.commit()
        try Self.add(200, to: &writer, &generator)
        try writer.commit()
        #expect(try Self.compare(try Database(path: folder.database()), writer, &generator) > 5_000)
        try writer.close()
    }

    @Test("Ids that take two to five bytes in a key")
    func farIDs() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: 4)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        let starts: [UInt32] = [1, 32_760, 4_194_290, 536_870_900]
        for start in starts {
            for id in start..<start + 32 { try writer.replace(DocumentID(id), with: Self.document(30, &generator)) }
        }
        try writer.commit()
        let reader = try Database(path: folder.database())
        #expect(try reader.readsTables)
        let query = Query.phrase([Self.words[0], Self.words[1]], window: 2)
        let matches = try reader.matchingSet(query)
        #expect(try matches == writer.matchingSet(query))
        for start in starts { #expect(matches.rawIDs.contains { $0 >= start && $0 < start + 32 }) }
        try writer.close()
    }

    @Test("Several databases together, one of them empty")
    func combined() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: 5)
        let names = ["a", "b", "c"]
        for (name, count) in zip(names, [400, 0, 300]) {
            var writer = try WritableDatabase(path: folder.database(name), mode: .create)
            try Self.add(count, to: &writer, &generator)
            try writer.close()
        }
        let writer = try WritableDatabase(paths: names.map { Array(folder.database($0).utf8) }, mode: .open)
        let reader = try Database(paths: names.map { folder.database($0) })
        #expect(try Self.compare(reader, writer, &generator) > 1_000)
        try writer.close()
    }

    /// The library (1.4.22) finds some phrases there, by positions of the word in another document.
    @Test("A word without positions in a document is in no phrase there")
    func withoutPositions() throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        for hasPositions in [true, false, true] {
            var document = try Document()
            try document.addPosting("storm", at: 1)
            if hasPositions { try document.addPosting("shadow", at: 2) } else { try document.addTerm("shadow") }
            try writer.add(document)
        }
        var none = try Document()
        for word in ["storm", "shadow"] { try none.addTerm(word) }
        try writer.add(none)
        try writer.close()
        let reader = try Database(path: folder.database())
        #expect(try reader.readsTables)
        let matches = try reader.matchingSet(.phrase(["storm", "shadow"]))
        #expect(matches.rawIDs == [1, 3])
    }

    @Test("In a database without positions a phrase is all its words, as the library has it")
    func noPositionsAtAll() throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        for words in [["storm", "shadow"], ["storm"]] {
            var document = try Document()
            for word in words { try document.addTerm(word) }
            try writer.add(document)
        }
        try writer.commit()
        let reader = try Database(path: folder.database())
        #expect(try reader.readsTables)
        let query = Query.phrase(["shadow", "storm"])
        #expect(try reader.matchingSet(query).rawIDs == [1] && writer.matchingSet(query).rawIDs == [1])
        try writer.close()
    }

    @Test("A reader of an older state has that state's positions, or says that it is gone")
    func olderState() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: 6)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        try Self.add(600, to: &writer, &generator)
        try writer.commit()
        let query = Query.phrase([Self.words[0], Self.words[1]], window: 2)
        let before = try writer.matchingSet(query)
        var late = try Database(path: folder.database())
        #expect(try late.matchingSet(query) == before)
        for _ in 0..<6 {
            try Self.add(300, to: &writer, &generator)
            try writer.commit()
            do throws(XapianError) {
                #expect(try late.matchingSet(query) == before)
            } catch {
                #expect(error.code == .databaseModified)
            }
        }
        #expect(try late.reopen() && late.readsTables)
        #expect(try late.matchingSet(query) == writer.matchingSet(query))
        try writer.close()
    }

    @Test("Bytes that are flipped are an error or other matches, never more than that", arguments: 1...20)
    func damage(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(state: seed)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        try Self.add(200, to: &writer, &generator)
        try writer.close()
        let table = URL(fileURLWithPath: folder.database() + "/position.glass")
        var bytes = try Data(contentsOf: table)
        for _ in 0..<60 {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        if seed % 5 == 0 { bytes.removeLast(Int.random(in: 1...(bytes.count / 2), using: &generator)) }
        try bytes.write(to: table)
        guard let reader = try? Database(path: folder.database()) else { return }
        #expect(try reader.readsTables)
        for _ in 0..<100 { _ = try? reader.matchingSet(Self.phrase(&generator)) }
    }
}
