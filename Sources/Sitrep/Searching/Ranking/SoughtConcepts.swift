internal import Xapian

/// The concepts that a request asks for, by a filter or by a word that is a concept's name.
///
/// A report that is about one of them (``FacetMention/mainSalience``) ranks before one that mentions it, all else being
/// equal: it gains ``share`` of what one mention of the concept is worth. By a word it gains less so far as reports that
/// have the word do not mention the concept: most that say union do not mean Union in New Jersey.
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
    /// A word of which a smaller share of the reports mean the concept is not its name.
    private static let leastSureness = 0.1
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
        var stemming = try Stemming()
        func add(_ concepts: [ConceptID], _ facet: FacetKind, namedBy name: String? = nil) throws {
            guard !concepts.isEmpty else { return }
            let new = concepts.filter { !known[facet, default: []].contains($0) }
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
            let sureness =
                try name.map { try Self.sureness(of: $0, mentions: mentions, &stemming, state.database) } ?? 1
            guard sureness >= leastSureness else { return }
            known[facet, default: []].formUnion(new)
            groups.append(
                Group(
                    facet: facet,
                    concepts: new,
                    bonus: share * sureness * model.idf(Double(mentions)),
                    about: about.count == 1 ? about[0] : .or(about)
                )
            )
        }
        for (facet, concepts) in compiled.concepts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try add(concepts.sorted(), facet)
        }
        for name in names(in: request, compiled) {
            for (facet, concepts) in try state.directory.resolve(name) { try add(concepts, facet, namedBy: name) }
        }
        return groups
    }

    /// How many of the reports that have the words of a name mention the concept, 0…1.
    ///
    /// - Parameter mentions: how many reports mention the concept, under whatever name.
    private static func sureness(
        of name: String,
        mentions: Int,
        _ stemming: inout Stemming,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Double {
        var reports = Int.max
        for word in Words.words(of: Tokenizer.tokenize(name)) {
            var most = 0
            for stem in stemming.stems(ofQueryWord: Terms.bounded(Array(word.folded), to: Terms.maximumWordLength)) {
                most = max(most, try database.termFrequency(Array(Schema.stem.prefix.utf8) + stem))
            }
            reports = min(reports, most)
        }
        // Words that no report has stand for a concept that reports call otherwise.
        return reports == 0 || reports == .max ? 1 : min(1, Double(mentions) / Double(reports))
    }

    /// What of the words of a query may be names: each run of up to three.
    private static func names(in request: SearchRequest, _ compiled: CompiledQuery) -> [String] {
        let words: [String]
        if request.matchesAny {
            words = QueryCompiler.plainWords(of: request.query).map(\.source)
        } else {
            guard let tree = compiled.tree else { return [] }
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
