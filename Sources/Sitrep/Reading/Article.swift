/// A report as it was read: its cleaned text and what the file said about it.
public struct Article: Sendable, Equatable {
    /// The `id` that the record itself gives; `nil` for most files.
    public var recordID: String?
    /// The headline, or the first sentence of a report without one; never empty unless the text is.
    public var title: String
    /// The cleaned body that is indexed, without the title; paragraphs are parted by an empty line.
    public var text: String
    /// The report's own address.
    public var url: String?
    /// The outlet's name, from the record, the page's metadata, a credit line or the address's host.
    public var source: String?
    /// The news agency that the text credits (`KYIV (Reuters) -`); `nil` for none.
    public var credit: String?
    /// A language code (ISO 639-1, as `en`), given by the record or the page, else detected; `nil` when undecided.
    public var language: String?
    /// When it was published; ``PublishedDate/unknown`` for an undated report.
    public var published: PublishedDate
    /// Facet values that the record itself gives, each as a path from the root (`["Ukraine", "Kyiv Oblast"]`).
    public var given: [FacetKind: [[String]]]
    /// What was taken out as boilerplate, in order.
    public var removed: [RemovedPassage]

    public init(
        recordID: String? = nil,
        title: String,
        text: String,
        url: String? = nil,
        source: String? = nil,
        language: String? = nil,
        published: PublishedDate = .unknown,
        given: [FacetKind: [[String]]] = [:],
        removed: [RemovedPassage] = []
    ) {
        self.recordID = recordID
        self.title = title
        self.text = text
        self.url = url
        self.source = source
        self.language = language
        self.published = published
        self.given = given
        self.removed = removed
    }
}

extension Article {
    /// The headline; empty where the title only repeats how the text begins, so that nothing in it counts twice.
    var headline: String { text.utf8.starts(with: title.utf8) ? "" : title }

    /// How many bytes were taken out as boilerplate.
    public var removedBytes: Int { removed.reduce(0) { $0 + $1.text.utf8.count } }
}

/// A passage that was taken out of a report as boilerplate.
public struct RemovedPassage: Sendable, Equatable {
    /// The passage as it stood.
    public var text: String
    /// Why it was taken for boilerplate, in a few words (`cookie notice`).
    public var reason: String

    public init(text: String, reason: String) {
        self.text = text
        self.reason = reason
    }
}
