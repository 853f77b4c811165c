import Testing

@testable import Sitrep

/// An index of a few files, in a folder of its own.
struct SmallIndex {
    let folder: ScratchFolder
    let index: SearchIndex

    /// - Parameter files: texts by their paths.
    init(_ files: [String: String]) throws {
        folder = try ScratchFolder()
        for (name, text) in files { try folder.write("reports/" + name, text) }
        let summary = try Indexer(index: folder("index")).index([folder("reports")])
        #expect(summary.failures.isEmpty)
        index = try SearchIndex(path: folder("index"))
    }

    func search(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> SearchResults {
        var request = SearchRequest()
        request.query = query
        request.limit = nil
        change(&request)
        return try index.search(request)
    }

    /// The ids of the hits, sorted.
    func ids(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        try search(query, change).hits.map(\.id).sorted()
    }
}
