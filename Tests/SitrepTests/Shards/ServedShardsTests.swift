import ServerFixture
import Testing

@testable import Sitrep

@Suite("Shards behind Xapian's own servers answer as one database does", .enabled(if: DatabaseServer.program != nil))
struct ServedShardsTests {
    @Test("Two hundred random requests: hits, scores, snippets, stories and counts")
    func equal() throws {
        var index = try SpreadIndex(90)
        let servers = try (1...3).map { try DatabaseServer(index.spread + "/shard-\($0)") }
        let head = index.folder("head")
        try makeHead(head, of: index, ["# three machines"] + servers.map { "remote 127.0.0.1:\($0.port)" })
        try index.check(200, against: head)
        withExtendedLifetime(servers) {}
    }

    @Test("Copies that Xapian's replication keeps: after changes in place, and of the generation that follows")
    func replication() throws {
        var index = try SpreadIndex(30)
        let source = try DatabaseServer(replicating: index.spread)
        let copies = (1...3).map { index.folder("copy-\($0)") }
        func replicate() throws {
            for (number, copy) in copies.enumerated() { try source.replicate("shard-\(number + 1)", to: copy) }
        }
        try replicate()
        let servers = try copies.map { try DatabaseServer($0) }
        let head = index.folder("head")
        try makeHead(head, of: index, servers.map { "remote 127.0.0.1:\($0.port)" })
        try index.check(8, against: head)
        try index.write(30..<36)
        try index.write(0..<3)
        try index.reindex()
        try replicate()
        try index.check(8, against: head)
        index.remove(4)
        try index.reindex(inPlaceBytes: 0)
        _ = try Indexer(index: index.spread).reindex(rebuilding: true)
        try replicate()
        try index.check(8, against: head)
        withExtendedLifetime((source, servers)) {}
    }

    /// Makes the folder with which another machine searches: all of the index but its databases.
    private func makeHead(_ head: String, of index: SpreadIndex, _ lines: [String]) throws {
        let generation = try IndexFolder(index.spread).manifest().generation
        try Files.makeFolder("\(head)/\(generation)")
        try Files.replace(head + "/manifest", with: try Files.read(index.spread + "/manifest"))
        for name in try Files.names(in: "\(index.spread)/\(generation)") where name.hasPrefix("vocabulary-") {
            let bytes = try Files.read("\(index.spread)/\(generation)/\(name)")
            try Files.replace("\(head)/\(generation)/\(name)", with: bytes)
        }
        try Files.replace(head + "/shards", with: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
