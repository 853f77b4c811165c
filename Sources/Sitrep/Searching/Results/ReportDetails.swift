/// A report whole, as the index holds it.
public struct ReportDetails: Sendable {
    /// The report's id, unique in its index.
    public var id: String
    /// A short form of the id, in hexadecimal, as a hit has it.
    public var key: String
    /// The whole of it, sixteen digits, which no other report has.
    public var wholeKey: String
    /// The headline, or the first sentence.
    public var title: String
    /// When it was published, and how that is known.
    public var published: PublishedDate
    /// Its address; `nil` when unknown.
    public var url: String?
    /// The outlet; `nil` when unknown.
    public var source: String?
    /// The ISO 639-1 code of its language; `nil` when unknown.
    public var language: String?
    /// The absolute path of the file.
    public var path: String
    /// The folder of the index that has it; `nil` where one alone is searched.
    public var index: String?
    /// SHA-256 of the original bytes, in hexadecimal.
    public var digest: String
    /// When Sitrep first took it in.
    public var added: String
    /// The cleaned text.
    public var text: String
    /// What of the text a query matches, UTF-8 byte offsets.
    public var matches: [Range<Int>]
    /// The facet values, the most salient first.
    public var values: [FacetKind: [ReportValue]]
    /// The dates on which something happened that it tells of, in the order of the title and then of the text.
    public var eventDates: [EventDate]
    /// The figures that it gives, in the order of the title and then of the text.
    public var figures: [Figure]
    /// Bytes taken out as boilerplate.
    public var removedBytes: Int
    /// What a person says of it; `nil` where nobody has said anything.
    public var marks: ReportMarks?
    /// The title that was found, where a person gave another one.
    public var foundTitle: String?
    /// The date that was found, where a person said another one.
    public var foundPublished: PublishedDate?
}

/// A facet value of a report and where the text says it.
public struct ReportValue: Sendable, Equatable {
    /// The names from the root.
    public var path: [String]
    /// How it stands in the text, each spelling once; empty for a value that the record gave.
    public var surfaces: [String]
    /// How often it is mentioned.
    public var mentions: Int
}
