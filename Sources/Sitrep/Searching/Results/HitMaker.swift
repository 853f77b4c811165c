internal import Xapian

/// Makes hits of matches: their stored records, and snippets from their stored texts.
enum HitMaker {
    /// - Parameter offset: how many hits come before these.
    static func hits(
        _ matches: [Match],
        from offset: Int,
        _ compiled: CompiledQuery,
        _ request: SearchRequest,
        _ state: borrowing SearchIndex.State
    ) throws -> [Hit] {
        var snippets = try SnippetMaker(words: compiled.words)
        var hits: [Hit] = []
        hits.reserveCapacity(matches.count)
        for (index, match) in matches.enumerated() {
            let record = try StoredRecord(decoding: match.data)
            var snippet = Snippet(text: "")
            if request.wantsSnippets {
                let stored = try text(of: record, state)
                let spans = stored.mentions
                    .filter { isWanted($0, compiled.concepts, state.directory) }.flatMap(\.spans)
                snippet = snippets.snippet(of: stored.text, language: record.language, spans: spans)
            }
            hits.append(
                Hit(
                    rank: offset + index + 1,
                    record: record,
                    score: match.weight,
                    snippet: snippet,
                    directory: state.directory
                )
            )
        }
        return hits
    }

    static func text(of record: StoredRecord, _ state: borrowing SearchIndex.State) throws -> StoredText {
        try StoredText(
            decoding: try state.database.metadata(StoredText.metadataKey(reportKey: record.key))
        )
    }

    /// Whether a mention is of a concept that a filter asks for, or of one below it.
    private static func isWanted(
        _ mention: FacetMention,
        _ concepts: [FacetKind: Set<ConceptID>],
        _ directory: ConceptDirectory
    ) -> Bool {
        guard let wanted = concepts[mention.facet], !wanted.isEmpty else { return false }
        return directory.lineage(of: mention.concept, in: mention.facet).contains { wanted.contains($0) }
    }
}

extension Hit {
    init(rank: Int, record: StoredRecord, score: Double, snippet: Snippet, directory: ConceptDirectory) {
        self.init(
            rank: rank,
            id: record.id,
            key: record.shortKey,
            score: score,
            title: record.title,
            published: record.published,
            path: record.path,
            url: record.url,
            source: record.source,
            language: record.language,
            added: record.added,
            mentioned: record.mentioned,
            directory: directory,
            snippet: snippet
        )
    }
}
