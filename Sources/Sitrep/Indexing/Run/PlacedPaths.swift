/// The concepts that paths name which records gave: a vocabulary and the values of an index are asked once for each path,
/// as many reports give the same ones.
///
/// Some megabytes at most. A concept stays in it for the run, as no value of an index goes before a run's end.
struct PlacedPaths {
    private var concepts: [FacetKind: [[UInt8]: ConceptID]] = [:]
    private var count = 0

    /// So many are kept before all are forgotten.
    static let most = 10_000
    /// Paths of more bytes are asked for each time.
    static let longest = 256

    /// The concept of a path that was noted; `nil` for any other.
    func concept(of path: [String], in facet: FacetKind) -> ConceptID? { concepts[facet]?[Self.key(path)] }

    /// Notes what a path names, once that and its parents are known to the index.
    mutating func note(_ concept: ConceptID, of path: [String], in facet: FacetKind) {
        let key = Self.key(path)
        guard key.count <= Self.longest else { return }
        if count == Self.most {
            concepts = [:]
            count = 0
        }
        if concepts[facet, default: [:]].updateValue(concept, forKey: key) == nil { count += 1 }
    }

    /// The bytes of a path's parts, as strings that Unicode holds for equal may be two values; each ends with one that no
    /// UTF-8 has.
    private static func key(_ path: [String]) -> [UInt8] {
        var key: [UInt8] = []
        for part in path {
            key.append(contentsOf: part.utf8)
            key.append(0xFF)
        }
        return key
    }
}
