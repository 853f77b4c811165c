import Testing

@Suite("Paths and languages choose reports, or leave them out")
struct PathFilterTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("notes/a.txt", "A convoy of the army passed through the town in the early morning.")
        try store.write("notes/deep/b.txt", "A convoy of the army returned to the town late in the evening.")
        try store.write("notes.txt", "A convoy of the army stood in the town and waited for fuel.")
        try store.write("c.jsonl", #"{"id":"c","text":"A convoy.","language":"uk"}"#)
        try store.build()
        return store
    }

    @Test("A slash at the end means what lies below that folder")
    func folders() throws {
        let store = try store()
        #expect(try store.ids("--path", "notes/") == ["notes/a.txt", "notes/deep/b.txt"])
        #expect(try store.ids("--path", "deep/") == ["notes/deep/b.txt"])
        #expect(try store.ids("--path", "reports/notes/") == ["notes/a.txt", "notes/deep/b.txt"])
        #expect(try store.ids("--path", "a.txt/") == [])
        #expect(try store.ids("--path", store.reports + "/notes/deep/") == ["notes/deep/b.txt"])
    }

    @Test("A name matches any part of the path, and a path matches behind any folder")
    func anywhere() throws {
        let store = try store()
        let below = ["notes/a.txt", "notes/deep/b.txt"]
        for pattern in ["notes", "notes/*", "./notes", "reports/notes", "reports/notes/**", "*ote?"] {
            #expect(try store.ids("--path", pattern) == below, "\(pattern)")
        }
        #expect(try store.ids("--path", "*note*") == ["notes.txt"] + below)
        #expect(try store.ids("--path", "deep") == ["notes/deep/b.txt"])
        #expect(try store.ids("--path", "deep/b.txt") == ["notes/deep/b.txt"])
        #expect(try store.ids("--path", "reports").count == 4)
        #expect(try store.ids("--path", "b.txt") == ["notes/deep/b.txt"])
        #expect(try store.ids("path:deep") == ["notes/deep/b.txt"])
        // The folders above the source are not what a name means.
        let above = store.reports.split(separator: "/").dropLast().last.map(String.init) ?? ""
        #expect(try store.ids("--path", above) == [])
        #expect(try store.ids("--path", "otes/a.txt") == [])
        #expect(try store.ids("--not-path", "notes") == ["c", "notes.txt"])
    }

    @Test("--not-path and --not-language leave out")
    func exclusions() throws {
        let store = try store()
        #expect(try store.ids("--not-path", "notes/") == ["c", "notes.txt"])
        #expect(try store.ids("--not-language", "uk") == ["notes.txt", "notes/a.txt", "notes/deep/b.txt"])
        let counts: CountsAnswer = try store.run("facets", "--format", "json", "--not-path", "*.txt").json()
        #expect(counts.total == 1)
    }

    @Test("An empty pattern is a mistake", arguments: ["--path", "--not-path"])
    func empty(_ option: String) throws {
        let store = try store()
        try store.run("search", option, "").expectError(64, "pattern")
        try store.run("search", option, "/").expectError(64, "pattern")
    }
}
