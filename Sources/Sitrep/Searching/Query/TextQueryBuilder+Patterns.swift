internal import Xapian

extension TextQueryBuilder {
    /// A word that stands for others of the index.
    struct Pattern {
        var query: Query
        /// How many words it stands for.
        var words: Int
        /// How many there are.
        var total: Int
    }

    /// The query for a clause with `*` or `~`: any of the words that it stands for, ranked as one word.
    ///
    /// Words with hyphens before a star are a phrase whose last word is the beginning.
    mutating func pattern(
        _ clause: QueryNode.TextClause,
        inTitle: Bool,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Pattern {
        let words = Words.words(of: Tokenizer.tokenize(clause.source))
        let found = try expansion(of: clause, words, inTitle ? Schema.titleText : Schema.text, database)
        var query = try any(of: found.words, inTitle: inTitle, &snippet, database)
        let parts = words.filter { !$0.isDesignator }
        if clause.form == .prefix, parts.count > 1, parts.count == words.count {
            var ranked = [query]
            for part in parts.dropLast() {
                ranked.append(try stems(of: Array(part.folded), inTitle: inTitle, &snippet, database))
            }
            let prefix = Array((inTitle ? Schema.titleText : Schema.text).prefix.utf8)
            let places = parts.dropLast().map { [exact($0, inTitle: inTitle)] } + [found.words.map { prefix + $0 }]
            query = .filter(.and(ranked), by: .phraseOfAny(places, window: places.count))
        }
        return Pattern(query: query, words: found.words.count, total: found.total)
    }

    /// The words that the last of a clause stands for.
    func expansion(
        of clause: QueryNode.TextClause,
        _ words: [Words.Word],
        _ field: Schema.Field,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> IndexWords {
        // The whole of a designator with hyphens comes before its parts.
        guard let word = words.count > 1 && words[0].isDesignator ? words.first : words.last else {
            return IndexWords(words: [], total: 0)
        }
        return clause.form == .fuzzy
            ? try IndexWords.near(Array(word.folded), in: field, database)
            : try IndexWords.beginning(with: Array(word.folded), in: field, database)
    }

    /// Any of some words of the index as written, ranked by all of their stems as one word.
    private mutating func any(
        of words: [[UInt8]],
        inTitle: Bool,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        guard !words.isEmpty else { return .matchNothing }
        let prefix = Array((inTitle ? Schema.titleText : Schema.text).prefix.utf8)
        // Words as written carry no weight: those of their stems rank, and the words decide.
        var known: Set<[UInt8]> = []
        var stems: [[UInt8]] = []
        for word in words {
            snippet.add(exact: word)
            for stem in stemming.stems(ofQueryWord: word) where known.insert(stem).inserted { stems.append(stem) }
        }
        let ranked = try existing(stems, Schema.stem, database)
        return .filter(ranked, by: words.count == 1 ? .term(prefix + words[0]) : .or(words.map { .term(prefix + $0) }))
    }
}
