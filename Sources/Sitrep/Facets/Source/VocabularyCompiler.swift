/// Writes the image of a vocabulary that stands alone.
enum VocabularyCompiler {
    /// The image of `definitions`; the same definitions give the same bytes.
    ///
    /// - Throws: `structure` when they are more than an image can hold.
    static func compile(_ definitions: VocabularyDefinitions) throws(VocabularyError) -> [UInt8] {
        let concepts = definitions.concepts
        var numbers: [VocabularyEdits.Key: Int] = [:]
        for (i, concept) in concepts.enumerated() { numbers[.init(concept.facet, concept.id)] = i }
        var writer = ImageWriter()
        for (i, concept) in concepts.enumerated() {
            func number(_ id: String?) -> Int? { id.flatMap { numbers[.init(concept.facet, $0)] } }
            writer.add(concept, parent: number(concept.parent), defersTo: number(concept.defersTo))
            for (text, flags) in GivenSpellings.of(concept) { writer.trie.insert(text, concept: i, flags: flags) }
        }
        let derived = DerivedSpellings.all(of: concepts) { concept in
            DerivedSpellings.root(of: concept) { numbers[.init(concept.facet, $0)].map { concepts[$0] } }
        }
        for spelling in derived {
            writer.trie.insert(spelling.text, concept: spelling.concept, flags: spelling.flags)
        }
        for stop in definitions.stops { writer.trie.insert(stop, concept: ImageFormat.stop, flags: []) }
        writer.terms = definitions.terms
        return try writer.image()
    }
}
