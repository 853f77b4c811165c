/// A query as it was typed: the tree that the parser makes of it.
indirect enum QueryNode: Equatable, Sendable {
    /// Words of the text; several stand in this order beside each other.
    case text(TextClause)
    /// Words of the title, as ``text``.
    case title(TextClause)
    /// A facet value as typed.
    case facet(FacetKind, value: String, column: Int)
    /// An outlet or a language as typed.
    case value(FilterKind, value: String, column: Int)
    /// Days of publication.
    case dates(DateSpan)
    /// Days on which something happened.
    case happened(DateSpan)
    case and([QueryNode])
    case or([QueryNode])
    case not(QueryNode)

    /// One or more words that belong together.
    struct TextClause: Equatable, Sendable {
        /// As typed, without quotes.
        var source: String
        /// Quoted: the words must stand just as they were typed.
        var isQuoted: Bool
    }
}

/// What a filter narrows by; facet counts leave out their own.
enum FilterKind: Hashable, Sendable {
    case facet(FacetKind)
    case source
    case language
    case published
    case happened
    case added
    case path
    /// A condition that belongs to no facet alone.
    case other
}
