import Foundation
import Testing
import Xapian

@Suite("Many terms as one word")
struct AnyTermTests {
    let folder: TemporaryFolder
    let path: String
    private let words = (0..<60).map { "word\($0)" }

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
        // Document n has the words that n divides, the last ones several times, and the last document none.
        var texts = (1..<40).map { number in
            words.indices.filter { $0 % number == 0 }.map { words[$0] + " " + words[$0] }.joined(separator: " ")
        }
        texts.append("other")
        try write(texts, to: path)
    }

    private var weight: Query.WordWeight {
        get throws {
            let average = try Database(path: path).averageLength
            return Query.WordWeight(weight: 1.5, k1: 2, b: 0.6, minimumNormalisedLength: 0.5, averageLength: average)
        }
    }

    private func found(_ query: Query, weighting: SearchOptions.Weighting = .boolean) throws -> [UInt32: Double] {
        var options = SearchOptions()
        options.limit = .max
        options.weighting = weighting
        let matches = try Database(path: path).search(query, options).matches
        return Dictionary(uniqueKeysWithValues: matches.map { ($0.documentID.rawValue, $0.weight) })
    }

    private var bm25: SearchOptions.Weighting { .bm25(k1: 2, k2: 0, k3: 1, b: 0.6, minimumNormalisedLength: 0.5) }

    @Test("The same documents as by OR, and without weight")
    func documents() throws {
        for count in [1, 5, 31, 32, 60] {
            let terms = words.suffix(count).map(bytes)
            var expected: Set<DocumentID> = []
            for term in terms { expected.formUnion(try Database(path: path).documentIDs(containing: term)) }
            for query in [Query.anyTerm(terms, nil), .or(terms.map { .term($0) }), .synonym(terms.map { .term($0) })] {
                #expect(try Set(Database(path: path).matchingDocumentIDs(query)) == expected)
                #expect(try Set(found(query).keys) == Set(expected.map(\.rawValue)))
                let filter = try found(.filter(.term("word0"), by: query), weighting: bm25)
                #expect(Set(filter.keys) == Set(expected.map(\.rawValue)), "all of these have word0")
                #expect(try found(.andNot(.matchAll, query)).count == 40 - expected.count)
            }
            #expect(try found(.anyTerm(terms, nil), weighting: bm25).values.allSatisfy { $0 == 0 })
        }
        #expect(try found(.anyTerm([], nil)).isEmpty)
        #expect(try found(.anyTerm([bytes("nowhere")], nil)).isEmpty)
    }

    @Test("The weight is that of the word that is most frequent, as the greatest of many weights is")
    func weights() throws {
        let terms = words.map(bytes)
        let weight = try weight
        let database = try Database(path: path)
        let reports = Double(try database.documentCount)
        // A maximum of all terms, each with this weight in place of its own.
        let each = try terms.map { term in
            let frequency = Double(try database.termFrequency(term))
            let odds = (reports - frequency + 0.5) / (frequency + 0.5)
            return Query.scaled(.term(term), by: weight.weight / log(odds < 2 ? odds / 2 + 1 : odds))
        }
        let expected = Dictionary(
            uniqueKeysWithValues: try database.weights(of: .maximum(each), among: .matchAll, bm25).map {
                ($0.key.rawValue, $0.value)
            }
        )
        let many = try found(.anyTerm(terms, weight), weighting: bm25)
        #expect(Set(many.keys) == Set(expected.keys))
        for (id, found) in many { #expect(abs(found - (expected[id] ?? 0)) < 1e-9) }
        #expect(Set(many.values.map { ($0 * 1e6).rounded() }).count > 3)
    }

    @Test("An order by weight is that of synonyms, and parts around it keep their weights")
    func beside() throws {
        let terms = words.map(bytes)
        let many = Query.anyTerm(terms, try weight)
        let alone = try found(many, weighting: bm25)
        let both = try found(.and([many, .term("word0")]), weighting: bm25)
        let word = try found(.term("word0"), weighting: bm25)
        for (id, weight) in both { #expect(abs(weight - (alone[id] ?? 0) - (word[id] ?? 0)) < 1e-9) }
        let doubled = try found(.scaled(many, by: 2), weighting: bm25)
        for (id, weight) in doubled { #expect(abs(weight - 2 * (alone[id] ?? 0)) < 1e-9) }
    }

    @Test("In databases combined into one each shard is read for itself")
    func combined() throws {
        let other = folder.database("other")
        try write(["word3 word4", "other", "word59"], to: other)
        let query = Query.anyTerm(words.map(bytes), try weight)
        let reader = try Database(paths: [path, other])
        #expect(try reader.matchingDocumentIDs(query).count == 39 + 2)
        #expect(try reader.search(query).matches.allSatisfy { $0.weight > 0 })
    }

    @Test("A term that is empty or too long is refused", arguments: [0, 256])
    func lengths(length: Int) throws {
        let term = [UInt8](repeating: 0x61, count: length)
        #expect(throws: XapianError.self) { try found(.anyTerm([term], nil)) }
    }

    @Test("What is an OR of terms alone")
    func alternatives() {
        let nested = Query.or([.term("a"), .scaled(.synonym([.term("b"), .term("a")]), by: 0), .maximum([.term("c")])])
        #expect(nested.alternatives.map { Set($0) } == [bytes("a"), bytes("b"), bytes("c")])
        #expect(Query.or([.term("a"), .and([.term("b")])]).alternatives == nil)
        #expect(Query.or([.term("a"), .matchNothing]).alternatives == [bytes("a")])
        #expect(Query.matchAll.alternatives == nil)
    }

    @Test("An OR that weighs nothing finds the same with its terms joined, beside what is no term")
    func joined() throws {
        let terms = words.dropFirst(20).map { Query.term($0) }
        let phrase = Query.phrase(["word0", "word0"])
        let mixed = Query.or(terms + [phrase, .term("other")] + terms)
        guard case .or(let parts) = mixed.joiningTerms else {
            Issue.record("\(mixed.joiningTerms)")
            return
        }
        #expect(parts.count == 2 && parts.last == phrase)
        let plain = Set(try terms.flatMap { try Database(path: path).matchingDocumentIDs($0) })
        let other = Set(try Database(path: path).matchingDocumentIDs(.or([phrase, .term("other")])))
        #expect(try Set(Database(path: path).matchingDocumentIDs(mixed)) == plain.union(other))
        let twice = Query.or([.term("other"), .scaled(.term("other"), by: 0)])
        #expect(twice.joiningTerms == .term("other"))
        #expect(Query.or([.term("a"), phrase]).joiningTerms == .or([.term("a"), phrase]))
    }
}
