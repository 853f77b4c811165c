/// Parts a system, or a type within a class, from the class that its spelling ends with: "Javelin anti-tank missiles" is
/// a Javelin, and anti-tank missiles are named too; "FPV drones" are drones.
struct TrailingClasses {
    let image: VocabularyImage

    /// Splits the hits.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices.reversed() {
            let hit = passage.hits[i]
            guard hit.tokens.count > 1, hit.concepts.contains(where: { isSystem($0) }) else { continue }
            for start in hit.tokens.dropFirst() {
                let tail = start..<hit.tokens.upperBound
                let classes = image.concepts(spelled: passage.written(tail), in: .weapon).filter(isClass)
                guard let found = classes.first else { continue }
                var system = hit
                system.tokens = hit.tokens.lowerBound..<start
                system.span = hit.span.lowerBound..<passage.tokens[start - 1].end
                let span = passage.tokens[start].start..<hit.span.upperBound
                passage.hits.replaceSubrange(
                    i...i,
                    with: [system, .init(tokens: tail, span: span, concepts: [found])]
                )
                break
            }
        }
    }

    private func isSystem(_ concept: Int) -> Bool {
        image.facet(of: concept) == .weapon
            && (image.kind(of: concept, is: "system") || image.kind(of: concept, is: "type")
                || image.kind(of: concept, is: "ship"))
    }

    private func isClass(_ concept: Int) -> Bool { image.kind(of: concept, is: "class") }
}
