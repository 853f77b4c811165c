internal import CXapian

/// A query in the form that the C layer takes: steps in postfix order, with the bytes and ids they refer to.
struct QuerySteps {
    private var nodes: [cx_query_node] = []
    private var bytes: [UInt8] = []
    private var ids: [UInt32] = []

    /// Writes the steps of a query without recursion; throws `.invalidArgument` for one that is nested too deep or holds
    /// a number out of range.
    ///
    /// - Parameter weighs: whether the weights of the whole are asked for. Many terms in an OR that weighs nothing, here
    ///   or in a filter, become one step.
    init(_ query: Query, weighs: Bool = true) throws(XapianError) {
        /// What is left to do: a query whose operands come first, or the step that takes them.
        enum Task {
            case visit(Query, depth: Int, weighs: Bool)
            case emit(cx_query_node)
        }
        var tasks: [Task] = [.visit(query, depth: 1, weighs: weighs)]
        while let task = tasks.popLast() {
            switch task {
            case .emit(let node):
                nodes.append(node)
            case .visit(let query, let depth, let weighs):
                guard depth <= Query.maximumDepth else {
                    throw XapianError(
                        .invalidArgument,
                        "The query is nested more than \(Query.maximumDepth) deep",
                        typeName: "InvalidArgumentError"
                    )
                }
                let query = weighs ? query : query.joiningTerms
                let (node, operands) = try step(query)
                tasks.append(.emit(node))
                for (index, operand) in operands.enumerated().reversed() {
                    tasks.append(.visit(operand, depth: depth + 1, weighs: query.weighs(index, inWeighing: weighs)))
                }
            }
        }
    }

    /// Calls `body` with the query as the C layer takes it, borrowed for the call.
    func withCQuery<Result: ~Copyable>(
        _ body: (UnsafePointer<cx_query>) throws(XapianError) -> Result
    ) throws(XapianError) -> Result {
        try unsafe bytes.withCBytes { bytes throws(XapianError) in
            try unsafe nodes.span.withUnsafeBufferPointer { nodes throws(XapianError) in
                try unsafe ids.span.withUnsafeBufferPointer { ids throws(XapianError) in
                    var query = unsafe cx_query(
                        nodes: nodes.baseAddress,
                        node_count: nodes.count,
                        bytes: bytes,
                        ids: ids.baseAddress,
                        id_count: ids.count
                    )
                    return try unsafe body(&query)
                }
            }
        }
    }

    /// The step of a query itself, and the queries it takes.
    private mutating func step(_ query: Query) throws(XapianError) -> (cx_query_node, [Query]) {
        switch query {
        case .matchAll: (cx_query_node(CX_QUERY_ALL), [])
        case .matchNothing: (cx_query_node(CX_QUERY_NOTHING), [])
        case .term(let term): (cx_query_node(CX_QUERY_TERM, bytes: store(term)), [])
        case .and(let queries): (try combination(CX_QUERY_AND, of: queries.count), queries)
        case .or(let queries): (try combination(CX_QUERY_OR, of: queries.count), queries)
        case .andNot(let first, let second): (try combination(CX_QUERY_AND_NOT, of: 2), [first, second])
        case .filter(let first, let second): (try combination(CX_QUERY_FILTER, of: 2), [first, second])
        case .andMaybe(let first, let second): (try combination(CX_QUERY_AND_MAYBE, of: 2), [first, second])
        case .synonym(let queries): (try combination(CX_QUERY_SYNONYM, of: queries.count), queries)
        case .maximum(let queries): (try combination(CX_QUERY_MAXIMUM, of: queries.count), queries)
        case .phrase(let words, let window):
            (try combination(CX_QUERY_PHRASE, of: words.count, number: window), words.map { .term($0) })
        case .near(let words, let window):
            (try combination(CX_QUERY_NEAR, of: words.count, number: window), words.map { .term($0) })
        case .phraseOfAny(let places, let window): try alternatives(CX_QUERY_PHRASE, places, window)
        case .nearAny(let places, let window): try alternatives(CX_QUERY_NEAR, places, window)
        case .wildcard(let prefix, let limit):
            (
                cx_query_node(
                    CX_QUERY_WILDCARD,
                    number: try UInt32(checking: limit, "limit of a wildcard"),
                    bytes: store(prefix)
                ), []
            )
        case .valueRange(let slot, let lower, let upper): (range(slot, lower, upper), [])
        case .scaled(let query, let factor):
            (cx_query_node(CX_QUERY_SCALED, operands: 1, factor: factor), [query])
        case .documents(let documents): (store(documents), [])
        case .constant(let weight): (cx_query_node(CX_QUERY_CONSTANT, factor: try Self.checked(weight)), [])
        case .valueWeights(let slot, let weights, let otherwise): (try table(slot, weights, otherwise), [])
        case .anyTerm(let terms, let weight): (try any(of: terms, weight), [])
        }
    }

    private mutating func any(of terms: [[UInt8]], _ weight: Query.WordWeight?) throws(XapianError) -> cx_query_node {
        // To Xapian no terms are a mistake.
        guard !terms.isEmpty else { return cx_query_node(CX_QUERY_NOTHING) }
        var run: [UInt8] = []
        for term in terms {
            guard let length = UInt8(exactly: term.count), length > 0 else {
                throw XapianError(
                    .invalidArgument,
                    "A term has \(term.count) bytes, none or more than 255",
                    typeName: "InvalidArgumentError"
                )
            }
            run.append(length)
            run += term
        }
        var node = cx_query_node(CX_QUERY_ANY_TERM, bytes: store(run))
        if let weight {
            node.factor = try Self.checked(weight.weight)
            var numbers: [UInt8] = []
            for number in [weight.k1, weight.b, weight.minimumNormalisedLength, weight.averageLength] {
                Self.append(try Self.checked(number), to: &numbers)
            }
            node.more = store(numbers)
        }
        return node
    }

    private static func append(_ number: Double, to bytes: inout [UInt8]) {
        let bits = number.bitPattern
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    private func alternatives(
        _ kind: cx_query_kind,
        _ places: [[[UInt8]]],
        _ window: Int
    ) throws(XapianError) -> (cx_query_node, [Query]) {
        // Xapian would pass over a place without words.
        guard places.allSatisfy({ !$0.isEmpty }) else { return (cx_query_node(CX_QUERY_NOTHING), []) }
        let operands = places.map { words in words.count == 1 ? Query.term(words[0]) : .or(words.map { .term($0) }) }
        return (try combination(kind, of: places.count, number: window), operands)
    }

    private static func checked(_ weight: Double) throws(XapianError) -> Double {
        guard weight >= 0, weight.isFinite else {
            throw XapianError(
                .invalidArgument,
                "The weight \(weight) is negative or endless",
                typeName: "InvalidArgumentError"
            )
        }
        return weight
    }

    private mutating func table(
        _ slot: Slot,
        _ weights: [[UInt8]: Double],
        _ otherwise: Double
    ) throws(XapianError) -> cx_query_node {
        var run: [UInt8] = []
        for (value, weight) in weights {
            guard let length = UInt8(exactly: value.count) else {
                throw XapianError(
                    .invalidArgument,
                    "A value with a weight has \(value.count) bytes, more than 255",
                    typeName: "InvalidArgumentError"
                )
            }
            run.append(length)
            run += value
            Self.append(try Self.checked(weight), to: &run)
        }
        return cx_query_node(
            CX_QUERY_VALUE_WEIGHTS,
            number: slot.rawValue,
            factor: try Self.checked(otherwise),
            bytes: store(run)
        )
    }

    private func combination(
        _ kind: cx_query_kind,
        of count: Int,
        number: Int = 0
    ) throws(XapianError) -> cx_query_node {
        cx_query_node(
            kind,
            operands: try UInt32(checking: count, "number of queries"),
            number: try UInt32(checking: number, "window")
        )
    }

    private mutating func range(_ slot: Slot, _ lower: [UInt8]?, _ upper: [UInt8]?) -> cx_query_node {
        switch (lower, upper) {
        case (let lower?, let upper?):
            cx_query_node(CX_QUERY_VALUE_RANGE, number: slot.rawValue, bytes: store(lower), more: store(upper))
        case (nil, let upper?):
            cx_query_node(CX_QUERY_VALUE_THROUGH, number: slot.rawValue, bytes: store(upper))
        case (let lower, nil):
            // To Xapian "from the empty value" is every document; no value that is there sorts before one NUL byte.
            cx_query_node(
                CX_QUERY_VALUE_FROM,
                number: slot.rawValue,
                bytes: store(lower.flatMap { $0.isEmpty ? nil : $0 } ?? [0])
            )
        }
    }

    private mutating func store(_ documents: [DocumentID]) -> cx_query_node {
        var node = cx_query_node(CX_QUERY_DOCUMENTS)
        node.first_id = ids.count
        var last: UInt32?
        for id in documents.lazy.map(\.rawValue).sorted() where id != last {
            ids.append(id)
            last = id
        }
        node.id_count = ids.count - node.first_id
        return node
    }

    private mutating func store(_ run: [UInt8]) -> cx_range {
        defer { bytes.append(contentsOf: run) }
        return cx_range(offset: bytes.count, count: run.count)
    }
}

extension cx_query_node {
    init(
        _ kind: cx_query_kind,
        operands: UInt32 = 0,
        number: UInt32 = 0,
        factor: Double = 0,
        bytes: cx_range = cx_range(),
        more: cx_range = cx_range()
    ) {
        self.init(
            kind: kind,
            operands: operands,
            number: number,
            factor: factor,
            bytes: bytes,
            more: more,
            first_id: 0,
            id_count: 0
        )
    }
}

extension Query {
    /// Whether the weights of an operand are asked for where those of the whole are, or are not.
    fileprivate func weighs(_ operand: Int, inWeighing weighs: Bool) -> Bool {
        switch self {
        case .filter, .andNot: weighs && operand == 0
        case .scaled(_, by: let factor): weighs && factor > 0
        // Xapian asks these for positions, which only terms have.
        case .phrase, .near, .phraseOfAny, .nearAny: true
        default: weighs
        }
    }
}
