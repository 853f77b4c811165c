import Testing

@testable import Sitrep

@Suite("Did you mean")
struct SuggestionTests {
    private static let files = Dictionary(
        uniqueKeysWithValues: (0..<25).map { ("\($0).txt", "A missile and a ракета hit the bridge of Kyiv, \($0).") }
            + [("odd.txt", "A misslie seen at the fridge, F-16 and Kh-101 and missive.")]
    )

    @Test func words() throws {
        let small = try SmallIndex(Self.files)
        func suggestion(_ query: String) throws -> String? { try small.search(query).suggestion }
        #expect(try suggestion("misile kyiv") == "missile kyiv")
        #expect(try suggestion("Misile  OR (brigde region:Kyiv)") == "missile  OR (bridge region:Kyiv)")
        #expect(try suggestion("рокета") == "ракета")
        #expect(try suggestion("imssile") == "missile")
        #expect(try suggestion("missile bridges") == nil)
        #expect(try suggestion("title:misile") == "title:missile")
        // A word that one report has, where many have a near one.
        #expect(try suggestion("misslie") == "missile")
    }

    @Test(
        "What is meant as it is, is left alone",
        arguments: [
            "\"misile\"", "=misile", "misile~", "misil*", "-misile", "NOT misile", "-(misile brigde) kyiv", "F-17",
            "Kh-102",
            "misile2", "source:any", "zzzzqqqq", "the", "", "http://misile.org", "path:misile",
        ]
    )
    func leftAlone(query: String) throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.search(query).suggestion == nil)
    }

    @Test("Where nothing is found, names of values and an empty index are told of")
    func hints() throws {
        let small = try SmallIndex(Self.files)
        let hints = try small.search("kiev") { $0.literal = true }.hints
        #expect(hints.contains { $0.contains("--region Kyiv") && $0.contains("25 reports") }, "\(hints)")
        #expect(try small.search("kyiv").hints.isEmpty)
        #expect(try small.search("zzzzqqqq").hints.isEmpty)
        let empty = try SmallIndex(["picture.png": "x"])
        #expect(try empty.search("x").hints.first?.contains("no reports") == true)
    }
}
