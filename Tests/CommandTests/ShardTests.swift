import Foundation
import ServerFixture
import Testing

@Suite("An index whose shards stand behind servers is searched as one", .enabled(if: DatabaseServer.program != nil))
struct ShardTests {
    /// One index of all reports, three of a part of them each, and a folder that reads those three as shards.
    private struct Spread {
        let whole: ReportStore
        let parts: [ReportStore]
        let head: ReportStore

        /// - Parameter count: how many reports, each of other words.
        init(_ count: Int) throws {
            whole = try ReportStore()
            parts = try (0..<3).map { _ in try ReportStore() }
            head = try ReportStore()
            var generator = Numbers(state: 12)
            let places = ["Kyiv", "Kharkiv", "Odesa", "Kherson", "Belgorod", "Kiev", "Kursk"]
            let weapons = ["drones", "Shahed drones", "Storm Shadow missiles", "SCALP missiles", "artillery", "Kh-101"]
            let words = (0..<80).map { "word\($0)x" }
            for number in 0..<count {
                let place = places[generator.next(places.count)]
                var text = "Published: 2024-\(String(format: "%02d", 1 + generator.next(12)))-1\(generator.next(9))\n\n"
                for _ in 0..<(3 + generator.next(6)) {
                    let chosen = (0..<(4 + generator.next(9))).map { _ in words[generator.next(words.count)] }
                    text += "The attack on \(place) with \(weapons[generator.next(weapons.count)]) was "
                    text += chosen.joined(separator: " ") + ". "
                }
                let name = "\(number).txt"
                try whole.write(name, text)
                try parts[number % 3].write(name, text)
            }
            try whole.build()
            for part in parts { try part.build() }
            // The folder of the head: all but the database.
            try FileManager.default.copyItem(atPath: parts[0].index, toPath: head.index)
            try FileManager.default.removeItem(atPath: head.index + "/generation-1/database")
        }

        func database(_ number: Int) -> String { parts[number].index + "/generation-1/database" }

        /// Makes the head read these lines.
        func read(_ lines: [String]) throws {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(
                to: URL(fileURLWithPath: head.index + "/shards")
            )
        }

        func serve() throws -> [DatabaseServer] {
            let servers = try (0..<3).map { try DatabaseServer(database($0)) }
            try read(["# three machines"] + servers.map { "remote 127.0.0.1:\($0.port)" })
            return servers
        }
    }

    /// The same numbers in every run (SplitMix64).
    private struct Numbers {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(below))
        }
    }

    private static let queries: [[String]] = [
        ["word1x"], ["word1x word2x"], ["word1x OR word2x OR word3x"], ["Kiev"], ["SCALP"], ["word1*"], ["artilery~"],
        ["\"with artillery\""], ["attack NEAR/3 Kursk"], ["drones NOT word3x"], ["region:Kyiv"], ["Kh-101"],
        ["--region", "Kharkiv", "word5x"], ["--from", "2024-03", "--to", "2024-05", "drones"],
        ["--any", "word7x word8x"],
        ["--weapon", "drone", "--sort", "newest"], ["--expand", "word9x"],
        ["word4x word5x word6x word7x word8x word9x"],
        ["--sort", "oldest", "--limit", "5", "--offset", "7"], ["--half-life", "90d", "artillery"],
    ]

    /// What an answer says, without what differs with each run.
    private func essence(_ outcome: Outcome) throws -> (rows: [String], scores: [Double], rest: String) {
        var object = try outcome.object()
        let hits = object["hits"] as? [[String: Any]] ?? []
        let rows = hits.map { "\($0["id"] ?? "") \($0["snippet"] ?? "") \($0["matches"] ?? "")" }
        for key in ["hits", "took_ms", "shards", "index_revision"] { object[key] = nil }
        let rest = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        return (rows, hits.map { $0["score"] as? Double ?? -1 }, String(decoding: rest, as: UTF8.self))
    }

    @Test("Hits, scores, snippets and counts are those of one index, whatever server has them")
    func equal() throws {
        let spread = try Spread(60)
        // A story has to be in one shard, as the parts are built apart.
        #expect(try spread.whole.run(["search", "--format", "json"]).object()["stories"] as? Int == 60)
        func compare(_ place: String) throws {
            for query in Self.queries {
                let command = ["search", "--all", "--format", "json", "--facets", "all"] + query
                let (expected, found) = (try spread.whole.run(command), try spread.head.run(command))
                #expect(found.status == expected.status, "\(place) \(query): \(found.errors)")
                let (a, b) = (try essence(expected), try essence(found))
                #expect(a.rows == b.rows && a.rest == b.rest, "\(place) \(query)")
                #expect(zip(a.scores, b.scores).allSatisfy { abs($0 - $1) < 1e-6 }, "\(place) \(query)")
            }
            for command in [
                ["facets", "drones"], ["timeline", "drones"], ["facets", "--by", "region", "--by", "weapon"],
            ] {
                let (expected, found) = (try spread.whole.run(command), try spread.head.run(command))
                #expect(found.text == expected.text && found.status == 0, "\(place) \(command): \(found.errors)")
            }
        }
        let servers = try spread.serve()
        try compare("served")
        withExtendedLifetime(servers) {}
    }

    @Test("A server that was ended, and one that stands still, are named, and the others' reports shown")
    func silent() throws {
        let spread = try Spread(12)
        let servers = try spread.serve()
        let command = ["search", "--all", "--format", "json", "attack"]
        #expect(try (spread.head.run(command).object()["total"] as? Int) == 12)
        servers[1].end()
        servers[2].stop()
        let outcome = try spread.head.run(command)
        #expect(outcome.status == 69)
        let object = try outcome.object()
        #expect(object["total"] as? Int == 4)
        let shards = try #require(object["shards"] as? [[String: Any]])
        #expect(shards.map { $0["name"] as? String } == servers.map { "127.0.0.1:\($0.port)" })
        #expect(shards.map { $0["ok"] as? Bool } == [true, false, false])
        #expect(shards[0]["error"] is NSNull && shards[1]["error"] is String && shards[2]["error"] is String)
        #expect(outcome.errors.contains("the shard 127.0.0.1:\(servers[1].port) did not answer"))
        #expect(outcome.errors.contains("the shard 127.0.0.1:\(servers[2].port) did not answer"))
        #expect(try spread.head.run("facets", "attack").status == 69)
        #expect(try spread.head.run("search", "nowhereatall").status == 69)
        #expect(try spread.head.run("show", "nowhereatall").status == 69)
        // What is handed on says itself that it is incomplete.
        let folder = spread.head.index + "-case"
        #expect(try spread.head.run("export", "attack", "--to", folder).status == 69)
        let readMe = try String(contentsOfFile: folder + "/README.txt", encoding: .utf8)
        #expect(readMe.contains("INCOMPLETE: the shard 127.0.0.1:\(servers[1].port) did not answer"))
        let manifest = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
        )
        let named = (manifest as? [String: Any])?["shards"] as? [[String: Any]]
        #expect(named?.map { $0["ok"] as? Bool } == [true, false, false])
        let picture = spread.head.index + "-timeline.svg"
        #expect(try spread.head.run("timeline", "attack", "--svg", picture).status == 69)
        #expect(try String(contentsOfFile: picture, encoding: .utf8).contains("Incomplete: the shard"))
        servers[0].end()
        let none = try spread.head.run(command)
        #expect(none.status == 69 && none.errors.contains("no shard of the index"))
    }

    @Test("An index of which others write the shards is not written to")
    func readOnly() throws {
        let spread = try Spread(3)
        let servers = try spread.serve()
        for command in [["mark", "1", "--tag", "lead"], ["compact"], ["reindex"]] {
            let outcome = try spread.head.run(command)
            #expect(
                outcome.status == 64 && outcome.errors.contains("only reads the shards"),
                "\(command): \(outcome.errors)"
            )
        }
        #expect(!FileManager.default.fileExists(atPath: spread.head.index + "/marks.yaml"))
        withExtendedLifetime(servers) {}
    }

    @Test("Of several indexes one whose server is gone is named, and the others' reports shown")
    func silentIndex() throws {
        let stores = try (0..<3).map { _ in try ReportStore() }
        var servers: [DatabaseServer] = []
        for (number, store) in stores.enumerated() {
            try store.write("\(number).txt", "A convoy, number \(number), passed through Kharkiv.")
            try store.build()
            let server = try DatabaseServer(store.index + "/generation-1/database")
            try Data("remote 127.0.0.1:\(server.port)\n".utf8).write(
                to: URL(fileURLWithPath: store.index + "/shards")
            )
            servers.append(server)
        }
        let all = stores.flatMap { ["--index", $0.index] }
        let search = ["search", "convoy", "--format", "json"]
        #expect(try SitrepProcess.run(search + all).object()["total"] as? Int == 3)
        servers[1].end()
        func expectOthers(_ ids: [Int], _ indexes: [String]) throws {
            let outcome = try SitrepProcess.run(search + indexes)
            #expect(outcome.status == 69, "\(outcome.errors)")
            let object = try outcome.object()
            let hits = try #require(object["hits"] as? [[String: Any]])
            #expect(Set(hits.compactMap { $0["index"] as? String }) == Set(ids.map { stores[$0].index }))
            let shards = try #require(object["shards"] as? [[String: Any]])
            #expect(shards.map { $0["ok"] as? Bool } == (0..<3).map(ids.contains))
            #expect(shards.map { $0["name"] as? String } == servers.map { "127.0.0.1:\($0.port)" })
            #expect(outcome.errors.contains("the shard 127.0.0.1:\(servers[1].port) did not answer"))
        }
        try expectOthers([0, 2], all)
        servers[0].end()
        // One alone that answers is still one of several.
        try expectOthers([2], all)
        servers[2].end()
        let none = try SitrepProcess.run(search + all)
        #expect(none.status == 69 && none.text.isEmpty && none.errors.contains("no shard of the indexes"))
        for store in stores { #expect(none.errors.contains(store.index)) }
        // One at hand is searched beside those that are gone.
        let local = try ReportStore()
        try local.write("local.txt", "A convoy stood in Sumy.")
        try local.build()
        let mixed = try SitrepProcess.run(["search", "--keys", "convoy", "--index", local.index] + all)
        #expect(mixed.status == 69 && mixed.lines.count == 1, "\(mixed.errors)")
        // Their folders are gone with them.
        withExtendedLifetime((stores, local)) {}
    }

    @Test("A list of shards that cannot be understood is told of, and nothing is written over it")
    func mistakes() throws {
        let spread = try Spread(6)
        for (line, said) in [
            ("remote nowhere", "line 1"), ("here", "line 1"), ("auto generation-1/database", "line 1"),
            ("remote here:0", "line 1"), ("# none", "names no shard"),
        ] {
            try spread.read([line])
            let outcome = try spread.head.run("search", "attack")
            #expect(outcome.status == 65 && outcome.errors.contains(said), "\(line): \(outcome.errors)")
        }
        try spread.read(["remote 127.0.0.1:1"])
        let outcome = try spread.head.run("index", spread.head.reports)
        #expect(outcome.status == 64 && outcome.errors.contains("only reads the shards"))
    }
}
