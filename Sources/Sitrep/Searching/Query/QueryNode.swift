/// A query as it was typed: the tree that the parser makes of it.
indirect enum QueryNode: Equatable, Sendable {
    /// Words of the text; several stand in this order beside each other.
    case text(TextClause)
    /// Words of the title, as ``text``.
    case title(TextClause)
    /// Two or more of ``text`` and ``or`` of these, in any order; from one to the next at most so many words.
    case near([QueryNode], distances: [Int])
    /// A facet value as typed.
    case facet(FacetKind, value: String, column: Int)
    /// A facet value as typed, of reports that are about it.
    case main(FacetKind, value: String, column: Int)
    /// An outlet, a language or a tag as typed.
    case value(FilterKind, value: String, column: Int)
    /// Whether a report has any value of this kind.
    case presence(FilterKind, isThere: Bool)
    /// Days of publication.
    case dates(DateSpan)
    /// Days on which something happened.
    case happened(DateSpan)
    /// Days on which Sitrep took the report in.
    case added(DateSpan)
    /// A glob on the path of the file.
    case path(String)
    case and([QueryNode])
    case or([QueryNode])
    case not(QueryNode)

    /// One or more words that belong together.
    struct TextClause: Equatable, Sendable {
        /// How the words stand for others.
        enum Form: Equatable, Sendable {
            /// With their other forms.
            case plain
            /// Only as typed: `=word`.
            case exact
            /// The last word is the beginning of words: `missil*`.
            case prefix
            /// The word stands for those spelt nearly so: `zelensky~`.
            case fuzzy
            /// Several words that are one name, each with its other forms, wherever they stand.
            case name
        }

        /// As typed, without quotes and signs.
        var source: String
        /// Quoted: the words must stand just as they were typed.
        var isQuoted: Bool
        var form = Form.plain

        /// Whether only the words as typed are meant, none of their other forms.
        var isLiteral: Bool { isQuoted || form == .exact }
    }
}

/// What a filter narrows by; facet counts leave out their own.
enum FilterKind: Hashable, Sendable {
    case facet(FacetKind)
    case source
    case language
    case tag
    case published
    case happened
    case added
    case path
    /// A condition that belongs to no facet alone.
    case other
}

extension QueryNode {
    /// The one kind of filter that it consists of; `nil` for words, a negation and for several kinds.
    var filterKind: FilterKind? {
        switch self {
        case .facet(let facet, _, _), .main(let facet, _, _): .facet(facet)
        case .value(let kind, _, _), .presence(let kind, _): kind
        case .dates: .published
        case .happened: .happened
        case .added: .added
        case .path: .path
        case .and(let nodes), .or(let nodes):
            nodes.first?.filterKind.flatMap { kind in nodes.allSatisfy { $0.filterKind == kind } ? kind : nil }
        case .text, .title, .near, .not: nil
        }
    }

    /// Whether a word of the text stands in it, so that it can be ranked.
    var hasText: Bool {
        switch self {
        case .text, .title, .near: true
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.hasText)
        default: false
        }
    }

    /// Whether it needs parentheses inside another node.
    var isGroup: Bool {
        switch self {
        case .and, .or: true
        default: false
        }
    }
}
