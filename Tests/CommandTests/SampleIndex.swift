import Foundation
import Testing

/// An index of the repository's sample reports, built by the program once and shared by all tests.
struct SampleIndex {
    let path: String

    /// The package's own folder.
    static let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    static let corpus = package.appendingPathComponent("Corpus").path

    static var shared: SampleIndex {
        get throws { try built.get() }
    }

    private static let built = Result {
        let path = folder.appendingPathComponent("Index").path
        // A value that lives as long as the process is not taken down by itself.
        atexit { try? FileManager.default.removeItem(at: SampleIndex.folder) }
        let outcome = try SitrepProcess.run(["index", corpus, "--index", path])
        guard outcome.status == 0 else { throw NotBuilt(errors: outcome.errors) }
        return SampleIndex(path: path)
    }

    private static let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("sitrep-sample-\(UUID().uuidString)")

    private struct NotBuilt: Error {
        var errors: String
    }

    func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let command = arguments.prefix(1) + ["--index", path] + arguments.dropFirst()
        return try SitrepProcess.run(Array(command), environment: environment)
    }

    func search(_ arguments: String...) throws -> SearchAnswer {
        try run(["search", "--all", "--format", "json"] + arguments).json()
    }

    /// All ids that a search finds, sorted.
    func ids(_ arguments: String...) throws -> [String] {
        let answer: SearchAnswer = try run(["search", "--all", "--format", "json", "--limit", "all"] + arguments).json()
        #expect(answer.hits.count == answer.total)
        return answer.ids.sorted()
    }

    /// How many reports a search finds.
    func count(_ arguments: String...) throws -> Int {
        let answer: SearchAnswer = try run(["search", "--all", "--format", "json", "--limit", "0"] + arguments).json()
        return answer.total
    }
}
