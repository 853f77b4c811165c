import Foundation
import ServerFixture

/// What is not there, does not answer, is refused by the system, or held by somebody else.
enum MachineMessages {
    static let all: [MessageRecipe] = missing + servers + refused + lost + locked

    private static let missing: [MessageRecipe] = [
        MessageRecipe(66, "there is no index at …") { scene in
            try scene.folder.remove("Index")
            return try scene.run("search", "convoy")
        },
        MessageRecipe(66, "there is no index in … yet") {
            try SitrepProcess.run(["search", "convoy", "--index", $0.store.reports])
        },
        MessageRecipe(66, "… is not an index") { scene in
            try scene.store.write("a.txt", "A convoy.")
            return try SitrepProcess.run(["search", "convoy", "--index", scene.store.reports])
        },
        MessageRecipe(66, "no such file or folder: …") { try $0.run("index", $0.folder.path("none")) },
        MessageRecipe(66, "no report has the id or key “…”, or comes from a file with that path") {
            try $0.run("show", "nobody")
        },
        MessageRecipe(66, "there is no saved search “…”") { try $0.run("saved", "show", "convoys") },
        MessageRecipe(66, "… is not a source of this index") { try $0.run("forget", $0.folder.path) },
        MessageRecipe(66, "… is not a source, it is part of …") { scene in
            try scene.build()
            return try scene.run("forget", scene.store.reports + "/a.txt")
        },
        MessageRecipe(66, "the queries at … cannot be reached: …") {
            try $0.run("search", "--queries", $0.folder.path("none"))
        },
        MessageRecipe(66, "the queries at … cannot be read: …") { try $0.run("search", "--queries", $0.folder.path) },
        MessageRecipe(66, "there is no folder …") { try $0.run("backup", $0.folder.path("none/Backup")) },
    ]

    private static let servers: [MessageRecipe] = [
        MessageRecipe(69, "the shard … did not answer (…): its reports are missing", needs: .server) { scene in
            try scene.build()
            let database = scene.folder.path("database")
            try FileManager.default.moveItem(atPath: scene.index + "/generation-1/database", toPath: database)
            let server = try DatabaseServer(database)
            try scene.folder.write("Index/shards", "remote 127.0.0.1:\(server.port)\nremote 127.0.0.1:1\n")
            return try withExtendedLifetime(server) { try scene.run("search", "convoy") }
        },
        MessageRecipe(69, "no shard of the index at … answers (…)") { scene in
            try scene.folder.write("Index/shards", "remote 127.0.0.1:1\n")
            return try scene.run("search", "convoy")
        },
        MessageRecipe(69, "no shard of the indexes at … answers (…)") { scene in
            try scene.folder.write("Index/shards", "remote 127.0.0.1:1\n")
            let other = scene.folder.path("Other")
            try MessageScene.copy(scene.index, to: other)
            return try scene.run("search", "convoy", "--index", other)
        },
        MessageRecipe(69, "a PNG needs librsvg, which is not installed: …", needs: .linux) { scene in
            // The first library of that name on the way is none.
            try scene.folder.write("libraries/librsvg-2.so.2", "none")
            return try scene.run(
                ["timeline", "--png", scene.folder.path("a.png")],
                environment: ["LD_LIBRARY_PATH": scene.folder.path("libraries")]
            )
        },
    ]

    private static let full = Int(ENOSPC)

    private static let refused: [MessageRecipe] = [
        MessageRecipe(74, "cannot open …: …", needs: .faults) {
            try $0.run(["search", "convoy"], failing: "open:1:\(EACCES)", of: try $0.file("manifest"))
        },
        MessageRecipe(74, "cannot read …: …", needs: .faults) {
            try $0.run(["search", "convoy"], failing: "read:1:\(EIO)", of: try $0.file("manifest"))
        },
        MessageRecipe(74, "cannot write …: …", needs: .faults) {
            try $0.run(["mark", "r1", "--tag", "lead"], failing: "write:1:\(full)", of: $0.index + "/marks.yaml.new")
        },
        MessageRecipe(74, "cannot make the folder …: …", needs: .faults) { scene in
            let backup = scene.folder.path("Backup")
            return try scene.run(["backup", backup], failing: "mkdir:1:\(full)", of: scene.folder.path)
        },
        MessageRecipe(74, "cannot rename …: …", needs: .faults) { scene in
            let arguments = ["export", "convoy", "--to", scene.folder.path("case")]
            return try scene.run(arguments, failing: "rename:1:\(EACCES)", of: scene.folder.path)
        },
        MessageRecipe(74, "cannot remove …: …", needs: .faults) { scene in
            try scene.build()
            // What an interrupted run left has to go first.
            try scene.folder.write("Index/unfinished-1/columns", "x")
            return try scene.run(["reindex", "--rebuild"], failing: "unlink:1:\(EIO):on", of: scene.index)
        },
        // The second file that is opened, and brought to disk, there: behind the picture comes its folder.
        MessageRecipe(74, "cannot open the folder …: …", needs: .faults) {
            let picture = $0.store.reports + "/a.svg"
            return try $0.run(["timeline", "--svg", picture], failing: "open:2:\(EMFILE)", of: $0.store.reports)
        },
        MessageRecipe(74, "cannot write the folder …: …", needs: .faults) {
            let picture = $0.store.reports + "/a.svg"
            return try $0.run(["timeline", "--svg", picture], failing: "sync:2:\(EIO)", of: $0.store.reports)
        },
        MessageRecipe(74, "…: the folder cannot be read: …", needs: .unprivileged) { scene in
            try scene.folder.remove("Index")
            try FileManager.default.createDirectory(atPath: scene.index, withIntermediateDirectories: true)
            let file = try scene.store.write("a.txt", "A convoy.")
            chmod(scene.index, 0o311)
            defer { chmod(scene.index, 0o755) }
            return try SitrepProcess.run(["index", file, "--index", scene.index], isUnprivileged: true)
        },
        MessageRecipe(74, "… is no file") { scene in
            try scene.remove("manifest")
            mkfifo(scene.index + "/manifest", 0o644)
            return try scene.run("search", "convoy")
        },
        MessageRecipe(74, "… cannot be read", needs: .unprivileged) { scene in
            let own = scene.folder.path("own")
            try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
            chmod(own, 0)
            defer { chmod(own, 0o755) }
            let arguments = ["vocabulary", "list", "--vocabulary", own, "--index", scene.index]
            return try SitrepProcess.run(arguments, isUnprivileged: true)
        },
        MessageRecipe(74, "… cannot be read: …", needs: .faults) { scene in
            // What the program brings itself is not read from the index.
            try scene.build("--vocabulary", try scene.ownVocabulary())
            return try scene.run(["search", "convoy"], failing: "map:1:\(ENOMEM):on", of: scene.index)
        },
        MessageRecipe(74, "the index at … could not be used: …", needs: .faults) {
            try $0.run(["search", "convoy"], failing: "read:1:\(EIO):on", of: try $0.file("docdata.glass"))
        },
        MessageRecipe(74, "the tables of the database cannot be read: …", needs: .faults) {
            try $0.run(["check"], failing: "read:1:\(EIO):on", of: try $0.file("docdata.glass"))
        },
        MessageRecipe(74, "the check cannot be started: …") {
            try $0.shell("ulimit -n 4; exec \"$0\" check --index \"$1\"", $0.index)
        },
        MessageRecipe(74, "no thread could be started: …", needs: .linux, .unprivileged) { scene in
            let file = try scene.store.write("a.txt", "A convoy.")
            for path in [scene.folder.path, scene.store.reports] { chmod(path, 0o777) }
            // The number of processes of a user, of whom there must be none with rights.
            let limited = ["/usr/bin/prlimit", "--nproc=0"]
            return try scene.shell(
                "exec \"$0\" index \"$1\" --index \"$2\"",
                file,
                scene.folder.path("Other"),
                before: SitrepProcess.withoutRights + limited
            )
        },
        MessageRecipe(74, "the index could not be written", needs: .faults) { scene in
            for number in 0..<12 { try scene.store.write("\(number).txt", "Drones near Kyiv, word\(number).") }
            try scene.build()
            let before = scene.folder.path("Before")
            try MessageScene.copy(scene.index, to: before)
            for number in 0..<6 { try scene.store.write("\(number).txt", "Kharkiv changed, word\(number) and others.") }
            // At one of the writes the library ends the process; at which is its own affair.
            var outcome = try scene.run("status")
            for number in 2..<40 {
                outcome = try scene.run(["reindex"], failing: "write:\(number):\(full)", of: scene.index)
                if outcome.errors.contains("could not be written") { break }
                try scene.folder.remove("Index")
                try MessageScene.copy(before, to: scene.index)
            }
            return outcome
        },
        MessageRecipe(74, "the output cannot be written: …", needs: .linux) {
            try $0.shell("exec \"$0\" search convoy --index \"$1\" >/dev/full", $0.index)
        },
        MessageRecipe(74, "standard input cannot be read: …") {
            try $0.shell("exec \"$0\" extract <\"$1\"", $0.index)
        },
    ]

    private static let lost: [MessageRecipe] = [
        MessageRecipe(
            74,
            "the database is damaged, and the index cannot be built again: it has no sources any more"
        ) { scene in
            try scene.build()
            try scene.succeed(["forget", scene.store.reports])
            try scene.damageTable()
            return try scene.run("check", "--repair")
        },
        MessageRecipe(
            74,
            "the database is damaged, and if the index were built again … would be lost, as … gone: …"
        ) { scene in
            try scene.build()
            try scene.damageTable()
            try scene.folder.remove("reports/a.txt")
            return try scene.run("check", "--repair")
        },
        MessageRecipe(74, "the database is damaged, and the table of known files too: …") { scene in
            try scene.build()
            try scene.damageTable()
            try scene.remove("files")
            return try scene.run("check", "--repair")
        },
        MessageRecipe(
            74,
            "the database is damaged, and if the index were built again reports would be lost: …"
        ) { scene in
            try scene.build()
            try scene.loseReport()
            return try scene.run("check", "--repair")
        },
        MessageRecipe(
            74,
            "the index cannot be built again: neither … can be read now, nor what the index held of it"
        ) { scene in
            try scene.build()
            try scene.damageTable()
            try scene.folder.remove("reports")
            return try scene.run("reindex", "--rebuild")
        },
        MessageRecipe(
            74,
            "the index cannot be built again: it has no sources, and what it held cannot be read"
        ) { scene in
            try scene.build()
            try scene.succeed(["forget", scene.store.reports])
            try scene.damageTable()
            return try scene.run("reindex", "--rebuild")
        },
        MessageRecipe(74, "the index cannot be built again: … holds no report now, …") { scene in
            try scene.build()
            try scene.damageTable()
            try scene.folder.remove("reports/a.txt")
            return try scene.run("reindex", "--rebuild")
        },
    ]

    private static let locked: [MessageRecipe] = [
        MessageRecipe(75, "the index … is locked by another writer (process …)") { scene in
            try scene.folder.write("Index/lock", "4711\n")
            return try scene.holding("lock") { try scene.run("reindex") }
        },
        MessageRecipe(75, "the index … is locked by another writer") { scene in
            try scene.build()
            try scene.store.write("b.txt", "Another convoy.")
            // As Xapian does it.
            let lock = open(try scene.file("flintlock"), O_RDWR)
            defer { close(lock) }
            var range = flock()
            (range.l_type, range.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
            _ = fcntl(lock, F_SETLK, &range)
            return try scene.run("reindex")
        },
        MessageRecipe(75, "the marks are kept in …, but the index is locked by another writer") { scene in
            try scene.holding("lock") { try scene.run("mark", "r1", "--tag", "lead") }
        },
        MessageRecipe(75, "the marks in … are being changed by another process") { scene in
            try scene.holding("marks.lock") { try scene.run("mark", "r1", "--tag", "lead") }
        },
        MessageRecipe(75, "the saved searches in … are being changed by another process") { scene in
            try scene.holding("saved.lock") { try scene.run("saved", "add", "convoys", "convoy") }
        },
    ]
}
