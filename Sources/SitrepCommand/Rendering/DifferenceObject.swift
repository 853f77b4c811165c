import Sitrep

/// What two reports differ in as JSON.
struct DifferenceObject: Encodable {
    let first: Report
    let second: Report
    let parts: [Part]

    struct Report: Encodable {
        let id: String
        let key: String
        let title: String
        let published: OrNull<String>
        let source: OrNull<String>

        init(_ telling: Telling) {
            id = telling.id
            key = telling.key
            title = telling.title
            published = OrNull(telling.published.text)
            source = OrNull(telling.source)
        }
    }

    /// A sentence: whose it is (`both`, `first`, `second`), and its words, or for one that both have with other words
    /// its runs of words.
    struct Part: Encodable {
        let owner: String
        let text: String?
        let runs: [Part]?

        private init(_ owner: TellingDifference.Run.Owner, text: String? = nil, runs: [Part]? = nil) {
            self.owner = owner.rawValue
            self.text = text
            self.runs = runs
        }

        init(_ part: TellingDifference.Part) {
            switch part {
            case .same(let text): self.init(.both, text: text)
            case .first(let text): self.init(.first, text: text)
            case .second(let text): self.init(.second, text: text)
            case .changed(let runs): self.init(.both, runs: runs.map { Part($0.owner, text: $0.text) })
            }
        }
    }

    init(_ first: Telling, _ second: Telling, _ difference: TellingDifference) {
        self.first = Report(first)
        self.second = Report(second)
        parts = difference.parts.map { Part($0) }
    }
}
