import Testing

@testable import Sitrep

@Suite("JSON reports")
struct JSONReadingTests {
    private func read(_ text: String, _ name: String = "a.json", limits: ReadingLimits = .standard) throws
        -> ReadOutcome
    {
        let folder = try ReadingFolder()
        return readFile(try folder.write(name, text), limits: limits)
    }

    @Test("All fields")
    func fields() throws {
        let outcome = try read(
            """
            {"id": 42, "headline": "Depot hit", "articleBody": "Two people were hurt.", "datePublished":
            "2024-11-13T23:30:00-05:00", "link": "https://www.example.com/a", "publisher": {"name": "The Example"},
            "language": "en-GB", "region": "Ukraine/Kyiv Oblast", "actor": ["NATO", "Russia/Wagner"], "weapon": []}
            """
        )
        let article = try #require(outcome.only)
        #expect(article.recordID == "42")
        #expect(article.title == "Depot hit")
        #expect(article.text == "Two people were hurt.")
        #expect(article.published == PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 13), origin: .record))
        #expect(article.url == "https://www.example.com/a")
        #expect(article.source == "The Example")
        #expect(article.language == "en")
        #expect(article.given == [.region: [["Ukraine", "Kyiv Oblast"]], .actor: [["NATO"], ["Russia", "Wagner"]]])
        #expect(outcome.records[0].isOneOfMany == false)
        #expect(outcome.records[0].digest == outcome.content?.digest)
    }

    @Test("Dates in every form; one that cannot be read leaves the report undated")
    func dates() throws {
        let forms = [
            ("\"2024-11\"", "2024-11-01", PublishedDate.Precision.month), ("\"2024\"", "2024-01-01", .year),
            ("2024", "2024-01-01", .year), ("\"Wed, 13 Nov 2024 10:00:00 +0200\"", "2024-11-13", .day),
            ("1731456000", "2024-11-13", .day), ("\"20241113\"", "2024-11-13", .day),
        ]
        for (form, date, precision) in forms {
            let published = try #require(try read("{\"text\": \"x y z\", \"date\": \(form)}").only).published
            #expect(published.date?.description == date, "\(form)")
            #expect(published.precision == precision, "\(form)")
        }
        #expect(try read("{\"text\": \"x y z\", \"date\": \"soon\"}").only?.published == .unknown)
        #expect(try read("{\"text\": \"x y z\", \"date\": \"2031-01-01\"}").only?.published == .unknown)
    }

    @Test("What is nested deeper than anything a report says of itself is passed over, whatever it is")
    func passedOver() throws {
        func nested(_ value: String, _ depth: Int) -> String {
            String(repeating: "[", count: depth) + value + String(repeating: "]", count: depth)
        }
        for (depth, source) in [(1, "Wire"), (20, "Wire"), (30, nil), (490, nil)] as [(Int, String?)] {
            let outcome = try read("{\"text\": \"x y z\", \"source\": \(nested("\"Wire\", 1.5, true", depth))}")
            #expect(outcome.only?.source == source && outcome.only?.text == "x y z", "\(depth)")
        }
        #expect(try read("{\"text\": \"x\", \"source\": \(nested("1", 500))}").failures[0].reason == "nested too deep")
    }

    @Test("Of very many records that fail the first are told of, and how many others there are")
    func manyFailures() throws {
        let most = RecordFailures.most
        for (count, rest) in [(most - 1, 0), (most, 0), (most + 1, 1), (3 * most, 2 * most)] {
            let lines = Array(repeating: "x", count: count) + ["{\"text\": \"The last one is a report.\"}"]
            let outcome = try read(lines.joined(separator: "\n"), "a.jsonl")
            #expect(outcome.records.count == 1 && outcome.failures.count == min(count, most + 1), "\(count)")
            #expect(outcome.failures.reduce(0) { $0 + $1.count } == count)
            guard rest > 0 else { continue }
            let records = rest == 1 ? "1 more record" : "2,000 more records"
            #expect(outcome.failures.last?.reason == "\(records) that failed, the last in line \(count)")
        }
    }

    @Test("HTML in a text field becomes text, and NUL a space")
    func markup() throws {
        let html = "{\"title\": \"Q &amp; A\", \"text\": \"<p>First &mdash; part.</p><p>Second<br>part.</p>\"}"
        let article = try #require(try read(html).only)
        #expect(article.title == "Q & A")
        #expect(article.text == "First — part.\n\nSecond\npart.")
        #expect(try read("{\"text\": \"one\\u0000two\"}").only?.text == "one two")
        #expect(try read("{\"text\": \"5 < 7 and 8 > 3\"}").only?.text == "5 < 7 and 8 > 3")
    }

    @Test("Arrays: each element by itself")
    func arrays() throws {
        let outcome = try read("[{\"text\": \"one two\"},\n 7, {\"title\": \"x\"},\n{\"text\": \"three four\"}]")
        #expect(outcome.articles.map(\.text) == ["one two", "three four"])
        #expect(outcome.records.map(\.ordinal) == [0, 3])
        #expect(outcome.records.map(\.isOneOfMany) == [true, true])
        #expect(outcome.records[1].digest == SHA256Digest.hex("{\"text\": \"three four\"}".utf8))
        #expect(outcome.failures.map(\.line) == [2, 2])
        #expect(outcome.failures.first?.reason.hasPrefix("no JSON object") == true)
        #expect(outcome.failures.last?.reason.hasPrefix("no text") == true)
        #expect(try read("[]").failure == nil)
        #expect(try read(" [ ] ").records.isEmpty)
    }

    @Test("A broken document fails as a whole, with the place")
    func broken() throws {
        let outcome = try read("[{\"text\": \"one\"},\n {\"text\" \"two\"}]")
        #expect(outcome.records.isEmpty)
        #expect(outcome.failure?.description == "line 2: not JSON: a colon is missing (column 10)")
        for text in [
            "{", "[1,]", "{\"a\":1,}", "{\"a\":\"\\x\"}", "[1 2]", "01", "tru", "\"a", "{} {}", "[\"a\tb\"]", "-",
        ] {
            #expect(try read(text).failure?.reason.hasPrefix("not JSON") == true, "\(text)")
        }
    }

    @Test("Nesting without end is a failure of its element, not a crash")
    func deep() throws {
        let depth = 200_000
        let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let outcome = try read("[{\"text\": \"one\"}, {\"text\": \"x\", \"body\": \(deep)}, {\"text\": \"two\"}]")
        #expect(outcome.articles.map(\.text) == ["one", "two"])
        #expect(outcome.failures.map(\.reason) == ["nested too deep"])
        #expect(try read(String(repeating: "[", count: depth)).failure?.reason.hasPrefix("not JSON") == true)
    }

    @Test("Lines: CR LF, blank lines, a broken one among good ones")
    func lines() throws {
        let outcome = try read("{\"text\": \"one\"}\r\n\r\n{\"text\": \r\n[1]\r\n{\"text\": \"two\"}", "a.jsonl")
        #expect(outcome.articles.map(\.text) == ["one", "two"])
        #expect(outcome.records.map(\.line) == [1, 5])
        #expect(outcome.failures.map(\.line) == [3, 4])
        #expect(outcome.failures.first?.description.hasPrefix("line 3: not JSON: ") == true)
        #expect(outcome.records[0].digest == SHA256Digest.hex("{\"text\": \"one\"}".utf8))
    }

    @Test("A line that is too long fails, and the rest is read", arguments: [false, true])
    func longLine(isPacked: Bool) throws {
        let limits = ReadingLimits(maximumReportBytes: 1000)
        let long = "{\"text\": \"" + (0..<200_000).map { String($0 % 977) }.joined() + "\"}"
        let text = "{\"text\": \"one\"}\n\(long)\n{\"text\": \"two\"}\n"
        let folder = try ReadingFolder()
        let path = try isPacked ? folder.write("a.jsonl.gz", gzip(text)) : folder.write("a.jsonl", text)
        let outcome = readFile(path, limits: limits)
        #expect(outcome.articles.map(\.text) == ["one", "two"])
        let reason = "a line of more than 1000 bytes, which is the limit for reports"
        #expect(outcome.failures.map(\.description) == ["line 2: " + reason])
        #expect(outcome.records.map(\.line) == [1, 3])
    }

    @Test("A list of too many records fails as a whole, one of as many as may be does not", arguments: [-1, 0, 1])
    func longList(beyond: Int) throws {
        #expect(ReadingLimits.standard.mostRecords == 5_000_000)
        var limits = ReadingLimits.standard
        limits.mostRecords = 20
        let folder = try ReadingFolder()
        let records = (0..<20 + beyond).map { "{\"text\": \"report \($0)\"}" }.joined(separator: ",")
        let outcome = readFile(try folder.write("a.json", "[\(records)]"), limits: limits)
        if beyond > 0 {
            #expect(outcome.failure?.reason.hasPrefix("a list of more than 20 records") == true)
            #expect(outcome.records.isEmpty)
        } else {
            #expect(outcome.failure == nil && outcome.records.count == 20 + beyond)
        }
    }

    @Test("Many lines across the borders of the reading buffer")
    func manyLines() throws {
        let text = (0..<20_000).map { "{\"id\": \($0), \"text\": \"report number \($0)\"}" }.joined(separator: "\n")
        let folder = try ReadingFolder()
        let outcome = readFile(try folder.write("a.ndjson.gz", gzip(text)))
        #expect(outcome.records.count == 20_000)
        #expect(outcome.failures.isEmpty)
        #expect(outcome.records.indices.allSatisfy { outcome.records[$0].article.recordID == String($0) })
    }
}
