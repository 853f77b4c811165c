import Testing
import Xapian

@testable import Sitrep

@Suite("Queries that stand for very many words")
struct WideQueryTests {
    /// Report n has the words conaa, conab… from the n-th on, the first of them n times; all have "lorry".
    private static func small() throws -> (index: SmallIndex, words: [String]) {
        let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        let words: [String] = (0..<140).map { number in "con\(letters[number / 26])\(letters[number % 26])q" }
        var files: [String: String] = ["none.txt": "A lorry passed Lviv."]
        for number in 1...12 {
            var text: [String] = Array(repeating: words[number * 10], count: number)
            text += words[(number * 10)...]
            files["\(number).txt"] = "A lorry: \(text.joined(separator: " "))."
        }
        files["rare.txt"] = "A lorry and a tractor, \(words[3])."
        return (try SmallIndex(files), words)
    }

    @Test("A beginning of more than a hundred words finds what an OR of them finds")
    func sameReports() throws {
        let (small, words) = try Self.small()
        let all = try small.ids(words.joined(separator: " OR "))
        #expect(all.count == 13)
        #expect(try small.ids("con*") == all)
        #expect(try small.ids("lorry con*") == all)
        #expect(try small.ids("tractor con*") == ["rare.txt"])
        #expect(try small.ids("lorry -con*") == ["none.txt"])
        #expect(try small.ids("lorry -(\(words.joined(separator: " OR ")))") == ["none.txt"])
        #expect(try small.ids("tractor NEAR con*") == ["rare.txt"])
        #expect(try small.search("con*").interpreted == "con*")
    }

    @Test("It ranks as one word, and the explanation of a score adds up")
    func ranking() throws {
        let (small, _) = try Self.small()
        for query in ["con*", "lorry con*", "tractor con*", "con* lor*"] {
            let hits = try small.search(query) { $0.explains = true }.hits
            #expect(!hits.isEmpty)
            for hit in hits {
                let explanation = try #require(hit.explanation)
                #expect(abs(explanation.score - hit.score) < 1e-6 * max(1, hit.score), "\(query) \(hit.id)")
            }
        }
        let scores = try small.search("con*").hits.map(\.score)
        #expect(scores == scores.sorted(by: >) && Set(scores).count > 3)
        #expect(try small.search("con*").hits.allSatisfy { $0.score > 0 })
    }

    @Test("What is AND-ed with a rare word costs little, an OR what its words have, a phrase the places as well")
    func cost() throws {
        let (small, words) = try Self.small()
        let (common, rare) = (Query.term("lorry"), Query.term("tractor"))
        let wide = Query.or(words.prefix(30).map { .term($0) })
        func steps(_ query: Query) throws -> Int {
            try small.index.withState { state in try QueryCost.steps(of: query, in: state.database) }
        }
        #expect(try steps(rare) == 1)
        #expect(try steps(common) == 14)
        #expect(try steps(.and([rare, common])) == 2)
        #expect(try steps(.and([rare, wide])) <= 1 + 6 * 30)
        let both = try steps(.and([common, wide]))
        #expect(try steps(.and([rare, wide])) < both)
        #expect(try steps(.or([rare, common])) == 30)
        #expect(try steps(.phrase([Array("lorry".utf8), Array("tractor".utf8)], window: 2)) == 2 + 2 * 15)
        // The cheapest part of an AND says nothing of an AND of wide ones.
        let alone = try steps(wide)
        #expect(try steps(.and([wide, wide])) == 2 * alone)
        #expect(try steps(.matchNothing) == 0)
    }

    @Test("An error about a wide query names the OR or the sign that makes it so")
    func places() throws {
        let many = Array(repeating: "b", count: 20).joined(separator: " OR ")
        #expect(try WidestPart.widest(in: many) == .or(column: 3))
        #expect(try WidestPart.widest(in: "x (c OR d) (\(many))") == .or(column: 15))
        #expect(try WidestPart.widest(in: "drone co* st*") == .sign(column: 7))
        #expect(try WidestPart.widest(in: "a NEAR b") == .sign(column: 3))
        #expect(try WidestPart.widest(in: "a OR b") == nil)
        #expect(try WidestPart.widest(in: "\"a OR b*\"") == nil)
    }

    @Test("What takes too much is refused with the place and a way out, and what is counted alone takes less")
    func refusal() throws {
        let (small, words) = try Self.small()
        let many = words.suffix(40).joined(separator: " OR ")
        let cases = [
            (many, "OR joins too many words, the first with the OR at column"), ("lorry con* lor*", "column 7"),
            (words.suffix(40).map { "(lorry \($0))" }.joined(separator: " "), "too many words and values"),
        ]
        try small.index.withState { state in
            for (text, message) in cases {
                var request = SearchRequest()
                request.query = text
                let compiled = try SearchIndex.compile(request, state)
                try compiled.checkCost(of: text, weighs: true, in: state.database)
                let error = #expect(throws: SitrepError.self) {
                    try compiled.checkCost(of: text, weighs: true, limit: 1, in: state.database)
                }
                #expect(error?.code == .usage && error?.message.contains(message) == true, "\(text)")
                #expect(error?.hint?.isEmpty == false)
            }
            let query = Query.or(words.map { .term($0) })
            #expect(
                try QueryCost.steps(of: query, weighs: false, in: state.database)
                    < QueryCost.steps(of: query, weighs: true, in: state.database)
            )
        }
    }

    @Test("Signs alone ask for nothing", arguments: ["???", "—", "...", "\u{0}!"])
    func signsAlone(query: String) throws {
        let small = try SmallIndex(["a.txt": "A lorry passed Lviv."])
        #expect(throws: SitrepError.self) { try small.search(query) }
        #expect(try small.search("  ").total == 1)
    }

    @Test("A name of several words counts once, however many it has")
    func namesCountOnce() throws {
        let small = try SmallIndex([
            "once.txt":
                "An unmanned aerial vehicle fell; the drone burned. A lorry and a tractor stood there all day long.",
            "often.txt":
                "Drones over the town. Drones came at night, drones at dawn, and drones at noon. Drones again.",
            "other.txt": "A lorry stood there, and a tractor. The town was quiet for the whole of that long day.",
        ])
        #expect(try small.search("drones").hits.map(\.id) == ["often.txt", "once.txt"])
        #expect(try small.search("drone").hits.first?.id == "often.txt")
    }
}
