import Testing

@Suite("Limits that are set")
struct LimitOptionTests {
    private static let sentence = "Air defence shot down three drones over the city of Odesa on Monday night. "

    private func limits(_ store: ReportStore) throws -> StatusAnswer.Limits {
        let status: StatusAnswer = try store.run("status", "--format", "json").json()
        return status.limits
    }

    @Test("An index remembers them; what was beyond comes in when they are raised, and a rebuild keeps them")
    func remembered() throws {
        let store = try ReportStore()
        try store.write("small.txt", "Drones over Odesa\n\nAir defence shot down three drones.")
        try store.write("large.txt", String(repeating: Self.sentence, count: 200))
        let first = try store.run("index", store.reports, "--max-file", "8K")
        #expect(first.status == 1)
        #expect(
            first.errors.contains("large.txt: larger than 8192 bytes, which is the limit for files"),
            "\(first.errors)"
        )
        #expect(try store.ids("drones") == ["small.txt"])
        // It is still beyond, and told again.
        try store.reindex(status: 1)
        #expect(try limits(store) == StatusAnswer.Limits(fileBytes: 8_192, reportBytes: 16 << 20))
        #expect(try store.run("status").text.contains("files of up to 8192 bytes, reports of up to 16777216\n"))

        try store.reindex("--max-file", "1M")
        #expect(try store.ids("drones") == ["large.txt", "small.txt"])
        try store.reindex("--rebuild")
        #expect(try limits(store) == StatusAnswer.Limits(fileBytes: 1 << 20, reportBytes: 16 << 20))
    }

    @Test("A run in which nothing else changes remembers them too")
    func alone() throws {
        let store = try ReportStore()
        try store.write("small.txt", "Drones over Odesa\n\nAir defence shot down three drones.")
        try store.build()
        #expect(try limits(store) == StatusAnswer.Limits(fileBytes: 256 << 20, reportBytes: 16 << 20))
        #expect(try !store.run("status").text.contains("files of up to"))
        try store.reindex("--max-report", "2M")
        #expect(try limits(store) == StatusAnswer.Limits(fileBytes: 256 << 20, reportBytes: 2 << 20))
    }

    @Test("extract takes them too")
    func extract() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("large.txt", String(repeating: Self.sentence, count: 100))
        #expect(try SitrepProcess.run(["extract", path]).status == 0)
        let failed = try SitrepProcess.run(["extract", path, "--max-file", "1K"])
        #expect(failed.status == 65)
        #expect(failed.errors.contains("larger than 1024 bytes"))
        #expect(try SitrepProcess.run(["extract", path, "--max-report", "1K"]).status == 65)
    }

    @Test(
        "What is no size, or none that can be, is told",
        arguments: ["0", "-1", "x", "1T", "2G", "1.5M", "99999999999G"]
    )
    func wrong(size: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try SitrepProcess.run(["extract", folder.path("a.txt"), "--max-file=\(size)"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--max-file"), "\(outcome.errors)")
    }
}
