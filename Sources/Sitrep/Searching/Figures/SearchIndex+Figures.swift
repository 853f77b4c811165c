internal import Xapian

extension SearchIndex {
    /// The figures of the reports that a request finds, the same figure of several reports as one row.
    ///
    /// A query is never relaxed. Time is linear in the number of figures of the reports found; their texts are not read.
    ///
    /// - Throws: ``SitrepError`` as ``search(_:)``.
    public func figures(_ request: FiguresRequest) throws -> Figures {
        try withState { state in
            var filter = FigureFilter()
            let kinds = request.kinds.isEmpty ? Claim.Kind.allCases : Claim.Kind.allCases.filter(request.kinds.contains)
            let compiled = try Self.compile(request, having: kinds.map(\.rawValue), &filter, state)
            let directory = try state.directory
            var reading = FigureReading(try state.database.matchingDocumentIDs(compiled.query()).sorted())
            let claims = try reading.claims(filter: &filter, directory, state.members, in: state.database)
            let rows = ClaimTable { directory.lineage(of: $0, in: $1) }.rows(claims)
            let disputed = FigureDispute.disputed(rows)
            let order = FigureOrder(rows, by: request.precision, directory)
            let offset = min(max(0, request.offset), rows.count)
            let end = offset + max(0, min(request.limit ?? .max, rows.count - offset))
            return Figures(
                query: request.search.query,
                interpreted: compiled.interpreted.joined(separator: " "),
                kinds: Claim.Kind.allCases.filter(request.kinds.contains),
                precision: request.precision,
                total: rows.count,
                disputed: disputed.count { $0 },
                reports: Set(claims.map(\.report)).count,
                stories: Set(claims.map(\.story)).count,
                dayless: filter.dayless,
                cut: reading.cut,
                undated: try Self.undated(compiled, request.search, relaxed: nil, state),
                irrelevant: try Self.irrelevant(compiled, state),
                struck: try Self.struck(request, filter, state),
                revision: state.members.revision,
                updated: state.members.updated,
                rows: order.rows[offset..<end].map { index in
                    let row = rows[index]
                    return FigureRow(
                        figure: Figure(row.claim, path: directory.path),
                        period: FigurePeriod(row.claim.date, by: request.precision).name,
                        isDisputed: disputed[index],
                        stories: row.storyCount,
                        reports: reading.reports(of: row)
                    )
                }
            )
        }
    }

    /// The figures of a report.
    static func claims(of document: DocumentID, _ state: borrowing State) throws -> [Claim] {
        try claimList(of: document, state).claims
    }

    /// How many of the figures asked for a person struck.
    private static func struck(_ request: FiguresRequest, _ filter: FigureFilter, _ state: borrowing State) throws
        -> Int
    {
        let term = Schema.struckFigure
        guard try state.database.termExists(Schema.figure.term(term)) else { return 0 }
        var unused = FigureFilter()
        let compiled = try compile(request, having: [term], &unused, state)
        let documents = try state.database.matchingDocumentIDs(compiled.query())
        return try FigureReading(documents).struck(filter: filter, try state.directory, in: state.database)
    }

    /// The figures of a report, with those that a person struck.
    static func claimList(of document: DocumentID, _ state: borrowing State) throws -> ClaimList {
        guard let slot = Schema.figure.slot else { return ClaimList() }
        return try ClaimList(decoding: try state.database.documentValue(document, in: slot))
    }

    /// Takes from a request what narrows the figures, and compiles what narrows the reports: they have a figure of one of
    /// the kinds, or of any.
    private static func compile(
        _ request: FiguresRequest,
        having figures: [String],
        _ filter: inout FigureFilter,
        _ state: borrowing State
    ) throws -> CompiledQuery {
        let filters = request.search.filters
        var search = request.search
        if !filters.mainOnly { search.filters.values = [:] }
        search.filters.excludedValues = [:]
        (search.filters.happenedFrom, search.filters.happenedTo) = (nil, nil)
        // Reports are counted, never ranked.
        search.limit = 0
        var compiler = try QueryCompiler(state, today: Timestamp.localToday())
        var compiled = try compiler.compile(search, in: state.database)
        filter.kinds = request.kinds
        compiled.filters.append((.other, .or(figures.map { Query.term(Schema.figure.term($0)) })))
        for facet in FacetKind.allCases {
            if let values = filters.values[facet], !values.isEmpty {
                let choice = try compiler.choose(values, facet, column: nil, state.database)
                filter.wanted[facet] = choice.concepts
                // With `mainOnly` the filter of the reports has said so already.
                if !filters.mainOnly { compiled.interpreted.append(choice.interpreted) }
            }
            if let values = filters.excludedValues[facet], !values.isEmpty {
                let choice = try compiler.choose(values, facet, column: nil, state.database)
                filter.unwanted[facet] = choice.concepts
                compiled.interpreted.append("-" + choice.interpreted)
            }
        }
        let span = try compiler.span(filters.happenedFrom, filters.happenedTo, "--happened-from", "--happened-to")
        if let span {
            filter.days = span
            compiled.interpreted.append("happened:\(span)")
        }
        return compiled
    }
}
