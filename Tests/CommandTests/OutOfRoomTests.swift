import Foundation
import Testing

@Suite("When room, memory or the size that a file may have runs out, the index stays as it was, and can go on")
struct OutOfRoomTests {
    private let store: ReportStore
    /// What the index holds before and after the run that is disturbed.
    private let before: String
    private let after: String

    init() throws {
        store = try ReportStore()
        for number in 0..<20 { try store.write("\(number).txt", Self.report(number)) }
        try store.build("--shards", "2", store.reports)
        before = try Self.dump(store.index)
        try FileManager.default.copyItem(atPath: store.index, toPath: store.folder.path("Whole"))
        for number in 15..<60 { try store.write("\(number).txt", Self.report(number * 7)) }
        let other = store.folder.path("Other")
        let built = try SitrepProcess.run(["index", "--shards", "2", "--index", other, store.reports])
        try #require(built.status == 0)
        after = try Self.dump(other)
    }

    /// Words that no other report has, so that each takes room.
    private static func report(_ number: Int) -> String {
        let words = (0..<120).map { "word\(number)x\($0)" }.joined(separator: " ")
        return "Report \(number)\n\nA convoy of \(number + 2) lorries passed Poltava on 3 May 2024. \(words)"
    }

    private static func dump(_ index: String) throws -> String {
        let dump = try SitrepProcess.run(["dump", "--text", "--index", index])
        #expect(dump.status == 0, "\(dump.errors)")
        return dump.text
    }

    private static let runs: [[String]] = [
        ["reindex"], ["reindex", "--in-place-bytes", "0"], ["reindex", "--rebuild"],
    ]

    /// Runs each way of bringing the index up to date under a limit, and looks at what is left.
    ///
    /// - Parameter mayCrash: whether nothing but the end of the process can be asked for.
    /// - Returns: how many runs did not come to their end.
    private func disturb(_ shell: String, mayCrash: Bool) throws -> Int {
        var stopped = 0
        for run in Self.runs {
            try FileManager.default.removeItem(atPath: store.index)
            try FileManager.default.copyItem(atPath: store.folder.path("Whole"), toPath: store.index)
            let outcome = try SitrepProcess.run(run + ["--index", store.index], shell: shell)
            if outcome.status == 0 {
                #expect(try Self.dump(store.index) == after, "\(shell) \(run)")
                continue
            }
            stopped += 1
            if outcome.status < 128 || !mayCrash { outcome.expectError(74) }
            // Shards of different runs are told of, and answered from.
            let look = try store.run("search", "convoy", "--limit", "0")
            #expect(look.status == 0, "\(shell) \(run): \(look.errors)")
            if !look.errors.contains("of different runs") {
                let found = try Self.dump(store.index)
                #expect(found == before || found == after, "\(shell) \(run)")
            }
            try store.reindex()
            #expect(try Self.dump(store.index) == after, "\(shell) \(run): mended")
            #expect(try store.run("check").status == 0)
        }
        return stopped
    }

    @Test("No file may be larger than so much", arguments: [1, 20, 60, 100, 200, 400])
    func fileSize(blocks: Int) throws {
        // In 512 or 1,024 bytes, as the shell has it.
        let stopped = try disturb("ulimit -f \(blocks)", mayCrash: false)
        #expect(blocks > 20 || stopped == Self.runs.count)
    }

    #if os(Linux)
    @Test("No more memory than so much")
    func memory() throws {
        // The least with which the program starts at all, in kB.
        func starts(_ most: Int) throws -> Bool {
            try SitrepProcess.run(["--version"], shell: "ulimit -v \(most)").status == 0
        }
        var least = 16_384
        while try !starts(least) { least += least / 8 }
        var stopped = 0
        for step in 0..<8 { stopped += try disturb("ulimit -v \(least + step * step * 4_096)", mayCrash: true) }
        #expect(stopped > 0)
    }

    private static let script = #"""
        set -e
        mkdir -p "$2/Room"
        mount -t tmpfs -o size=64m tmpfs "$2/Room"
        cp -r "$2/Whole" "$2/Room/Index"
        used=$(du -sk "$2/Room" | cut -f1)
        mount -o remount,size=$((used + $1))k "$2/Room"
        set +e
        shift; folder=$1; shift
        "$0" "$@" --index "$folder/Room/Index" 2>"$folder/errors"; echo $? >"$folder/status"
        "$0" search convoy --limit 0 --index "$folder/Room/Index" >/dev/null 2>"$folder/look" || exit 4
        "$0" dump --text --index "$folder/Room/Index" >"$folder/dump" 2>/dev/null
        mount -o remount,size=64m "$folder/Room" || exit 5
        "$0" reindex --index "$folder/Room/Index" >/dev/null 2>&1 || exit 6
        "$0" dump --text --index "$folder/Room/Index" >"$folder/mended" || exit 7
        "$0" check --index "$folder/Room/Index" >/dev/null 2>&1 || exit 8
        """#

    /// Runs the script with a file system of its own.
    private func room(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", Self.script]
            + [SitrepProcess.executable.path] + arguments
        process.environment = SitrepProcess.environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: store.folder.path(name), encoding: .utf8)
    }

    @Test("No more than so many kB are free on the disk")
    func fullDisk() throws {
        // 32 is what mount says, and what is said where a process may not have a file system of its own.
        let status = try room(["64000", store.folder.path, "reindex"])
        guard status != 1 && status != 32 else { return print("no file system of its own: a full disk was not tried") }
        try #require(status == 0)
        let (mended, whole) = (Set(try text("mended").split(separator: "\n")), Set(after.split(separator: "\n")))
        #expect(mended == whole, "\(mended.symmetricDifference(whole).prefix(4).map { $0.prefix(300) })")
        var stopped = 0
        for free in [0, 4, 40, 100, 300, 600, 1_200] {
            for run in Self.runs {
                let status = try room([String(free), store.folder.path] + run)
                #expect(status == 0, "\(free) kB free, \(run): step \(status)")
                guard status == 0 else { continue }
                let errors = try text("errors")
                let found = try text("dump")
                let isTorn = try text("look").contains("of different runs")
                #expect(isTorn || found == before || found == after, "\(free) kB free, \(run)")
                #expect(try text("mended") == after, "\(free) kB free, \(run)")
                if try text("status") == "0\n" { continue }
                stopped += 1
                #expect(try text("status") == "74\n", "\(free) kB free, \(run): \(errors)")
                #expect(errors.contains("sitrep: error: ") && errors.contains("\n  "), "\(errors)")
            }
        }
        #expect(stopped > Self.runs.count)
    }
    #endif
}
