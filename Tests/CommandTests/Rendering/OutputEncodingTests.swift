import Testing

@testable import SitrepCommand

@Suite("How texts are encoded")
struct OutputEncodingTests {
    @Test(
        "Cells of tables are quoted, and no text is a formula",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"), ("+380 44", "'+380 44"), ("-5 degrees", "'-5 degrees"), ("@user", "'@user"),
            ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\n=x", "\"'\n=x\""), ("＝1", "'＝1"),
            ("=cmd|'/C calc'!A0,x", "\"'=cmd|'/C calc'!A0,x\""), ("a=b", "a=b"), ("", ""), (" =x", " =x"),
        ]
    )
    func cells(text: String, cell: String) {
        #expect(CSVCell.text(text).encoded == cell)
    }

    @Test("Numbers and dates of our own stay as they are")
    func ownCells() {
        #expect(CSVCell.number(-5).encoded == "-5")
        #expect(CSVCell.own("-0044").encoded == "-0044")
        #expect(CSVCell.own("a\"b").encoded == "\"a\"\"b\"")
    }

    @Test("JSON escapes what would act on a terminal, and means the same")
    func json() {
        let json = "{\"a\":\"x\u{7F}\u{9B}2J\u{202E}é\u{2066}“”\u{2028}\"}\n"
        #expect(
            JSONOutput.escaped(json) == "{\"a\":\"x\\u007f\\u009b2J\\u202eé\\u2066“”\\u2028\"}\n"
        )
        #expect(JSONOutput.escaped("{\"a\":\"Київ …\"}") == "{\"a\":\"Київ …\"}")
    }

    @Test("Links name the host and the bytes of the path")
    func links() {
        let style = Style(linkHost: "desk")
        #expect(
            style.link("Kyiv", to: "/a b/Ґ%#?;\u{1B}.txt")
                == "\u{1B}]8;;file://desk/a%20b/%D2%90%25%23%3F%3B%1B.txt\u{1B}\\Kyiv\u{1B}]8;;\u{1B}\\"
        )
        // A byte that is no UTF-8.
        #expect(Style.percentEncoded("/\u{10FEFF}") == "/%FF")
        #expect(style.link("Kyiv", to: "-") == "Kyiv")
        #expect(Style().link("Kyiv", to: "/a") == "Kyiv")
    }

    @Test("An id in a TREC run holds no blank and nothing that acts on a terminal")
    func trec() {
        #expect(TRECRun.field("a b\u{9B}\u{202E}ї") == "a%20b%C2%9B%E2%80%AEї")
    }
}
