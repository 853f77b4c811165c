internal import Xapian

extension SearchIndex {
    /// So many terms of ids are read at once.
    private static let pageSize = 1_024

    /// Hands over all that the index holds, in an order that depends on nothing but the reports in it.
    ///
    /// Linear in the index; holds one report at a time, the state of each file, and a name for each story.
    ///
    /// - Parameter sink: called for each part; not to use this index meanwhile.
    /// - Throws: what `sink` throws, and ``SitrepError``: `usage` where several indexes are open, `data` where the index is
    ///   damaged, `io` when a writer changed the index after `sink` was called.
    public func dump(sink: (DumpPart) throws -> Void) throws {
        _ = try onlyFolder(for: "a dump")
        var hasBegun = false
        func mayRestart() -> Bool { !hasBegun }
        try withState(mayRestart: mayRestart) { state in
            var reader = DumpReader(directory: try state.directory)
            var next: [UInt8] = []
            while true {
                let prefix = Array(Schema.id.prefix.utf8)
                let terms = try state.database.allTerms(prefix: prefix, from: next, limit: Self.pageSize)
                for (term, _) in terms {
                    for document in try state.database.documentIDs(containing: term) {
                        let report = try reader.report(document, in: state.database)
                        hasBegun = true
                        try sink(.report(report))
                    }
                }
                guard terms.count == Self.pageSize, let last = terms.last else { break }
                next = last.term + [0]
            }
            // One that is found by no id is one of a damaged index.
            guard reader.count == (try state.database.documentCount) else { throw ByteReader.Malformed() }
            hasBegun = true
            try Self.dumpFiles(state, sink: sink)
            let metadata = state.members.first.metadata
            try sink(
                .index(
                    reports: reader.count,
                    vocabulary: metadata.vocabularyDigest,
                    isUnfinished: metadata.isCheckpoint
                )
            )
        }
    }

    private static func dumpFiles(_ state: borrowing State, sink: (DumpPart) throws -> Void) throws {
        let sources = state.members.first.metadata.sources
        for source in sources.sorted(by: { $0.path < $1.path }) {
            try sink(.source(path: source.path, excluded: source.excluded))
        }
        let paths = Dictionary(sources.map { ($0.number, $0.path) }, uniquingKeysWith: { $1 })
        var files: [(source: String, path: String, reports: Int)] = []
        for (_, value) in try state.database.metadataEntries(prefix: FileKey.metadataPrefix) {
            let file = try FileRecord(decoding: value)
            guard let source = paths[file.source] else { throw ByteReader.Malformed() }
            files.append((source, file.relativePath, file.reports))
        }
        files.sort { ($0.source, $0.path) < ($1.source, $1.path) }
        for file in files { try sink(.file(source: file.source, path: file.path, reports: file.reports)) }
    }
}

/// Reads the reports of one state of an index for a dump, in the order of their ids.
private struct DumpReader {
    let directory: ConceptDirectory
    /// How many were read.
    private(set) var count = 0
    /// The id of the first report of each story, by the key of the story.
    private var stories: [String: String] = [:]

    init(directory: ConceptDirectory) { self.directory = directory }

    mutating func report(_ document: DocumentID, in database: borrowing Database) throws -> DumpedReport {
        let record = try StoredRecord(decoding: try database.documentData(document))
        let stored = try StoredText(
            decoding: try database.metadata(StoredText.metadataKey(reportKey: record.key), beside: document)
        )
        let claims = try ClaimList(
            decoding: try Schema.figure.slot.map { try database.documentValue(document, in: $0) } ?? []
        )
        let (story, members) = try story(of: record, document, in: database)
        count += 1
        return DumpedReport(
            id: record.id,
            key: record.key,
            title: record.title,
            published: record.published,
            url: record.url,
            source: record.source,
            credit: record.credit,
            language: record.language,
            path: record.path,
            digest: record.digest,
            added: record.added,
            removedBytes: record.removedBytes,
            text: stored.text,
            cuts: stored.cuts.map { DumpedReport.Cut(offset: $0.offset, text: $0.text) },
            values: values(record, stored),
            given: stored.given,
            eventDates: stored.eventDates,
            figures: claims.claims.map { Figure($0, path: directory.path) },
            struckFigures: claims.struck.map { Figure($0, path: directory.path) },
            hasMoreFigures: claims.isCut,
            story: story,
            storyMembers: members,
            marks: record.applied?.marks,
            foundTitle: record.applied?.foundTitle,
            foundPublished: record.applied?.foundPublished,
            termsDigest: DumpDigest.ofTerms(try database.documentTerms(document, withPositions: true)),
            valuesDigest: try DumpDigest.ofValues { slot throws(XapianError) in
                try database.documentValue(document, in: slot)
            }
        )
    }

    /// The values that the report has, and behind them those that it mentions but that a person took from it.
    private func values(_ record: StoredRecord, _ stored: StoredText) -> [FacetKind: [DumpedReport.Value]] {
        var values: [FacetKind: [DumpedReport.Value]] = [:]
        for facet in FacetKind.allCases {
            let mentions = stored.mentions.filter { $0.facet == facet }
            let byConcept = Dictionary(mentions.map { ($0.concept, $0) }, uniquingKeysWith: { first, _ in first })
            let own = record.mentioned[facet] ?? []
            let known = Set(own)
            let all = own + mentions.map(\.concept).filter { !known.contains($0) }
            guard !all.isEmpty else { continue }
            values[facet] = all.map { concept in
                let mention = byConcept[concept]
                return DumpedReport.Value(
                    concept: concept,
                    path: directory.path(of: concept, in: facet),
                    surfaces: mention?.surfaces ?? [],
                    spans: mention?.spans ?? [],
                    titleSpans: mention?.titleSpans ?? [],
                    salience: mention?.salience ?? 0
                )
            }
        }
        return values
    }

    /// The first report of the story, and where this is the first one, all of them: so that the ids of a story stand in the
    /// dump once, however many there are.
    private mutating func story(
        of record: StoredRecord,
        _ document: DocumentID,
        in database: borrowing Database
    ) throws -> (first: String?, members: [String]) {
        guard let label = try StoryMembers.label(of: document, in: database) else { return (nil, []) }
        if let first = stories[label] { return (first, []) }
        var members: [String] = []
        for key in try StoryMembers.keys(of: label, beside: document, in: database) {
            guard let member = try database.documentIDs(containing: Schema.key.term(key)).first else {
                throw ByteReader.Malformed()
            }
            members.append(try StoredRecord(decoding: try database.documentData(member)).id)
        }
        stories[label] = record.id
        return (record.id, members.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
