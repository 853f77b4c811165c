import Testing

@testable import Sitrep

@Suite("A list of hits changes as an array does, wherever the changes are")
struct HitListTests {
    private func hit(_ number: Int) -> MatchedPassage.Hit {
        MatchedPassage.Hit(tokens: number..<number + 1, span: number..<number + 1, concepts: [number])
    }

    private func numbers(_ hits: some Collection<MatchedPassage.Hit>) -> [Int] { hits.map { $0.concepts[0] } }

    @Test func replacements() {
        var plain = (0..<20).map(hit)
        var list = HitList(plain)
        var next = 20
        // From the front, back again, at both ends, and with nothing to put in or to take out.
        for (start, taken, new) in [
            (2, 1, 2), (5, 0, 1), (9, 3, 1), (20, 0, 2), (0, 1, 0), (0, 0, 1), (18, 3, 0), (7, 2, 2), (7, 0, 0),
        ] {
            let hits = (next..<next + new).map(hit)
            next += new
            plain.replaceSubrange(start..<start + taken, with: hits)
            list.replaceSubrange(start..<start + taken, with: hits)
            #expect(numbers(list) == numbers(plain))
        }
        for place in plain.indices {
            plain[place].concepts = [1000 + place]
            list[place].concepts = [1000 + place]
            #expect(list[place].tokens == plain[place].tokens)
        }
        #expect(numbers(list) == numbers(plain))
        #expect(list.count == plain.count)
    }
}
