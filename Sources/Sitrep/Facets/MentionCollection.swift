/// Gathers the hits of a report's title and text into mentions, one a concept.
struct MentionCollection {
    /// A concept has no more ways to be written than that in a text of sane size; more are not listed.
    private static let mostSurfaces = 64

    private enum Key: Hashable {
        case concept(Int)
        case unknown(String)
    }

    private let image: VocabularyImage
    private var places: [Key: Int] = [:]
    private var found: [FacetMention] = []

    init(image: VocabularyImage) { self.image = image }

    /// Adds the hits of the title or of the text.
    mutating func add(_ passage: MatchedPassage, isTitle: Bool) {
        let image = image
        for hit in passage.hits {
            for concept in hit.concepts {
                guard let facet = image.facet(of: concept) else { continue }
                let place = place(.concept(concept)) {
                    FacetMention(facet: facet, concept: image.id(of: concept), spans: [], surfaces: [], salience: 0)
                }
                add(hit, at: place, of: passage, isTitle: isTitle)
            }
            if let number = hit.unknown {
                let name = passage.names[number]
                let place = place(.unknown(name)) { .ofUnknown(name) }
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

    private mutating func place(_ key: Key, _ new: () -> FacetMention) -> Int {
        if let known = places[key] { return known }
        places[key] = found.count
        found.append(new())
        return found.count - 1
    }

    private mutating func add(_ hit: MatchedPassage.Hit, at place: Int, of passage: MatchedPassage, isTitle: Bool) {
        if isTitle { found[place].titleSpans.append(hit.span) } else { found[place].spans.append(hit.span) }
        guard found[place].surfaces.count < Self.mostSurfaces else { return }
        let surface = passage.surface(of: hit)
        if !found[place].surfaces.contains(surface) { found[place].surfaces.append(surface) }
    }
}

extension FacetMention {
    /// A mention, without places yet, of an actor whom no vocabulary has.
    static func ofUnknown(_ name: String) -> FacetMention {
        FacetMention(
            facet: .actor,
            concept: .own(path: [name]),
            name: name,
            spans: [],
            surfaces: [],
            salience: 0
        )
    }
}
