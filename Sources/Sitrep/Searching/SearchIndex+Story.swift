internal import Xapian

extension SearchIndex {
    /// The sentences of so many reports of a story are kept while the others are read; those of more are read again.
    private static let mostKept = 500

    /// The reports that tell the story of a report, and what each tells that the others do not.
    ///
    /// What a report tells of its own is found among all reports of the story, whatever `limit` is; time is linear in the
    /// length of their texts.
    ///
    /// - Parameters:
    ///   - name: an id, a key, or an unambiguous start of a key.
    ///   - limit: how many reports to give; `nil` for all.
    /// - Throws: ``SitrepError``: `notFound` where there is no such report, `usage` where several begin so.
    public func story(of name: String, limit: Int? = nil, offset: Int = 0) throws -> Story {
        try withState { state in
            let document = try Self.document(named: name, state)
            var records = try Self.records(tellingTheStoryOf: document, state)
            records.sort { Self.order(of: $0) < Self.order(of: $1) }
            let start = min(max(0, offset), records.count)
            let shown = records[start..<min(records.count, start + max(0, min(limit ?? .max, records.count - start)))]
            guard records.count > 1 else { return Story(total: records.count, tellings: shown.map(Telling.init)) }
            var own = OwnSentences()
            var kept: [String: Sentences] = [:]
            let keys = Set(shown.prefix(Self.mostKept).map(\.key))
            for record in records {
                let sentences = Sentences(try HitMaker.text(of: record, state).text)
                own.add(sentences)
                if keys.contains(record.key) { kept[record.key] = sentences }
            }
            let tellings = try shown.map { record in
                var telling = Telling(record)
                let sentences = try kept[record.key] ?? Sentences(HitMaker.text(of: record, state).text)
                telling.own = own.own(sentences)
                return telling
            }
            return Story(total: records.count, tellings: tellings)
        }
    }

    private static func records(
        tellingTheStoryOf document: DocumentID,
        _ state: borrowing State
    ) throws -> [StoredRecord] {
        guard let label = try StoryMembers.label(of: document, in: state.database) else {
            return [try StoredRecord(decoding: try state.database.documentData(document))]
        }
        var records: [StoredRecord] = []
        for key in try StoryMembers.keys(of: label, in: state.database) {
            for member in try state.database.documentIDs(containing: Schema.key.term(key)) {
                records.append(try StoredRecord(decoding: try state.database.documentData(member)))
            }
        }
        return records
    }

    /// Undated reports come last.
    private static func order(of record: StoredRecord) -> (Int, String) {
        (record.published.date?.daysSince1970 ?? .max, record.id)
    }
}
