/// A concept that a report mentions, and where.
public struct FacetMention: Sendable, Equatable {
    /// The facet of the concept.
    public var facet: FacetKind
    /// What is mentioned. Its parents are implied and have no mention of their own.
    public var concept: ConceptID
    /// The name of a concept that no vocabulary has: an actor or a place found by the words around its name.
    public var name: String?
    /// Where it stands in the text, as UTF-8 byte offsets, in order.
    public var spans: [Range<Int>]
    /// Where it stands in the title, as UTF-8 byte offsets, in order.
    public var titleSpans: [Range<Int>]
    /// How it was written: distinct, in the order of the title and then of the text.
    public var surfaces: [String]
    /// How much the report is about it, 0…1, from its place in the text, its count and the title.
    ///
    /// The sum of 0.25 for a mention in the title, of up to 0.15 for an early first mention in the text (linear, 0 at the
    /// text's end) and of up to 0.6 for many mentions (0.6 · n / (n + 2)).
    public var salience: Double

    /// From this salience on a report is about a concept: three mentions are enough, or two at the beginning, or one in the
    /// title and another in the text.
    public static let mainSalience = 0.32

    /// How often it is mentioned, title and text.
    public var count: Int { spans.count + titleSpans.count }

    public init(
        facet: FacetKind,
        concept: ConceptID,
        name: String? = nil,
        spans: [Range<Int>],
        titleSpans: [Range<Int>] = [],
        surfaces: [String],
        salience: Double
    ) {
        self.facet = facet
        self.concept = concept
        self.name = name
        self.spans = spans
        self.titleSpans = titleSpans
        self.surfaces = surfaces
        self.salience = salience
    }

    /// The salience of a concept with `count` mentions of which the first in a text of `length` bytes begins at `first`
    /// (`nil` when the text has none).
    static func salience(count: Int, inTitle: Bool, first: Int?, length: Int) -> Double {
        let title = inTitle ? 0.25 : 0
        let early = first.map { 0.15 * (1 - Double($0) / Double(max(length, 1))) } ?? 0
        return min(1, title + early + 0.6 * Double(count) / Double(count + 2))
    }
}
