@testable import Sitrep

/// The facet values that generated reports give.
enum ValuePool {
    private typealias Given = GeneratedCorpus.Given
    private typealias Value = GeneratedCorpus.Value

    /// Values of every level of the vocabulary, and some that it does not know.
    static func make(_ facet: FacetKind, _ generator: inout SeededGenerator) -> [GeneratedCorpus.Given] {
        let known = known(facet, &generator)
        return known + unknown(facet, below: known, &generator)
    }

    private static func known(_ facet: FacetKind, _ generator: inout SeededGenerator) -> [Given] {
        var byDepth: [Int: [Given]] = [:]
        for concept in Vocabulary.builtIn.concepts(in: facet).shuffled(using: &generator) {
            let path = Vocabulary.builtIn.path(of: concept.id, in: facet)
            // Towns of two countries, so that their oblasts meet.
            if facet == .region, path.count > 1, path[0] != "Ukraine", path[0] != "Russia" { continue }
            guard byDepth[path.count, default: []].count < 18, isPlain(path, of: concept, facet) else { continue }
            byDepth[path.count, default: []].append(Given(written: path, lineage: lineage(concept.id, facet)))
        }
        return byDepth.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// Whether a path can be written between slashes in JSON and names this concept.
    private static func isPlain(_ path: [String], of concept: Concept, _ facet: FacetKind) -> Bool {
        path.allSatisfy { name in !name.contains { "/\"\\".contains($0) } }
            && Vocabulary.builtIn.resolve(path.joined(separator: "/"), in: facet).first == concept.id
    }

    private static func lineage(_ id: ConceptID, _ facet: FacetKind) -> [Value] {
        Vocabulary.builtIn.lineage(of: id, in: facet).map {
            Value(key: $0.rawValue, path: Vocabulary.builtIn.path(of: $0, in: facet), isOwn: false)
        }
    }

    private static func unknown(
        _ facet: FacetKind,
        below known: [Given],
        _ generator: inout SeededGenerator
    ) -> [Given] {
        let names = GeneratedCorpus.words(12, &generator).map { "New " + $0.prefix(1).uppercased() + $0.dropFirst() }
        var result: [Given] = []
        for (number, name) in names.enumerated() {
            var parent = number % 4 == 0 ? Given(written: [], lineage: []) : generator.pick(known)
            if number % 3 == 0 { parent = extended(parent, by: "Old " + name) }
            result.append(extended(parent, by: name))
            // The same name in two places, and the same place written in capitals.
            if number % 4 == 1 { result.append(extended(generator.pick(known), by: name)) }
            if number % 4 == 2, var again = result.last {
                again.written[again.written.count - 1] = name.uppercased()
                result.append(again)
            }
        }
        // A parent alone as well as its children.
        result += result.compactMap { value in
            guard value.lineage.count > 1, value.lineage[value.lineage.count - 2].isOwn else { return nil }
            return Given(written: value.written.dropLast(), lineage: value.lineage.dropLast())
        }
        return result
    }

    private static func extended(_ parent: Given, by name: String) -> Given {
        let path = (parent.lineage.last?.path ?? []) + [name]
        let value = Value(key: path.joined(separator: "/").lowercased(), path: path, isOwn: true)
        return Given(written: parent.written + [name], lineage: parent.lineage + [value])
    }
}
