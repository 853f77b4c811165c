internal import Xapian

extension QueryCompiler {
    /// Takes a text as plain words of which any may match: no operators, no phrases, no filters.
    ///
    /// Function words count only where there are no others. A word that is there several times counts more, with
    /// diminishing gain: BM25's share of the query with k3 = 1, 2n / (1 + n). A designator is one word, however it is
    /// written. Words of the same root and a state's other names count as well, but less (``RelatedWords``), unless
    /// the words are meant as they are typed. Linear in the length of the text.
    mutating func addAny(
        of query: String,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let words = Self.plainWords(of: query)
        let content = words.filter { $0.isAcronym || !FunctionWords.contains($0.folded) }
        var stemming = try Stemming()
        var clauses: [(query: Query, count: Int)] = []
        var places: [[UInt8]: Int] = [:]
        for word in content.isEmpty ? words : content {
            // Forms of a word are one word.
            let stem = stemming.stems(ofQueryWord: word.folded)[0]
            if let place = places[stem] {
                clauses[place].count += 1
                continue
            }
            places[stem] = clauses.count
            let clause = QueryNode.TextClause(source: word.source, isQuoted: false)
            var query = try text.query(clause, inTitle: false, &compiled.words, database)
            if clauses.count < RelatedWords.mostWords, let all = try related(to: word, &compiled.words, database) {
                query = RelatedWords.query(query, withRelated: all)
            }
            clauses.append((query, 1))
            compiled.interpreted += compiled.interpreted.isEmpty ? [word.source] : ["OR", word.source]
        }
        guard !clauses.isEmpty else { return }
        compiled.clauses.append(
            .or(
                clauses.map { clause in
                    let count = Double(clause.count)
                    return clause.count == 1 ? clause.query : .scaled(clause.query, by: 2 * count / (1 + count))
                }
            )
        )
    }

    /// A word together with those that are related to it, as one; `nil` where the index has none of these.
    private mutating func related(
        to word: PlainWord,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query? {
        guard let spellings else { return nil }
        let stems = text.stemming.stems(ofQueryWord: Terms.bounded(word.folded, to: Terms.maximumWordLength))
        // The last is the word itself, which is what reports in other languages have.
        var others = try RelatedWords.stems(relatedTo: stems.count > 1 ? stems.dropLast() : stems, in: database)
        for name in spellings.namesOfState(word.source) {
            for stem in text.stemming.stems(ofQueryWord: name) where !others.contains(stem) { others.append(stem) }
        }
        others.removeAll { stems.contains($0) }
        guard try text.existing(others, Schema.stem, database) != .matchNothing else { return nil }
        for stem in others { snippet.add(stem: stem) }
        let all = try text.existing(stems + others, Schema.stem, database)
        // One that is there alone still counts as a related one.
        if case .synonym = all { return all }
        return .synonym([all])
    }

    struct PlainWord {
        var source: String
        var folded: [UInt8]
        /// In capitals among other words: US, WHO, IS.
        var isAcronym: Bool
    }

    /// The words of a text, a designator with all its parts as one.
    static func plainWords(of query: String) -> [PlainWord] {
        let bytes = Array(query.utf8)
        let hasSmallLetters = query.contains(where: \.isLowercase)
        var result: [PlainWord] = []
        var end = 0
        for word in Words.words(of: Tokenizer.tokenize(query)) where word.range.lowerBound >= end {
            if word.isDesignator { end = word.range.upperBound }
            let source = String(decoding: bytes[word.range], as: UTF8.self)
            let isAcronym = hasSmallLetters && source.count > 1 && source.allSatisfy(\.isUppercase)
            result.append(PlainWord(source: source, folded: Array(word.folded), isAcronym: isAcronym))
        }
        return result
    }
}
