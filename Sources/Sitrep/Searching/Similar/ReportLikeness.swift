internal import Xapian

/// What other reports must have to be like one: its weightiest words, and its places, actors and weapons.
///
/// The words are weighed as a query's are (``RankingModel``), by how often the report has them; a name is worth a share of
/// what its rarity makes of it, so that reports in other languages, or in other words, are found by their names. Reports
/// of the same story are left out.
struct ReportLikeness {
    /// A word of the report, by its stem's term.
    struct Word {
        var term: [UInt8]
        /// What it counts in a search, 0…1: the more often the report has it, the more.
        var share: Double
        /// As the report has it most often.
        var form: String
    }

    /// A place, actor or weapon of the report.
    struct Name {
        var facet: FacetKind
        var concept: ConceptID
        /// What a report gains that has it.
        var gain: Double
    }

    /// The weightiest first.
    let words: [Word]
    /// The rarest first.
    let names: [Name]
    /// How a person knows the report.
    private let title: String
    /// The reports of its own story.
    private let story: OwnStory

    /// So many words are looked for.
    private static let mostWords = 40
    /// So many words are told of, for the report and for one that is like it.
    private static let shownWords = 8
    /// What a name is worth as a share of its idf, where the report is about it; half of that where it mentions it.
    private static let nameShare = 1.0

    /// Reads the terms of a report: time is linear in the number of its different words.
    init(of document: DocumentID, _ state: borrowing SearchIndex.State) throws {
        let record = try SearchIndex.record(document, state)
        title = record.title.isEmpty ? record.id : record.title
        let model = try RankingModel(of: state.database)
        let terms = try state.members.reading(document) { try state.database.documentTerms(document) }
        story = try OwnStory(of: document, record, state)
        words = try Self.words(of: terms, document, story, model, state)
        names = try Self.names(of: record, Set(terms.map(\.term)), story, model, state)
    }

    /// The story of the report.
    private struct OwnStory {
        private var documents: Set<DocumentID> = []
        /// Matches its reports.
        let query: Query

        init(of document: DocumentID, _ record: StoredRecord, _ state: borrowing SearchIndex.State) throws {
            guard let story = try state.members.story(of: document, in: state.database), let slot = Schema.story.slot
            else {
                documents = try Self.copies(of: [document], state)
                query = try Self.query(documents, state) ?? .term(Schema.key.term(record.key))
                return
            }
            for key in try StoryMembers.keys(of: story.label, beside: document, in: state.database) {
                let term = Schema.key.term(key)
                documents.formUnion(try state.members.documents(containing: term, ofIndexAt: story.index))
            }
            documents = try Self.copies(of: documents, state)
            let label = Array(story.label.utf8)
            query = try Self.query(documents, state) ?? .valueRange(slot, from: label, through: label)
        }

        /// Some documents, with those of other indexes that hold the same reports, to the byte: nobody looks for these.
        private static func copies(
            of documents: Set<DocumentID>,
            _ state: borrowing SearchIndex.State
        ) throws -> Set<DocumentID> {
            guard state.members.count > 1 else { return documents }
            var all = documents
            for document in documents {
                let record = try StoredRecord(decoding: try state.database.documentData(document))
                let (key, digest) = (Schema.key.term(record.key), Schema.term(ofDigest: record.digest))
                all.formUnion(try state.database.matchingDocumentIDs(.and([.term(key), .term(digest)])))
            }
            return all
        }

        /// These documents, where a key or a label may be that of a report or story of another index too.
        private static func query(_ documents: Set<DocumentID>, _ state: borrowing SearchIndex.State) throws -> Query? {
            state.members.count > 1 ? try .among(documents.sorted(), in: state.database, besides: .copies) : nil
        }

        /// Whether a report of another story has a term: others make none like this one.
        func isToldElsewhere(_ term: [UInt8], _ state: borrowing SearchIndex.State) throws -> Bool {
            guard try state.database.termFrequency(term) <= documents.count else { return true }
            return try state.database.documentIDs(containing: term).contains { !documents.contains($0) }
        }
    }

    private static func words(
        of terms: [DocumentTerm],
        _ document: DocumentID,
        _ story: OwnStory,
        _ model: RankingModel,
        _ state: borrowing SearchIndex.State
    ) throws -> [Word] {
        let normalLength = model.normalLength(try state.database.documentLength(document))
        var forms: [[UInt8]: Int] = [:]
        var found: [(word: Word, weight: Double)] = []
        for term in terms {
            guard let stem = Feedback.stem(term.term) else {
                // Words as written have no weight, and so no frequency.
                if Feedback.isWord(term.term) { forms[term.term] = 1 + term.frequency }
                continue
            }
            guard Feedback.mayExpand(stem), try story.isToldElsewhere(term.term, state) else { continue }
            let frequency = Double(try state.database.termFrequency(term.term))
            let occurrences = Double(try state.database.collectionFrequency(term.term))
            let share = model.saturation(Double(term.frequency), normalLength: normalLength) / (1 + RankingModel.k1)
            let weight = share * model.idf(frequency) * model.boost(frequency, occurrences: occurrences)
            found.append((Word(term: term.term, share: share, form: String(decoding: stem, as: UTF8.self)), weight))
        }
        let commonest = try Feedback.commonest(forms)
        for index in found.indices {
            guard let stem = Feedback.stem(found[index].word.term), let form = commonest[Array(stem)] else { continue }
            found[index].word.form = String(decoding: form, as: UTF8.self)
        }
        // A stem need not look like the word that it stands for.
        found.removeAll { FunctionWords.contains(Array($0.word.form.utf8)) }
        found.sort { a, b in
            a.weight != b.weight ? a.weight > b.weight : a.word.term.lexicographicallyPrecedes(b.word.term)
        }
        return found.prefix(mostWords).map(\.word)
    }

    private static func names(
        of record: StoredRecord,
        _ terms: Set<[UInt8]>,
        _ story: OwnStory,
        _ model: RankingModel,
        _ state: borrowing SearchIndex.State
    ) throws -> [Name] {
        var names: [Name] = []
        for facet in FacetKind.allCases {
            for concept in record.mentioned[facet] ?? [] {
                let term = Schema.field(of: facet).term(concept.rawValue)
                guard try story.isToldElsewhere(term, state) else { continue }
                let frequency = try state.database.termFrequency(term)
                let isMain = terms.contains(Schema.main.term(term))
                let gain = nameShare * (isMain ? 1 : 0.5) * model.idf(Double(frequency))
                names.append(Name(facet: facet, concept: concept, gain: gain))
            }
        }
        return names.sorted { ($1.gain, $0.concept) < ($0.gain, $1.concept) }
    }

    /// Adds what is looked for to a query, as one part of it.
    func add(to compiled: inout CompiledQuery) {
        let parts: [Query] =
            words.map { .scaled(.term($0.term), by: $0.share) }
            + names.map {
                .filter(.constant($0.gain), by: .term(Schema.field(of: $0.facet).term($0.concept.rawValue)))
            }
        compiled.clauses.append(parts.isEmpty ? .matchNothing : .or(parts))
        compiled.exclusions.append(story.query)
        for word in words { compiled.words.add(stem: Array(word.term.dropFirst(Schema.stem.prefix.utf8.count))) }
        compiled.likeness = self
        let shown = words.prefix(Self.shownWords).map(\.form).joined(separator: ", ")
        compiled.interpreted.append("“\(title)”" + (shown.isEmpty ? "" : " (\(shown)…)"))
    }

    /// Tells of each hit what it shares with the report.
    ///
    /// - Parameter matches: those of the hits, in their order.
    func explain(_ hits: inout [Hit], _ matches: [Match], _ state: borrowing SearchIndex.State) throws {
        for (index, match) in matches.enumerated() {
            let terms = try state.members.reading(match.documentID) {
                Set(try state.database.documentTerms(match.documentID).map(\.term))
            }
            var shared = SharedParts()
            for name in names where terms.contains(Schema.field(of: name.facet).term(name.concept.rawValue)) {
                shared.names.append(try state.directory.path(of: name.concept, in: name.facet))
            }
            // The words of the names say nothing new.
            let told = Set(
                shared.names.compactMap(\.last).flatMap { name in
                    Words.words(of: Tokenizer.tokenize(name)).map { String(decoding: $0.folded, as: UTF8.self) }
                }
            )
            shared.words = Array(
                words.lazy.filter { terms.contains($0.term) && !told.contains($0.form) }.map(\.form)
                    .prefix(Self.shownWords)
            )
            hits[index].shared = shared
        }
    }
}

/// What a report shares with the one that it is like.
public struct SharedParts: Sendable, Equatable {
    /// Places, actors and weapons, each as its path from the root, the rarest first.
    public var names: [[String]] = []
    /// The weightiest words, folded, without those of the names.
    public var words: [String] = []
}
