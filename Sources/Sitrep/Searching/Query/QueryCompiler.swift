internal import Xapian

/// Turns a request into Xapian queries, with the words, names and dates of this index.
struct QueryCompiler: ~Copyable {
    let concepts: ConceptAccess
    let members: Members
    let today: CalendarDate
    var text: TextQueryBuilder
    /// Whether a value counts only in reports that are about it.
    private var mainOnly = false
    /// Finds other spellings of words; `nil` where the words are meant as they were typed.
    private(set) var spellings: SpellingFinder?
    /// How many words were looked up for other spellings.
    private var lookups = 0
    /// More words than this are no query but a text, whose words stand for themselves.
    private static let mostLookups = 64
    /// The years that occur as dates of publication and of events, once they were asked for.
    var years: ClosedRange<Int>?
    var eventYears: ClosedRange<Int>?

    init(_ state: borrowing SearchIndex.State, today: CalendarDate) throws(XapianError) {
        concepts = state.concepts
        members = state.members
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
        spellings = request.literal ? nil : SpellingFinder(concepts.vocabulary)
        if request.matchesAny {
            try addAny(of: request.query, to: &compiled, database)
        } else if var tree = try QueryParser.parse(request.query, today: today) {
            compiled.tree = tree
            if let spellings { tree = tree.joiningNames(spellings) }
            for part in Self.parts(of: tree) {
                try add(part, to: &compiled, undated: request.filters.undated, database)
            }
        }
        // Of all reports, which an empty query stands for, nobody asks with signs alone.
        guard !compiled.interpreted.isEmpty || request.matchesAny || request.query.allSatisfy(\.isWhitespace) else {
            throw SitrepError(
                .usage,
                "the query “\(request.query)” has no word to search for",
                hint: "leave it out to see all reports"
            )
        }
        try add(request.filters, to: &compiled, mainOnly: mainOnly, database)
        if let runs = request.runs { try addRuns(runs, to: &compiled, database) }
        guard !mainOnly || compiled.concepts.values.contains(where: { !$0.isEmpty }) else {
            throw SitrepError(
                .usage,
                "--main asks for reports that are about a place, an actor or a weapon, but none is named",
                hint: "name one with --region, --actor or --weapon, or in the query: region:kyiv"
            )
        }
        try compiled.checkCost(
            of: request.matchesAny ? "" : request.query,
            weighs: request.mayWeigh,
            in: database
        )
        try compiled.boundClauses(in: database)
        return compiled
    }

    /// The AND-ed parts of a query; one that is there twice asks for nothing more.
    private static func parts(of tree: QueryNode) -> [QueryNode] {
        guard case .and(let nodes) = tree else { return [tree] }
        var known: Set<String> = []
        var parts: [QueryNode] = []
        for node in nodes {
            // Words and filters alone are many; groups are compared as they come.
            if case .text(let clause) = node {
                guard known.insert(QueryReading.words(clause)).inserted else { continue }
            } else if let key = node.key {
                guard known.insert(key).inserted else { continue }
            }
            parts.append(node)
        }
        return parts
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
        case .text(let clause): try add(clause, to: &compiled, inTitle: false, database)
        case .title(let clause): try add(clause, to: &compiled, inTitle: true, database)
        case .near(let operands, let distances):
            compiled.clauses.append(
                try text.near(operands, within: distances.reduce(0, +), &compiled.words, database)
            )
            compiled.interpreted.append(Self.reading(operands, distances))
        case .facet(let facet, let value, let column):
            try add(value, of: facet, column: column, mainOnly: mainOnly, to: &compiled, database)
        case .main(let facet, let value, let column):
            try add(value, of: facet, column: column, mainOnly: true, to: &compiled, database)
        case .value(let kind, let value, let column):
            compiled.filters.append((kind, try valueQuery([value], kind, column: column, &compiled, database)))
            compiled.interpreted.append(QueryReading.filter(Self.field(of: kind), value))
        case .presence(let kind, let isThere): addPresence(kind, isThere, to: &compiled)
        case .path(let glob):
            compiled.filters.append((.path, try PathFilter.query([glob], members, in: database)))
            compiled.interpreted.append(QueryReading.filter(.path, glob))
        case .dates(let span): try addPublished(span, undated, to: &compiled, database)
        case .happened(let span): try addHappened(span, to: &compiled, database)
        case .added(let span): addArrival(span, to: &compiled)
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

    private mutating func add(
        _ clause: QueryNode.TextClause,
        to compiled: inout CompiledQuery,
        inTitle: Bool,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        var reading = (inTitle ? "title:" : "") + QueryReading.words(clause)
        switch clause.form {
        case .plain, .name, .exact:
            if !clause.isLiteral, clause.form == .name || lookups < Self.mostLookups,
                let other = spellings?.spellings(of: clause.source)
            {
                lookups += 1
                let spelled = try text.query(clause, with: other, inTitle: inTitle, &compiled.words, database)
                compiled.clauses.append(spelled.query)
                compiled.interpreted.append(reading + QueryReading.remark(spelled.shown))
                if !spelled.shown.isEmpty { compiled.spelled.insert(clause.source) }
                return
            }
            compiled.clauses.append(try text.query(clause, inTitle: inTitle, &compiled.words, database))
        case .prefix, .fuzzy:
            let pattern = try text.pattern(clause, inTitle: inTitle, &compiled.words, database)
            compiled.clauses.append(pattern.query)
            if pattern.words < pattern.total { reading += " (\(pattern.words) of \(pattern.total) words)" }
        }
        compiled.interpreted.append(reading)
    }

    private mutating func add(
        _ value: String,
        of facet: FacetKind,
        column: Int,
        mainOnly: Bool,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let choice = try choose([value], facet, column: column, mainOnly: mainOnly, database)
        compiled.filters.append((.facet(facet), choice.query))
        compiled.concepts[facet, default: []].formUnion(choice.concepts)
        compiled.interpreted.append(choice.interpreted)
    }

    /// Words beside NEAR as they can be typed in again.
    private static func reading(_ operands: [QueryNode], _ distances: [Int]) -> String {
        var result = ""
        for (index, operand) in operands.enumerated() {
            if index > 0 { result += " " + QueryReading.near(distances[index - 1]) + " " }
            result += reading(operand)
        }
        return result
    }

    private static func reading(_ operand: QueryNode) -> String {
        switch operand {
        case .text(let clause): QueryReading.words(clause)
        case .or(let nodes): QueryReading.any(nodes.map { reading($0) })
        default: ""
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
}

extension QueryNode {
    /// The same for two filters that ask for the same; `nil` for anything but a filter.
    fileprivate var key: String? {
        switch self {
        case .facet(let facet, let value, _): "\(facet):\(value)"
        case .main(let facet, let value, _): "main \(facet):\(value)"
        case .value(let kind, let value, _): "\(kind):\(value)"
        case .path(let glob): "path:\(glob)"
        default: nil
        }
    }
}
