import Testing

@testable import Sitrep

@Suite("Words near each other")
struct NearQueryTests {
    private static let files = [
        "one.txt": "Zumora one two three kebruka.",
        "two.txt": "Kebruka one two three four five zumora.",
        "far.txt": "Zumora " + Array(repeating: "filler", count: 60).joined(separator: " ") + " kebruka.",
        "pair.txt": "The long pozo strikes one two vimompa dufendu.",
        "apart.txt": "Pozo vimompa. Long one two three four dufendu strike.",
        "title.txt": "Zumora here\n\nThe text has kebruka.",
        "kh.txt": "A Kh-101 near one two barge.",
        "kh-whole.txt": "A Kh101 one two barge.",
        "again.txt": "Bupu one two bupu.",
    ]

    @Test("In any order, within so many words")
    func order() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("zumora NEAR/4 kebruka") == ["one.txt"])
        #expect(try small.ids("kebruka NEAR/4 zumora") == ["one.txt"])
        #expect(try small.ids("zumora NEAR/3 kebruka").isEmpty)
        #expect(try small.ids("zumora NEAR kebruka") == ["one.txt", "two.txt"])
        #expect(try small.ids("zumora NEAR/100 kebruka") == ["far.txt", "one.txt", "two.txt"])
        #expect(try small.ids("zumora kebruka").count == 4)
        #expect(try small.ids("bupu NEAR/3 bupu") == ["again.txt"])
        #expect(try small.ids("zumora NEAR/4 zumora").isEmpty)
    }

    @Test("Words are found in other forms, exact ones are not")
    func forms() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("strike NEAR/3 vimompa") == ["pair.txt"])
        #expect(try small.ids("strikes NEAR/1 dufendu") == ["apart.txt"])
        #expect(try small.ids("=strike NEAR/9 dufendu") == ["apart.txt"])
        #expect(try small.ids("\"strike\" NEAR/9 vimompa") == ["apart.txt"])
    }

    @Test("Phrases, groups, beginnings and likenesses")
    func operands() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("\"long pozo\" NEAR/4 \"vimompa dufendu\"") == ["pair.txt"])
        #expect(try small.ids("\"vimompa dufendu\" NEAR/4 \"long pozo\"") == ["pair.txt"])
        #expect(try small.ids("\"long pozo\" NEAR/3 \"vimompa dufendu\"").isEmpty)
        #expect(try small.ids("(kebruka OR \"vimompa dufendu\") NEAR/5 (zumora OR pozo)") == ["one.txt", "pair.txt"])
        #expect(try small.ids("zum* NEAR/4 kebr*") == ["one.txt"])
        #expect(try small.ids("zumoar~ NEAR/4 kebruka") == ["one.txt"])
        #expect(try small.ids("Kh-101 NEAR/4 barge") == ["kh-whole.txt", "kh.txt"])
        #expect(try small.ids("Kh-101 NEAR/3 barge") == ["kh-whole.txt"])
        #expect(try small.ids("nowhereword NEAR zumora").isEmpty)
    }

    @Test("Three words within the sum of their distances, and beside other words")
    func chains() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("zumora NEAR/2 two NEAR/2 kebruka") == ["one.txt"])
        #expect(try small.ids("zumora NEAR/1 two NEAR/2 kebruka").isEmpty)
        #expect(try small.ids("zumora NEAR kebruka four") == ["two.txt"])
        #expect(try small.ids("kebruka -zumora NEAR kebruka") == ["far.txt", "title.txt"])
        #expect(try small.ids("zumora NEAR kebruka OR bupu") == ["again.txt", "one.txt", "two.txt"])
    }

    @Test("Ranked and marked as words are")
    func ranking() throws {
        let small = try SmallIndex(Self.files)
        let results = try small.search("zumora NEAR kebruka")
        #expect(results.hits.allSatisfy { $0.score > 0 && $0.snippet.matches.count == 2 })
        #expect(results.interpreted == "zumora NEAR kebruka")
        #expect(try small.search("a NEAR/3 (b OR \"c d\")").interpreted == "a NEAR/3 (b OR \"c d\")")
    }
}
