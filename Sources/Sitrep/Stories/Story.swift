/// The reports that tell one story, the oldest first.
public struct Story: Sendable {
    /// How many reports there are.
    public var total: Int
    /// How many more were marked irrelevant, and are not shown.
    public var irrelevant = 0
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
