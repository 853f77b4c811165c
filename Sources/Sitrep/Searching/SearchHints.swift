internal import Xapian

/// Says what may help where a search finds nothing.
enum SearchHints {
    /// So many words are looked at, and so many hints given.
    private static let mostWords = 16
    private static let mostHints = 3

    /// Sentences for a person to read; none where there is nothing to advise.
    static func hints(for request: SearchRequest, _ state: borrowing SearchIndex.State) throws -> [String] {
        guard try state.database.documentCount > 0 else {
            return ["The index has no reports: add some with sitrep index PATH."]
        }
        let words = try QueryWords.free(in: request.query, limit: mostWords)
        var names = words.map(\.text)
        // Two words may be one name.
        for (first, second) in zip(words, words.dropFirst())
        where second.characters.lowerBound == first.characters.upperBound + 1 {
            names.append(first.text + " " + second.text)
        }
        // Only the words give way to what is proposed; filters stay, also those of the query.
        var asked = try SearchIndex.compile(request, state)
        asked.clauses = []
        var hints: [String] = []
        for name in names.reversed() where hints.count < mostHints {
            for facet in FacetKind.allCases {
                guard let hint = try hint(name, facet, asked, state), !hints.contains(hint) else { continue }
                hints.append(hint)
                break
            }
        }
        return hints
    }

    private static func hint(
        _ name: String,
        _ facet: FacetKind,
        _ asked: CompiledQuery,
        _ state: borrowing SearchIndex.State
    ) throws -> String? {
        // Values of one facet widen each other, and what is asked for already is no news.
        guard asked.concepts[facet]?.isEmpty ?? true, !asked.hasFilter(.facet(facet)) else { return nil }
        let found = try state.directory.resolve(name, in: facet)
        var best: (id: ConceptID, count: Int)?
        for id in found {
            let term = Schema.field(of: facet).term(id.rawValue)
            guard try state.database.termExists(term) else { continue }
            let query = Query.filter(.term(term), by: asked.query())
            let count = try state.database.matchingDocumentIDs(query).count
            if count > best?.count ?? 0 { best = (id, count) }
        }
        guard let best else { return nil }
        let path = try state.directory.path(of: best.id, in: facet)
        let value = found.count > 1 ? path.joined(separator: "/") : path.last ?? name
        let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || "-./".contains($0) }
        let reports = best.count == 1 ? "1 report" : "\(best.count) reports"
        return "“\(name)” is \(facet == .actor ? "an" : "a") \(facet.rawValue) here: --\(facet.rawValue) "
            + (isPlain ? value : QueryReading.quoted(value)) + " finds \(reports)."
    }
}
