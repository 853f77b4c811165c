import ArgumentParser
import Sitrep

/// Searches for each query of a list and writes the answers one after the other.
struct BatchRun {
    private let invocation: SearchInvocation
    private let index: SearchIndex

    /// So many hits a query where no limit is given.
    private static let depth = 1_000

    init(_ invocation: SearchInvocation, _ index: SearchIndex) {
        self.invocation = invocation
        self.index = index
    }

    /// Searches for all of them; a line or query with a mistake is told on stderr, and the others are run.
    ///
    /// - Throws: exit status 65 when a line or query had a mistake, 1 when nothing was found for any.
    func run(_ list: QueryList) throws {
        for failure in list.failures {
            Output.error("\(failure.path): \(failure.description)", hint: QueryList.forms)
        }
        var failures = list.failures.count
        var answer = BatchAnswer(invocation, withIndex: index.paths.count > 1)
        for entry in list.queries {
            do {
                try answer.write(entry, index.search(request(for: entry)))
            } catch let error as SitrepError where error.code == .usage {
                failures += 1
                Output.error("line \(entry.line), query \(entry.id): \(error.message)", hint: error.hint)
            }
        }
        answer.finish()
        if failures > 0 { throw ExitCode(65) }
        if !answer.foundAny { throw ExitCode(1) }
    }

    private func request(for entry: QueryList.Entry) -> SearchRequest {
        var request = invocation.request
        request.query = entry.text
        if invocation.limit == nil { request.limit = Self.depth }
        request.facetValues = 0
        request.wantsSnippets = invocation.format != .trec
        return request
    }
}

/// Writes the answers to many queries.
private struct BatchAnswer {
    private let format: HitFormat
    private let text: SearchText
    /// Whether rows tell of which index their hits are.
    private let withIndex: Bool
    private var list = JSONOutput.List()
    private var hasHeader = false
    private(set) var foundAny = false

    init(_ invocation: SearchInvocation, withIndex: Bool) {
        self.withIndex = withIndex
        format = invocation.format
        text = invocation.text
    }

    mutating func write(_ entry: QueryList.Entry, _ results: SearchResults) throws {
        foundAny = foundAny || results.total > 0
        switch format {
        case .text:
            Output.write("Query \(Printable.line(entry.id))\n")
            text.write(results)
        case .json: try list.write(WithQuery(id: entry.id, value: SearchObject(results, facets: false)))
        case .ndjson:
            for hit in results.hits { try JSONOutput.writeLine(WithQuery(id: entry.id, value: HitObject(hit))) }
        case .csv:
            CSVOutput.write(results.hits, query: entry.id, withHeader: !hasHeader, withIndex: withIndex)
            hasHeader = true
        case .trec:
            var run = TRECRun(queryID: entry.id)
            for hit in results.hits { run.write(hit) }
        }
    }

    func finish() {
        if format == .json { list.finish() }
    }
}

/// An object with the id of the query that it answers, `query_id`.
private struct WithQuery<Value: Encodable>: Encodable {
    let id: String
    let value: Value

    private enum Key: String, CodingKey { case queryId }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .queryId)
    }
}
