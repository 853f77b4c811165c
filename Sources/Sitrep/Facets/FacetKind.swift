/// A facet whose values Sitrep finds in the text of a report.
public enum FacetKind: String, Sendable, Hashable, Codable, CaseIterable {
    case region
    case actor
    case weapon
}
