import Testing
import Xapian

@testable import Sitrep

@Suite("The sum of what a document holds")
struct ContentSumTests {
    private func index(_ options: Indexer.Options = Indexer.Options()) throws -> ScratchFolder {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 31))
        try reports.add(60)
        let indexer = Indexer(index: reports.folder("index"), options: options)
        _ = try indexer.index([reports.folder("reports")])
        try reports.add(10)
        try reports.change(6)
        _ = try indexer.reindex()
        return reports.folder
    }

    private func database(_ folder: ScratchFolder) throws -> Database {
        let place = IndexFolder(folder("index"))
        return try place.generation(of: try place.manifest()).openDatabase()
    }

    @Test("is what the lists give back, however the document was written", arguments: [true, false])
    func equal(inBulk: Bool) throws {
        var options = Indexer.Options()
        options.writesInBulk = inBulk
        let folder = try index(options)
        let database = try database(folder)
        let documents = try database.documentIDs(containing: [])
        #expect(documents.count > 50)
        for document in documents {
            let (record, bytes, sum) = try StoredRecord.parts(of: try database.documentData(document))
            let terms = try database.documentTerms(document, withPositions: true)
            #expect(try ContentSum(of: document, data: bytes, terms: terms, in: database).value == sum, "\(record.id)")
            #expect(Array(bytes) == record.encoded())
        }
    }

    @Test("changes with each term, frequency, position, value and byte of the record")
    func differs() throws {
        func sum(
            _ words: TermList = TermList(),
            _ record: String = "",
            _ change: (inout FlatDocument) -> Void = { _ in }
        ) -> UInt64 {
            var document = FlatDocument()
            change(&document)
            var sum = ContentSum()
            sum.add(words)
            return ContentSum(words: sum, document, record: Array(record.utf8)).value
        }
        func list(_ word: String, _ frequency: UInt32, _ positions: [UInt32]) -> TermList {
            var list = TermList()
            list.append(Array(word.utf8).span, frequency: frequency, positions: positions[...])
            return list
        }
        let sums = [
            sum(), sum(list("convoy", 1, [3])), sum(list("convoy", 2, [3])), sum(list("convoy", 1, [4])),
            sum(list("convoy", 1, [3, 4])), sum { $0.addBooleanTerm("Qa") }, sum { $0.addBooleanTerm("Qb") },
            sum { $0.setValue("a", in: Slot(1)) }, sum { $0.setValue("a", in: Slot(2)) },
            sum { $0.setValue("b", in: Slot(1)) }, sum(TermList(), "a"), sum(TermList(), "b"),
        ]
        #expect(Set(sums).count == sums.count)
        // In any order, and a term that comes twice once.
        let one = sum {
            $0.addBooleanTerm("Qa")
            $0.addBooleanTerm("Kb")
            $0.addBooleanTerm("Qa")
        }
        let other = sum {
            $0.addBooleanTerm("Kb")
            $0.addBooleanTerm("Qa")
        }
        #expect(one == other)
        // The story is set later.
        #expect(sum { $0.setValue("label", in: Schema.storySlot) } == sum())
    }

    @Test("Data of an older version has none; what is cut off is no record")
    func older() throws {
        let folder = try index()
        let database = try database(folder)
        let document = try #require(try database.documentIDs(containing: []).first)
        let data = try database.documentData(document)
        let (record, bytes, _) = try StoredRecord.parts(of: data)
        #expect(try StoredRecord.parts(of: Array(bytes)).sum == nil)
        #expect(try StoredRecord(decoding: Array(bytes)) == record)
        for count in 1..<ContentSum.size {
            #expect(throws: ByteReader.Malformed.self) { try StoredRecord.parts(of: Array(data.dropLast(count))) }
        }
    }

    @Test("A text of which a byte has changed is damaged, whatever byte it is")
    func text() throws {
        let stored = StoredText(text: "A convoy passed Kyiv.", mentions: [], given: [:])
        let packed = stored.encoded()
        #expect(try StoredText(decoding: packed) == stored)
        for place in packed.indices {
            for bit in 0..<8 {
                var damaged = packed
                damaged[place] ^= UInt8(1 << bit)
                #expect((try? StoredText(decoding: damaged)).map { $0 == stored } ?? true)
            }
        }
    }
}
