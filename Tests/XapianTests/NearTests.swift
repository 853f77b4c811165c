import Foundation
import Testing
import Xapian

@Suite("Near words, and words near each other")
struct NearTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
    }

    private func near(_ word: String, prefix: String = "", skipping: Int = 0, edits: Int, limit: Int = 100) throws
        -> [String]
    {
        try Database(path: path)
            .nearTerms(prefix: bytes(prefix), skipping: skipping, to: bytes(word), maximumEdits: edits, limit: limit)
            .terms.map { "\(String(decoding: $0.term, as: UTF8.self)) \($0.frequency) \($0.edits)" }
    }

    @Test("The nearest come first, then the most frequent, then in byte order")
    func order() throws {
        try write(["storm stork stern", "storm store", "sotrm store", "strom sturm storms"], to: path)
        #expect(
            try near("storm", prefix: "s", edits: 1) == [
                "storm 2 0", "store 2 1", "sotrm 1 1", "stork 1 1", "storms 1 1", "strom 1 1", "sturm 1 1",
            ]
        )
        #expect(try near("storm", prefix: "st", edits: 0) == ["storm 2 0"])
        #expect(try near("storm", prefix: "s", edits: 1, limit: 2) == ["storm 2 0", "store 2 1"])
        #expect(try near("storm", prefix: "x", edits: 2) == [])
        #expect(try near("storm", prefix: "s", edits: 2).contains("stern 1 2"))
        let (terms, total) = try Database(path: path)
            .nearTerms(prefix: bytes("s"), to: bytes("storm"), maximumEdits: 1, limit: 0)
        #expect(terms.isEmpty && total == 7)
    }

    @Test("Letters are counted, not bytes, and a swap of neighbours is one edit")
    func letters() throws {
        try write(["дрони дрнои XTдрон ї"], to: path)
        #expect(try near("дрони", prefix: "д", edits: 1) == ["дрони 1 0", "дрнои 1 1"])
        #expect(try near("дрон", prefix: "XT", skipping: 2, edits: 0) == ["XTдрон 1 0"])
        #expect(try near("", edits: 1) == ["ї 1 1"])
        #expect(try near("дрон", prefix: "XT", skipping: 400, edits: 9) == [])
        #expect(
            code { () throws(XapianError) in
                _ = try Database(path: path)
                    .nearTerms(prefix: [], to: Array(repeating: 0x61, count: 400), maximumEdits: 1, limit: 1)
            } == .invalidArgument
        )
    }

    @Test("The edits are those of the plain recurrence")
    func reference() throws {
        var generator = SeededGenerator(state: 11)
        let words = (0..<60).map { _ in
            String((0..<Int.random(in: 1...7, using: &generator)).map { _ in "abї".randomElement(using: &generator)! })
        }
        try write([words.joined(separator: " ")], to: path)
        for word in words.prefix(12) {
            for edits in 0...3 {
                let expected = Set(words.filter { Self.distance(Array(word), Array($0)) <= edits })
                let found = try near(word, edits: edits, limit: .max).map { $0.split(separator: " ")[0] }
                #expect(Set(found.map(String.init)) == expected, "\(word) \(edits)")
            }
        }
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var table = Array(repeating: Array(0...b.count), count: a.count + 1)
        for i in 0...a.count { table[i][0] = i }
        for i in 1...a.count {
            for j in 1...b.count {
                table[i][j] = min(
                    table[i - 1][j] + 1,
                    table[i][j - 1] + 1,
                    table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                )
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }

    @Test("Windows of alternatives")
    func windows() throws {
        try write(["a x b c", "d y y y b c", "b c a", "a a2", "a y y y y y b", "b x d"], to: path)
        func match(_ query: Query) throws -> [UInt32] {
            try Database(path: path).matchingDocumentIDs(query).map(\.rawValue)
        }
        let (aOrD, b) = ([bytes("a"), bytes("d")], [bytes("b")])
        #expect(try match(.nearAny([aOrD, b], window: 3)) == [1, 3, 6])
        #expect(try match(.phraseOfAny([aOrD, b], window: 3)) == [1])
        #expect(try match(.nearAny([[bytes("zz"), bytes("a")], b], window: 3)) == [1, 3])
        #expect(try match(.nearAny([aOrD, []], window: 3)) == [])
        #expect(try match(.nearAny([aOrD, aOrD], window: 9)) == [])
        #expect(try match(.nearAny([aOrD], window: 3)) == [1, 2, 3, 4, 5, 6])
    }
}
