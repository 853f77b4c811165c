internal import Xapian

extension SearchIndex {
    /// The report with this id, key, or unambiguous start of a key.
    ///
    /// - Parameters:
    ///   - query: its words are marked in the text.
    ///   - literal: whether they stand for themselves alone.
    /// - Throws: ``SitrepError``: `notFound` where there is none, `usage` where several begin so.
    public func report(_ name: String, query: String = "", literal: Bool = false) throws -> ReportDetails {
        try withState { state in
            let document = try Self.find(name, state)
            let record = try StoredRecord(decoding: try state.database.documentData(document))
            let stored = try HitMaker.text(of: record, state)
            var request = SearchRequest()
            request.query = query
            request.literal = literal
            var compiler = try QueryCompiler(directory: state.directory, today: Timestamp.localToday())
            let compiled = try compiler.compile(request, in: state.database)
            var snippets = try SnippetMaker(words: compiled.words)
            return ReportDetails(
                record: record,
                stored: stored,
                matches: snippets.matches(in: stored.text, language: record.language),
                directory: state.directory
            )
        }
    }

    private static func find(_ name: String, _ state: borrowing State) throws -> DocumentID {
        if let document = try state.database.documentIDs(containing: Schema.id.term(name)).first { return document }
        let key = name.lowercased()
        let isHexadecimal =
            !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isHexadecimal, key.utf8.count <= 16 else { throw unknownReport(name) }
        let prefix = Schema.key.prefix
        let terms = try state.database.allTerms(prefix: Array((prefix + key).utf8), limit: 2)
        guard terms.count <= 1 else {
            throw SitrepError(.usage, "several reports have a key that begins with \(name)", hint: "give more of it")
        }
        guard let term = terms.first?.term,
            let document = try state.database.documentIDs(containing: term).first
        else { throw unknownReport(name) }
        return document
    }

    private static func unknownReport(_ name: String) -> SitrepError {
        SitrepError(
            .notFound,
            "no report has the id or key “\(name)”",
            hint: "sitrep search shows the key of each report"
        )
    }
}

extension ReportDetails {
    init(record: StoredRecord, stored: StoredText, matches: [Range<Int>], directory: ConceptDirectory) {
        var values: [FacetKind: [ReportValue]] = [:]
        for (facet, ids) in record.mentioned {
            values[facet] = ids.map { id in
                let mention = stored.mentions.first { $0.facet == facet && $0.concept == id }
                return ReportValue(
                    path: directory.path(of: id, in: facet),
                    surfaces: mention?.surfaces ?? [],
                    mentions: mention?.count ?? 0
                )
            }
        }
        self.init(
            id: record.id,
            key: record.shortKey,
            title: record.title,
            published: record.published,
            url: record.url,
            source: record.source,
            language: record.language,
            path: record.path,
            digest: record.digest,
            added: record.added,
            text: stored.text,
            matches: matches,
            values: values,
            eventDates: stored.eventDates,
            removedBytes: record.removedBytes
        )
    }
}
