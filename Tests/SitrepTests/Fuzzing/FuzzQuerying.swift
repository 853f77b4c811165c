import Foundation
import Synchronization

@testable import Sitrep

/// What a person, or what a page that a person copies from, asks for.
enum FuzzQuerying {
    /// An index of a few reports,
    /// for one search at a time.
    private static let index = Mutex<SearchIndex?>(nil)

    /// A query, with words taken as they are where the first byte is odd.
    static func search(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let query = FuzzInput.text(Array(bytes.dropFirst()))
        _ = try? QueryParser.parse(query, today: FuzzInput.today)
        var request = SearchRequest()
        request.query = query
        request.literal = first & 1 == 1
        request.matchesAny = first & 2 == 2
        request.groupsStories = first & 4 == 4
        request.explains = first & 8 == 8
        request.facetMatch = first & 16 == 16 ? query : nil
        let answer: SearchResults
        do {
            answer = try self.index.withLock { index in
                let opened = try index ?? SearchIndex(path: try FuzzSeeds.index())
                index = opened
                return try opened.search(request)
            }
        } catch let error as SitrepError {
            // The one who asks is told what is wrong; nothing else may go wrong.
            precondition(error.code == .usage, "\(error.code): \(error.message)")
            return
        }
        precondition(answer.hits.count <= 10 && answer.total >= answer.hits.count, "more hits than there are")
        for hit in answer.hits {
            FuzzInput.check(hit.snippet.matches, in: hit.snippet.text)
        }
    }

    /// Patterns on the first line, paths on the others.
    static func globs(_ bytes: [UInt8]) {
        let (glob, rest) = FuzzInput.parts(bytes)
        var rules = IgnoreRules(excluding: [glob])
        _ = rules.add(ignoreFile: rest, folder: "folder")
        let pattern = GlobPattern(glob)
        let filter = PathPattern(glob)
        for path in rest.split(separator: "\n").prefix(8).map(String.init) {
            _ = rules.exclude(path, isFolder: false)
            _ = rules.exclude("folder/" + path, isFolder: true)
            _ = pattern?.matches(path, isFolder: false)
            _ = filter?.selects(path, of: "source", at: "/source/" + path)
        }
        _ = FacetPattern(glob).matches([rest])
    }
}
