/// The concepts of a report, by facet.
struct ReportConcepts {
    /// Those that it mentions or gives.
    var mentioned: [FacetKind: [ConceptID]] = [:]
    /// The same and all that they lie in, each once, sorted.
    var all: [FacetKind: [ConceptID]] = [:]
    /// Those that it is about (``FacetMention/mainSalience``) or gives, and all that they lie in, each once, sorted.
    var main: [FacetKind: [ConceptID]] = [:]
}
