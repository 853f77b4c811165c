import Testing

@testable import Sitrep

@Suite("Words that an expansion takes in")
struct ExpansionTests {
    @Test("A word of several of the best reports comes before one that a single report has as often")
    func spread() throws {
        var files: [String: String] = [:]
        // All of one length, so that the query's word gives them the same score.
        for number in 1...4 { files["\(number).txt"] = "Report \(number)\n\nKemuro the the the vimompa." }
        files["5.txt"] = "Report 5\n\nKemuro dufendu dufendu dufendu dufendu."
        for number in 10..<100 { files["\(number).txt"] = "Report \(number)\n\nNothing of it is in here." }
        let results = try SmallIndex(files).search("kemuro") { $0.expands = true }
        #expect(results.total == 5)
        let shown = try #require(results.interpreted.split(separator: "expanded: ").last)
        let first = try #require(shown.firstRange(of: "vimompa"))
        let second = try #require(shown.firstRange(of: "dufendu"))
        #expect(first.lowerBound < second.lowerBound)
    }
}
