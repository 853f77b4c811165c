import Foundation
import Testing

@testable import Sitrep

/// The table of limits in the page on safety, line by line.
@Suite("Each documented limit holds below it and at it, and stops what is above")
struct LimitTableTests {
    /// What of a line of the table is taken at a size, or is not.
    struct Limit: CustomTestStringConvertible, Sendable {
        var name: String
        var most: Int
        /// What the table says of `most`, where that is not the number alone.
        var words: String?
        /// Whether something of this size is taken as it is.
        var takes: @Sendable (Int) throws -> Bool
        var testDescription: String { name }
    }

    private static let today = FuzzInput.today

    private static func records(_ text: String, _ name: String = "a.json") throws -> ReadOutcome {
        let folder = try ReadingFolder()
        return readFile(try folder.write(name, text))
    }

    private static func parsed(_ html: String) throws -> HTMLDocument { try #require(HTMLDocument(html)) }

    private static func nested(_ value: String, _ depth: Int) -> String {
        String(repeating: "[", count: depth) + value + String(repeating: "]", count: depth)
    }

    private static func parses(_ query: String) throws -> Bool {
        do {
            _ = try QueryParser.parse(query, today: today)
            return true
        } catch {
            guard error.code == .usage else { throw error }
            return false
        }
    }

    private static func marks(_ change: MarkChange) throws -> Bool {
        do {
            try change.check()
            return true
        } catch {
            guard error.code == .usage else { throw error }
            return false
        }
    }

    private static func facets(_ value: String) -> String { "{\"text\": \"x y z\", \"region\": \(value)}" }

    static let reading: [Limit] = [
        Limit(name: "lines of a report", most: 1_000_000, words: "1,000,000") { count in
            ReadingLimits.standard.refusal(of: String(repeating: "a\n", count: count - 1)) == nil
        },
        Limit(name: "nesting of a JSON record", most: 500, words: "500 levels") {
            try records("{\"text\": \"x y z\", \"other\": \(nested("1", $0 - 1))}").failures.isEmpty
        },
        Limit(name: "nesting of a JSON field that is looked at", most: 24, words: "24 levels") {
            // The field itself is a level.
            try records("{\"text\": \"x y z\", \"source\": \(nested("\"Wire\"", $0 - 1))}").only?.source == "Wire"
        },
        Limit(name: "values of a facet in a JSON record", most: 200) { count in
            let values = (0..<count).map { "\"Place \($0)\"" }.joined(separator: ",")
            return try records(facets("[\(values)]")).failures.isEmpty
        },
        Limit(name: "levels of such a value", most: 16) { count in
            let path = (0..<count).map { "P\($0)" }.joined(separator: "/")
            return try records(facets("\"\(path)\"")).failures.isEmpty
        },
        Limit(name: "failed records of a file that are listed", most: 1_000, words: "1,000") { count in
            let outcome = try records(Array(repeating: "x", count: count).joined(separator: "\n"), "a.jsonl")
            return outcome.failures.count == count && outcome.failures.allSatisfy { $0.line != nil }
        },
        Limit(name: "nesting of a page", most: 500, words: "500 elements") { count in
            let html = String(repeating: "<div>", count: count) + "text" + String(repeating: "</div>", count: count)
            return try parsed(html).nodes.count { $0.tag == "div" } == count
        },
        Limit(name: "attributes of a tag", most: 500) { count in
            let tag = "<div " + (0..<count).map { "a\($0)=1" }.joined(separator: " ") + ">text</div>"
            return try parsed(tag).nodes.contains { $0.tag == "div" }
        },
    ]

    static let walking: [Limit] = [
        Limit(name: "a `.sitrepignore`", most: 65_536, words: "65,536 bytes") {
            try walks(ignoring: String(repeating: "#", count: $0))
        },
        Limit(name: "patterns in it", most: 1_000, words: "1,000") {
            try walks(ignoring: (0..<$0).map { "x\($0)\n" }.joined())
        },
    ]

    private static func walks(ignoring text: String) throws -> Bool {
        let folder = try ReadingFolder()
        try folder.write("a.txt", "x")
        try folder.write(IgnoreRules.fileName, text)
        var found: [WalkedItem] = []
        try SourceWalker().walk(folder.path) { found.append($0) }
        guard case .file? = found.first else { return false }
        return found.count == 1
    }

    static let finding: [Limit] = [
        Limit(name: "a word", most: 128, words: "128 bytes") { count in
            let word = String(repeating: "a", count: count)
            var stemming = try Stemming()
            let tokens = Tokenizer.tokenize(word)
            let words = PreparedWords(title: TokenizedText(), text: tokens, language: nil, stemming: &stemming)
            var found: [String] = []
            words.postings.forEachTerm { term, _, _ in found.append(String(decoding: term, as: UTF8.self)) }
            return found == [word]
        },
        Limit(name: "figures of a report", most: 200) { count in
            let text = (0..<count).map { "Rebels killed \($0 * 7 + 3) soldiers near Avdiivka." }.joined(separator: " ")
            return ClaimFinder.find(
                title: "",
                text: text,
                published: .unknown,
                mentions: [],
                vocabulary: .builtIn
            ).count == count
        },
        Limit(name: "dates of events of a report", most: 100) { count in
            let days = (0..<count).compactMap { FuzzInput.today.adding(days: -3 * $0 - 400) }
            let text = days.map { "Something happened on \($0.description)." }.joined(separator: " ")
            let published = PublishedDate(date: FuzzInput.today, origin: .record)
            return EventDateFinder.find(title: "", text: text, published: published).count == count
        },
    ]

    static let asking: [Limit] = [
        Limit(name: "a query", most: 1_000_000, words: "1,000,000 bytes") {
            try parses(String(repeating: "a", count: $0))
        },
        Limit(name: "words of a query", most: 20_000, words: "20,000") {
            try parses(Array(repeating: "a", count: $0).joined(separator: " "))
        },
        Limit(name: "parentheses in parentheses", most: 150) {
            try parses(String(repeating: "(", count: $0) + "a" + String(repeating: ")", count: $0))
        },
        Limit(name: "words with `*` or `~`", most: 16) { count in
            try parses((0..<count).map { "word\($0)*" }.joined(separator: " "))
        },
        Limit(name: "words that NEAR joins", most: 10) { count in
            try parses((0..<count).map { "word\($0)" }.joined(separator: " NEAR "))
        },
    ]

    static let keeping: [Limit] = [
        Limit(name: "a tag", most: 100, words: "100 bytes") {
            var change = MarkChange()
            change.tags = [String(repeating: "a", count: $0)]
            return try marks(change)
        },
        Limit(name: "a note, a title of your own", most: 10_000, words: "10,000 bytes") {
            var (note, title) = (MarkChange(), MarkChange())
            note.note = String(repeating: "a", count: $0)
            title.title = note.note
            let taken = [try marks(note), try marks(title)]
            #expect(Set(taken).count == 1)
            return taken[0]
        },
        Limit(name: "the name of a saved search", most: 200, words: "200 bytes") {
            SavedSearch.name(String(repeating: "a", count: $0)) != nil
        },
        Limit(name: "shards", most: 256) { count in
            let folder = try ScratchFolder()
            try folder.write("reports/a.txt", "A convoy passed Poltava.")
            var options = Indexer.Options()
            options.shards = count
            do {
                _ = try Indexer(index: folder("index"), options: options).index([folder("reports")])
                return true
            } catch let error as SitrepError where error.code == .usage {
                return false
            }
        },
        Limit(name: "words of a spelling in a vocabulary", most: 16) { count in
            VocabularyFileReader.fault(inSpelling: Array(repeating: "word", count: count).joined(separator: " ")) == nil
        },
        Limit(name: "bytes of such a spelling", most: 400) {
            VocabularyFileReader.fault(inSpelling: String(repeating: "a", count: $0)) == nil
        },
        Limit(name: "nesting of a vocabulary file, of marks and saved searches", most: 16, words: "16 levels") {
            (try? YAMLNode.parse(Array(nested("a", $0 - 1).utf8), file: "a.yaml")) != nil
        },
    ]

    @Test(
        "Is taken below and at the limit, and not above it",
        arguments: reading + walking + finding + asking + keeping
    )
    func holds(limit: Limit) throws {
        #expect(try limit.takes(limit.most - 1), "below")
        #expect(try limit.takes(limit.most), "at")
        #expect(try !limit.takes(limit.most + 1), "above")
    }

    /// Those whose tests stand with what they limit.
    private static let elsewhere = [
        // ReadingLimitsTests, BrokenFileTests, JSONReadingTests.
        "a file that is held whole", "a report, a line of reports", "what a packed file unpacks to",
        "records of a JSON list",
    ]

    @Test("The page has these limits and no others, with these numbers")
    func page() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = package.appendingPathComponent("Sources/Sitrep/Documentation.docc/Safety.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let start = try #require(rows.firstIndex { $0.first == "what" })
        let limits = rows[(start + 2)...].prefix { $0.count == 3 }
        let tested = Self.reading + Self.walking + Self.finding + Self.asking + Self.keeping
        #expect(Set(limits.map { $0[0] }) == Set(tested.map(\.name) + Self.elsewhere))
        for limit in tested {
            let row = limits.first { $0[0] == limit.name }
            #expect(row?[1] == limit.words ?? String(limit.most), "\(limit.name)")
        }
    }
}
