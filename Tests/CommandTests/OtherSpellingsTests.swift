import Foundation
import Testing

@Suite("Words find their other spellings in the sample reports")
struct OtherSpellingsTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func set(_ arguments: String...) throws -> Set<String> {
        let answer: SearchAnswer = try index.run(["search", "--all", "--format", "json", "--limit", "all"] + arguments)
            .json()
        return answer.relaxed ? [] : Set(answer.ids)
    }

    @Test func aNameFindsAllOfItsSpellings() throws {
        let kiev = try set("Kiev")
        #expect(kiev.isStrictSuperset(of: try set("Kiev", "--literal")))
        #expect(kiev.isStrictSuperset(of: try set("=kiev")))
        for other in ["Kyiv", "Київ", "Киев"] { #expect(try set(other) == kiev, "\(other)") }
        #expect(try set("SCALP").isSuperset(of: try set("\"storm shadow\"")))
        #expect(try set("\"storm shadow\"") == (try set("\"storm shadow\"", "--literal")))
    }

    @Test func theAnswerSaysSo() throws {
        let text = try index.run("search", "Kiev", "--limit", "1").text
        #expect(text.contains("Kiev (= Kyiv, Київ, Киев"))
        #expect(!(try index.run("search", "Kiev", "--limit", "1", "--literal").text.contains("(=")))
        let losses = try index.run("search", "losses", "--limit", "0")
        #expect(losses.status == 0 || losses.status == 1)
    }

    @Test("Counts, timelines and whole reports take --literal as well")
    func otherCommands() throws {
        for command in [["facets"], ["timeline"]] {
            let wide = try index.run(command + ["Kiev", "--format", "json"])
            let literal = try index.run(command + ["Kiev", "--format", "json", "--literal"])
            #expect(wide.status == 0 && literal.status == 0)
            #expect(wide.output != literal.output && !literal.text.contains("(="))
        }
        let id = try #require(try set("Kyiv", "--literal").subtracting(try set("Kiev", "--literal")).min())
        let marked = try index.run("show", id, "--query", "Kiev", "--format", "json").output
        let plain = try index.run("show", id, "--query", "Kiev", "--literal", "--format", "json").output
        #expect(marked != plain)
    }
}
