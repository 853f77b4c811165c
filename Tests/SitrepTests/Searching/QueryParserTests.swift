import Testing

@testable import Sitrep

@Suite("A query becomes a tree")
struct QueryParserTests {
    private func parse(_ query: String) throws -> QueryNode? {
        try QueryParser.parse(query, today: DateSpanTests.today)
    }

    private func text(_ source: String, quoted: Bool = false) -> QueryNode {
        .text(.init(source: source, isQuoted: quoted))
    }

    @Test(arguments: ["", "   ", "-", "…  ,", "()", "( )", "\"\"", "\0", "NOT …", "-…"])
    func nothing(query: String) throws { #expect(try parse(query) == nil) }

    @Test func words() throws {
        #expect(try parse("drone") == text("drone"))
        #expect(try parse("drone strike") == .and([text("drone"), text("strike")]))
        #expect(try parse("drone AND strike") == .and([text("drone"), text("strike")]))
        #expect(try parse("a\u{A0}b\tc\nd") == .and(["a", "b", "c", "d"].map { text($0) }))
        #expect(try parse("and or not") == .and(["and", "or", "not"].map { text($0) }))
        #expect(try parse("Kh-101 long-range") == .and([text("Kh-101"), text("long-range")]))
        #expect(
            try parse("note:this http://x.org/a a:") == .and([text("note:this"), text("http://x.org/a"), text("a:")])
        )
    }

    @Test func precedence() throws {
        let (a, b, c, d) = (text("a"), text("b"), text("c"), text("d"))
        #expect(try parse("a b OR c d") == .or([.and([a, b]), .and([c, d])]))
        #expect(try parse("a (b OR c) d") == .and([a, .or([b, c]), d]))
        #expect(try parse("a OR b OR c") == .or([a, b, c]))
        #expect(try parse("((a))") == a)
        #expect(try parse("(a b) c") == .and([.and([a, b]), c]))
        #expect(try parse("(a)(b)c") == .and([a, b, c]))
    }

    @Test func negation() throws {
        let (a, b) = (text("a"), text("b"))
        #expect(try parse("a -b") == .and([a, .not(b)]))
        #expect(try parse("a NOT b") == .and([a, .not(b)]))
        #expect(try parse("a AND NOT b") == .and([a, .not(b)]))
        #expect(try parse("-a") == .not(a))
        #expect(try parse("-(a b)") == .not(.and([a, b])))
        #expect(try parse("-\"a b\"") == .not(text("a b", quoted: true)))
        #expect(try parse("a - b") == .and([a, b]))
        #expect(try parse("a-b") == text("a-b"))
        #expect(try parse("-region:kursk") == .not(.facet(.region, value: "kursk", column: 2)))
    }

    @Test func quotations() throws {
        #expect(try parse("\"storm shadow\"") == text("storm shadow", quoted: true))
        #expect(
            try parse("“storm shadow” „дві слова“ «три слова»")
                == .and([
                    text("storm shadow", quoted: true), text("дві слова", quoted: true),
                    text("три слова", quoted: true),
                ])
        )
        #expect(try parse("“mixed\"") == text("mixed", quoted: true))
        #expect(try parse("a\"b c\"d") == .and([text("a"), text("b c", quoted: true), text("d")]))
        #expect(try parse("\"a OR (b\"") == text("a OR (b", quoted: true))
    }

    @Test func filters() throws {
        #expect(try parse("weapon:atacms") == .facet(.weapon, value: "atacms", column: 1))
        #expect(
            try parse("x REGION:\"Kursk Oblast\"")
                == .and([text("x"), .facet(.region, value: "Kursk Oblast", column: 3)])
        )
        #expect(try parse("actor:Russia/Army") == .facet(.actor, value: "Russia/Army", column: 1))
        #expect(try parse("source:Reuters") == .value(.source, value: "Reuters", column: 1))
        #expect(try parse("language:uk") == .value(.language, value: "uk", column: 1))
        #expect(try parse("title:ceasefire") == .title(.init(source: "ceasefire", isQuoted: false)))
        #expect(try parse("title:\"cease fire\"") == .title(.init(source: "cease fire", isQuoted: true)))
        #expect(try parse("title:…") == nil)
        let span = DateSpan(first: CalendarDate(year: 2024, month: 11, day: 1), last: nil)
        #expect(try parse("date:2024-11..") == .dates(span))
        #expect(try parse("date:>=2024-11") == .dates(span))
        #expect(try parse("date>=2024-11") == .dates(span))
        #expect(try parse("happened:2024-11..") == .happened(span))
        #expect(try parse("Happened>=2024-11") == .happened(span))
        #expect(try parse("(region:a OR b)") == .or([.facet(.region, value: "a", column: 2), text("b")]))
    }

    @Test(
        "A mistake is named with its column",
        arguments: [
            ("a OR", 3), ("OR a", 1), ("a OR OR b", 3), ("(a OR )", 4), ("AND a", 1), ("a AND", 3), ("a AND OR b", 3),
            ("a AND AND b", 3), ("a NOT", 3), ("(a -) b", 4), ("(-)", 2), ("b NOT OR c", 3), ("a NOT NOT b", 3),
            ("NOT -b", 1), ("(a", 1),
            ("a (b (c)", 3), ("a)", 2), (")", 1), ("a \"b c", 3), ("їжак “b", 6), ("x region:(a)", 3), ("region:)", 1),
            ("date:soon", 1), ("ab date:2024-13", 4), ("date:2024..x", 1), ("a happened<x", 3),
            ("date>", 1), ("weapon:", 0),
        ]
    )
    func mistakes(query: String, column: Int) throws {
        guard column > 0 else {
            // Without a value right behind it, a name with a colon is a word.
            #expect(try parse(query) == text(query))
            return
        }
        let error = #expect(throws: SitrepError.self) { try parse(query) }
        #expect(error?.code == .usage)
        #expect(error?.message.contains("column \(column) ") == true, "\(error?.message ?? "")")
        #expect(error?.hint?.isEmpty == false)
    }

    @Test func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        #expect(try parse(nested(QueryParser.maximumDepth)) == text("a"))
        let error = #expect(throws: SitrepError.self) { try parse(nested(QueryParser.maximumDepth + 1)) }
        #expect(error?.message.contains("column \(QueryParser.maximumDepth + 1)") == true)
        #expect(throws: SitrepError.self) { try parse(String(repeating: "(", count: 19_999)) }
        // Beside each other they are not nested.
        #expect(try parse(String(repeating: "(a) ", count: 1_000)) != nil)
    }

    @Test func length() throws {
        let longest = Array(repeating: "a", count: 20_000).joined(separator: " ")
        guard case .and(let words) = try parse(longest) else {
            Issue.record("20,000 words are taken")
            return
        }
        #expect(words.count == 20_000)
        #expect(try parse(longest + "  ") == .and(words), "blanks at the end are no word")
        let error = #expect(throws: SitrepError.self) { try parse(longest + " a") }
        #expect(error?.code == .usage)
    }

    @Test("Any characters give a tree or an error with a hint")
    func random() {
        let pieces = [
            "a", "їж", "\"", "“", "”", "„", "«", "»", "(", ")", "-", " ", " OR ", " AND ", " NOT ", "region:", "date:",
            "title:", "2024", "..", ">", ":", "\0", "\u{301}", "😀", "’", "\r\n",
        ]
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<4_000 {
            let query = (0..<generator.number(0...14)).map { _ in generator.pick(pieces) }.joined()
            do {
                _ = try parse(query)
            } catch {
                #expect((error as? SitrepError)?.code == .usage, "\(query)")
                #expect((error as? SitrepError)?.hint?.isEmpty == false, "\(query)")
            }
        }
    }
}
