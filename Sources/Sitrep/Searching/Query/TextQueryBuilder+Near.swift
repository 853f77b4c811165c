internal import Xapian

extension TextQueryBuilder {
    /// What stands on one side of NEAR: any of some runs of words, each with the words that may stand at each place.
    struct NearOperand {
        var ranked: Query
        var runs: [NearMatcher.Run] = []

        /// The words that a run can begin with.
        var firstWords: [[UInt8]] {
            Set(runs.compactMap(\.first).joined()).sorted { $0.lexicographicallyPrecedes($1) }
        }
        /// How many words the longest run has.
        var longestRun: Int { runs.map(\.count).max() ?? 0 }
    }

    /// The reports in which all operands stand together in any order: from the end of the first to the beginning of the
    /// last it is at most `distance` words on (1: they are neighbours).
    ///
    /// Words are ranked by their stems, as elsewhere, and found in all forms that the index has of them.
    mutating func near(
        _ nodes: [QueryNode],
        within distance: Int,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        var operands: [NearOperand] = []
        for node in nodes { operands.append(try operand(node, &snippet, database)) }
        guard operands.allSatisfy({ !$0.runs.isEmpty }) else { return .matchNothing }
        let ranked = Query.and(operands.map(\.ranked))
        let longest = operands.map(\.longestRun).max() ?? 1
        let beginnings = Query.nearAny(operands.map(\.firstWords), window: distance + longest)
        guard longest > 1 else { return .filter(ranked, by: beginnings) }
        // Xapian knows no phrases beside NEAR: it finds where they may be, and their places decide.
        let matcher = NearMatcher(operands: operands.map(\.runs), distance: distance)
        var documents: [DocumentID] = []
        let candidates = try database.matchingDocumentIDs(.filter(ranked, by: beginnings))
        guard candidates.count <= (matcher.hasManyWords ? Self.mostCandidatesOfMany : Self.mostCandidates) else {
            throw SitrepError(
                .usage,
                "the words beside NEAR stand near each other in \(candidates.count) reports, too many to look for phrases",
                hint: "take rarer words or a narrower NEAR, or no phrases and stars beside each other"
            )
        }
        for document in candidates {
            if try matcher.matches(document, in: database) { documents.append(document) }
        }
        return .filter(ranked, by: try .among(documents, in: database))
    }

    private mutating func operand(
        _ node: QueryNode,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> NearOperand {
        switch node {
        case .text(let clause):
            guard clause.form == .prefix || clause.form == .fuzzy else {
                let ranked = try query(clause, inTitle: false, &snippet, database)
                return NearOperand(ranked: ranked, runs: try runs(of: clause, database))
            }
            let ranked = try pattern(clause, inTitle: false, &snippet, database).query
            let words = Words.words(of: Tokenizer.tokenize(clause.source))
            let found = try expansion(of: clause, words, Schema.text, database).words
            let parts = words.filter { !$0.isDesignator }
            let isDesignator = words.count > parts.count
            let before = isDesignator ? [] : parts.dropLast().map { [exact($0, inTitle: false)] }
            return NearOperand(ranked: ranked, runs: found.isEmpty ? [] : [before + [found]])
        case .or(let nodes):
            var ranked: [Query] = []
            var runs: [NearMatcher.Run] = []
            for node in nodes {
                let part = try operand(node, &snippet, database)
                ranked.append(part.ranked)
                runs += part.runs
            }
            return NearOperand(ranked: .or(ranked), runs: runs)
        default: return NearOperand(ranked: .matchNothing)
        }
    }

    /// The runs of words that a clause without signs stands for.
    private mutating func runs(
        of clause: QueryNode.TextClause,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [NearMatcher.Run] {
        let words = Words.words(of: Tokenizer.tokenize(clause.source))
        let parts = words.filter { !$0.isDesignator }
        if parts.count == 1, !clause.isLiteral { return [[try forms(of: exact(parts[0], inTitle: false), database)]] }
        var runs = [parts.map { [exact($0, inTitle: false)] }]
        // The whole of a designator is one word, as in a query without NEAR.
        if let whole = words.first, whole.isDesignator, words.count == parts.count + 1, !clause.isLiteral {
            runs.append([[exact(whole, inTitle: false)]])
        }
        return runs
    }

    /// The most reports in which phrases are looked for by their places, and with very many words: a second or two.
    private static let mostCandidates = 20_000
    private static let mostCandidatesOfMany = 4_000

    /// The most forms of a word.
    private static let mostForms = 100

    /// The words of the index with the stem of `word`, and the word itself.
    mutating func forms(
        of word: [UInt8],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [[UInt8]] {
        let stem = stemming.stems(ofQueryWord: word).first ?? word
        // A stemmer changes the end of a word: what the word and its stem begin with, its forms begin with.
        var common = Array(zip(word, stem).prefix { $0 == $1 }.map(\.0))
        while let last = common.last, last & 0xC0 == 0x80 || last >= 0xC0, common.count < word.count,
            word[common.count] & 0xC0 == 0x80
        {
            common.removeLast()
        }
        guard String(decoding: common, as: UTF8.self).unicodeScalars.count > 2 else { return [word] }
        var forms = [word]
        let candidates = try IndexWords.beginning(with: common, in: Schema.text, limit: .max, database)
        for candidate in candidates.words where candidate != word && forms.count < Self.mostForms {
            if stemming.stems(ofQueryWord: candidate).first == stem { forms.append(candidate) }
        }
        return forms
    }
}
