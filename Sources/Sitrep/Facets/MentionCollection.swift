/// Gathers the hits of a report's title and text into mentions, one a concept.
struct MentionCollection {
    /// A concept has no more ways to be written than that in a text of sane size; more are not listed.
    private static let mostSurfaces = 64

    private struct UnknownName: Hashable {
        var facet: FacetKind
        var name: String
    }

    private let image: VocabularyImage
    /// The places in `found` of concepts, and of names that stand for none.
    private var places = ConceptTable()
    private var unknown: [UnknownName: Int] = [:]
    private var found: [FacetMention] = []

    init(image: VocabularyImage) { self.image = image }

    /// Adds the hits of the title or of the text.
    mutating func add(_ passage: MatchedPassage, isTitle: Bool) {
        let image = image
        for hit in passage.hits {
            for concept in hit.concepts {
                guard let facet = image.facet(of: concept) else { continue }
                let place = places.number(of: concept, orNew: found.count)
                if place == found.count {
                    found.append(
                        FacetMention(facet: facet, concept: image.id(of: concept), spans: [], surfaces: [], salience: 0)
                    )
                }
                add(hit, at: place, of: passage, isTitle: isTitle)
            }
            if let name = hit.unknown {
                let key = UnknownName(facet: hit.unknownFacet, name: name)
                let place = unknown[key] ?? found.count
                if place == found.count {
                    unknown[key] = place
                    found.append(.ofUnknown(name, in: hit.unknownFacet))
                }
                add(hit, at: place, of: passage, isTitle: isTitle)
            }
        }
    }

    /// The mentions in their order, for a text of `length` bytes.
    func sorted(length: Int) -> [FacetMention] {
        let saliences = found.map { mention in
            FacetMention.salience(
                count: mention.count,
                inTitle: !mention.titleSpans.isEmpty,
                first: mention.spans.first?.lowerBound,
                length: length
            )
        }
        // Places are sorted, not the mentions, which are costly to move.
        let order = found.indices.sorted { a, b in
            if found[a].facet != found[b].facet { return found[a].facet.order < found[b].facet.order }
            return saliences[a] != saliences[b] ? saliences[a] > saliences[b] : found[a].concept < found[b].concept
        }
        return order.map { place in
            var mention = found[place]
            mention.salience = saliences[place]
            return mention
        }
    }

    private mutating func add(_ hit: MatchedPassage.Hit, at place: Int, of passage: MatchedPassage, isTitle: Bool) {
        if isTitle { found[place].titleSpans.append(hit.span) } else { found[place].spans.append(hit.span) }
        guard found[place].surfaces.count < Self.mostSurfaces,
            // Most surfaces are there already, byte for byte: no string is made of them.
            !found[place].surfaces.contains(where: { passage.isSurface($0, of: hit) })
        else { return }
        let surface = passage.surface(of: hit)
        if !found[place].surfaces.contains(surface) { found[place].surfaces.append(surface) }
    }
}

extension FacetMention {
    /// A mention, without spans yet, of an actor or a place that no vocabulary has.
    static func ofUnknown(_ name: String, in facet: FacetKind) -> FacetMention {
        FacetMention(
            facet: facet,
            concept: .own(path: [name]),
            name: name,
            spans: [],
            surfaces: [],
            salience: 0
        )
    }
}
