import Foundation
import Testing

@Suite("Paths of files alone")
struct PathListTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("a.txt", "A convoy of lorries passed the village.")
        try store.write("line\nbreak.txt", "A convoy passed. The convoy stopped, and the convoy turned.")
        let lines = (1...3).map { #"{"id": "l\#($0)", "title": "T\#($0)", "text": "One convoy of \#($0)."}"# }
        try store.write("many.jsonl", lines.joined(separator: "\n"))
        try store.build()
        return store
    }

    @Test("Each once, in the order of the hits, all of them")
    func paths() throws {
        let store = try store()
        let hits: [HitAnswer] = try store.run("search", "convoy", "--all", "--format", "ndjson").objects()
        var expected: [String] = []
        for hit in hits where !expected.contains(hit.path) { expected.append(hit.path) }
        #expect(hits.count == 5 && expected.count == 3)
        let outcome = try store.run("search", "convoy", "--paths")
        #expect(outcome.text == expected.map { $0 + "\n" }.joined())
        let exact = try store.run("search", "convoy", "--print0")
        #expect(exact.text == expected.map { $0 + "\0" }.joined())
        #expect(try store.run("search", "convoy", "--paths", "--print0").output == exact.output)
        let files = exact.text.split(separator: "\0").map(String.init)
        #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0) })
        #expect(try SampleIndex.shared.run("search", "drones", "--paths").lines.count > 10)
        let first = try store.run("search", "convoy", "--paths", "--limit", "1").text
        #expect(first == expected[0] + "\n")
    }

    @Test("Keys stand for the reports themselves, not for the others of their files")
    func keys() throws {
        let store = try store()
        let hits: [HitAnswer] = try store.run("search", "convoy", "--all", "--format", "ndjson").objects()
        let keys = try store.run("search", "convoy", "--keys").lines
        #expect(keys.count == 5 && zip(keys, hits).allSatisfy { $0.hasPrefix($1.key) && $0.utf8.count == 16 })
        #expect(try store.run("search", "convoy", "--keys", "--print0").text == keys.map { $0 + "\0" }.joined())
        let one = try store.run("search", "title:T2", "--keys").text
        let marked = try SitrepProcess.run(["mark", "--index", store.index, "-", "--tag", "t"], input: one)
        #expect(marked.status == 0, "\(marked.errors)")
        #expect(try store.ids("tag:t") == ["l2"])
        // The path stands for all three, and only who names it can mean that.
        let paths = try store.run("search", "title:T2", "--print0").text
        let refused = try SitrepProcess.run(["mark", "--index", store.index, "-", "--irrelevant"], input: paths)
        #expect(refused.status == 64 && refused.errors.contains("3 reports") && refused.errors.contains("--keys"))
        #expect(try store.ids("--irrelevant", "include").count == 5)
        #expect(try store.ids("convoy").count == 5)
        try store.run("mark", store.reports + "/many.jsonl", "--tag", "all").expectDone()
        #expect(try store.ids("tag:all") == ["l1", "l2", "l3"])
        try store.run("search", "convoy", "--keys", "--format", "csv").expectError(64, "--format")
        try store.run("search", "convoy", "--keys", "--paths").expectError(64, "--keys")
    }

    @Test("Names that are written alike, é in one character or two, are two files")
    func composition() throws {
        let store = try ReportStore()
        try store.write("caf\u{E9}.txt", "A convoy passed.")
        try store.write("cafe\u{301}.txt", "A convoy stood.")
        // Not every file system takes both.
        guard try FileManager.default.contentsOfDirectory(atPath: store.reports).count == 2 else { return }
        try store.build()
        let names = try store.run("search", "convoy", "--paths").lines.map { Array($0.utf8) }
        #expect(names.count == 2 && Set(names).count == 2)
        #expect(try store.run("search", "convoy", "--print0").output.split(separator: 0).count == 2)
    }

    @Test("The bytes of a name that is no UTF-8 come back")
    func rawName() throws {
        let store = try store()
        let folder = Array(store.reports.utf8) + [UInt8(ascii: "/")]
        let name = folder + [0x62, 0xFF, 0xFE] + Array(".txt".utf8)
        let file = (name + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
        }
        // Not every file system takes such a name.
        guard file >= 0 else { return }
        let text = Array("A lighthouse was lit.".utf8)
        #expect(write(file, text, text.count) == text.count)
        close(file)
        try store.reindex()
        #expect(Array(try store.run("search", "lighthouse", "--print0").output) == name + [0])
    }

    @Test("Nothing found, and other formats")
    func status() throws {
        let store = try store()
        let nothing = try store.run("search", "nosuchword", "--paths")
        #expect(nothing.status == 1 && nothing.output.isEmpty && nothing.errors.isEmpty)
        try store.run("search", "convoy", "--paths", "--format", "json").expectError(64, "--format")
        try store.run("search", "convoy", "--print0", "--format", "csv").expectError(64, "--format")
        try store.run("search", "--queries", "none", "--paths").expectError(64, "--queries")
    }
}
