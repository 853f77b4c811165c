import Testing
import Xapian

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An index of random reports that several runs made, some of them marked, whose sources come and go.
struct KeptIndex {
    var reports: ChangingReports
    var folder: ScratchFolder { reports.folder }
    var index: String { folder("index") }

    init(seed: UInt64, shards: Int = 1) throws {
        reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: seed))
        try reports.add(70)
        var options = Indexer.Options()
        options.shards = shards
        _ = try Indexer(index: reports.folder("index"), options: options).index([reports.folder("reports")])
        try reports.add(20)
        try reports.change(6)
        let ids = reports.texts.prefix(3).map { String($0.dropFirst("reports/".count)) }
        let marks = ids.map { "- id: \"\($0)\"\n  tags: [lead]\n  at: \"2026-12-30T00:00:00Z\"\n" }.joined()
        try folder.write("index/marks.yaml", "marks:\n" + marks)
        _ = try reindex()
    }

    /// What an index holds, with when and with which run each report first came in.
    struct Content: Equatable {
        var parts: [DumpPart]
        var arrivals: [String: String]

        var ids: [String] { parts.compactMap(\.report?.id) }
        var reports: Int { ids.count }
    }

    func content() throws -> Content {
        var arrivals: [String: String] = [:]
        let database = try generation.openDatabase()
        for document in try database.documentIDs(containing: []) {
            let record = try StoredRecord(decoding: try database.documentData(document))
            arrivals[record.id] = "\(record.run) \(record.added)"
        }
        return Content(parts: try Dumped.parts(index), arrivals: arrivals)
    }

    /// The texts of the reports by their ids.
    func texts() throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try content().parts.compactMap(\.report).map { ($0.id, $0.text) })
    }

    /// What an index holds that is built at once from what is there.
    func clean(_ sources: String..., shards: Int = 1) throws -> [DumpPart] {
        try? Files.removeFolder(folder("clean"))
        try Files.makeFolder(folder("clean"))
        try Files.replace(folder("clean/marks.yaml"), with: try Files.read(folder("index/marks.yaml")))
        var options = Indexer.Options()
        options.shards = shards
        let paths = sources.isEmpty ? ["reports"] : sources
        _ = try Indexer(index: folder("clean"), options: options).index(paths.map { folder($0) })
        return try Dumped.parts(folder("clean"))
    }

    var generation: Generation {
        get throws {
            let place = IndexFolder(index)
            return place.generation(of: try place.manifest())
        }
    }

    /// What the index knows of its files.
    func files() throws -> [FileRecord] {
        try generation.openDatabase().metadataEntries(prefix: FileKey.metadataPrefix).map {
            try FileRecord(decoding: $0.value)
        }
    }

    /// The document of a report.
    func document(_ id: String) throws -> DocumentID {
        try #require(try generation.openDatabase().documentIDs(containing: Schema.id.term(id)).first)
    }

    // MARK: Runs

    @discardableResult
    func reindex() throws -> RunSummary { try Indexer(index: index).reindex() }

    @discardableResult
    func rebuild(_ change: (inout Indexer.Options) -> Void = { _ in }) throws -> RunSummary {
        var options = Indexer.Options()
        change(&options)
        return try Indexer(index: index, options: options).reindex(rebuilding: true)
    }

    // MARK: Sources

    /// Takes a file or folder away, as where its disk is not mounted.
    func hide(_ name: String) throws { try Files.rename(folder(name), to: folder("hidden")) }

    /// Brings it back; what stands in its place goes.
    func show(_ name: String) throws {
        if Files.isFolder(folder(name)) { try Files.removeFolder(folder(name)) }
        try Files.rename(folder("hidden"), to: folder(name))
    }

    func link(_ name: String, to path: String) throws {
        try #require(symlink(path, folder(name)) == 0)
    }

    /// Copies a folder of files.
    func copy(_ path: String, to other: String) throws {
        try Files.makeFolder(other)
        for name in try Files.names(in: path) {
            try Files.replace(other + "/" + name, with: try Files.read(path + "/" + name))
        }
    }

    // MARK: The database

    /// Changes the database as no run does.
    func change(_ body: (inout WritableDatabase) throws -> Void) throws {
        var database = try WritableDatabase.ofIndex(paths: try generation.databasePaths)
        try body(&database)
        try database.commit()
    }

    func changeMetadata(_ body: (inout IndexMetadata) -> Void) throws {
        try change { database in
            var metadata = try IndexMetadata.read(from: database, at: index)
            body(&metadata)
            try metadata.write(to: &database)
        }
    }

    /// Makes it an index of an older schema, of before there were sums.
    func age(to schema: Int) throws {
        try changeMetadata { $0.schema = schema }
        try change { database in
            for document in try database.documentIDs(containing: []) {
                let (record, bytes, _) = try StoredRecord.parts(of: try database.documentData(document))
                var old = try Document()
                for term in try database.documentTerms(document, withPositions: true) {
                    let positions = term.positions ?? []
                    for position in positions { try old.addPosting(term.term, at: position, frequency: 0) }
                    try old.addTerm(term.term, frequency: term.frequency)
                }
                for slot in (0..<32).map({ Slot($0) }) {
                    try old.setValue(try database.documentValue(document, in: slot), in: slot)
                }
                try old.setData(Array(bytes))
                try database.replace(document, with: old)
                let key = StoredText.metadataKey(reportKey: record.key)
                let text = try Self.withoutSum(try database.metadata(key, beside: document))
                try database.setMetadata(text, for: key, beside: document)
            }
        }
        let place = IndexFolder(index)
        var manifest = try place.manifest()
        manifest.schema = schema
        try place.publish(manifest)
    }

    /// A stored text as it was before it had a sum.
    private static func withoutSum(_ text: [UInt8]) throws -> [UInt8] {
        var input = ByteReader(text)
        let size = try input.int()
        let whole = try Deflate.decompress(Array(input.rest), size: size, limit: 1 << 30)
        var out = ByteWriter()
        out.write(whole.count - ContentSum.size)
        return out.bytes + Deflate.compress(Array(whole.dropLast(ContentSum.size)))
    }
}
