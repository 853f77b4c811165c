import Foundation
import Testing

/// A folder of reports and an index over it, with the commands that a user runs on them.
final class ReportStore: Sendable {
    let folder: TemporaryFolder
    var reports: String { folder.path("reports") }
    var index: String { folder.path("Index") }

    /// Begins with an empty folder `reports` and no index.
    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: reports, withIntermediateDirectories: true)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try folder.write("reports/" + name, text) }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String { try folder.write("reports/" + name, bytes) }

    /// Runs `command` with this index.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let command = arguments.prefix(1) + ["--index", index] + arguments.dropFirst()
        return try SitrepProcess.run(Array(command), environment: environment)
    }

    /// Indexes the reports, or what is named.
    @discardableResult
    func build(_ arguments: String..., status: Int32 = 0) throws -> RunAnswer {
        let named = arguments.isEmpty ? [reports] : arguments
        let outcome = try run(["index", "--format", "json"] + named)
        #expect(outcome.status == status, "\(outcome.errors)")
        return try outcome.json()
    }

    @discardableResult
    func reindex(_ arguments: String..., status: Int32 = 0) throws -> RunAnswer {
        try reindex(arguments, status: status)
    }

    @discardableResult
    func reindex(_ arguments: [String], status: Int32 = 0) throws -> RunAnswer {
        let outcome = try run(["reindex", "--format", "json"] + arguments)
        #expect(outcome.status == status, "\(outcome.errors)")
        return try outcome.json()
    }

    func search(_ arguments: String...) throws -> SearchAnswer {
        try run(["search", "--all", "--format", "json"] + arguments).json()
    }

    /// The ids that a search finds, sorted; never those of a relaxed search.
    func ids(_ arguments: String...) throws -> [String] {
        let answer: SearchAnswer = try run(["search", "--all", "--format", "json", "--limit", "all"] + arguments).json()
        return answer.relaxed ? [] : answer.ids.sorted()
    }
}

extension Outcome {
    /// Checks that the run was refused as it should be: a message, advice, and nothing on stdout.
    func expectError(
        _ status: Int32,
        _ parts: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(self.status == status, "\(errors)", sourceLocation: sourceLocation)
        #expect(output.isEmpty, "\(text.prefix(500))", sourceLocation: sourceLocation)
        let lines = errors.split(separator: "\n")
        #expect(errors.hasPrefix("sitrep: error: "), "\(errors)", sourceLocation: sourceLocation)
        #expect(lines.count >= 2, "no advice: \(errors)", sourceLocation: sourceLocation)
        for part in parts {
            #expect(errors.contains(part), "\(errors)", sourceLocation: sourceLocation)
        }
    }
}
