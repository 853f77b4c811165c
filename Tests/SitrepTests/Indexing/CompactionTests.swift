import Testing
import Xapian

@testable import Sitrep

@Suite("The space that an index takes")
struct CompactionTests {
    private func database(_ folder: ScratchFolder) throws -> Database {
        let place = IndexFolder(folder("index"))
        return try place.generation(of: try place.manifest()).openDatabase()
    }

    /// Everything in a database but the notes of sizes and of changed documents.
    private func content(_ database: borrowing Database) throws -> [String] {
        var lines: [String] = []
        for document in try database.documentIDs(containing: []) {
            lines.append("\(document) \(try database.documentData(document))")
            for term in try database.documentTerms(document, withPositions: true) {
                lines.append("\(document) \(term)")
            }
            for slot in UInt32(0)..<40 { lines.append("\(try database.documentValue(document, in: Slot(slot)))") }
        }
        for (key, value) in try database.metadataEntries(prefix: "") {
            let name = String(decoding: key, as: UTF8.self)
            if name != "compact", !name.hasPrefix("changed/") { lines.append("\(name) \(value)") }
        }
        return lines
    }

    @Test("Compacting leaves every document, term, value and entry under its id")
    func content() throws {
        let folder = try ScratchFolder()
        for number in 0..<20 { try folder.write("reports/\(number).txt", "Convoy \(number)\n\nIt reached Kyiv.") }
        let indexer = Indexer(index: folder("index"))
        _ = try indexer.index([folder("reports")])
        // The first documents go, so that ids do not begin with 1.
        for number in 0..<3 { Files.remove(folder("reports/\(number).txt")) }
        try folder.write("reports/7.txt", "Convoy 7\n\nIt reached Odesa.")
        _ = try indexer.reindex()
        let before = try content(try database(folder))
        let summary = try indexer.compact()
        #expect(summary.revision == 2)
        #expect(try content(try database(folder)) == before)
        #expect(try indexer.reindex().unchanged == 17)
    }

    @Test("Many small changes do not let it grow without bound")
    func growth() throws {
        let folder = try ScratchFolder()
        for number in 0..<10 { try folder.write("reports/\(number).txt", "Convoy \(number)\n\nIt reached Kyiv.") }
        var options = Indexer.Options()
        options.compactionSlack = 100_000
        let indexer = Indexer(index: folder("index"), options: options)
        _ = try indexer.index([folder("reports")])
        let place = IndexFolder(folder("index"))
        var compactions = 0
        var largest = 0
        for round in 0..<300 {
            let words = (0..<60).map { "word\(round * 60 + $0)" }.joined(separator: " ")
            try folder.write("reports/\(round % 10).txt", "Convoy \(round)\n\nIt reached Kyiv with \(words).")
            let summary = try indexer.reindex()
            #expect(summary.changed == 1)
            if summary.remarks.contains(where: { $0.contains("compacted") }) { compactions += 1 }
            let generation = place.generation(of: try place.manifest())
            let database = try generation.openDatabase()
            let compact = try IndexMetadata.read(from: database, at: place.path).compactSize
            #expect(compact > 0)
            let size = generation.databaseSize
            #expect(!Compaction.isDue(size: size, compactSize: compact, slack: options.compactionSlack))
            largest = max(largest, size)
        }
        // Ten reports of some hundred bytes each, in whole blocks of a few tables.
        #expect(largest < 1_500_000)
        #expect(compactions > 0)
    }

    @Test("It is due when the database has doubled and grown by more than the slack")
    func policy() {
        #expect(!Compaction.isDue(size: 1 << 40, compactSize: 0))
        #expect(!Compaction.isDue(size: 20_000_000 + Compaction.slack, compactSize: 10_000_000))
        #expect(Compaction.isDue(size: 20_000_001 + Compaction.slack, compactSize: 10_000_000))
        #expect(!Compaction.isDue(size: Compaction.slack, compactSize: 1))
    }
}
