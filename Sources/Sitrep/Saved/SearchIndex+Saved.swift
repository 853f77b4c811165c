internal import Xapian

extension SearchIndex {
    /// Which state of which index is open.
    public func moment() throws -> IndexMoment {
        _ = try onlyFolder(for: "what is new")
        return try withState { state in
            let metadata = state.members.first.metadata
            return IndexMoment(begun: metadata.begun, revision: metadata.revision)
        }
    }

    /// Checks a request as a search would, and says how it is understood.
    ///
    /// - Throws: ``SitrepError`` for a mistake in the query, an unknown value or a bad date.
    public func check(_ request: SearchRequest) throws -> String {
        try withState { state in
            let compiled = try Self.compile(request, state)
            return compiled.interpreted.joined(separator: " ")
        }
    }
}

extension QueryCompiler {
    /// Adds the reports that first came in with some runs. Linear in the number of runs that still have reports.
    func addRuns(
        _ runs: Range<Int>,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) {
        let prefix = Array(Schema.run.prefix.utf8)
        var terms: [[UInt8]] = []
        for (term, _) in try database.allTerms(prefix: prefix) {
            let digits = String(decoding: term.dropFirst(prefix.count), as: UTF8.self)
            if let run = Int(digits), runs.contains(run) { terms.append(term) }
        }
        compiled.filters.append((.other, terms.isEmpty ? .matchNothing : .or(terms.map(Query.term))))
    }
}
