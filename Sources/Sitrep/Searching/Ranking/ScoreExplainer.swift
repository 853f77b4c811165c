internal import Xapian

/// Tells how scores came about: asks the index what each part of the query gives each hit.
///
/// A search restricted to the hits for each word of the query, so that a part is what it was in the whole.
struct ScoreExplainer {
    private let found: SearchIndex.Found
    private let model: RankingModel
    private let words: [RankedWord]
    /// The words of the query as typed, by their stems' terms.
    private let typed: [[UInt8]: String]

    init(
        _ request: SearchRequest,
        _ found: SearchIndex.Found,
        _ model: RankingModel,
        _ state: borrowing SearchIndex.State
    ) throws {
        self.found = found
        self.model = model
        words = try WordWeighting(model: model).words(of: found.ranked.matching, in: state.database)
        var stemming = try Stemming()
        var typed: [[UInt8]: String] = [:]
        for word in Words.words(of: Tokenizer.tokenize(request.query)) {
            for stem in stemming.stems(ofQueryWord: Array(word.folded)) {
                let term = Array(Schema.stem.prefix.utf8) + stem
                typed[term] = typed[term] ?? String(decoding: word.folded, as: UTF8.self)
            }
        }
        self.typed = typed
    }

    /// Adds its explanation to each hit.
    ///
    /// - Parameter matches: those of the hits, in their order.
    func explain(
        _ hits: inout [Hit],
        _ matches: [Match],
        _ state: borrowing SearchIndex.State
    ) throws {
        let order = matches.indices.sorted { matches[$0].documentID < matches[$1].documentID }
        let ids = order.map { matches[$0].documentID }
        guard !ids.isEmpty else { return }
        var parts = Array(repeating: [ScorePart](), count: matches.count)
        var lengths: [Double] = []
        for id in ids { lengths.append(model.normalLength(try state.database.documentLength(id))) }
        var stemming = try Stemming()
        var titles: [[[UInt8]: Int]] = []
        for index in order { titles.append(Self.titleCounts(of: hits[index], &stemming)) }
        for word in words {
            let scores = try Self.scores(of: word, among: ids, state)
            guard !scores.isEmpty else { continue }
            var frequencies = Array(repeating: 0, count: ids.count)
            var related = Array(repeating: [String](), count: ids.count)
            for term in word.terms {
                for (place, frequency) in try state.database.frequencies(of: term, in: ids).enumerated()
                where frequency > 0 {
                    frequencies[place] = max(frequencies[place], frequency)
                    if word.hasRelated, typed[term] == nil { related[place].append(Self.stem(term)) }
                }
            }
            for (place, id) in ids.enumerated() {
                guard let score = scores[id], score > 0 else { continue }
                let inTitle = (word.terms.map { titles[place][$0] ?? 0 }.max() ?? 0) * Schema.title.boost
                parts[order[place]].append(
                    .word(
                        part(
                            word,
                            related: related[place],
                            frequency: frequencies[place],
                            inTitle: min(inTitle, frequencies[place]),
                            normalLength: lengths[place],
                            score: score
                        )
                    )
                )
            }
        }
        try addGains(to: &parts, hits, order, ids, state)
        for index in hits.indices { hits[index].explanation = ScoreExplanation(parts: parts[index]) }
    }

    /// What a word gives each of some documents, as the search itself weighs it.
    private static func scores(
        of word: RankedWord,
        among ids: [DocumentID],
        _ state: borrowing SearchIndex.State
    ) throws -> [DocumentID: Double] {
        try state.database.weights(
            of: .scaled(word.query, by: word.factor),
            among: .and([try .among(ids, in: state.database, besides: .any)] + word.conditions),
            RankingModel.weighting
        )
    }

    private func part(
        _ word: RankedWord,
        related: [String],
        frequency: Int,
        inTitle: Int,
        normalLength: Double,
        score: Double
    ) -> WordScore {
        let saturation = model.saturation(Double(frequency), normalLength: normalLength)
        let rest = model.saturation(Double(frequency - inTitle), normalLength: normalLength)
        let weight = word.factor / word.boost
        return WordScore(
            word: word.terms.lazy.compactMap { typed[$0] }.first ?? Self.stem(word.terms[0]),
            related: related,
            frequency: frequency,
            titleFrequency: inTitle,
            idf: saturation > 0 ? score / (word.factor * saturation) : 0,
            boost: word.boost,
            weight: weight,
            normalLength: normalLength,
            saturation: saturation,
            score: score,
            titleScore: saturation > 0 ? score * (1 - rest / saturation) : 0
        )
    }

    /// The stem of a term, for a person to read.
    private static func stem(_ term: [UInt8]) -> String {
        String(decoding: term.dropFirst(Schema.stem.prefix.utf8.count), as: UTF8.self)
    }

    /// How often the title has each stem.
    private static func titleCounts(of hit: Hit, _ stemming: inout Stemming) -> [[UInt8]: Int] {
        var counts: [[UInt8]: Int] = [:]
        for word in Words.words(of: Tokenizer.tokenize(hit.title)) {
            let term = Terms.bounded(Array(word.folded), to: Terms.maximumWordLength)
            counts[Array(Schema.stem.prefix.utf8) + stemming.stem(term, language: hit.language), default: 0] += 1
        }
        return counts
    }

    private func addGains(
        to parts: inout [[ScorePart]],
        _ hits: [Hit],
        _ order: [Int],
        _ ids: [DocumentID],
        _ state: borrowing SearchIndex.State
    ) throws {
        for group in found.ranked.groups {
            let about = Set(
                try state.database.matchingDocumentIDs(
                    .filter(group.about, by: try .among(ids, in: state.database, besides: .any))
                )
            )
            let directory = try state.directory
            let paths = group.concepts.map { directory.path(of: $0, in: group.facet) }
            for (place, id) in ids.enumerated() where about.contains(id) {
                parts[order[place]].append(.salience(concepts: paths, score: group.bonus))
            }
        }
        for (place, id) in ids.enumerated() {
            if let recency = found.ranked.recency, let slot = Schema.date.slot {
                let date = try state.database.documentValue(id, in: slot)
                let age = RecencyWeights.age(of: date, today: Timestamp.localToday())
                let gain = date.isEmpty ? recency.undated : recency.gains[date] ?? 0
                parts[order[place]].append(.recency(ageInDays: age, score: gain))
            }
            if let feedback = found.feedback, let gains = found.gains[id] {
                let words = zip(feedback.words, gains).filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(Feedback.shown)
                parts[order[place]].append(
                    .expansion(words: words.map { feedback.form(of: $0.0) }, score: gains.reduce(0, +))
                )
            }
        }
    }
}
