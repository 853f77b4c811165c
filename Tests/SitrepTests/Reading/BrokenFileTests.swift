import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("What cannot be read is a clear failure")
struct BrokenFileTests {
    @Test("Empty, binary and unknown files")
    func noText() throws {
        let folder = try ReadingFolder()
        #expect(readFile(try folder.write("a.txt", "")).failure?.reason == "empty file")
        #expect(readFile(try folder.write("a.txt.gz", gzip(""))).failure?.reason == "empty file")
        #expect(readFile(try folder.write("b.txt", " \n\n ")).failure?.reason == "no text in it")
        #expect(
            readFile(try folder.write("c.txt", Array("MZ\u{90}\0\u{3}\0\0\0ab".utf8))).failure?.reason == "not text"
        )
        #expect(readFile(try folder.write("d.txt", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3])).failure?.reason == "not text")
        #expect(readFile(try folder.write("e.jsonl", [1, 2, 3, 4, 5, 6, 0])).failure?.reason == "not text")
        let unknown = readFile(try folder.write("f.pdf", "x")).failure?.reason ?? ""
        #expect(unknown.hasPrefix("a file of unknown kind (.pdf)"))
        #expect(readFile(folder.path + "/none.txt").failure?.reason.hasPrefix("cannot be reached") == true)
        #expect(readFile(folder.path + "/no\0ne.txt").failure?.reason == "the name holds a NUL character")
    }

    @Test("Gzip that is none, is cut, or is damaged")
    func brokenGzip() throws {
        let folder = try ReadingFolder()
        let good = gzip("Depot hit\n\n" + (0..<2000).map { "word\($0 * 7919 % 1000)" }.joined(separator: " "))
        let notGzip = readFile(try folder.write("a.txt.gz", "plain text")).failure?.reason ?? ""
        #expect(notGzip.hasPrefix("no gzip data"))
        let cut = readFile(try folder.write("b.txt.gz", Array(good.dropLast(20)))).failure?.reason ?? ""
        #expect(cut == "broken gzip: it ends too early")
        var damaged = good
        damaged[good.count - 6] ^= 0x55
        #expect(readFile(try folder.write("c.txt.gz", damaged)).failure?.reason.hasPrefix("broken gzip") == true)
        let garbage = readFile(try folder.write("d.txt.gz", good + Array("garbage".utf8)))
        #expect(garbage.failure?.reason.hasPrefix("broken gzip") == true)
    }

    @Test("A packed file that unpacks to too much")
    func bomb() throws {
        let folder = try ReadingFolder()
        let limits = ReadingLimits(maximumFileBytes: 1 << 20, maximumReportBytes: 1 << 18)
        let zeros = gzip([UInt8](repeating: 0x20, count: 8 << 20))
        let text = readFile(try folder.write("a.txt.gz", zeros), limits: limits)
        #expect(
            text.failure?.reason == limits.largeFile || text.failure?.reason.hasPrefix("unpacks") == true
        )
        let lines = readFile(try folder.write("a.jsonl.gz", zeros), limits: limits)
        #expect(lines.failure?.reason == "unpacks to far more than any report would")
        // With room for a large file it is told of early.
        let more = gzip([UInt8](repeating: 0x20, count: 20 << 20))
        #expect(readFile(try folder.write("d.jsonl.gz", more)).failure?.reason == lines.failure?.reason)
        let large = readFile(try folder.write("b.txt", [UInt8](repeating: 0x61, count: 2 << 20)), limits: limits)
        #expect(large.failure?.reason == "larger than 1048576 bytes, which is the limit for files")
        let report = readFile(try folder.write("c.txt", [UInt8](repeating: 0x61, count: 1 << 19)), limits: limits)
        #expect(report.failure?.reason == "a text of more than 262144 bytes, which is the limit for reports")
    }

    @Test("A pipe is a failure and nobody waits for its writer")
    func pipe() throws {
        let folder = try ReadingFolder()
        let path = folder.path + "/a.txt"
        try #require(mkfifo(path, 0o600) == 0)
        #expect(readFile(path).failure?.reason.hasPrefix("is no regular file") == true)
        #expect(readFile(folder.path).failure?.reason.isEmpty == false)
    }

    @Test("A file that grows while it is read")
    func growing() throws {
        let folder = try ReadingFolder()
        let line = "{\"text\": \"a report of some length\"}\n"
        let path = try folder.write("a.jsonl", String(repeating: line, count: 20_000))
        var hasGrown = false
        let failure = #expect(throws: ReadFailure.self) {
            _ = try ReportReader(today: readingDay).read(path: path) { _ in
                if !hasGrown { try folder.write("a.jsonl", String(repeating: line, count: 20_001)) }
                hasGrown = true
            }
        }
        #expect(failure?.reason == "changed while it was read")
    }

    @Test("What the caller throws comes through")
    func callersError() throws {
        struct Stop: Error {}
        let folder = try ReadingFolder()
        let path = try folder.write("a.txt", "Depot hit")
        #expect(throws: Stop.self) {
            _ = try ReportReader(today: readingDay).read(path: path) { _ in throw Stop() }
        }
        #expect(throws: Stop.self) { try SourceWalker().walk(folder.path) { _ in throw Stop() } }
    }

    @Test("A word of a megabyte")
    func longWord() throws {
        let word = String(repeating: "a", count: 1 << 20)
        let article = try #require(try readText("Depot hit\n\n" + word))
        #expect(article.text == word)
        let alone = try #require(try readText(word))
        #expect(alone.title.unicodeScalars.count <= 142)
        for ending in [".md", ".html"] { #expect(try readText(word, ending: ending)?.text == word) }
    }

    @Test("Failures tell the line")
    func description() {
        #expect(ReadFailure(path: "a", line: 7, reason: "not JSON").description == "line 7: not JSON")
        #expect(ReadFailure(path: "a", reason: "empty file").description == "empty file")
    }
}
