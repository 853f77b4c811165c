internal import Xapian

extension SearchIndex {
    /// The source of an index inside which something lies; `nil` where it lies in none.
    public func source(around path: String) throws -> String? {
        let path = SystemPath.real(path) ?? SystemPath.absolute(path)
        return try withState { state in
            state.members.all.flatMap(\.metadata.sources).map(\.path).first {
                path.utf8.starts(with: ($0 == "/" ? $0 : $0 + "/").utf8)
            }
        }
    }

    /// Whether something lies in the folder of an index, or would where it is not there yet.
    public func isInside(_ path: String) -> Bool {
        let path = SystemPath.absolute(path)
        var parent: String? = path
        while let folder = parent {
            if let real = SystemPath.real(folder) {
                return paths.contains { path in
                    let index = SystemPath.real(path) ?? path
                    return real == index || real.utf8.starts(with: (index + "/").utf8)
                }
            }
            parent = folder == "/" ? nil : FileName.folder(of: folder)
        }
        return false
    }

    /// Hands over all reports that a request finds, whole, the oldest first, undated ones last; ties by id.
    ///
    /// All are of one state of the index: where a writer changes it meanwhile, all begins anew. A query is never relaxed, and
    /// each report of a story is given.
    ///
    /// - Parameters:
    ///   - begin: called with what is to come; reports may be none. When it is called again, what was handed over before
    ///     does not count.
    ///   - sink: called for each report in that order; neither is to use this index meanwhile, nor to take long, so that
    ///     no writer comes in between time and again.
    /// - Throws: what `begin` and `sink` throw, and ``SitrepError`` as ``search(_:)``.
    public func forEachCaseReport(
        _ request: SearchRequest,
        begin: (CaseContents) throws -> Void,
        sink: (ReportDetails) throws -> Void
    ) throws {
        try withState { state in
            var request = request
            // Nothing is ranked.
            request.limit = 0
            let compiled = try Self.compile(request, state)
            let order = Schema.oldestOrder.slot ?? Slot(rawValue: 0)
            var documents: [(document: DocumentID, order: [UInt8])] = []
            for document in try state.database.matchingDocumentIDs(compiled.query()) {
                documents.append((document, try state.database.documentValue(document, in: order)))
            }
            // Reports of several indexes may have one day and one id.
            documents.sort { a, b in
                a.order == b.order ? a.document < b.document : a.order.lexicographicallyPrecedes(b.order)
            }
            let contents = CaseContents(
                search: SavedSearch(request),
                interpreted: compiled.interpreted.joined(separator: " "),
                undated: try Self.undated(compiled, request, relaxed: nil, state),
                irrelevant: try Self.irrelevant(compiled, state),
                indexes: folders.map { folder in
                    let member = state.members.all.first { $0.folder.path == folder.path }
                    return CaseContents.Index(path: folder.path, revision: member?.metadata.revision)
                },
                revision: state.members.revision,
                moment: Timestamp.now(),
                total: documents.count,
                shards: state.members.shards
            )
            try begin(contents)
            var snippets = try SnippetMaker(words: SnippetWords())
            for (document, _) in documents { try sink(try Self.details(of: document, &snippets, state)) }
        }
    }
}
