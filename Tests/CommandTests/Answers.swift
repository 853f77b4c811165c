/// The JSON answers of the program, as far as tests look at them.
struct SearchAnswer: Decodable {
    var query: String
    var total: Int
    var totalExact: Bool
    var undated: Int
    var relaxed: Bool
    var indexRevision: Int
    var interpreted: String
    var suggestion: String?
    var hints: [String]
    var hits: [HitAnswer]
    var facets: FacetsAnswer?

    var ids: [String] { hits.map(\.id) }
}

struct HitAnswer: Decodable {
    var rank: Int
    var id: String
    var key: String
    var title: String
    var published: String?
    var path: String
    var source: String?
    var language: String?
    var added: String
    var region: [[String]]
    var actor: [[String]]
    var weapon: [[String]]
    var snippet: String
    var matches: [[Int]]
}

struct FacetsAnswer: Decodable {
    var region: [CountAnswer]
    var actor: [CountAnswer]
    var weapon: [CountAnswer]
    var source: [CountAnswer]
    var published: [CountAnswer]
}

struct CountAnswer: Decodable, Equatable {
    var value: String
    var path: [String]?
    var count: Int
}

/// What `facets` answers.
struct CountsAnswer: Decodable {
    var total: Int
    var undated: Int
    var facets: FacetsAnswer
}

/// What a run over an index answers.
struct RunAnswer: Decodable {
    var added: Int
    var changed: Int
    var removed: Int
    var unchanged: Int
    var moved: Int
    var stored: Int
    var failed: Int
    var skipped: [String: Int]
    var failures: [FailureAnswer]
    var remarks: [String]
    var indexRevision: Int

    /// added, changed, removed, unchanged.
    var counts: [Int] { [added, changed, removed, unchanged] }
}

struct FailureAnswer: Decodable {
    var path: String
    var line: Int?
    var reason: String
}

struct ReportAnswer: Decodable {
    var id: String
    var key: String
    var title: String
    var path: String
    var sha256: String
    var added: String
    var text: String
    var matches: [[Int]]
}

struct StatusAnswer: Decodable {
    var reports: Int
    var undated: Int
    var indexRevision: Int
    var limits: Limits
    var sources: [Source]

    struct Limits: Decodable, Equatable {
        var fileBytes: Int
        var reportBytes: Int
    }

    struct Source: Decodable {
        var path: String
        var reports: Int
        var reachable: Bool
    }
}

extension String {
    /// The part at UTF-8 byte offsets `[start, end)`; `nil` where they cut a character.
    func slice(_ offsets: [Int]) -> String? {
        let bytes = Array(utf8)
        guard offsets.count == 2, offsets[0] <= offsets[1], offsets[1] <= bytes.count else { return nil }
        return String(validating: bytes[offsets[0]..<offsets[1]], as: UTF8.self)
    }
}
