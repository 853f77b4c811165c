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
            let document = try Self.document(named: name, state)
            var snippets = try Self.snippets(of: query, literal: literal, state)
            return try Self.details(of: document, &snippets, state)
        }
    }

    /// Hands over the report with this id, key, or unambiguous start of a key, or else all reports of the file with this
    /// path, of which it holds one at a time.
    ///
    /// - Parameters:
    ///   - name: a path is absolute, or relative to the working directory.
    ///   - query: its words are marked in the text.
    ///   - literal: whether they stand for themselves alone.
    ///   - sink: called for each report, in the order in which they were taken in; not to use this index meanwhile.
    /// - Throws: what `sink` throws, and ``SitrepError``: `notFound` where there is none, `usage` where several keys begin
    ///   so, `io` when a writer changed the index after `sink` was called.
    public func forEachReport(
        _ name: String,
        query: String = "",
        literal: Bool = false,
        sink: (ReportDetails) throws -> Void
    ) throws {
        var hasBegun = false
        func mayRestart() -> Bool { !hasBegun }
        try withState(mayRestart: mayRestart) { state in
            let documents = try Self.documents(named: name, state)
            var snippets = try Self.snippets(of: query, literal: literal, state)
            for document in documents {
                let report = try Self.details(of: document, &snippets, state)
                hasBegun = true
                try sink(report)
            }
        }
    }

    /// The record of a report.
    static func record(_ document: DocumentID, _ state: borrowing State) throws -> StoredRecord {
        try state.members.reading(document) { try StoredRecord(decoding: try state.database.documentData(document)) }
    }

    /// Finds the words of a query in texts.
    private static func snippets(of query: String, literal: Bool, _ state: borrowing State) throws -> SnippetMaker {
        var request = SearchRequest()
        request.query = query
        request.literal = literal
        return try SnippetMaker(words: try compile(request, state).words)
    }

    /// A report whole, with what of its text some words match.
    static func details(
        of document: DocumentID,
        _ snippets: inout SnippetMaker,
        _ state: borrowing State
    ) throws -> ReportDetails {
        let record = try record(document, state)
        let stored = try HitMaker.text(of: document, record, state)
        return ReportDetails(
            record: record,
            index: state.members.folder(of: document),
            stored: stored,
            claims: try claims(of: document, state),
            matches: snippets.matches(in: stored.text, language: record.language),
            directory: try state.directory
        )
    }

    /// The reports of a file, whose path can lead to it through symbolic links, from each index that has it.
    private static func documents(ofFile path: String, _ state: borrowing State) throws -> [DocumentID] {
        let absolute = SystemPath.absolute(path)
        for path in [absolute, SystemPath.real(absolute) ?? absolute] {
            var documents: [DocumentID] = []
            for index in state.members.all.indices {
                documents += try self.documents(ofFile: path, inIndexAt: index, state)
            }
            if !documents.isEmpty { return documents }
        }
        return []
    }

    /// The reports that one index has of a file with just this path.
    private static func documents(
        ofFile path: String,
        inIndexAt index: Int,
        _ state: borrowing State
    ) throws -> [DocumentID] {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        for source in state.members.all[index].metadata.sources {
            let folder = source.path.utf8.split(separator: UInt8(ascii: "/"))
            guard parts.starts(with: folder, by: { $0.elementsEqual($1) }) else { continue }
            // The relative path of a source that is the file itself is its name.
            let below = parts.count == folder.count ? parts.suffix(1) : parts.dropFirst(folder.count)
            let relativePath = below.map { String(Substring($0)) }.joined(separator: "/")
            let key = FileKey(source: source.number, relativePath: relativePath)
            let documents = try state.members.documents(containing: key.term, ofIndexAt: index)
            // A folder can have a file of its own name in it.
            guard let first = documents.first, try record(first, state).path.utf8.elementsEqual(path.utf8) else {
                continue
            }
            return documents
        }
        return []
    }

    /// The report with an id, a key or the start of a key, from each index that has it, else the reports of the file with
    /// this path, else those of one index, whose folder stands before such a name with a colon; throws where there are none.
    static func documents(named name: String, _ state: borrowing State) throws -> [DocumentID] {
        let documents = try documents(named: name, inAll: state)
        guard documents.isEmpty else { return documents }
        for (place, rest) in state.members.indexes(namedIn: name) {
            let documents = try self.documents(named: rest, inAll: state).filter {
                state.members.place(of: $0) == place
            }
            if !documents.isEmpty { return documents }
        }
        throw unknownReport(name)
    }

    private static func documents(named name: String, inAll state: borrowing State) throws -> [DocumentID] {
        let found = try find(name, state)
        return found.isEmpty ? try documents(ofFile: name, state) : found
    }

    /// The report with an id, a key or the start of a key, else the one of the file with this path; throws where there is
    /// none, and where several are meant. Of a report that several indexes hold, that of the first of them.
    static func document(named name: String, _ state: borrowing State) throws -> DocumentID {
        let documents = try documents(named: name, state)
        guard documents.count > 1 else { return documents[0] }
        let records = try documents.map { try record($0, state) }
        let indexes = Set(documents.map(state.members.place))
        guard indexes.count == documents.count else {
            throw SitrepError(
                .usage,
                "“\(name)” is a file of \(Set(records.map(\.id)).count) reports",
                hint: "name one by its id or key; sitrep show lists those of a file"
            )
        }
        guard Set(records.map(\.digest)).count == 1 else {
            throw SitrepError(
                .usage,
                "“\(name)” is the id of different reports in \(documents.count) of the indexes",
                hint: try hint(toTell: zip(documents, records).map { ($0, $1.path) }, named: name, state)
            )
        }
        return documents[0]
    }

    /// How to name each of some reports that have one name: by its path where that is of no other report.
    private static func hint(
        toTell reports: [(document: DocumentID, path: String)],
        named name: String,
        _ state: borrowing State
    ) throws -> String {
        var areTold = true
        for (document, path) in reports where try documents(ofFile: path, state) != [document] { areTold = false }
        guard !areTold else {
            return "name one by its path: " + reports.map { ShellCommand.quoted($0.path) }.joined(separator: ", ")
        }
        let names = reports.map { ShellCommand.quoted(state.members.member(of: $0.document).folder.path + ":" + name) }
        return "name one with its index: " + names.joined(separator: ", ")
    }

    /// The report with an id, a key or the start of a key, from each index that has it, in the order of these.
    private static func find(_ name: String, _ state: borrowing State) throws -> [DocumentID] {
        let named = try state.database.documentIDs(containing: Schema.id.term(name))
        if !named.isEmpty { return inOrder(named, state) }
        let key = name.lowercased()
        guard !key.isEmpty, key.utf8.count <= 16, key.utf8.allSatisfy(Hexadecimal.isDigit) else { return [] }
        let prefix = Schema.key.prefix
        let terms = try state.database.allTerms(prefix: Array((prefix + key).utf8), limit: 2)
        guard terms.count <= 1 else {
            throw SitrepError(.usage, "several reports have a key that begins with \(name)", hint: "give more of it")
        }
        return inOrder(try terms.first.map { try state.database.documentIDs(containing: $0.term) } ?? [], state)
    }

    private static func inOrder(_ documents: [DocumentID], _ state: borrowing State) -> [DocumentID] {
        guard documents.count > 1 else { return documents }
        var placed = documents.map { (place: state.members.place(of: $0), document: $0) }
        placed.sort { $0.place < $1.place }
        return placed.map(\.document)
    }

    private static func unknownReport(_ name: String) -> SitrepError {
        SitrepError(
            .notFound,
            "no report has the id or key “\(name)”, or comes from a file with that path",
            hint: "sitrep search shows the key and the path of each report"
        )
    }
}

extension ReportDetails {
    init(
        record: StoredRecord,
        index: String?,
        stored: StoredText,
        claims: [Claim],
        matches: [Range<Int>],
        directory: ConceptDirectory
    ) {
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
            wholeKey: record.key,
            title: record.title,
            published: record.published,
            url: record.url,
            source: record.source,
            language: record.language,
            path: record.path,
            index: index,
            digest: record.digest,
            added: record.added,
            text: stored.text,
            matches: matches,
            values: values,
            eventDates: stored.eventDates,
            figures: claims.map { Figure($0, path: directory.path) },
            removedBytes: record.removedBytes,
            marks: record.applied?.marks,
            foundTitle: record.applied?.foundTitle,
            foundPublished: record.applied?.foundPublished
        )
    }
}
