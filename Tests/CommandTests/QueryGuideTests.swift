import Foundation
import Testing

@Suite("The page about the query language")
struct QueryGuideTests {
    private static let page = SampleIndex.package
        .appendingPathComponent("Sources/Sitrep/Documentation.docc/QueryLanguage.md")

    /// The queries in the first column of the page's tables.
    private static var examples: [String] {
        get throws {
            try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
                guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
                return String(line.dropFirst(3)[..<end])
            }
        }
    }

    @Test("Every example can be typed as it stands")
    func examples() throws {
        let index = try SampleIndex.shared
        let examples = try Self.examples
        #expect(examples.count > 30)
        for example in examples {
            let outcome = try index.run("search", "--format", "json", "--", example)
            #expect([0, 1].contains(outcome.status) && outcome.errors.isEmpty, "\(example): \(outcome.errors)")
        }
    }

    @Test("The sample reports have something for each operator")
    func operators() throws {
        let index = try SampleIndex.shared
        for query in ["missil*", "Kh-10*", "zelensky~", "=drone", "drone NEAR strike", "main-region:kyiv", "date:none"]
        {
            #expect(try index.count(query) > 0, "\(query)")
        }
    }
}
