import Foundation
import Testing

@Suite("An index that is missing, damaged or busy")
struct BadIndexTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<40 {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        try store.build()
        return store
    }

    private static let readers = [["search", "convoy"], ["facets"], ["show", "1.txt"], ["status"]]

    @Test("No index there", arguments: [["search", "x"], ["facets"], ["show", "x"], ["status"], ["reindex"]])
    func missing(command: [String]) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("nowhere")
        try SitrepProcess.run(command + ["--index", path]).expectError(66, "no index", path)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("What somebody laid in the place of a database runs nothing", arguments: [true, false])
    func planted(isFile: Bool) throws {
        let store = try store()
        let database = try #require(
            try store.folder.state(of: "Index").keys.first { $0.hasSuffix("/database/iamglass") }
        ).dropLast("/iamglass".count)
        let path = store.folder.path("Index/" + database)
        let trace = store.folder.path("trace")
        let stub = "remote :/usr/bin/touch \(trace)\n"
        if isFile {
            try FileManager.default.removeItem(atPath: path)
            try stub.write(toFile: path, atomically: false, encoding: .utf8)
        } else {
            try stub.write(toFile: path + "/XAPIANDB", atomically: false, encoding: .utf8)
            try FileManager.default.removeItem(atPath: path + "/iamglass")
        }
        for command in Self.readers + [["reindex"], ["check"], ["compact"], ["dump"], ["reindex", "--rebuild"]] {
            _ = try store.run(command)
            #expect(!FileManager.default.fileExists(atPath: trace), "\(command)")
        }
        #expect(try store.ids("convoy").count == 40)
    }

    @Test("Links that somebody laid in an index folder are taken away, and what they lead to stays")
    func links() throws {
        let store = try store()
        try store.folder.write("precious/a.txt", "mine")
        let (folder, file) = (store.folder.path("precious"), store.folder.path("precious/a.txt"))
        func lay(_ name: String, _ target: String) throws {
            let path = store.folder.path("Index/" + name)
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        }
        let names = [
            "manifest.new", "marks.yaml.new", "saved.yaml.new", "generation-1/files.new", "generation-1/bands.new",
        ]
        for command in [["reindex"], ["compact"], ["reindex", "--rebuild"], ["mark", "1.txt", "--tag", "lead"]] {
            for name in ["generation-0", "unfinished-1"] { try lay(name, folder) }
            for name in names where command != ["compact"] || !name.hasPrefix("generation") {
                let parent = store.folder.path("Index/" + name.split(separator: "/").dropLast().joined(separator: "/"))
                if FileManager.default.fileExists(atPath: parent) { try lay(name, file) }
            }
            try store.write("0.txt", "A convoy of \(command.joined()) passed Odesa.")
            let outcome = try store.run(command)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine", "\(command)")
        }
        for lock in ["lock", "marks.lock"] {
            try lay(lock, file)
            try store.run("mark", "1.txt", "--tag", lock).expectError(74, lock)
            try FileManager.default.removeItem(atPath: store.folder.path("Index/" + lock))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine", "\(lock)")
        }
        #expect(try store.ids("convoy").count == 40)
    }

    @Test(
        "A table that cannot be opened is told of, and never taken for an empty one",
        arguments: ["position", "docdata"]
    )
    func unreadableTable(name: String) throws {
        let store = try store()
        let files = try store.folder.state(of: "Index").keys
        let path = try #require(files.first { $0.hasSuffix("/database/\(name).glass") })
        let table = store.folder.path("Index/" + path)
        try FileManager.default.moveItem(atPath: table, toPath: table + ".away")
        // Leads to itself: whoever runs this, it opens nothing.
        try FileManager.default.createSymbolicLink(atPath: table, withDestinationPath: table)
        for command in Self.readers + [["search", "\"convoy of 7\""], ["reindex"], ["check"], ["dump"], ["compact"]] {
            let outcome = try store.run(command)
            #expect([65, 74].contains(outcome.status) && outcome.errors.contains("\(name).glass"), "\(command)")
        }
        try FileManager.default.removeItem(atPath: table)
        try FileManager.default.moveItem(atPath: table + ".away", toPath: table)
        #expect(try store.ids("\"convoy of 7\"") == ["7.txt"])
    }

    @Test(
        "Nobody waits for a pipe in the place of a file",
        arguments: ["manifest", "marks.yaml", "columns", "bands", "files"]
    )
    func pipes(name: String) throws {
        let store = try store()
        let files = try store.folder.state(of: "Index").keys
        let path = files.first { $0 == name || $0.hasSuffix("/" + name) } ?? name
        let file = store.folder.path("Index/" + path)
        try? FileManager.default.removeItem(atPath: file)
        #expect(mkfifo(file, 0o600) == 0)
        for command in [["search", "convoy"], ["status"], ["reindex"]] {
            let outcome = try store.run(command)
            // What is derived is done without; of all else it is said what is there.
            if outcome.status != 0 { outcome.expectError(74, name) }
        }
        if !["manifest", "marks.yaml"].contains(name) { #expect(try store.ids("convoy").count == 40) }
    }

    @Test("A folder that is no index", arguments: [["search", "x"], ["facets"], ["show", "x"], ["reindex"]])
    func foreign(command: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write("letter.txt", "Dear friend")
        try SitrepProcess.run(command + ["--index", folder.path]).expectError(66, "not an index")
    }

    @Test("An index is not built among other files")
    func amongOthers() throws {
        let folder = try TemporaryFolder()
        try folder.write("home/letter.txt", "Dear friend")
        let outcome = try SitrepProcess.run(["index", folder.path("home"), "--index", folder.path("home")])
        outcome.expectError(64, "holds other files")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("home")) == ["letter.txt"])
    }

    @Test("An empty folder, or one with a README alone, becomes an index")
    func freshFolder() throws {
        let store = try ReportStore()
        try store.folder.write("Index/README.md", "What this is")
        try store.folder.write("Index/.gitignore", "*")
        try store.write("a.txt", "A convoy passed.")
        try store.run("search", "convoy").expectError(66, "no index")
        #expect(try store.build().added == 1)
        #expect(try store.ids("convoy") == ["a.txt"])
        #expect(FileManager.default.fileExists(atPath: store.index + "/README.md"))
    }

    @Test("A file for an index")
    func fileForIndex() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "A convoy passed.")
        try SitrepProcess.run(["search", "x", "--index", file]).expectError(66, "not an index")
        let outcome = try SitrepProcess.run(["index", file, "--index", file])
        #expect([64, 74].contains(outcome.status))
        #expect(outcome.errors.hasPrefix("sitrep: error: "))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "A convoy passed.")
    }

    @Test("A damaged manifest", arguments: ["", "{}", "sitrep index", "sitrep index\nschema 1\n", "\u{0}\u{1}\u{2}"])
    func manifest(content: String) throws {
        let store = try store()
        try store.folder.write("Index/manifest", content)
        for command in Self.readers { try store.run(command).expectError(65, "damaged", "manifest") }
        try store.run("reindex").expectError(65, "damaged")
    }

    @Test("A manifest that names a folder elsewhere")
    func manifestElsewhere() throws {
        let store = try store()
        for name in ["../reports", "generation-1/../..", "generation-999"] {
            let manifest = try String(contentsOfFile: store.index + "/manifest", encoding: .utf8)
            try store.folder.write(
                "Index/manifest",
                manifest.replacing(#/generation .*/#, with: "generation \(name)")
            )
            try store.run("search", "convoy").expectError(65, "damaged")
        }
        #expect(FileManager.default.fileExists(atPath: store.reports + "/1.txt"))
    }

    /// Sets the schema in the manifest.
    private func setSchema(_ number: Int, _ store: ReportStore) throws {
        let path = store.index + "/manifest"
        let manifest = try String(contentsOfFile: path, encoding: .utf8)
        let changed = manifest.replacing(#/schema \d+/#, with: "schema \(number)")
        try #require(changed != manifest)
        try store.folder.write("Index/manifest", changed)
    }

    @Test("A newer schema is never read, nor written over")
    func newerSchema() throws {
        let store = try store()
        try setSchema(99, store)
        for command in Self.readers + [["reindex"], ["index", store.reports]] {
            try store.run(command).expectError(65, "newer sitrep")
        }
    }

    @Test("An older schema is never read; reindex mends it")
    func olderSchema() throws {
        let store = try store()
        try setSchema(0, store)
        for command in Self.readers + [["index", store.reports]] {
            try store.run(command).expectError(65, "older sitrep", "sitrep reindex")
        }
        try store.reindex()
        #expect(try store.ids("convoy").count == 40)
        #expect(try store.reindex().counts == [0, 0, 0, 40])
    }

    @Test("Another writer holds the index: try again; readers are not held up")
    func locked() throws {
        let store = try store()
        let lock = open(store.index + "/lock", O_RDWR)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        for command in [["reindex"], ["index", store.reports], ["forget", store.reports], ["reindex", "--rebuild"]] {
            try store.run(command).expectError(75, "locked", "try again")
        }
        #expect(try store.ids("convoy").count == 40)
        close(lock)
        try store.reindex()
    }
}
