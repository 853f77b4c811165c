internal import Xapian

/// Turns a request into Xapian queries, with the words, names and dates of this index.
struct QueryCompiler: ~Copyable {
    let directory: ConceptDirectory
    let today: CalendarDate
    var text: TextQueryBuilder
    /// Whether a value counts only in reports that are about it.
    private var mainOnly = false
    private var years: ClosedRange<Int>?
    private var eventYears: ClosedRange<Int>?

    init(directory: ConceptDirectory, today: CalendarDate) throws(XapianError) {
        self.directory = directory
        self.today = today
        text = try TextQueryBuilder()
    }

    /// Compiles a request against the index in `database`.
    ///
    /// - Throws: ``SitrepError`` for a mistake in the query, an unknown value or a bad date.
    mutating func compile(
        _ request: SearchRequest,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> CompiledQuery {
        var compiled = CompiledQuery()
        mainOnly = request.filters.mainOnly
        if let tree = try QueryParser.parse(request.query, today: today) {
            let parts = if case .and(let nodes) = tree { nodes } else { [tree] }
            for part in parts { try add(part, to: &compiled, undated: request.filters.undated, database) }
        }
        try add(request.filters, to: &compiled, database)
        return compiled
    }

    /// Adds one of the AND-ed parts of a query.
    ///
    /// - Parameter undated: what a date does with undated reports; `nil` in a group that is more than a date filter.
    private mutating func add(
        _ node: QueryNode,
        to compiled: inout CompiledQuery,
        undated: SearchRequest.Undated? = nil,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        switch node {
        case .text(let clause):
            compiled.clauses.append(try text.query(clause, inTitle: false, &compiled.words, database))
            compiled.interpreted.append(clause.isQuoted ? "\"\(clause.source)\"" : clause.source)
        case .title(let clause):
            compiled.clauses.append(try text.query(clause, inTitle: true, &compiled.words, database))
            compiled.interpreted.append("title:" + (clause.isQuoted ? "\"\(clause.source)\"" : clause.source))
        case .facet(let facet, let value, let column):
            let choice = try choose([value], facet, column: column, mainOnly: mainOnly, database)
            compiled.filters.append((.facet(facet), choice.query))
            compiled.concepts[facet, default: []].formUnion(choice.concepts)
            compiled.interpreted.append(choice.interpreted)
        case .value(let kind, let value, let column):
            compiled.filters.append((kind, try valueQuery([value], kind, column: column, database)))
            compiled.interpreted.append("\(name(of: kind)):\"\(value)\"")
        case .dates(let span):
            compiled.filters.append((.published, try dateQuery(span, undated, database)))
            compiled.interpreted.append("date:\(span)")
            compiled.narrow(.published, to: span)
        case .happened(let span):
            compiled.filters.append((.happened, try happenedQuery(span, database)))
            compiled.interpreted.append("happened:\(span)")
            compiled.narrow(.happened, to: span)
        case .not(let inner):
            var excluded = CompiledQuery()
            compiled.exclusions.append(try nested(inner, &excluded, prefix: "-", undated: nil, database))
            compiled.interpreted += excluded.interpreted
        case .or, .and:
            let kind = node.filterKind
            let query = try nested(node, &compiled, prefix: "", undated: kind == nil ? nil : undated, database)
            if node.hasText {
                compiled.clauses.append(query)
            } else {
                compiled.filters.append((kind ?? .other, query))
            }
        }
    }

    /// A part below the top: one query; `compiled` gets what it marks, and its reading as one string.
    private mutating func nested(
        _ node: QueryNode,
        _ compiled: inout CompiledQuery,
        prefix: String,
        undated: SearchRequest.Undated?,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        var reading = ""
        let query = try tree(node, &compiled, &reading, undated, database)
        compiled.interpreted.append(prefix + (node.isGroup ? "(\(reading))" : reading))
        return query
    }

    private mutating func tree(
        _ node: QueryNode,
        _ marked: inout CompiledQuery,
        _ reading: inout String,
        _ undated: SearchRequest.Undated?,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        switch node {
        case .and(let nodes), .or(let nodes):
            var isOr = false
            if case .or = node { isOr = true }
            var queries: [Query] = []
            var exclusions: [Query] = []
            var readings: [String] = []
            for inner in nodes {
                var part = ""
                if !isOr, case .not(let excluded) = inner {
                    var ignored = CompiledQuery()
                    exclusions.append(try tree(excluded, &ignored, &part, undated, database))
                    part = "-" + (excluded.isGroup ? "(\(part))" : part)
                } else {
                    queries.append(try tree(inner, &marked, &part, undated, database))
                    if inner.isGroup { part = "(\(part))" }
                }
                readings.append(part)
            }
            reading = readings.joined(separator: isOr ? " OR " : " ")
            let positive: Query = queries.isEmpty ? .matchAll : isOr ? .or(queries) : .and(queries)
            return exclusions.isEmpty ? positive : .andNot(positive, .or(exclusions))
        case .not(let inner):
            var ignored = CompiledQuery()
            var part = ""
            let query = try tree(inner, &ignored, &part, undated, database)
            reading = "-" + (inner.isGroup ? "(\(part))" : part)
            return .andNot(.matchAll, query)
        default:
            var single = CompiledQuery()
            try add(node, to: &single, undated: undated, database)
            marked.addMarks(of: single)
            reading = single.interpreted.joined(separator: " ")
            if let clause = single.clauses.first { return clause }
            return single.filters.first.map { .scaled($0.query, by: 0) } ?? .matchNothing
        }
    }

    /// The reports published in a span, and the undated ones where they are wanted.
    private mutating func dateQuery(
        _ span: DateSpan,
        _ undated: SearchRequest.Undated?,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        let undatedReports = Query.term(Schema.undated.term(""))
        if undated == .only { return undatedReports }
        let known = try years ?? DateTerms.years(in: database)
        years = known
        let query = DateTerms.query(span, years: known)
        return undated == .include ? .or([query, undatedReports]) : query
    }

    /// The reports with an event date in a span.
    private mutating func happenedQuery(
        _ span: DateSpan,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        let known = try eventYears ?? DateTerms.years(of: Schema.happenedWithin, in: database)
        eventYears = known
        return DateTerms.happened(span, years: known)
    }

    private func name(of kind: FilterKind) -> String {
        kind == .source ? Schema.source.name : Schema.language.name
    }
}

extension QueryCompiler {
    /// Adds the filters that stand beside the query.
    fileprivate mutating func add(
        _ filters: Filters,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        for facet in FacetKind.allCases {
            if let values = filters.values[facet], !values.isEmpty {
                let choice = try choose(values, facet, column: nil, mainOnly: mainOnly, database)
                compiled.filters.append((.facet(facet), choice.query))
                compiled.concepts[facet, default: []].formUnion(choice.concepts)
                compiled.interpreted.append(choice.interpreted)
            }
            if let values = filters.excludedValues[facet], !values.isEmpty {
                let choice = try choose(values, facet, column: nil, database)
                compiled.exclusions.append(choice.query)
                compiled.interpreted.append("-" + choice.interpreted)
            }
        }
        for (values, kind) in [(filters.sources, FilterKind.source), (filters.languages, .language)]
        where !values.isEmpty {
            compiled.filters.append((kind, try valueQuery(values, kind, column: nil, database)))
            compiled.interpreted.append(values.map { "\(name(of: kind)):\"\($0)\"" }.joined(separator: " OR "))
        }
        if !filters.excludedSources.isEmpty {
            compiled.exclusions.append(try valueQuery(filters.excludedSources, .source, column: nil, database))
            compiled.interpreted += filters.excludedSources.map { "-source:\"\($0)\"" }
        }
        if !filters.excludedLanguages.isEmpty {
            compiled.exclusions.append(try valueQuery(filters.excludedLanguages, .language, column: nil, database))
            compiled.interpreted += filters.excludedLanguages.map { "-language:\"\($0)\"" }
        }
        if !filters.excludedPaths.isEmpty {
            compiled.exclusions.append(try PathFilter.query(filters.excludedPaths, in: database))
            compiled.interpreted += filters.excludedPaths.map { "-path:\($0)" }
        }
        if !filters.paths.isEmpty {
            compiled.filters.append((.path, try PathFilter.query(filters.paths, in: database)))
            compiled.interpreted.append(filters.paths.map { "path:\($0)" }.joined(separator: " OR "))
        }
        try addDates(filters, to: &compiled, database)
    }

    private mutating func addDates(
        _ filters: Filters,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let undated = Query.term(Schema.undated.term(""))
        if filters.from != nil || filters.to != nil {
            let span = DateSpan(
                first: try day(filters.from, option: "--from")?.first,
                last: try day(filters.to, option: "--to")?.last
            )
            try Self.checkOrder(span, hint: "exchange --from and --to")
            compiled.filters.append((.published, try dateQuery(span, filters.undated, database)))
            compiled.interpreted.append("date:\(span)")
            compiled.narrow(.published, to: span)
        } else if filters.undated == .only {
            compiled.filters.append((.published, undated))
            compiled.interpreted.append("undated")
        } else if filters.undated == .exclude {
            compiled.exclusions.append(undated)
            compiled.interpreted.append("dated")
        }
        if filters.happenedFrom != nil || filters.happenedTo != nil {
            let span = DateSpan(
                first: try day(filters.happenedFrom, option: "--happened-from")?.first,
                last: try day(filters.happenedTo, option: "--happened-to")?.last
            )
            try Self.checkOrder(span, hint: "exchange --happened-from and --happened-to")
            compiled.filters.append((.happened, try happenedQuery(span, database)))
            compiled.interpreted.append("happened:\(span)")
            compiled.narrow(.happened, to: span)
        }
        guard filters.addedFrom != nil || filters.addedTo != nil, let slot = Schema.added.slot else { return }
        let first = try day(filters.addedFrom, option: "--added-from")?.first
        let last = try day(filters.addedTo, option: "--added-to")?.last
        try Self.checkOrder(DateSpan(first: first, last: last), hint: "exchange --added-from and --added-to")
        compiled.filters.append(
            (
                .added,
                .valueRange(
                    slot,
                    from: first.map { Array(Timestamp.start(ofLocalDay: $0).utf8) },
                    through: last.map { Array(Timestamp.end(ofLocalDay: $0).utf8) }
                )
            )
        )
        compiled.interpreted.append("added:\(DateSpan(first: first, last: last))")
    }

    private static func checkOrder(_ span: DateSpan, hint: String) throws(SitrepError) {
        guard let first = span.first, let last = span.last, first > last else { return }
        throw SitrepError(.usage, "the time from \(first) to \(last) ends before it begins", hint: hint)
    }

    private func day(_ text: String?, option: String) throws(SitrepError) -> DateSpan? {
        guard let text else { return nil }
        guard let span = DateSpan(text, today: today) else {
            throw SitrepError(.usage, "“\(text)” after \(option) is no date", hint: "write \(DateSpan.forms)")
        }
        return span
    }
}

extension QueryNode {
    /// The one kind of filter that it consists of; `nil` for words, a negation and for several kinds.
    var filterKind: FilterKind? {
        switch self {
        case .facet(let facet, _, _): .facet(facet)
        case .value(let kind, _, _): kind
        case .dates: .published
        case .happened: .happened
        case .and(let nodes), .or(let nodes):
            nodes.first?.filterKind.flatMap { kind in nodes.allSatisfy { $0.filterKind == kind } ? kind : nil }
        case .text, .title, .not: nil
        }
    }

    /// Whether a word of the text stands in it, so that it can be ranked.
    var hasText: Bool {
        switch self {
        case .text, .title: true
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.hasText)
        default: false
        }
    }

    /// Whether it needs parentheses inside another node.
    var isGroup: Bool {
        switch self {
        case .and, .or: true
        default: false
        }
    }
}
