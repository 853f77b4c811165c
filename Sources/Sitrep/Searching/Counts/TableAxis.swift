/// What a table counts reports by.
public struct TableAxis: Sendable, Hashable {
    /// The facet, or the period of publication.
    public enum Kind: String, Sendable, CaseIterable {
        /// Facets with concepts.
        case region, actor, weapon
        /// The outlet and the language.
        case source, language
        /// When the report was published.
        case month, year
    }

    /// The facet, or the period of publication.
    public var kind: Kind
    /// How many levels of a tree; `nil` for what the request says. Means nothing without a tree.
    public var depth: Int?

    /// A facet, and how many levels of it.
    public init(_ kind: Kind, depth: Int? = nil) {
        self.kind = kind
        self.depth = depth
    }

    /// Reads `region`, or with a number of levels `region:2`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let kind = Kind(rawValue: parts[0]) else { return nil }
        self.init(kind)
        guard parts.count > 1 else { return }
        guard facet != nil, let depth = Int(parts[1]), depth > 0 else { return nil }
        self.depth = depth
    }

    /// The facet with concepts that it is; `nil` for the others.
    public var facet: FacetKind? { FacetKind(rawValue: kind.rawValue) }
}
