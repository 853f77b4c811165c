/// Gives a spelling that several concepts of one facet bear to one of them.
///
/// The choice is made once a report and spelling, by what the report mentions otherwise without doubt. A candidate gets
/// four points for each other concept mentioned below it, and one for each mentioned below each of its ancestors; a
/// country gets three points more than others. Of equals the one comes first whose name the spelling is, then the one
/// higher up, then the smaller id.
struct AmbiguousNames {
    let image: VocabularyImage

    func resolve(_ passages: inout [MatchedPassage]) {
        var support: [Int: Int]?
        var known: [Question: Int] = [:]
        for i in passages.indices {
            for j in passages[i].hits.indices where passages[i].hits[j].concepts.count > 1 {
                let concepts = passages[i].hits[j].concepts
                var chosen: [Int] = []
                for facet in FacetKind.allCases {
                    let candidates = concepts.filter { image.facet(of: $0) == facet }
                    if candidates.count < 2 {
                        chosen += candidates
                        continue
                    }
                    let question = Question(
                        candidates: candidates,
                        spelling: passages[i].surface(of: passages[i].hits[j])
                    )
                    if known[question] == nil {
                        let facts = support ?? self.support(passages)
                        support = facts
                        known[question] = choose(question, facts)
                    }
                    if let best = known[question] { chosen.append(best) }
                }
                passages[i].hits[j].concepts = chosen
            }
        }
    }

    /// For each concept, how many concepts at or below it the report mentions by a spelling of theirs alone.
    private func support(_ passages: [MatchedPassage]) -> [Int: Int] {
        var named: Set<Int> = []
        for passage in passages {
            for hit in passage.hits {
                for facet in FacetKind.allCases {
                    let concepts = hit.concepts.filter { image.facet(of: $0) == facet }
                    if concepts.count == 1 { named.insert(concepts[0]) }
                }
            }
        }
        var support: [Int: Int] = [:]
        for concept in named {
            for ancestor in image.ancestry(of: concept) { support[ancestor, default: 0] += 1 }
        }
        return support
    }

    private struct Question: Hashable {
        var candidates: [Int]
        var spelling: String
    }

    private func choose(_ question: Question, _ support: [Int: Int]) -> Int? {
        let node = image.node(of: question.spelling)
        let names = image.payloads(of: node).compactMap { image.payload($0) }
            .filter { $0.flags.contains(.name) }.map(\.concept)
        return question.candidates.map { candidate -> Ranked in
            let ancestry = image.ancestry(of: candidate)
            var points = 4 * (support[candidate] ?? 0)
            for ancestor in ancestry.dropFirst() { points += support[ancestor] ?? 0 }
            if image.kind(of: candidate) == "country" { points += 3 }
            return Ranked(
                concept: candidate,
                points: points,
                isName: names.contains(candidate),
                depth: ancestry.count
            )
        }.min { $0.comesBefore($1) }?.concept
    }

    private struct Ranked {
        var concept: Int
        var points: Int
        var isName: Bool
        var depth: Int

        func comesBefore(_ other: Ranked) -> Bool {
            if points != other.points { return points > other.points }
            if isName != other.isName { return isName }
            // Numbers of concepts stand in the order of their ids.
            return depth != other.depth ? depth < other.depth : concept < other.concept
        }
    }
}
