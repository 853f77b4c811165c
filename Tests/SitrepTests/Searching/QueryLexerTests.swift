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
                .field("region"), .word("kursk"), .field("date"), .word("2024.."),
            ]
        )
        #expect(
            try tokens("Title:\"x\" other:y region: z")
                == [.field("title"), .quoted("x"), .word("other:y"), .word("region:"), .word("z")]
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
}
