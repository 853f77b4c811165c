import Foundation
import Testing

@Suite("A damaged database")
struct DamagedDatabaseTests {
    private static let reports = 40

    private func store() throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<Self.reports {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        try store.build()
        return store
    }

    /// The files of the database, relative to the index.
    private func files(_ store: ReportStore) throws -> [String] {
        let all = try store.folder.state(of: "Index")
        return all.keys.filter { $0.contains("/database/") && !$0.hasSuffix("flintlock") }.sorted()
    }

    /// A search may fail as damaged, or be right where it did not need the damaged part; it never finds less.
    private func expectErrorOrAll(_ store: ReportStore, _ file: String) throws -> Bool {
        var isNoticed = false
        for command in [["search", "convoy", "--format", "json"], ["search", "--format", "json", "--limit", "all"]] {
            let outcome = try store.run(command)
            guard outcome.status == 0 else {
                outcome.expectError(65, "damaged", "check --repair")
                isNoticed = true
                continue
            }
            let answer: SearchAnswer = try outcome.json()
            #expect(answer.total == Self.reports, "\(file): found less than there is")
        }
        return isNoticed
    }

    @Test("Emptied, cut off, overwritten or missing: an error or the whole answer, and a rebuild mends it")
    func damage() throws {
        let store = try store()
        var noticed: Set<String> = []
        for file in try files(store) {
            let path = "Index/" + file
            let whole = try Data(contentsOf: URL(fileURLWithPath: store.folder.path(path)))
            let zeros = Data(count: whole.count)
            let noise = Data(whole.indices.map { UInt8(truncatingIfNeeded: $0 &* 167 ^ 0x5A) })
            for damaged in [Data(), whole.prefix(whole.count / 2), zeros, noise] {
                try store.folder.write(path, damaged)
                if try expectErrorOrAll(store, path) { noticed.insert((file as NSString).lastPathComponent) }
            }
            try store.folder.remove(path)
            if try expectErrorOrAll(store, path) { noticed.insert((file as NSString).lastPathComponent) }
            try store.folder.write(path, whole)
        }
        #expect(noticed.isSuperset(of: ["iamglass", "postlist.glass", "docdata.glass"]))
        #expect(try store.ids("convoy").count == Self.reports)
    }

    @Test("reindex says what is wrong, --rebuild mends it")
    func rebuild() throws {
        let store = try store()
        let main = try #require(try files(store).first { $0.hasSuffix("iamglass") })
        try store.folder.write("Index/" + main, "nonsense")
        try store.run("search", "convoy").expectError(65, "damaged", "check --repair")
        try store.run("reindex").expectError(65, "damaged", "check --repair")
        let run = try store.reindex("--rebuild")
        #expect(run.added == Self.reports)
        #expect(try store.ids("convoy").count == Self.reports)
        #expect(try store.reindex().counts == [0, 0, 0, Self.reports])
    }

    @Test("A vocabulary beside the database that is lost is an error, not another vocabulary")
    func vocabularyLost() throws {
        let store = try store()
        try store.folder.write("words/regions.yaml", "facet: region\nconcepts:\n- id: user-x\n  name: Xtown\n")
        try store.reindex("--vocabulary", store.folder.path("words"))
        // The large image is the one in the program; the small one beside it has the user's names.
        let images = try store.folder.state(of: "Index").keys.filter { $0.hasSuffix(".image") }
        #expect(images.count == 2)
        func size(_ image: String) throws -> Int {
            try Data(contentsOf: URL(fileURLWithPath: store.folder.path("Index/" + image))).count
        }
        let image = try #require(try images.min { try size($0) < size($1) })
        for damage in [Data(), Data(count: 4096)] {
            try store.folder.write("Index/" + image, damage)
            try store.run("search", "--region", "Xtown").expectError(65, "vocabulary")
        }
        try store.folder.remove("Index/" + image)
        try store.run("search", "--region", "Xtown").expectError(65, "vocabulary")
        try store.reindex("--rebuild")
        #expect(try store.run("search", "--region", "Xtown").status == 1)
    }

    @Test("A rebuild keeps exclusions and sources")
    func rebuildKeepsSources() throws {
        let store = try ReportStore()
        try store.write("a.txt", "A convoy passed.")
        try store.write("b.txt", "A convoy stopped.")
        try store.build(store.reports, "--exclude", "b.txt")
        try store.reindex("--rebuild")
        #expect(try store.ids("convoy") == ["a.txt"])
    }

    @Test("A rebuild keeps the folder of the user's vocabulary")
    func rebuildKeepsVocabulary() throws {
        let store = try ReportStore()
        try store.write("a.txt", "A convoy passed Xtown.")
        try store.folder.write("words/regions.yaml", "facet: region\nconcepts:\n- id: user-x\n  name: Xtown\n")
        try store.build(store.reports, "--vocabulary", store.folder.path("words"))
        #expect(try store.ids("--region", "Xtown") == ["a.txt"])
        try store.reindex("--rebuild")
        #expect(try store.ids("--region", "Xtown") == ["a.txt"])
    }

    @Test("A rebuild keeps the times of arrival where the old database can be read")
    func rebuildKeepsAdded() throws {
        let store = try store()
        let before = try store.search().hits.map(\.added)
        sleep(1)
        try store.reindex("--rebuild")
        let after = try store.search().hits.map(\.added)
        #expect(after == before)
    }
}
