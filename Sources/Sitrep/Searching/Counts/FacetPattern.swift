/// A text that the names of facet values are looked through for.
///
/// Both are folded as words of reports are: case, accents and hyphens do not count. A name has the text when it begins
/// with it or has it anywhere inside, so that a name can be found while it is being typed.
struct FacetPattern: Sendable {
    private let folded: [UInt8]

    init(_ text: String) { folded = Array(PlainName.of(text).utf8) }

    /// Whether one of the names has the text. Linear in their length.
    func matches(_ names: some Sequence<String>) -> Bool {
        folded.isEmpty || names.contains { Array(PlainName.of($0).utf8).contains(folded) }
    }
}

extension ConceptDirectory {
    /// Every given spelling of a concept, its name among them; empty for an unknown one.
    func spellings(of id: ConceptID, in facet: FacetKind) -> [String] {
        own[facet]?[id].map { [$0.name] } ?? vocabulary.spellings(of: id, in: facet)
    }
}
