internal import Xapian

/// The database: its tables, what describes the index in it, and whether what stands in it twice is the same.
extension CheckRun {
    /// So much is read at once.
    static let pageSize = 4_096

    /// The library takes some tables that it cannot open for empty ones, whatever the reason.
    ///
    /// - Throws: ``SitrepError`` `io` where a table may not be opened, or too few files may.
    private func checkAccess(_ generation: Generation) throws {
        for folder in generation.databaseFolders {
            try Files.checkReadable(folder)
            for name in (try? Files.names(in: folder)) ?? [] { try Files.checkReadable(folder + "/" + name) }
        }
        // Each shard is open twice, with six tables, and there are the files beside it.
        try Files.checkRoom(forFiles: generation.shards * 12 + 16, folder.path)
    }

    /// Has the library check the tables of each shard.
    func checkTables(_ generation: Generation) throws {
        try checkAccess(generation)
        for (place, path) in generation.databasePaths.enumerated() {
            try progress(.database, place, of: generation.shards)
            let folder = generation.databaseFolders[place]
            let name = FileName.last(folder)
            // The library opens them as one who writes does, though it writes nothing.
            let tables = ((try? Files.names(in: folder)) ?? []).filter { $0.hasSuffix(".glass") }
            guard tables.allSatisfy({ Files.mayWrite(folder + "/" + $0) }) else {
                try note(
                    .database,
                    .remark,
                    "the structure of \(name) was not looked at, for which one has to have the right to write there",
                    remedy: "check the index as a user who may write there"
                )
                continue
            }
            do {
                let (errors, report) = try Database.check(path: path)
                guard errors > 0 else { continue }
                // Names of tables, what is in them, and sums stand between the errors.
                let lines = report.split(separator: "\n").filter {
                    !$0.hasSuffix(":") && !$0.contains("=") && !$0.contains("checked okay")
                        && !$0.contains("rrors found")
                }
                if let line = lines.first(where: { SystemTrouble.isNamed(in: String($0)) }) {
                    throw Self.trouble("\(name) cannot be read: \(line)")
                }
                try damage(
                    .database,
                    "\(name) has \(NumberText.count(errors, "error")) in its tables"
                        + (lines.first.map { ", the first: \($0)" } ?? "")
                )
            } catch let error as XapianError {
                if error.isOfMachine || error.code == .outOfMemory { throw error }
                try damage(.database, "\(name) cannot be read: \(error.message)")
            }
        }
    }

    func readState(_ manifest: Manifest, _ generation: Generation) throws -> DatabaseState {
        let database = try generation.openDatabase()
        let schema = try IndexMetadata.schema(of: database)
        guard schema == Schema.version else {
            let message = "the database is of schema \(schema), and the manifest says \(manifest.schema)"
            throw SitrepError(.data, message, hint: repair)
        }
        if let told = try IndexMetadata.shardCount(toldBy: database), told != generation.shards {
            let message = "the database is one of \(told) shards, and the manifest names \(generation.shards)"
            throw SitrepError(.data, message, hint: repair)
        }
        let metadata = try IndexMetadata.read(from: database, at: folder.path)
        if try IndexMetadata.isTorn(database) {
            try note(
                .description,
                .damage,
                "the shards are of different runs: one was cut off while it ended",
                remedy: ShellCommand.reindexing(folder.path)
            )
        } else {
            try checkShards(generation)
        }
        if manifest != Manifest(generation: manifest.generation, shards: manifest.shards, metadata: metadata) {
            try damage(
                .manifest,
                "the manifest names other sources, or another vocabulary, than the index was built from"
            )
        }
        let documents = try database.documentIDs(containing: [])
        let count = try database.documentCount
        if count != documents.count {
            try damage(.description, "the database counts \(count) reports and has \(documents.count)")
        }
        if let last = documents.last, try database.lastDocumentID < last {
            try damage(.description, "the database has a report beyond its last one")
        }
        return DatabaseState(generation, metadata, database, documents)
    }

    /// All shards have the same entries, but for texts.
    private func checkShards(_ generation: Generation) throws {
        guard generation.shards > 1 else { return }
        let kinds: [(prefix: String, name: String)] = [
            ("begun", "beginning"), ("files", "state of the files"), ("limits", "limits"),
            (SourceRecord.metadataKey, "sources"), ("marks", "marks"), (FileKey.metadataPrefix, "files"),
            (StoryMembers.metadataPrefix, "stories"), (RepeatedLine.metadataPrefix, "repeated lines"),
            (ConceptDirectory.metadataPrefix, "values of its own"),
        ]
        var first: [UInt64] = []
        for (shard, path) in generation.databasePaths.enumerated() {
            let database = try Database(path: path)
            let sums = try kinds.map { kind in
                try progress(.description, shard, of: generation.shards)
                return try database.metadataEntries(prefix: kind.prefix).reduce(0 as UInt64) { sum, entry in
                    let key = entry.key.withUnsafeBytes { ImageHash.token($0) }
                    return sum &+ mixBits(key, entry.value.withUnsafeBytes { ImageHash.token($0) })
                }
            }
            if shard == 0 { first = sums }
            for (kind, (sum, expected)) in zip(kinds, zip(sums, first)) where sum != expected {
                try damage(.description, "shard \(shard + 1) says something else of the \(kind.name) than the first")
            }
        }
    }

    /// Each report's document against its id, its record, and the sum of all that it holds.
    func checkReports(_ state: DatabaseState) throws {
        let keyPrefix = Array(Schema.storyBand.prefix.utf8)
        let filePrefix = Array(Schema.file.prefix.utf8)
        let own = try ownConcepts(in: state.database)
        var without = 0
        for (place, document) in state.documents.enumerated() {
            if place.isMultiple(of: 256) { try progress(.reports, place, of: state.reports) }
            let (record, bytes, sum) = try StoredRecord.parts(of: try state.database.documentData(document))
            let terms = try state.database.documentTerms(document, withPositions: true)
            func has(_ term: [UInt8]) -> Bool { terms.contains { $0.term == term } }
            let name = "the report “\(record.id)”"
            if let sum {
                let found = try ContentSum(of: document, data: bytes, terms: terms, in: state.database)
                if found.value != sum { try damage(.reports, "\(name) is not as it was written") }
            } else {
                without += 1
            }
            if record.key != ReportPreparation.key(of: record.id) || !has(Schema.id.term(record.id))
                || !has(Schema.key.term(record.key))
            {
                try damage(.reports, "\(name) cannot be found by its id")
            }
            if terms.count(where: { $0.term.starts(with: filePrefix) }) != 1 {
                try damage(.reports, "\(name) does not tell which file it came from")
            }
            for (facet, ids) in record.mentioned {
                for id in ids where id.isOwn && own[facet]?.contains(id) != true {
                    try damage(.reports, "\(name) has a value that the index does not know: \(id)")
                }
            }
            let length = terms.reduce(0) { $0 + $1.frequency }
            if try state.database.documentLength(document) != length {
                try damage(.reports, "\(name) has another length than its words")
            }
            state.length += length
            try checkValues(of: document, name, terms.filter { $0.term.starts(with: keyPrefix) }.map(\.term), state)
            for term in terms { state.words &+= Self.sum(term.term, document, term.frequency) }
        }
        let total = try state.database.averageLength * Double(state.reports)
        if abs(total - Double(state.length)) > max(1, total * 1e-9) {
            try damage(.description, "the reports have \(state.length) words, and the database counts \(Int(total))")
        }
        guard without > 0 else { return }
        try note(
            .reports,
            .remark,
            "\(NumberText.count(without, "report")) came in with an older version, without a sum of what each holds",
            remedy: ShellCommand.reindexing(folder.path, "--rebuild")
        )
    }

    /// The values that are read as a whole: the fingerprint, against its keys where the report has them, and the figures.
    private func checkValues(of document: DocumentID, _ name: String, _ keys: [[UInt8]], _ state: DatabaseState) throws
    {
        do {
            if let slot = Schema.figure.slot {
                _ = try ClaimList(decoding: try state.database.documentValue(document, in: slot))
            }
            let fingerprint = try StoryFingerprint(
                decoding: try state.database.documentValue(document, in: Schema.storyFingerprintSlot)
            )
            guard !keys.isEmpty else { return }
            state.keyed.insert(document)
            if Set(keys) != Set(StoryBands.terms(of: fingerprint)) {
                try damage(.reports, "\(name) has other keys of stories than its text")
            }
        } catch is ByteReader.Malformed {
            try damage(.reports, "\(name) has values that cannot be read")
        }
    }

    /// The ids of the values that this index alone has; an error where one is not that of its name.
    private func ownConcepts(in database: borrowing Database) throws -> [FacetKind: Set<ConceptID>] {
        var own: [FacetKind: Set<ConceptID>] = [:]
        for concept in try ConceptDirectory.ownConcepts(in: database) {
            own[concept.facet, default: []].insert(concept.id)
        }
        return own
    }

    /// What a term of a report adds to a sum in which the order does not matter.
    private static func sum(_ term: [UInt8], _ document: DocumentID, _ frequency: Int) -> UInt64 {
        let hash = term.withUnsafeBytes { ImageHash.token($0) }
        return mixBits(mixBits(hash, UInt64(document.rawValue)), UInt64(max(0, frequency)))
    }

    /// The list of reports of each word against what the reports say, and their numbers against each other.
    func checkWords(_ state: DatabaseState) throws {
        let identities = [Schema.id, Schema.key].map { Array($0.prefix.utf8) }
        var sum: UInt64 = 0
        var lines = LineStories()
        var (done, next): (Int, [UInt8]) = (0, [])
        while true {
            try progress(.words, done)
            let page = try state.database.allTerms(prefix: [], from: next, limit: Self.pageSize)
            for (term, count) in page {
                let documents = try state.database.documentIDs(containing: term)
                let frequencies = try state.database.frequencies(of: term, in: documents)
                let name = "“\(String(decoding: term.prefix(80), as: UTF8.self))”"
                if documents.count != count {
                    try damage(.words, "the list of \(name) has \(documents.count) reports and counts \(count)")
                }
                if try state.database.collectionFrequency(term) != frequencies.reduce(0, +) {
                    try damage(.words, "the list of \(name) counts another number of occurrences than it has")
                }
                if documents.count > 1, identities.contains(where: { term.starts(with: $0) }) {
                    try damage(.words, "\(documents.count) reports have one id, \(name)")
                }
                for (document, frequency) in zip(documents, frequencies) {
                    sum &+= Self.sum(term, document, frequency)
                }
                if let edge = EdgeTerm(term) { lines.add(edge) }
            }
            done += page.count
            guard page.count == Self.pageSize, let last = page.last else { break }
            next = last.term + [0]
        }
        if sum != state.words {
            try damage(.words, "the lists of words do not agree with the words that the reports have")
        }
        if lines.repeated != (try RepeatedLine.all(in: state.database)) {
            try damage(.words, "the lines that sources repeat are others than the reports have")
        }
    }

    /// Each text can be unpacked, and belongs to a report.
    func checkTexts(_ state: DatabaseState) throws {
        var texts = 0
        // Some at a time: their keys end in hexadecimal digits.
        let digits = Array("0123456789abcdef")
        for path in state.generation.databasePaths {
            let database = try Database(path: path)
            for first in digits {
                for second in digits {
                    try progress(.texts, texts, of: state.reports)
                    let prefix = StoredText.metadataKey(reportKey: "\(first)\(second)")
                    for (key, value) in try database.metadataEntries(prefix: prefix) {
                        texts += 1
                        let report = String(
                            decoding: key.dropFirst(StoredText.metadataKey(reportKey: "").utf8.count),
                            as: UTF8.self
                        )
                        if (try? StoredText(decoding: value)) == nil {
                            try damage(.texts, "the text of the report \(report) cannot be read")
                        }
                        if !(try database.termExists(Schema.key.term(report))) {
                            try damage(.texts, "there is a text of a report \(report), which is not there")
                        }
                    }
                }
            }
        }
        if texts != state.reports { try damage(.texts, "there are \(texts) texts of \(state.reports) reports") }
    }

    /// What is listed of each story against what its reports say.
    func checkStories(_ state: DatabaseState) throws {
        let entries = try state.database.metadataEntries(prefix: StoryMembers.metadataPrefix)
        var members = 0
        for (place, entry) in entries.enumerated() {
            if place.isMultiple(of: 256) { try progress(.stories, place, of: entries.count) }
            let label = Array(entry.key.dropFirst(StoryMembers.metadataPrefix.utf8.count))
            let name = "the story \(String(decoding: label, as: UTF8.self))"
            let keys = try StoryMembers.decode(entry.value)
            members += keys.count
            if keys.count < 2 { try damage(.stories, "\(name) has \(NumberText.count(keys.count, "report"))") }
            for key in keys {
                guard let document = try state.database.documentIDs(containing: Schema.key.term(key)).first else {
                    try damage(.stories, "\(name) has a report \(key), which is not there")
                    continue
                }
                if try state.database.documentValue(document, in: Schema.storySlot) != label {
                    try damage(.stories, "\(name) has the report \(key), which says that it is of another one")
                }
            }
        }
        var told = 0
        var next = DocumentID(1)
        while true {
            let page = try state.database.values(in: Schema.storySlot, from: next, limit: Self.pageSize)
            told += page.count
            guard page.count == Self.pageSize, let last = page.last?.id, last.rawValue < .max else { break }
            next = DocumentID(last.rawValue + 1)
        }
        if told != members { try damage(.stories, "\(told) reports are of stories, which list \(members)") }
    }

    /// What is known of each file against its reports.
    func checkFiles(_ state: DatabaseState) throws {
        let sources = Set(state.metadata.sources.map(\.number))
        let entries = try state.database.metadataEntries(prefix: FileKey.metadataPrefix)
        var reports = 0
        for (place, entry) in entries.enumerated() {
            if place.isMultiple(of: 256) { try progress(.files, place, of: entries.count) }
            let file = try FileRecord(decoding: entry.value)
            guard Array(file.fileKey.metadataKey.utf8) == entry.key, sources.contains(file.source) else {
                try damage(.files, "what is known of \(file.relativePath) does not fit its name")
                continue
            }
            let found = try state.database.termFrequency(file.fileKey.term)
            reports += found
            // A run that saved its state on the way has not counted them yet.
            if found != file.reports, !state.metadata.isCheckpoint {
                try damage(.files, "\(file.relativePath) has \(found) reports, and \(file.reports) are known")
            }
        }
        if reports != state.reports, !state.metadata.isCheckpoint {
            try damage(.files, "the files have \(reports) reports, and the index \(state.reports)")
        }
    }
}

/// Counts the stories of the lines at the edges of reports, whose terms come in the order of the lines.
private struct LineStories {
    /// The lines that enough stories have, of those that are counted.
    private(set) var repeated: Set<RepeatedLine> = []
    private var line: RepeatedLine?
    private var stories: Set<StoryHash> = []

    mutating func add(_ edge: EdgeTerm) {
        if edge.line != line {
            line = edge.line
            stories = []
        }
        stories.insert(edge.story)
        if stories.count >= RepeatedLine.threshold { repeated.insert(edge.line) }
    }
}
