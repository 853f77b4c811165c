import Testing

@testable import SitrepCommand

@Suite("Columns of a terminal")
struct DisplayWidthTests {
    @Test(
        "Wide characters and emoji take two, marks none",
        arguments: [
            ("", 0), ("Kyiv", 4), ("Київ", 4), ("Й", 1), ("И\u{306}", 1), ("e\u{301}\u{323}", 1), ("ракета", 6),
            ("東京", 4), ("ｶﾅ", 2), ("カナ", 4), ("ＡＢ", 4), ("서울", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
            ("غزة", 3), ("مُحَمَّد", 4), ("ירושלים", 7), ("नमस्ते", 4), ("🚀", 2), ("🇺🇦", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2),
            ("☎\u{FE0F}", 2), ("☎", 1), ("…", 1), ("█▏", 2), ("a\u{200B}b\u{200D}", 2), ("\u{2068}x\u{2069}", 1),
            ("\u{FF01}", 2), ("\u{3000}", 2), ("𠀀", 2), ("\u{303F}", 1), ("\u{302A}", 0), ("\u{AD}", 1), ("\u{7}", 0),
        ]
    )
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(text) == columns, "\(text.debugDescription)")
    }

    @Test("Colours and links take none")
    func escapes() {
        #expect(DisplayWidth.columns("\u{1B}[1;31mКиїв\u{1B}[0m") == 4)
        #expect(DisplayWidth.columns("\u{1B}]8;;file://host/a%20b\u{1B}\\Kyiv\u{1B}]8;;\u{1B}\\") == 4)
        // A mark behind a colour belongs to no letter of it.
        #expect(DisplayWidth.columns("e\u{1B}[0m\u{301}x") == 2)
    }
}
