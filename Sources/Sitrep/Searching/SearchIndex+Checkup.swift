internal import Xapian

extension SearchIndex {
    /// Looks for what a user could mend, without reading any text.
    ///
    /// Linear in the number of different unknown names, of files, and of the reports that lack something.
    ///
    /// - Parameter limit: how many ids, names and files of each kind to give; `nil` for all.
    public func checkup(limit: Int? = 10) throws -> IndexCheckup {
        let folder = try onlyFolder(for: "a checkup")
        // A file that cannot be understood is told of by the remark.
        let marks = ((try? marks()) ?? []).filter { $0.state == .changed || $0.state.isLost }
        let values = (try? doubtfulMarks()) ?? []
        let remark = try marksRemarks().first
        let saved = try savedSearches(of: folder)
        return try withState { state in
            let limit = limit ?? .max
            return IndexCheckup(
                reports: try state.database.documentCount,
                undated: try Self.findings(.term(Schema.undated.term("")), limit, state),
                withoutRegion: try Self.findings(Self.without(.region), limit, state),
                withoutActor: try Self.findings(Self.without(.actor), limit, state),
                names: try Self.unknown(.name, limit, state),
                designators: try Self.unknown(.designator, limit, state),
                marks: Array(marks.prefix(limit)),
                markedValues: Array(values.prefix(limit)),
                marksRemark: remark,
                searches: Array(saved.broken.prefix(limit)),
                searchesRemark: saved.remark,
                failures: try Self.failures(limit, state)
            )
        }
    }

    /// The saved searches that cannot be run, or why none can be read.
    private func savedSearches(of folder: IndexFolder) throws -> (broken: [IndexCheckup.BrokenSearch], remark: String?)
    {
        let searches: [SavedSearch]
        do throws(SitrepError) {
            searches = try SavedSearches(index: folder.path).all()
        } catch {
            return ([], error.message)
        }
        var broken: [IndexCheckup.BrokenSearch] = []
        for search in searches {
            do {
                _ = try check(search.request)
            } catch let error as SitrepError where error.code == .usage {
                broken.append(IndexCheckup.BrokenSearch(name: search.name, reason: error.message))
            }
        }
        return (broken, nil)
    }

    /// How many reports have a value, by itself or through one below it.
    public func reportCount(of concept: ConceptID, in facet: FacetKind) throws -> Int {
        try withState { state in try state.database.termFrequency(Schema.field(of: facet).term(concept.rawValue)) }
    }

    private static func without(_ facet: FacetKind) -> Query {
        guard let slot = Schema.field(of: facet).slot else { return .matchNothing }
        return .andNot(.matchAll, .valueRange(slot, from: nil, through: nil))
    }

    private static func findings(
        _ query: Query,
        _ limit: Int,
        _ state: borrowing State
    ) throws -> IndexCheckup.Findings {
        let documents = try state.database.matchingDocumentIDs(query)
        var ids: [String] = []
        for document in documents.prefix(limit) { ids.append(try id(of: document, state)) }
        return IndexCheckup.Findings(count: documents.count, ids: ids)
    }

    private static func unknown(
        _ kind: CandidateName.Kind,
        _ limit: Int,
        _ state: borrowing State
    ) throws -> [IndexCheckup.UnknownName] {
        let prefix = Schema.field(of: kind).prefix
        let terms = try state.database.allTerms(prefix: prefix).sorted { a, b in
            a.frequency != b.frequency ? a.frequency > b.frequency : a.term.lexicographicallyPrecedes(b.term)
        }
        var names: [IndexCheckup.UnknownName] = []
        for (term, frequency) in terms.prefix(limit) {
            guard let document = try state.database.documentIDs(containing: term).first else { continue }
            names.append(
                IndexCheckup.UnknownName(
                    text: String(decoding: term.dropFirst(prefix.utf8.count), as: UTF8.self),
                    reports: frequency,
                    example: try id(of: document, state)
                )
            )
        }
        return names
    }

    private static func failures(_ limit: Int, _ state: borrowing State) throws -> [IndexCheckup.FailedFile] {
        let sources = Dictionary(state.members.first.metadata.sources.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        var failures: [IndexCheckup.FailedFile] = []
        for (_, value) in try state.database.metadataEntries(prefix: FileKey.metadataPrefix) {
            let file = try FileRecord(decoding: value)
            guard file.failures > 0, let source = sources[file.source] else { continue }
            failures.append(.init(path: source.absolutePath(of: file), failures: file.failures))
        }
        return Array(failures.sorted { $0.path < $1.path }.prefix(limit))
    }

    private static func id(of document: DocumentID, _ state: borrowing State) throws -> String {
        try StoredRecord(decoding: try state.database.documentData(document)).id
    }
}
