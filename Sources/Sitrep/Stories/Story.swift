/// The reports that tell one story, the oldest first.
public struct Story: Sendable {
    /// How many reports there are.
    public var total: Int
    /// The reports asked for: by date of publication, undated ones last; ties by id.
    public var tellings: [Telling]
}

/// One report of a story.
public struct Telling: Sendable {
    /// The report's id, unique in its index.
    public var id: String
    /// A short form of the id, in hexadecimal.
    public var key: String
    /// The headline, or the first sentence.
    public var title: String
    /// When it was published, and how that is known.
    public var published: PublishedDate
    /// The outlet; `nil` when unknown.
    public var source: String?
    /// The news agency that the text credits; `nil` for none.
    public var credit: String?
    /// Its address; `nil` when unknown.
    public var url: String?
    /// The ISO 639-1 code of its language; `nil` when unknown.
    public var language: String?
    /// The absolute path of the file.
    public var path: String
    /// Sentences that tell what none of the other reports does, in the order of the text.
    public var own: [String]
}

extension Telling {
    init(_ record: StoredRecord) {
        id = record.id
        key = record.shortKey
        title = record.title
        published = record.published
        source = record.source
        credit = record.credit
        url = record.url
        language = record.language
        path = record.path
        own = []
    }
}

/// What each report of a story tells that the others do not.
struct OwnSentences {
    /// In how many reports each pair of words stands.
    private var reports: [UInt64: Int] = [:]

    /// Of a sentence's pairs of words at most this part stands in another report, or it is told there as well.
    static let shared = 0.5

    /// Takes a report in.
    mutating func add(_ sentences: Sentences) {
        var pairs: Set<UInt64> = []
        for sentence in sentences.all { pairs.formUnion(sentence.pairs) }
        for pair in pairs { reports[pair, default: 0] += 1 }
    }

    /// The sentences of a report that was taken in which tell what no other one does.
    func own(_ sentences: Sentences) -> [String] {
        sentences.all.filter { sentence in
            guard !sentence.pairs.isEmpty else { return false }
            let told = sentence.pairs.count { reports[$0, default: 0] > 1 }
            return Double(told) <= Self.shared * Double(sentence.pairs.count)
        }.map(sentences.text)
    }
}
