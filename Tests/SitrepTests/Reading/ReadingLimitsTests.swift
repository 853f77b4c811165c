import Testing

@testable import Sitrep

@Suite("Limits of what is read")
struct ReadingLimitsTests {
    /// A text of so many bytes that stays as it is when it is cleaned.
    private func text(_ bytes: Int) -> String {
        let sentence = "Air defence shot down three drones over the city of Odesa on Monday night. "
        return String(String(repeating: sentence, count: bytes / sentence.utf8.count + 1).prefix(bytes - 1)) + "."
    }

    @Test(
        "A file is read below and at the limit, and fails above it",
        arguments: [-1, 0, 1],
        ["a.txt", "a.txt.gz", "a.html"]
    )
    func files(beyond: Int, name: String) throws {
        let folder = try ReadingFolder()
        let content = text(9_000)
        let path = try name.hasSuffix(".gz") ? folder.write(name, gzip(content)) : folder.write(name, content)
        let limits = ReadingLimits(maximumFileBytes: 9_000 - beyond)
        let outcome = readFile(path, limits: limits)
        if beyond > 0 {
            #expect(outcome.failure?.reason == "larger than \(9_000 - beyond) bytes, which is the limit for files")
        } else {
            #expect(outcome.failure == nil && outcome.articles.count == 1)
        }
    }

    @Test("A text is read below and at the limit, and fails above it", arguments: [-1, 0, 1])
    func reports(beyond: Int) throws {
        let folder = try ReadingFolder()
        let content = text(9_000)
        let whole = content.utf8.count
        let outcome = readFile(
            try folder.write("a.txt", content),
            limits: ReadingLimits(maximumReportBytes: whole - beyond)
        )
        if beyond > 0 {
            #expect(outcome.failure?.reason.hasPrefix("a text of more than \(whole - beyond) bytes") == true)
        } else {
            #expect(outcome.articles.first?.text.utf8.count ?? 0 > 8_000)
        }
    }

    @Test("Lines are counted as they are read, and beyond their number a file fails before it takes memory for each")
    func tooManyLines() throws {
        for text in ["", "a", "a\n", "a\nb", "\r\n", "a\r\nb\rc\n\nd", "\n\r", "\r\r\n\n", "a\u{2028}b\u{85}c"] {
            #expect(TextLines.count(text) == TextLines.lines(text).count, "\(text.debugDescription)")
        }
        let folder = try ReadingFolder()
        let lines = String(repeating: "\n", count: ReadingLimits.mostLines)
        for name in ["a.txt", "a.md"] {
            let outcome = readFile(try folder.write(name, lines))
            #expect(
                outcome.failure?.reason == "a text of more than 1000000 lines, which is the limit for reports",
                "\(name)"
            )
        }
    }

    @Test("A line is read below and at the limit, and fails above it", arguments: [-1, 0, 1])
    func lines(beyond: Int) throws {
        let folder = try ReadingFolder()
        let line = "{\"text\": \"\(text(5_000))\"}"
        let outcome = readFile(
            try folder.write("a.jsonl", line + "\n"),
            limits: ReadingLimits(maximumReportBytes: line.utf8.count - beyond)
        )
        #expect(outcome.articles.count == (beyond > 0 ? 0 : 1))
        #expect(outcome.failures.count == (beyond > 0 ? 1 : 0))
    }

    @Test("Come back from how an index remembers them; what is out of range comes back in it")
    func coding() {
        let limits = ReadingLimits(maximumFileBytes: 1 << 30, maximumReportBytes: 1)
        #expect(ReadingLimits(encoded: limits.encoded) == limits)
        #expect(ReadingLimits(encoded: "\(1 << 40) \(1 << 40)") == .widest)
        #expect(ReadingLimits(encoded: "0 -1") == ReadingLimits(maximumFileBytes: 1, maximumReportBytes: 1))
        for wrong in ["", "1", "1 2 3", "a b", "1 99999999999999999999"] {
            #expect(ReadingLimits(encoded: wrong) == nil, "\(wrong)")
        }
    }
}
