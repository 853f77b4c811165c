/// Gives a spelling that several concepts of one facet bear to one of them.
///
/// The choice is made once a report and spelling, by what the report mentions otherwise without doubt, but a hit whose own
/// neighbours name the region or country ("Odessa, Texas") goes by these. A candidate gets points
///
/// - for each other concept mentioned at or below it (4), and below each of its ancestors (1, at most 5 an ancestor);
/// - 3 as a country, 0.5 when the spelling is its name;
/// - 0.7 for each power of ten of its inhabitants (a place of unknown size counts as 20,000).
///
/// Of equals the one higher up comes first, then the smaller id.
struct AmbiguousNames {
    let image: VocabularyImage
    let support: Support

    func resolve(_ passages: inout [MatchedPassage]) {
        let context = PlaceContext(image: image)
        var told: [String: Int] = [:]
        var open: [(passage: Int, hit: Int, candidates: [Int], spelling: String)] = []
        for i in passages.indices {
            for j in passages[i].hits.indices where passages[i].hits[j].concepts.count > 1 {
                let hit = passages[i].hits[j]
                for facet in FacetKind.allCases
                where hit.concepts.count(where: { image.facet(of: $0) == facet }) > 1 {
                    var candidates = Array(hit.concepts.lazy.filter { image.facet(of: $0) == facet })
                    // What the user says a name means, it means.
                    if let own = candidates.first(where: hit.isOwn) {
                        keep(own, of: candidates, in: &passages[i].hits[j])
                        continue
                    }
                    // A village is no oblast, whatever the report speaks of otherwise.
                    if let type = hit.placeType {
                        let fitting = candidates.filter { type.fits($0, in: image) }
                        if !fitting.isEmpty, fitting.count < candidates.count {
                            passages[i].hits[j].concepts.removeAll { candidates.contains($0) && !fitting.contains($0) }
                            candidates = fitting
                            if fitting.count == 1 { continue }
                        }
                    }
                    let spelling = passages[i].surface(of: hit)
                    let certain = candidates.filter { context.qualifies(j, $0, in: passages[i]) == 2 }
                    guard facet == .region, let best = best(of: certain, spelling: spelling) else {
                        open.append((i, j, candidates, spelling))
                        continue
                    }
                    keep(best, of: candidates, in: &passages[i].hits[j])
                    told[spelling] = told[spelling] ?? best
                }
            }
        }
        var known: [Question: Int] = [:]
        for one in open {
            let question = Question(candidates: one.candidates, spelling: one.spelling)
            let told = told[one.spelling].flatMap { one.candidates.contains($0) ? $0 : nil }
            guard let best = told ?? known[question] ?? best(of: one.candidates, spelling: one.spelling) else {
                continue
            }
            known[question] = best
            keep(best, of: one.candidates, in: &passages[one.passage].hits[one.hit])
        }
    }

    private func keep(_ best: Int, of candidates: [Int], in hit: inout MatchedPassage.Hit) {
        hit.concepts.removeAll { $0 != best && candidates.contains($0) }
    }

    private struct Question: Hashable {
        var candidates: [Int]
        var spelling: String
    }

    private func best(of candidates: [Int], spelling: String) -> Int? {
        guard candidates.count > 1 else { return candidates.first }
        let names = image.meanings(of: spelling).filter { $0.flags.contains(.name) }.map(\.concept)
        return candidates.map { ranked($0, isName: names.contains($0)) }.min { $0.comesBefore($1) }?.concept
    }

    private func ranked(_ candidate: Int, isName: Bool) -> Ranked {
        let ancestry = image.ancestry(of: candidate)
        var points = 4 * Double(support.count(candidate))
        for ancestor in ancestry.dropFirst() { points += Double(min(support.count(ancestor), 5)) }
        if image.facet(of: candidate) == .region {
            if image.kind(of: candidate, is: "country") { points += 3 }
            points += 0.7 * Self.magnitude(image.population(of: candidate))
        }
        if isName { points += 0.5 }
        return Ranked(concept: candidate, points: points, depth: ancestry.count)
    }

    /// The power of ten of a number of inhabitants, in steps of a half, so that no C library is needed.
    private static func magnitude(_ population: UInt32) -> Double {
        var left = population == 0 ? 20_000 : Double(population)
        var power = 0.0
        while left >= 10 {
            left /= 10
            power += 1
        }
        return power + (left >= 3.16 ? 0.5 : 0)
    }

    private struct Ranked {
        var concept: Int
        var points: Double
        var depth: Int

        func comesBefore(_ other: Ranked) -> Bool {
            if points != other.points { return points > other.points }
            // Numbers of concepts stand in the order of their ids.
            return depth != other.depth ? depth < other.depth : concept < other.concept
        }
    }
}
