import Sitrep

/// One hit as JSON.
struct HitObject: Encodable {
    let rank: Int
    let id: String
    let key: String
    let score: Double
    let title: String
    let published: OrNull<String>
    let path: String
    let index: String?
    let url: OrNull<String>
    let source: OrNull<String>
    let language: OrNull<String>
    let added: String
    let region: [[String]]
    let actor: [[String]]
    let weapon: [[String]]
    let snippet: String
    let matches: [[Int]]
    let similar: Int
    let marks: MarksObject?
    let shared: Shared?
    let explanation: ExplanationObject?

    /// What it has in common with the report whose like were searched for.
    struct Shared: Encodable {
        let names: [[String]]
        let words: [String]

        init(_ shared: SharedParts) {
            names = shared.names
            words = shared.words
        }
    }

    init(_ hit: Hit) {
        rank = hit.rank
        id = hit.id
        key = hit.key
        score = hit.score
        title = hit.title
        published = OrNull(hit.published.text)
        path = hit.path
        index = hit.index
        url = OrNull(hit.url)
        source = OrNull(hit.source)
        language = OrNull(hit.language)
        added = hit.added
        region = hit.values(of: .region)
        actor = hit.values(of: .actor)
        weapon = hit.values(of: .weapon)
        snippet = hit.snippet.text
        matches = hit.snippet.matches.map(offsets)
        similar = hit.similar
        marks = hit.marks.map { MarksObject($0) }
        shared = hit.shared.map(Shared.init)
        explanation = hit.explanation.map { ExplanationObject($0) }
    }
}
