import Testing
import Xapian

@testable import Sitrep

/// An index of eighty reports that tests damage, check and repair.
struct CheckedIndex {
    let folder: ScratchFolder
    var index: String { folder("index") }

    init(shards: Int = 1) throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 41))
        try reports.add(80)
        var options = Indexer.Options()
        options.shards = shards
        _ = try Indexer(index: reports.folder("index"), options: options).index([reports.folder("reports")])
        folder = reports.folder
    }

    var generation: Generation {
        get throws {
            let place = IndexFolder(index)
            return place.generation(of: try place.manifest())
        }
    }

    var heritage: Heritage {
        get throws { try #require(Heritage(of: try generation, verifying: true)) }
    }

    /// Changes the database as no run does.
    func change(_ body: (inout WritableDatabase) throws -> Void) throws {
        var database = try WritableDatabase.ofIndex(paths: try generation.databasePaths)
        try body(&database)
        try database.commit()
    }

    /// Writes nonsense over a part of the database.
    func damageDatabase() throws {
        try Files.replace(try generation.databaseFolders[0] + "/docdata.glass", with: Array("nonsense".utf8))
    }

    func findings() throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        _ = try IndexCheck(index: index).run { event in
            if case .finding(let finding) = event { findings.append(finding) }
            if case .restarted = event { findings = [] }
        }
        return findings
    }

    /// Expects damage of a part, and a repair of it.
    func expect(_ part: CheckPart, _ location: SourceLocation = #_sourceLocation) throws {
        let findings = try findings()
        let found = findings.filter { $0.severity == .damage }.map(\.part)
        #expect(found.contains(part), "\(findings)", sourceLocation: location)
        #expect(findings.allSatisfy { $0.remedy?.isEmpty == false }, sourceLocation: location)
        #expect(try !IndexRepair(index: index).run(findings).isEmpty, sourceLocation: location)
        #expect(try self.findings().isEmpty, sourceLocation: location)
    }
}
