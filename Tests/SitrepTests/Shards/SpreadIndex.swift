import Testing

@testable import Sitrep

/// The same random reports in one database and, as another index, spread over several.
///
/// Many tell the same in nearly the same words, so that stories reach over the shards; names are spelled in several ways.
struct SpreadIndex {
    let folder: ScratchFolder
    let shards: Int
    private var random: SeededGenerator

    private static let places = ["Kyiv", "Kiev", "Kharkiv", "Харків", "Odesa", "Kherson", "Belgorod", "Kursk"]
    private static let weapons = [
        "drones", "Shahed drones", "Storm Shadow missiles", "SCALP missiles", "Kh-101", "X-101",
    ]
    private static let words = (0..<70).map { "word\($0)x" }

    /// The folder of the index that is one database.
    var whole: String { folder("whole") }
    /// The folder of the index that is spread.
    var spread: String { folder("spread") }

    /// - Parameters:
    ///   - bulk: whether the first builds are written in bulk.
    ///   - savesAfter: after how many reports the build of the index that is spread saves its state.
    init(_ count: Int, shards: Int = 3, seed: UInt64 = 11, bulk: Bool = true, savesAfter: Int = 1_000) throws {
        folder = try ScratchFolder()
        self.shards = shards
        random = SeededGenerator(seed: seed)
        try write(0..<count)
        var options = Indexer.Options()
        options.writesInBulk = bulk
        _ = try Indexer(index: whole, options: options).index([folder("reports")])
        options.shards = shards
        options.savesAfter = savesAfter
        _ = try Indexer(index: spread, options: options).index([folder("reports")])
    }

    /// Writes reports with these numbers, in place of those that have them.
    mutating func write(_ numbers: Range<Int>) throws {
        for number in numbers {
            let other = number > 3 && Bool.random(using: &random) ? Int.random(in: 0..<number, using: &random) : nil
            if let other, let bytes = try? Files.read(folder("reports/\(other).txt")) {
                let name = Self.words.randomElement(using: &random) ?? ""
                try folder.write("reports/\(number).txt", String(decoding: bytes, as: UTF8.self) + " \(name)")
                continue
            }
            try folder.write("reports/\(number).txt", report())
        }
    }

    mutating func remove(_ number: Int) { Files.remove(folder("reports/\(number).txt")) }

    private mutating func report() -> String {
        let month = Int.random(in: 10...12, using: &random)
        var text = "Published: 2024-\(month)-\(Int.random(in: 10...28, using: &random))\n\n"
        for _ in 0..<Int.random(in: 3...8, using: &random) {
            let place = Self.places.randomElement(using: &random) ?? ""
            let weapon = Self.weapons.randomElement(using: &random) ?? ""
            let words = (0..<Int.random(in: 4...12, using: &random)).map { _ in
                Self.words[min(Int.random(in: 0..<70, using: &random), Int.random(in: 0..<70, using: &random))]
            }
            text += "The attack on \(place) with \(weapon) was \(words.joined(separator: " ")). "
        }
        return text
    }

    /// - Parameter inPlaceBytes: what the index that is spread takes in without being written as a whole.
    func reindex(inPlaceBytes: Int = 1 << 20) throws {
        _ = try Indexer(index: whole).reindex()
        var options = Indexer.Options()
        options.inPlaceBytes = inPlaceBytes
        _ = try Indexer(index: spread, options: options).reindex()
    }

    /// A request of words, operators, filters and orders, as they come.
    mutating func request() -> SearchRequest {
        func word() -> String { Self.words[Int.random(in: 0..<70, using: &random)] }
        func name() -> String { (Self.places + Self.weapons).randomElement(using: &random) ?? "" }
        var request = SearchRequest()
        request.limit = [10, 10, 3, nil][Int.random(in: 0..<4, using: &random)]
        request.offset = Int.random(in: 0..<8, using: &random) == 0 ? 5 : 0
        request.facetValues = Bool.random(using: &random) ? nil : 5
        switch Int.random(in: 0..<13, using: &random) {
        case 0: request.query = word()
        case 1: request.query = "\(word()) \(word())"
        case 2: request.query = "\(word()) OR \(word()) OR \(name())"
        case 3: request.query = name()
        case 4: request.query = "\"with \(Self.weapons.randomElement(using: &random) ?? "")\""
        case 5: request.query = "attack NEAR/4 \(Self.places.randomElement(using: &random) ?? "")"
        case 6: request.query = "\(name()) NOT \(word())"
        case 7: request.query = "word\(Int.random(in: 1...6, using: &random))*"
        case 8: (request.query, request.matchesAny) = ("\(word()) \(word()) \(word()) \(name())", true)
        case 9: (request.query, request.expands) = ("\(word()) \(name())", true)
        case 10: (request.query, request.halfLife) = ("\(word()) \(word())", 30)
        case 11: request.query = "atack~ \(word())"
        default: break
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: request.filters.from = "2024-11"
        case 1: request.filters.to = "2024-11-20"
        case 2: request.filters.values[.weapon] = ["drone"]
        case 3: request.groupsStories = true
        case 4: request.order = .newest
        // Not by when they came in, which is another second for each index.
        case 5: request.order = .oldest
        case 6: request.explains = true
        default: break
        }
        if Bool.random(using: &random) { request.groupsStories = true }
        return request
    }

    /// Expects the answers to some requests to be the same, with the hits in the same order.
    mutating func check(
        _ count: Int,
        against path: String? = nil,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        try check(count, againstAll: [path ?? spread], location)
    }

    /// The same for several indexes that are searched as one.
    mutating func check(
        _ count: Int,
        againstAll paths: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let (one, other) = (try SearchIndex(path: whole), try SearchIndex(paths: paths))
        for _ in 0..<count {
            let request = request()
            let expected = try one.search(request)
            guard let found = try? other.search(request) else {
                Issue.record("no answer: \(request)", sourceLocation: location)
                continue
            }
            #expect(Self.text(found) == Self.text(expected), "\(request)", sourceLocation: location)
            #expect(found.facets == expected.facets, "\(request)", sourceLocation: location)
            for (a, b) in zip(found.hits, expected.hits) {
                #expect(abs(a.score - b.score) < 1e-6, "\(request)", sourceLocation: location)
            }
        }
        #expect(other.torn.isEmpty && other.shards.allSatisfy(\.isOK), sourceLocation: location)
    }

    /// What an answer says, but for scores, times and what comes of the index's own path.
    private static func text(_ results: SearchResults) -> [String] {
        let head = "\(results.total) \(results.stories) \(results.undated) \(results.relaxed) \(results.interpreted)"
        return [head] + results.hits.map { "\($0.rank) \($0.id) \($0.similar) \($0.snippet)" }
    }
}
