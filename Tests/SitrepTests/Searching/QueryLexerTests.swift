import Testing

@testable import Sitrep

@Suite("A query is cut into tokens")
struct QueryLexerTests {
    private func tokens(_ query: String) throws -> [QueryLexer.Token] {
        try QueryLexer.tokens(of: query).map(\.token)
    }

    @Test func kinds() throws {
        #expect(
            try tokens("(a OR -b) AND NOT \"c d\"")
                == [.open, .word("a"), .or, .minus, .word("b"), .close, .and, .not, .quoted("c d")]
        )
        #expect(
            try tokens("region:kursk date:2024..") == [
                .field(.facet(.region)), .word("kursk"), .field(.date), .word("2024.."),
            ]
        )
        #expect(
            try tokens("Title:\"x\" Other:y REGION:z")
                == [.field(.title), .quoted("x"), .word("Other:y"), .field(.facet(.region)), .word("z")]
        )
    }

    @Test func minus() throws {
        #expect(try tokens("a-b - c -") == [.word("a-b"), .word("-"), .word("c"), .word("-")])
        #expect(try tokens("(-a) --b") == [.open, .minus, .word("a"), .close, .minus, .word("-b")])
    }

    @Test("Columns count characters, not bytes")
    func columns() throws {
        let placed = try QueryLexer.tokens(of: "їжак e\u{301} (x) «y» region:z")
        #expect(placed.map(\.column) == [1, 6, 8, 9, 10, 12, 16, 23])
    }

    @Test("Signs before and between words")
    func signs() throws {
        #expect(
            try tokens("a NEAR b NEAR/5 \"c\" near")
                == [.word("a"), .near(10), .word("b"), .near(5), .quoted("c"), .word("near")]
        )
        #expect(
            try tokens("=a -=b =\"c d\" title:=e a=b = ==x =OR")
                == [
                    .exact, .word("a"), .minus, .exact, .word("b"), .exact, .quoted("c d"), .field(.title), .exact,
                    .word("e"), .word("a=b"), .word("="), .word("==x"), .exact, .word("OR"),
                ]
        )
        #expect(try tokens("title:OR x") == [.field(.title), .word("OR"), .word("x")])
        #expect(
            try tokens("path:http://a:b date>=2024") == [
                .field(.path), .word("http://a:b"), .field(.date), .word(">=2024"),
            ]
        )
    }

    @Test("A backslash keeps a quotation mark from closing")
    func escapes() throws {
        #expect(
            try tokens(#""a\"b" "c\\" "d\e" «f\»g» “h\”i\"j”"#) == [
                .quoted("a\"b"), .quoted("c\\"), .quoted("d\\e"), .quoted("f»g"), .quoted("h”i\"j"),
            ]
        )
        #expect(throws: SitrepError.self) { try tokens(#""a\""#) }
    }

    @Test("Marks of direction before a word are no part of it")
    func direction() throws {
        #expect(try tokens("\u{200F}-قصف \u{2067}\"غارة\"") == [.minus, .word("قصف"), .quoted("غارة")])
    }

    @Test(
        "A field that is misspelt right before a value, or has none, is a mistake",
        arguments: [
            ("regoin:kyiv", 1, "region"), ("a wepon:x", 3, "weapon"), ("actors:x", 1, "actor"), ("Titel:x", 1, "title"),
            ("dat:2024", 1, "date"), ("sourse:x", 1, "source"), ("languge:uk", 1, "language"),
            ("région:Київ", 1, "region"),
            ("x region:", 3, "value"), ("region: x", 1, "value"), ("date:", 1, "value"),
        ]
    )
    func fields(query: String, column: Int, hint: String) throws {
        let error = #expect(throws: SitrepError.self) { try tokens(query) }
        #expect(error?.code == .usage)
        #expect(error?.message.contains("column \(column) of the query") == true, "\(error?.message ?? "")")
        #expect(error?.hint?.contains(hint) == true)
    }

    @Test(
        "Other words with colons are words",
        arguments: ["12:30", "http://x.org", "a:b", "he:said", "x:", "::", "wepon: x", "9:title:x"]
    )
    func plainColons(query: String) throws {
        #expect(try tokens(query).first == .word(String(query.split(separator: " ")[0])))
    }

    @Test("NEAR takes from 1 to 100 words", arguments: ["NEAR/0", "NEAR/101", "NEAR/x", "NEAR/", "NEAR/-1"])
    func distances(near: String) throws {
        #expect(throws: SitrepError.self) { try tokens("a \(near) b") }
        #expect(try tokens("NEAR/1 NEAR/100") == [.near(1), .near(100)])
    }

    @Test("A query beyond all measure is refused, and one of signs alone is read in time")
    func measure() throws {
        #expect(throws: SitrepError.self) { try tokens(String(repeating: "a", count: QueryLexer.longest + 1)) }
        #expect(try tokens(String(repeating: ":", count: 200_000)).count == 1)
        #expect(try tokens(String(repeating: "<", count: 200_000)).count == 1)
    }
}
