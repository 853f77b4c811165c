import Testing

@testable import Sitrep

@Suite("Every format is read, plain and packed")
struct ReportFormatsTests {
    static let body = "A drone hit the depot at Riverton on Monday, the mayor said. Two people were hurt."
    static let files: [(name: String, content: String)] = [
        ("a.txt", "Depot hit at Riverton\n\n\(body)"),
        ("a.md", "# Depot hit at Riverton\n\n\(body)"),
        ("a.html", "<html><body><article><h1>Depot hit at Riverton</h1><p>\(body)</p></article></body></html>"),
        ("a.HTM", "<title>Depot hit at Riverton</title><p>\(body)</p>"),
        ("a.json", "{\"title\": \"Depot hit at Riverton\", \"text\": \"\(body)\"}"),
        ("a.jsonl", "{\"title\": \"Depot hit at Riverton\", \"text\": \"\(body)\"}\n"),
        ("a.ndjson", "{\"title\": \"Depot hit at Riverton\", \"body\": \"\(body)\"}"),
    ]

    @Test("One report in each", arguments: files.map(\.name), [false, true])
    func oneReport(name: String, isPacked: Bool) throws {
        let folder = try ReadingFolder()
        let content = Self.files.first { $0.name == name }!.content
        let path = try isPacked ? folder.write(name + ".gz", gzip(content)) : folder.write(name, content)
        let outcome = readFile(path)
        let article = try #require(outcome.only)
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.body)
        #expect(article.language == "en")
        #expect(article.published == .unknown)
    }

    @Test("The digest and size are those of the file's own bytes")
    func digest() throws {
        let folder = try ReadingFolder()
        let plain = readFile(try folder.write("a.txt", "abc"))
        #expect(plain.content?.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(plain.records.first?.digest == plain.content?.digest)
        let bytes = gzip("abc")
        let packed = readFile(try folder.write("a.txt.gz", bytes))
        #expect(packed.content?.digest == SHA256Digest.hex(bytes))
        #expect(packed.content?.size == bytes.count)
        #expect(packed.content?.status.size == bytes.count)
    }

    @Test("Several gzip members are one file, and zeros may follow them")
    func members() throws {
        let folder = try ReadingFolder()
        let bytes = gzip("Depot hit\n\nFirst part of the text, ") + gzip("and second part.") + [0, 0, 0]
        #expect(readFile(try folder.write("a.txt.gz", bytes)).only?.text == "First part of the text, and second part.")
    }

    @Test("Formats are told by their endings")
    func endings() {
        #expect(ReportFormat(path: "/x/A.TXT") == .text)
        #expect(ReportFormat(path: "x.y/report.jsonl.GZ") == .jsonLines)
        #expect(ReportFormat(path: "report.pdf") == nil)
        #expect(ReportFormat(path: "report.gz") == nil)
        #expect(ReportFormat(path: ".txt") == nil)
        #expect(ReportFormat.isCompressed(path: "a.txt.gz"))
        #expect(!ReportFormat.isCompressed(path: "a.gz/b.txt"))
    }
}
