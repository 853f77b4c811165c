internal import Xapian

extension SearchIndex {
    /// The reports that tell the story of a report, and what each tells that the others do not.
    ///
    /// What a report tells of its own is found among all reports of the story, whatever `limit` is; time is linear in the
    /// length of their texts, of which one is held at a time.
    ///
    /// - Parameters:
    ///   - name: an id, a key, or an unambiguous start of a key.
    ///   - limit: how many reports to give; `nil` for all.
    ///   - includesIrrelevant: whether reports that a person took for irrelevant are given too.
    /// - Throws: ``SitrepError``: `notFound` where there is no such report, `usage` where several begin so, `data` where
    ///   the index is damaged.
    public func story(
        of name: String,
        limit: Int? = nil,
        offset: Int = 0,
        includesIrrelevant: Bool = false
    ) throws -> Story {
        try withState { state in
            let named = try Self.document(named: name, state)
            let all = try Self.members(ofStoryOf: named, state)
            // What was asked for by its name is shown whatever was said of it.
            let irrelevant = Set(try state.database.documentIDs(containing: Schema.irrelevant.term("")))
            let members = includesIrrelevant ? all : all.filter { $0 == named || !irrelevant.contains($0) }
            var own = OwnSentences()
            var places: [(order: (Int, String), document: DocumentID)] = []
            for document in members {
                let record = try Self.record(document, state)
                places.append((Self.order(of: record), document))
                if members.count > 1 { own.add(Sentences(try HitMaker.text(of: document, record, state).text)) }
            }
            places.sort { $0.order < $1.order }
            let start = min(max(0, offset), places.count)
            let shown = places[start...].prefix(max(0, limit ?? .max))
            let tellings = try shown.map { place in
                let record = try Self.record(place.document, state)
                var telling = Telling(record)
                if members.count > 1 {
                    telling.own = own.own(Sentences(try HitMaker.text(of: place.document, record, state).text))
                }
                return telling
            }
            return Story(total: members.count, irrelevant: all.count - members.count, tellings: tellings)
        }
    }

    /// The reports that tell the story of a report, itself among them: of its own index, where several are searched.
    static func members(ofStoryOf document: DocumentID, _ state: borrowing State) throws -> [DocumentID] {
        try state.members.reading(document) { try storyMembers(of: document, state) }
    }

    private static func storyMembers(of document: DocumentID, _ state: borrowing State) throws -> [DocumentID] {
        guard let story = try state.members.story(of: document, in: state.database) else { return [document] }
        let keys = try StoryMembers.keys(of: story.label, beside: document, in: state.database)
        var members: [DocumentID] = []
        for key in keys {
            let term = Schema.key.term(key)
            guard let member = try state.members.documents(containing: term, ofIndexAt: story.index).first else {
                throw ByteReader.Malformed()
            }
            members.append(member)
        }
        guard members.contains(document) else { throw ByteReader.Malformed() }
        return members
    }

    /// Undated reports come last.
    private static func order(of record: StoredRecord) -> (Int, String) {
        (record.published.date?.daysSince1970 ?? .max, record.id)
    }
}
