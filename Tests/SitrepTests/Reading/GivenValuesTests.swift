import Testing

@testable import Sitrep

@Suite("What a record may give of a facet is bounded")
struct GivenValuesTests {
    private func read(_ region: String) throws -> ReadOutcome {
        let folder = try ReadingFolder()
        return readFile(try folder.write("a.jsonl", #"{"text":"A convoy.","region":\#(region)}"#))
    }

    private func path(_ levels: Int) -> String { (0..<levels).map { "L\($0)" }.joined(separator: "/") }

    private func values(_ count: Int) -> String { "[" + (0..<count).map { #""V\#($0)""# }.joined(separator: ",") + "]" }

    @Test func sixteenLevels() throws {
        #expect(try read(#""\#(path(16))""#).records.count == 1)
        let outcome = try read(#""\#(path(17))""#)
        #expect(outcome.records.isEmpty && outcome.failures.count == 1)
        #expect(outcome.failures.first?.reason == "a path in region has more than 16 levels")
        #expect(try read("[\(values(17))]").failures.count == 1)
    }

    @Test func twoHundredValues() throws {
        #expect(try read(values(200)).records.count == 1)
        #expect(try read(values(201)).failures.first?.reason == "region has more than 200 values")
    }
}
