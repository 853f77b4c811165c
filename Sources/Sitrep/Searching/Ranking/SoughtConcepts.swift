internal import Xapian

/// The concepts that a request asks for, by a filter or by a word that is a concept's name.
///
/// A report that is about one of them (``FacetMention/mainSalience``) ranks before one that mentions it, all else being
/// equal: it gains ``share`` of what one mention of the concept is worth.
enum SoughtConcepts {
    /// Concepts that stand for each other: those of one filter, or of one name.
    struct Group {
        var facet: FacetKind
        var concepts: [ConceptID]
        /// What the reports that are about one of them gain.
        var bonus: Double
        /// Matches the reports that are about one of them.
        var about: Query
    }

    /// The bonus as a share of the concept's idf.
    static let share = 0.5
    /// A name has at most so many words here.
    private static let longestName = 3
    /// A longer query is a text rather than a question.
    private static let mostWords = 64

    /// The groups of a request, those that no report is about left out.
    static func groups(
        of request: SearchRequest,
        _ compiled: CompiledQuery,
        _ model: RankingModel,
        _ state: borrowing SearchIndex.State
    ) throws -> [Group] {
        var groups: [Group] = []
        var known: [FacetKind: Set<ConceptID>] = [:]
        func add(_ concepts: [ConceptID], _ facet: FacetKind) throws {
            let new = concepts.filter { known[facet, default: []].insert($0).inserted }
            let field = Schema.field(of: facet)
            var about: [Query] = []
            var mentions = 0
            for concept in new {
                let term = field.term(concept.rawValue)
                mentions = max(mentions, try state.database.termFrequency(term))
                let main = Schema.main.term(term)
                if try state.database.termExists(main) { about.append(.term(main)) }
            }
            guard !about.isEmpty else { return }
            groups.append(
                Group(
                    facet: facet,
                    concepts: new,
                    bonus: share * model.idf(Double(mentions)),
                    about: about.count == 1 ? about[0] : .or(about)
                )
            )
        }
        for (facet, concepts) in compiled.concepts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try add(concepts.sorted(), facet)
        }
        for name in try names(in: request) {
            for facet in FacetKind.allCases { try add(state.directory.resolve(name, in: facet), facet) }
        }
        return groups
    }

    /// What of the words of a query may be names: each run of up to three.
    private static func names(in request: SearchRequest) throws -> [String] {
        let words: [String]
        if request.matchesAny {
            words = QueryCompiler.plainWords(of: request.query).map(\.source)
        } else {
            guard let tree = try QueryParser.parse(request.query, today: Timestamp.localToday()) else { return [] }
            let parts = if case .and(let nodes) = tree { nodes } else { [tree] }
            words = parts.compactMap { if case .text(let clause) = $0 { clause.source } else { nil } }
        }
        guard words.count <= mostWords else { return [] }
        var names: [String] = []
        for length in stride(from: min(longestName, words.count), to: 0, by: -1) {
            for start in 0...(words.count - length) {
                names.append(words[start..<start + length].joined(separator: " "))
            }
        }
        return names
    }
}

extension QueryNode {
    /// Whether it asks for a value of a facet, so that reports can be ranked by how much they are about it.
    var hasFacet: Bool {
        switch self {
        case .facet: true
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.hasFacet)
        default: false
        }
    }
}
