internal import Xapian

/// Makes hits of matches: their stored records, and snippets from their stored texts.
enum HitMaker {
    /// - Parameters:
    ///   - offset: how many hits come before these.
    ///   - hidden: the reports that the search does not show.
    static func hits(
        _ matches: [Match],
        from offset: Int,
        _ compiled: CompiledQuery,
        _ request: SearchRequest,
        hidden: HiddenReports,
        _ state: borrowing SearchIndex.State
    ) throws -> [Hit] {
        var snippets = try SnippetMaker(words: compiled.words)
        var hits: [Hit] = []
        hits.reserveCapacity(matches.count)
        var counts: [StoryName: Int] = [:]
        // What the hits name is looked up when it is asked for, then without the index.
        let directory = request.wantsValues ? try state.directory : nil
        for (index, match) in matches.enumerated() {
            let record = try state.members.reading(match.documentID) { try StoredRecord(decoding: match.data) }
            var snippet = Snippet(text: "")
            if request.wantsSnippets {
                let stored = try text(of: match.documentID, record, state)
                var spans = try stored.mentions
                    .filter { try isWanted($0, compiled.concepts, state) }.flatMap(\.spans)
                if let days = compiled.spans[.happened] { spans += self.spans(of: days, in: stored) }
                snippet = snippets.snippet(
                    of: stored.text,
                    title: record.title,
                    language: record.language,
                    spans: spans
                )
            }
            hits.append(
                Hit(
                    rank: offset + index + 1,
                    record: record,
                    index: state.members.folder(of: match.documentID),
                    score: match.weight,
                    snippet: snippet,
                    similar: try similar(match.documentID, hidden, &counts, state),
                    directory: directory
                )
            )
        }
        return hits
    }

    /// How many other reports tell the same story, but for hidden ones.
    ///
    /// - Parameter counts: how many reports the stories have that were met already: each list is read once a page.
    private static func similar(
        _ document: DocumentID,
        _ hidden: HiddenReports,
        _ counts: inout [StoryName: Int],
        _ state: borrowing SearchIndex.State
    ) throws(XapianError) -> Int {
        guard let story = try state.story(of: document) else { return 0 }
        let count: Int
        if let known = counts[story] {
            count = known
        } else {
            let all = try StoryMembers.count(of: story.label, beside: document, in: state.database)
            count = all - 1 - hidden.count(of: story)
            counts[story] = count
        }
        return max(0, count)
    }

    /// The text of a report, which stands beside its document.
    static func text(
        of document: DocumentID,
        _ record: StoredRecord,
        _ state: borrowing SearchIndex.State
    ) throws -> StoredText {
        try state.members.reading(document) {
            try StoredText(
                decoding: try state.database.metadata(StoredText.metadataKey(reportKey: record.key), beside: document)
            )
        }
    }

    /// Where the dates of events stand that lie in some days: the first place of each.
    private static func spans(of days: DateSpan, in stored: StoredText) -> [Range<Int>] {
        let wanted = stored.eventDates.filter { date in
            (days.first.map { date.last >= $0 } ?? true) && (days.last.map { date.first <= $0 } ?? true)
        }
        guard !wanted.isEmpty else { return [] }
        let bytes = Array(stored.text.utf8)
        return wanted.compactMap { date in
            let surface = Array(date.surface.utf8)
            guard let first = surface.first, surface.count <= bytes.count else { return nil }
            let start = (0...bytes.count - surface.count).first {
                bytes[$0] == first && bytes[$0..<$0 + surface.count].elementsEqual(surface)
            }
            return start.map { $0..<$0 + surface.count }
        }
    }

    /// Whether a mention is of a concept that a filter asks for, or of one below it.
    private static func isWanted(
        _ mention: FacetMention,
        _ concepts: [FacetKind: Set<ConceptID>],
        _ state: borrowing SearchIndex.State
    ) throws -> Bool {
        guard let wanted = concepts[mention.facet], !wanted.isEmpty else { return false }
        return try state.directory.lineage(of: mention.concept, in: mention.facet).contains { wanted.contains($0) }
    }
}

/// The reports that a search does not show, by the stories that they tell.
struct HiddenReports {
    private var counts: [StoryName: Int] = [:]

    /// Reads each of them, so linear in their number: once an answer.
    init(_ compiled: CompiledQuery, _ state: borrowing SearchIndex.State) throws {
        guard compiled.hidden != nil else { return }
        for document in try state.database.documentIDs(containing: Schema.irrelevant.term("")) {
            guard let story = try state.members.story(of: document, in: state.database) else { continue }
            counts[story, default: 0] += 1
        }
    }

    /// How many of a story's reports are hidden.
    func count(of story: StoryName) -> Int { counts[story] ?? 0 }
}

extension Hit {
    fileprivate init(
        rank: Int,
        record: StoredRecord,
        index: String?,
        score: Double,
        snippet: Snippet,
        similar: Int,
        directory: ConceptDirectory?
    ) {
        self.init(
            rank: rank,
            id: record.id,
            key: record.shortKey,
            wholeKey: record.key,
            score: score,
            title: record.title,
            published: record.published,
            path: record.path,
            index: index,
            url: record.url,
            source: record.source,
            language: record.language,
            added: record.added,
            mentioned: record.mentioned,
            directory: directory,
            snippet: snippet,
            similar: similar,
            marks: record.applied?.marks
        )
    }
}
