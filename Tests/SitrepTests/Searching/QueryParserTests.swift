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
            try parse("no:this http://x.org/a a:") == .and([text("no:this"), text("http://x.org/a"), text("a:")])
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
            ("date>", 1), ("weapon:", 1), ("a region:\"\"", 3), ("title:\" \"", 1), ("source:=x", 1),
            ("a NEAR", 3), ("NEAR a", 1), ("a NEAR OR b", 3), ("a NEAR NEAR b", 3), ("… NEAR b", 3), ("a NEAR …", 3),
            ("NOT NEAR a", 1), ("a NEAR -b", 8), ("a NEAR region:b", 8), ("title:a NEAR b", 1), ("(a b) NEAR c", 1),
            ("a NEAR (b OR region:c)", 8), ("(a NEAR b) NEAR c", 1), ("a NEAR/0 b", 3), ("*", 1), ("x a*", 4),
            ("mis*ile", 4), ("**", 1), ("ab**", 3), ("*ab", 1), ("title:*", 7), ("-a*", 3), ("=ab*", 2), ("=ab~", 2),
            ("x Kh-101~", 3), ("long-range~", 11), ("a~", 2), ("date:2024-02-30", 1), ("date:99999", 1),
        ]
    )
    func mistakes(query: String, column: Int) throws {
        let error = #expect(throws: SitrepError.self) { try parse(query) }
        #expect(error?.code == .usage)
        #expect(error?.message.contains("column \(column) ") == true, "\(error?.message ?? "")")
        #expect(error?.hint?.isEmpty == false)
    }

    @Test("NEAR binds more than AND and less than quotation marks")
    func near() throws {
        let (a, b, c) = (text("a"), text("b"), text("c"))
        #expect(try parse("a NEAR b c") == .and([.near([a, b], distances: [10]), c]))
        #expect(try parse("-a NEAR/3 b") == .not(.near([a, b], distances: [3])))
        #expect(try parse("a NEAR/3 b NEAR c OR c") == .or([.near([a, b, c], distances: [3, 10]), c]))
        #expect(
            try parse("\"a b\" NEAR (a OR =c)")
                == .near(
                    [text("a b", quoted: true), .or([a, .text(.init(source: "c", isQuoted: false, form: .exact))])],
                    distances: [10]
                )
        )
        #expect(try parse("((a)) NEAR b") == .near([a, b], distances: [10]))
    }

    @Test("Signs at words")
    func signs() throws {
        func word(_ source: String, _ form: QueryNode.TextClause.Form, quoted: Bool = false) -> QueryNode.TextClause {
            .init(source: source, isQuoted: quoted, form: form)
        }
        #expect(try parse("missil*") == .text(word("missil", .prefix)))
        #expect(try parse("дрон* title:ми*") == .and([.text(word("дрон", .prefix)), .title(word("ми", .prefix))]))
        #expect(try parse("Kh-1*") == .text(word("Kh-1", .prefix)))
        #expect(
            try parse("zelensky~ title:kyev~") == .and([.text(word("zelensky", .fuzzy)), .title(word("kyev", .fuzzy))])
        )
        #expect(try parse("=drones title:=x") == .and([.text(word("drones", .exact)), .title(word("x", .exact))]))
        #expect(try parse("=\"a b\"") == .text(word("a b", .exact, quoted: true)))
        // In quotes nothing is a sign.
        #expect(try parse("\"a* b~\"") == text("a* b~", quoted: true))
        #expect(try parse("~ ~30 a~b") == .and([text("~30"), text("a~b")]))
    }

    @Test("Any value and none")
    func presence() throws {
        #expect(try parse("region:any") == .presence(.facet(.region), isThere: true))
        #expect(try parse("Actor:NONE") == .presence(.facet(.actor), isThere: false))
        #expect(try parse("date:none") == .presence(.published, isThere: false))
        #expect(try parse("happened:any") == .presence(.happened, isThere: true))
        #expect(try parse("source:\"any\"") == .value(.source, value: "any", column: 1))
        #expect(try parse("title:any") == .title(.init(source: "any", isQuoted: false)))
    }

    @Test("Fields for what else is an option")
    func otherFields() throws {
        #expect(try parse("path:*.txt") == .path("*.txt"))
        #expect(try parse("main-region:kyiv") == .main(.region, value: "kyiv", column: 1))
        let day = DateSpanTests.today
        #expect(try parse("added:today") == .added(DateSpan(first: day, last: day)))
    }

    @Test("Counts of a query that was understood are passed over, other parentheses are not")
    func remarks() throws {
        let kursk = QueryNode.facet(.region, value: "Kursk", column: 1)
        #expect(try parse("region:\"Kursk\" (12)") == kursk)
        #expect(try parse("region:Kursk (12)") == .and([kursk, text("12")]))
        #expect(try parse("region:\"Kursk\" (a)") == .and([kursk, text("a")]))
        #expect(try parse("ab* (500 of 812 words)") == .text(.init(source: "ab", isQuoted: false, form: .prefix)))
    }

    @Test("So many words stand for others, and no more")
    func patterns() throws {
        let most = Array(repeating: "ab*", count: QueryParser.maximumPatterns).joined(separator: " ")
        #expect(try parse(most) != nil)
        #expect(throws: SitrepError.self) { try parse(most + " cd~") }
        #expect(throws: SitrepError.self) { try parse(Array(repeating: "a", count: 12).joined(separator: " NEAR ")) }
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
            "title:", "2024", "..", ">", "*", "~", "=", " NEAR ", "NEAR/3", "\\", "any", "none", "last-month",
            "\u{200F}", ":", "\0", "\u{301}", "😀", "’", "\r\n",
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
