/// A report of an index, with all that a person would miss if it were lost: the same in any index of the same reports,
/// however that was built.
///
/// What tells of the way is not in it: numbers of documents, runs and sources, and the names that stories have.
public struct DumpedReport: Sendable, Equatable {
    /// The report's id, unique in its index.
    public var id: String
    /// Its key, whole: sixteen hexadecimal digits.
    public var key: String
    /// The headline, or the first sentence.
    public var title: String
    /// When it was published, and how that is known.
    public var published: PublishedDate
    /// Its address; `nil` when unknown.
    public var url: String?
    /// The outlet; `nil` when unknown.
    public var source: String?
    /// The news agency that the text credits; `nil` for none.
    public var credit: String?
    /// The ISO 639-1 code of its language; `nil` when unknown.
    public var language: String?
    /// The absolute path of the file.
    public var path: String
    /// SHA-256 of the original bytes in hexadecimal.
    public var digest: String
    /// When Sitrep first took the report in, as `2026-11-21T04:05:06Z`: what two builds of one index differ in.
    public var added: String
    /// Bytes taken out as boilerplate.
    public var removedBytes: Int
    /// The cleaned text.
    public var text: String
    /// Lines that were cut out of it and may come back.
    public var cuts: [Cut]
    /// The facet values, most salient first.
    public var values: [FacetKind: [Value]]
    /// Facet values that the record itself gave, as paths.
    public var given: [FacetKind: [[String]]]
    /// When what it tells of happened.
    public var eventDates: [EventDate]
    /// The figures that it gives.
    public var figures: [Figure]
    /// Figures that a person struck.
    public var struckFigures: [Figure]
    /// Whether it has more figures than are kept.
    public var hasMoreFigures: Bool
    /// The first report of its story in the order of ids; `nil` where it tells one alone.
    public var story: String?
    /// In the first report of a story all of them, in the order of ids; empty in the others.
    public var storyMembers: [String]
    /// What a person says of it; `nil` for nothing.
    public var marks: ReportMarks?
    /// The title and the date that were found, where a person said others.
    public var foundTitle: String?
    public var foundPublished: PublishedDate?
    /// SHA-256 of its terms with their frequencies and positions, but for those that tell of the way.
    public var termsDigest: String
    /// SHA-256 of the values in its slots, but for those that tell of the way.
    public var valuesDigest: String

    /// A line that was cut out of a text, and where.
    public struct Cut: Sendable, Equatable {
        /// A UTF-8 byte offset into what is left.
        public var offset: Int
        public var text: String
    }

    /// A facet value and where it is mentioned.
    public struct Value: Sendable, Equatable {
        public var concept: ConceptID
        /// Its name and those of what it lies in, root first.
        public var path: [String]
        /// How it is written.
        public var surfaces: [String]
        /// Where it stands in the text and in the title, as UTF-8 byte offsets.
        public var spans: [Range<Int>]
        public var titleSpans: [Range<Int>]
        /// See ``FacetMention/salience``; 0 for a value that is only given.
        public var salience: Double
    }

    /// SHA-256 of the text in hexadecimal.
    public var textDigest: String { SHA256Digest.hex(text.utf8) }
}

/// A part of a dump, in the order in which these come.
public enum DumpPart: Sendable, Equatable {
    /// By id.
    case report(DumpedReport)
    /// A source, by its path, with the globs of what is left out.
    case source(path: String, excluded: [String])
    /// A file by the path of its source and its own path in that, with the number of its reports.
    case file(source: String, path: String, reports: Int)
    /// The last of all: how many reports there are, what tells the vocabulary from others, and whether a run that has not
    /// ended saved this state.
    case index(reports: Int, vocabulary: String, isUnfinished: Bool)
}
