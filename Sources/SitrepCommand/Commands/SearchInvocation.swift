import ArgumentParser
import Sitrep

/// One call of `sitrep search`: what was asked, and how to write the answer.
struct SearchInvocation: Equatable {
    var query: [String] = []
    /// The report whose like are searched for.
    var similarTo: String?
    /// The folders of the indexes that are searched as one; none for the one that is searched unless another is named.
    var indexes: [String] = []
    var filters = Filters()
    var literal = false
    var ranking = RankingChoices()
    var color = TerminalChoice.auto
    var hyperlinks = TerminalChoice.auto
    var isQuiet = false
    var format = HitFormat.text
    /// Whether each report is shown, not one a story.
    var showsAll = false
    /// How the paths of files or the keys end that are written instead of hits; `nil` for hits.
    var pathEnding: PathList.Ending?
    /// What is written in the places of paths.
    var listed = PathList.Content.paths
    var limit: Limit?
    var offset = 0
    var order: SearchRequest.Order?
    var facets = Limit.some(10)
    var facetsDepth: Int?
    /// Only reports that first came in with these runs.
    var runs: Range<Int>?
    var mayRelax = true

    /// So many hits are made before they are written: few, so that the first of many come at once; more where each page
    /// asks the index anew for what each word gave.
    private var pageSize: Int { ranking.explains ? 1_000 : 100 }

    /// The request to the library.
    var request: SearchRequest {
        var request = SearchRequest()
        request.query = query.joined(separator: " ")
        request.similarTo = similarTo
        request.filters = filters
        request.literal = literal
        let isStream = format == .ndjson || format == .csv || format == .trec || pathEnding != nil
        request.limit = limit.map(\.number) ?? (isStream ? nil : 10)
        request.offset = offset
        // What is judged report by report, and what lists files, needs each of them.
        request.groupsStories = !showsAll && format != .trec && pathEnding == nil
        request.order = order
        request.facetValues = isStream ? 0 : facets.number
        request.facetDepth = facetsDepth
        request.runs = runs
        request.mayRelax = mayRelax
        request.wantsValues = pathEnding == nil && format.hasValues
        ranking.apply(to: &request)
        return request
    }

    /// Writes results for a person.
    var text: SearchText {
        SearchText(
            style: Style(color: color, hyperlinks: hyperlinks),
            isQuiet: isQuiet,
            wantsHits: request.limit != 0,
            isGrouped: request.groupsStories
        )
    }

    /// Searches and writes what was found.
    ///
    /// - Throws: exit status 1 when nothing was.
    func run() throws {
        let searchIndex = try OpenIndexes.open(IndexOption.paths(indexes))
        if !isQuiet { MarkText.note(searchIndex) }
        if let path = ranking.queries { return try BatchRun(self, searchIndex).run(try QueryList(path: path)) }
        if try write(searchIndex) == 0 { throw ExitCode(1) }
    }

    /// Searches, writes what was found, and returns how many reports match.
    func write(_ searchIndex: SearchIndex) throws -> Int {
        try pathEnding.map { try writePaths(searchIndex, $0) } ?? writeHits(searchIndex)
    }

    /// Writes the files or the keys of the hits and returns how many reports match.
    private func writePaths(_ searchIndex: SearchIndex, _ ending: PathList.Ending) throws -> Int {
        var list = PathList(listed, ending: ending)
        var request = request
        request.wantsSnippets = false
        request.explains = false
        return try searchIndex.stream(request, pageSize: pageSize) { list.write($0) }
    }

    /// Writes one object and returns how many reports match.
    private func writeJSON(_ searchIndex: SearchIndex) throws -> Int {
        // A person gets it indented; of hits that go elsewhere there may be any number.
        guard !Output.outputIsTerminal else {
            let results = try searchIndex.search(request)
            try JSONOutput.write(SearchObject(results, facets: facets.number != 0))
            return results.total
        }
        var object: JSONOutput.Object?
        var total = 0
        try searchIndex.search(request, pageSize: pageSize) { results in
            object = try JSONOutput.Object(SearchObject(results, facets: facets.number != 0), key: "hits")
            total = results.total
        } sink: { hits in
            for hit in hits { try object?.write(HitObject(hit)) }
        }
        object?.finish()
        return total
    }

    /// Writes the hits and returns how many reports match.
    private func writeHits(_ searchIndex: SearchIndex) throws -> Int {
        switch format {
        case .text:
            let results = try searchIndex.search(request)
            text.write(results)
            return results.total
        case .json:
            return try writeJSON(searchIndex)
        case .ndjson:
            return try searchIndex.stream(request, pageSize: pageSize) { hits in
                for hit in hits { try JSONOutput.writeLine(HitObject(hit)) }
            }
        case .csv:
            var hasHeader = false
            return try searchIndex.stream(request, pageSize: pageSize) { hits in
                CSVOutput.write(
                    hits,
                    withHeader: !hasHeader,
                    withShared: similarTo != nil,
                    withIndex: searchIndex.paths.count > 1
                )
                hasHeader = true
            }
        case .trec:
            var run = TRECRun(queryID: TRECRun.onlyQuery)
            var request = request
            request.wantsSnippets = false
            return try searchIndex.stream(request, pageSize: pageSize) { for hit in $0 { run.write(hit) } }
        }
    }
}
