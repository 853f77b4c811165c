import Foundation
import Testing

@Suite("Queries beyond measure and full of signs")
struct HardQueryTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func words(_ count: Int, _ word: (Int) -> String) -> String {
        (0..<count).map(word).joined(separator: " ")
    }

    @Test("Ten thousand words")
    func manyWords() throws {
        #expect(try index.run("search", words(10_000) { _ in "kyiv" }).status == 0)
        #expect(try index.run("search", words(10_000) { "word\($0)" }).status == 1)
        #expect(try index.run("search", words(3_000) { "word\($0) OR" } + " kyiv").status == 0)
        try index.run("search", words(20_001) { _ in "a" }).expectError(64, "too long", "at column 40001")
    }

    @Test("Eight wide beginnings, two thousand words to leave out, nested ORs")
    func wide() throws {
        let all = try index.count()
        #expect(try index.count("co* in* st* pr* re* de* un* ma*") <= all)
        #expect(try index.count("co* OR in* OR st* OR pr*") >= index.count("co* in* st* pr*"))
        #expect(try index.count("--", words(2_000) { "-word\($0)" }) == all)
        #expect(try index.count("--", words(2_000) { "-word\($0)" } + " -kyiv") == all - index.count("kyiv"))
        let languages = (0..<1_000).map { $0.isMultiple(of: 2) ? "language:en" : "language:uk" }
        let either = try index.count("language:en") + index.count("language:uk")
        #expect(try index.count(languages.joined(separator: " OR ")) == either)
    }

    @Test("A thousand filters")
    func manyFilters() throws {
        #expect(try index.run("search", words(1_000) { _ in "region:kyiv" }).status == 0)
        let many = try index.run("search", words(1_000) { "path:*\($0).txt" })
        #expect(many.status == 1 && many.errors.isEmpty)
        #expect(try index.run(["search"] + (0..<1_000).flatMap { _ in ["--region", "Kyiv"] }).status == 0)
    }

    @Test(
        "Stars that stand for nothing",
        arguments: ["*", "a*", "ї*", "**", "mis*ile", "*ile", "title:a*", "-a*", "Kyiv *"]
    )
    func stars(query: String) throws {
        try index.run("search", "--", query).expectError(64, "star", "column")
    }

    @Test(
        "What does not close, or closes nothing, is told of with its column",
        arguments: [
            ("a \"b", 3), ("a (b", 3), ("a) b", 2), ("region:\"kyiv", 8), ("«київ", 1), ("\"a\\\"", 1), ("=\"x", 2),
        ]
    )
    func unbalanced(query: String, column: Int) throws {
        try index.run("search", query).expectError(64, "column \(column) ")
    }

    @Test("Control characters and marks of direction are never written raw")
    func control() throws {
        for query in [
            "kyiv \u{1B}[31m\u{7}", "kyiv\u{202E}", "\u{200F}kyiv", "misile\u{1B}x", "\u{9B}31m", "kyi*\u{8}",
        ] {
            for format in ["text", "json"] {
                let outcome = try index.run("search", query, "--format", format)
                #expect([0, 1, 64].contains(outcome.status))
                let scalars = (outcome.text + outcome.errors).unicodeScalars
                #expect(!scalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 8 }, "\(query)")
            }
        }
        // A mark of direction before a sign does not hide it.
        let without: SearchAnswer = try index.run("search", "--all", "--format", "json", "--", "\u{200F}-kyiv").json()
        #expect(try without.total == index.search("--", "-kyiv").total)
    }

    @Test("Right-to-left text is searched as any other")
    func rightToLeft() throws {
        let store = try ReportStore()
        try store.write("ar.txt", "قصف الجيش مدينة الخرطوم بالمدفعية صباح اليوم.")
        try store.write("he.txt", "צה\"ל תקף מטרות ברצועת עזה הלילה.")
        try store.build()
        #expect(try store.ids("الخرطوم") == ["ar.txt"])
        #expect(try store.ids("الخر*") == ["ar.txt"])
        #expect(try store.ids("قصف NEAR/2 مدينة") == ["ar.txt"])
        #expect(try store.ids("\u{2067}\"מטרות ברצועת\"\u{2069}") == ["he.txt"])
        #expect(try store.ids("הלילח~") == ["he.txt"])
        try store.run("search", "الخرطوم (قصف").expectError(64, "column 9")
    }

    @Test("Too many words with signs, and too many beside each other")
    func manySigns() throws {
        try index.run("search", words(17) { _ in "missil*" }).expectError(64, "column", "16")
        try index.run("search", words(17) { _ in "misile~" }).expectError(64, "column", "16")
        try index.run("search", (0..<12).map { _ in "a" }.joined(separator: " NEAR ")).expectError(64, "column", "NEAR")
    }
}
