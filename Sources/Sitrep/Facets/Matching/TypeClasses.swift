/// Counts a type within a class to the class too, and a ship by name: "FPVs" are drones, "howitzers" are artillery, the
/// "Moskva" is a warship.
///
/// Where the class's own word stands behind the type ("FPV drones"), that word is a hit of its own already.
struct TypeClasses {
    let image: VocabularyImage

    /// Adds the class to the hits that are types.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            guard let type = passage.hits[i].concepts.first(where: isType),
                let above = image.ancestry(of: type).first(where: isClass)
            else { continue }
            let end = passage.hits[i].tokens.upperBound
            let isNamed =
                i + 1 < passage.hits.count && passage.hits[i + 1].tokens.lowerBound == end
                && passage.hits[i + 1].concepts.contains(above)
            if !isNamed { passage.hits[i].concepts.append(above) }
        }
    }

    private func isType(_ concept: Int) -> Bool {
        image.facet(of: concept) == .weapon
            && (image.kind(of: concept, is: "type") || image.kind(of: concept, is: "ship"))
    }

    private func isClass(_ concept: Int) -> Bool { image.kind(of: concept, is: "class") }
}
