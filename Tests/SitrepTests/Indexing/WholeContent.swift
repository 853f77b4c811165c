import Testing
import Xapian

@testable import Sitrep

/// Everything that an index holds, but for when it was built.
struct WholeContent {
    var records: [DocumentID: StoredRecord] = [:]
    var terms: [DocumentID: [DocumentTerm]] = [:]
    var values: [DocumentID: [[UInt8]]] = [:]
    var metadata: [[UInt8]: [UInt8]] = [:]
    var frequencies: [[UInt8]: Int] = [:]
    var averageLength: Double

    init(_ path: String) throws {
        let folder = IndexFolder(path)
        let database = try Database(path: folder.generation(named: try folder.manifest().generation).databasePath)
        #expect(try Database.check(path: path + "/" + folder.manifest().generation + "/database").errors == 0)
        let ofTime = [Schema.added.slot, Schema.addedOrder.slot]
        for document in try database.documentIDs(containing: []) {
            var record = try StoredRecord(decoding: try database.documentData(document))
            record.added = ""
            records[document] = record
            terms[document] = try database.documentTerms(document, withPositions: true)
            values[document] = try (0..<32).map { Slot($0) }.filter { !ofTime.contains($0) }.map {
                try database.documentValue(document, in: $0)
            }
        }
        // Of when it was built, and of how large its file is.
        let ownKeys = ["index", "begun", "compact", SourceRecord.metadataKey].map { Array($0.utf8) }
        for (key, value) in try database.metadataEntries(prefix: []) where !ownKeys.contains(key) {
            metadata[key] = value
        }
        for (term, frequency) in try database.allTerms(prefix: []) { frequencies[term] = frequency }
        averageLength = try database.averageLength
    }
}

/// Expects two indexes to hold the same.
func expectEqual(_ found: WholeContent, _ expected: WholeContent, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(found.records == expected.records, sourceLocation: sourceLocation)
    #expect(found.terms == expected.terms, sourceLocation: sourceLocation)
    #expect(found.values == expected.values, sourceLocation: sourceLocation)
    #expect(found.frequencies == expected.frequencies, sourceLocation: sourceLocation)
    // Not within the macro, which would print all texts.
    let differing = Set(found.metadata.keys).union(expected.metadata.keys).filter {
        found.metadata[$0] != expected.metadata[$0]
    }
    let names = differing.map { String(decoding: $0, as: UTF8.self) }.sorted()
    #expect(names.isEmpty, sourceLocation: sourceLocation)
    #expect(found.averageLength == expected.averageLength, sourceLocation: sourceLocation)
}
