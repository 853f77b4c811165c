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

    /// All but those of when it was built.
    private static let slots = Schema.slots.filter {
        ![Schema.added.slot, Schema.addedOrder.slot].contains($0)
    }

    /// The same with each story named after its reports.
    ///
    /// A story keeps the name that it had first, which is the key of one of its reports, so that of two indexes that came
    /// to the same reports by different ways the names may differ, but never the stories.
    var withPlainStories: WholeContent {
        var content = self
        let prefix = Array(StoryMembers.metadataKey(label: "").utf8)
        for (key, keys) in metadata where key.starts(with: prefix) {
            content.metadata[key] = nil
            content.metadata[prefix + keys] = keys
        }
        guard let place = Self.slots.firstIndex(of: Schema.storySlot) else { return content }
        for (document, values) in values where !values[place].isEmpty {
            content.values[document]?[place] = metadata[prefix + values[place]] ?? []
        }
        return content
    }

    init(_ path: String) throws {
        let folder = IndexFolder(path)
        let database = try folder.generation(of: try folder.manifest()).openDatabase()
        #expect(try Database.check(path: path + "/" + folder.manifest().generation + "/database").errors == 0)
        for document in try database.documentIDs(containing: []) {
            var record = try StoredRecord(decoding: try database.documentData(document))
            record.added = ""
            records[document] = record
            terms[document] = try database.documentTerms(document, withPositions: true)
            values[document] = try Self.slots.map { try database.documentValue(document, in: $0) }
        }
        // Of when it was built, and of how large its file is.
        let ownKeys = ["index", "begun", "compact", "shards", SourceRecord.metadataKey].map { Array($0.utf8) }
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
