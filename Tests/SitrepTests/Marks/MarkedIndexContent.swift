import Xapian

@testable import Sitrep

/// Everything that a search can see of an index, but for when its reports came in, the numbers of its sources and the
/// labels of stories.
struct MarkedIndexContent: Equatable {
    var reports: [String: Report] = [:]
    var stories: [[String]] = []

    struct Report: Equatable {
        var record: StoredRecord
        var terms: [DocumentTerm]
        var values: [UInt32: [UInt8]]
        var text: StoredText
    }

    init(_ path: String) throws {
        let folder = IndexFolder(path)
        let database = try folder.generation(of: try folder.manifest()).openDatabase()
        let passing = [Schema.added.slot, Schema.addedOrder.slot, Schema.story.slot].compactMap { $0?.rawValue }
        // The keys of stories are terms of reports that were written in place alone.
        let prefixes = [Schema.run.prefix.utf8, Schema.file.prefix.utf8, Schema.storyBand.prefix.utf8]
        for document in try database.documentIDs(containing: []) {
            var record = try StoredRecord(decoding: try database.documentData(document))
            (record.added, record.run) = ("", 0)
            var values: [UInt32: [UInt8]] = [:]
            for slot in UInt32(0)..<32 where !passing.contains(slot) {
                values[slot] = try database.documentValue(document, in: Slot(rawValue: slot))
            }
            reports[record.id] = Report(
                record: record,
                terms: try database.documentTerms(document, withPositions: true)
                    .filter { term in !prefixes.contains { term.term.starts(with: $0) } },
                values: values,
                text: try StoredText(decoding: try database.metadata(StoredText.metadataKey(reportKey: record.key)))
            )
        }
        stories = try database.metadataEntries(prefix: StoryMembers.metadataPrefix).map {
            try StoryMembers.decode($0.value)
        }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
