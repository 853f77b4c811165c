import Testing
import Xapian

@Suite("Weights by a constant and by a value, and how often terms occur")
struct WeightSourceTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
        var writer = try WritableDatabase(path: path, mode: .create)
        for number in 1...6 {
            var document = try Document()
            try document.addTerm("word", frequency: number)
            if number > 3 { try document.addBooleanTerm("Klate") }
            if number != 2 { try document.setValue(number % 2 == 0 ? "even" : "odd\u{0}", in: Slot(3)) }
            try writer.add(document)
        }
        try writer.close()
    }

    private func weights(_ query: Query) throws -> [UInt32: Double] {
        let reader = try Database(path: path)
        var options = SearchOptions()
        options.limit = .max
        let matches = try reader.search(query, options).matches
        return Dictionary(uniqueKeysWithValues: matches.map { ($0.documentID.rawValue, $0.weight) })
    }

    @Test func constants() throws {
        #expect(try weights(.constant(1.5)).values.allSatisfy { $0 == 1.5 })
        #expect(try weights(.filter(.constant(2), by: .term("Klate"))) == [4: 2, 5: 2, 6: 2])
        let plain = try weights(.term("word"))
        let raised = try weights(.andMaybe(.term("word"), .filter(.constant(2), by: .term("Klate"))))
        for (id, weight) in plain { #expect(raised[id] == weight + (id > 3 ? 2 : 0)) }
        #expect(throws: XapianError.self) { try weights(.constant(-1)) }
        #expect(throws: XapianError.self) { try weights(.constant(.infinity)) }
    }

    @Test func values() throws {
        let table: [[UInt8]: Double] = [Array("odd\u{0}".utf8): 0.25, Array("none".utf8): 9]
        let found = try weights(.valueWeights(Slot(3), table, otherwise: 3))
        #expect(found == [1: 0.25, 3: 0.25, 5: 0.25, 4: 3, 6: 3])
        #expect(try weights(.valueWeights(Slot(9), table, otherwise: 3)).isEmpty)
        let long = [[UInt8](repeating: 1, count: 256): 1.0]
        #expect(throws: XapianError.self) { try weights(.valueWeights(Slot(3), long, otherwise: 0)) }
        #expect(throws: XapianError.self) { try weights(.valueWeights(Slot(3), [[1]: -1], otherwise: 0)) }
    }

    @Test func occurrences() throws {
        let reader = try Database(path: path)
        #expect(try reader.collectionFrequency("word") == 21)
        #expect(try reader.collectionFrequency("absent") == 0)
        let ids = [1, 3, 6, 99].map { DocumentID(UInt32($0)) }
        #expect(try reader.frequencies(of: "word", in: ids) == [1, 3, 6, 0])
        #expect(try reader.frequencies(of: "absent", in: ids) == [0, 0, 0, 0])
        #expect(try reader.frequencies(of: "word", in: []).isEmpty)
        #expect(try reader.documentLength(DocumentID(4)) == 4)
        #expect(throws: XapianError.self) { try reader.documentLength(DocumentID(99)) }
    }
}
