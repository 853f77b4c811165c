/// A facet value in the file of marks that may not be what a person meant: one that no vocabulary knows, which counts as a
/// value of the index alone, or a name that several bear, which counts as the first of them.
public struct DoubtfulValue: Sendable, Equatable {
    /// What it is a value of.
    public var facet: FacetKind
    /// As it is written.
    public var value: String
    /// Where its entry begins in the file, from 1.
    public var line: Int
    /// The paths of those that bear the name, the one that counts first; empty where no vocabulary knows it.
    public var paths: [String]
    /// Names that are near to an unknown one.
    public var near: [String]

    /// What is doubtful, in a sentence without its line.
    public var message: String {
        guard paths.isEmpty else {
            let others = paths.dropFirst().prefix(5).joined(separator: ", ")
            return "the \(facet.rawValue) “\(value)” counts as \(paths[0]), and may be: \(others)"
                + (paths.count > 6 ? ", …" : "")
        }
        let names = near.map { "“\($0)”" }.joined(separator: ", ")
        return "no vocabulary knows the \(facet.rawValue) “\(value)”, a value of this index alone"
            + (names.isEmpty ? "" : "; did you mean \(names)?")
    }

    /// Those of some entries, each once an entry, in their order.
    static func list(_ entries: [MarkEntry], _ vocabulary: Vocabulary) -> [DoubtfulValue] {
        entries.flatMap { entry in
            FacetKind.allCases.flatMap { facet in
                let values = (entry.marks.set[facet] ?? []) + (entry.marks.dropped[facet] ?? [])
                return values.compactMap { value -> DoubtfulValue? in
                    let found = vocabulary.resolve(value, in: facet)
                    guard found.count != 1 else { return nil }
                    return DoubtfulValue(
                        facet: facet,
                        value: value,
                        line: entry.line,
                        paths: found.map { vocabulary.path(of: $0, in: facet).joined(separator: "/") },
                        near: found.isEmpty ? vocabulary.nearest(to: value, in: facet, limit: 2) : []
                    )
                }
            }
        }
    }
}
