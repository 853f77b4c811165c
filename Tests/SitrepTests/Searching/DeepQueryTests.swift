import Testing

@testable import Sitrep

@Suite("A query nested as deep as the parser takes it is answered")
struct DeepQueryTests {
    @Test(arguments: [
        "", "-", "zumora ", "zumora -", "zumora OR ", "zumora OR kebruka -", "zumora OR a-1 -b -",
        "x OR region:ukraine -",
    ])
    func deep(part: String) throws {
        let small = try SmallIndex(["a.txt": "Zumora kebruka.\n\nA first paragraph of zumora."])
        let depth = QueryParser.maximumDepth
        let query = String(repeating: "(" + part, count: depth) + "zumora" + String(repeating: ")", count: depth)
        _ = try small.search(query)
    }
}
