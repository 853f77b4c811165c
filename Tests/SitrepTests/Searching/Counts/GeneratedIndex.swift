import Testing

@testable import Sitrep

/// An index of 5,000 generated reports, built once for all suites that count over it.
struct GeneratedIndex {
    let corpus: GeneratedCorpus
    let folder: ScratchFolder

    /// Opens the index; one reader for each test.
    func open() throws -> SearchIndex { try SearchIndex(path: folder.path) }

    static func shared() throws -> GeneratedIndex { try built.get() }

    private static let built = Result { () throws -> GeneratedIndex in
        let corpus = GeneratedCorpus(reports: 5_000)
        let sources = try ScratchFolder()
        try corpus.write(to: sources)
        let folder = try ScratchFolder()
        let summary = try Indexer(index: folder.path).index([sources.path])
        #expect(summary.failures.isEmpty)
        try #require(summary.added == corpus.reports.count)
        return GeneratedIndex(corpus: corpus, folder: folder)
    }
}
