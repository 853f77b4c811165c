internal import Xapian

/// Turns words and phrases into Xapian queries.
struct TextQueryBuilder: ~Copyable {
    var stemming: Stemming

    init() throws(XapianError) { stemming = try Stemming() }

    /// The query for a clause.
    ///
    /// - A word is looked up by its stems, a quoted or exact one as it was typed.
    /// - A quotation and words with hyphens are a phrase: ranked by the stems, filtered by positions.
    /// - A designator (`Kh-101`) is found however it was written.
    mutating func query(
        _ clause: QueryNode.TextClause,
        inTitle: Bool,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        let words = Words.words(of: Tokenizer.tokenize(clause.source))
        let parts = words.filter { !$0.isDesignator }
        guard let first = parts.first else { return .matchNothing }
        if parts.count == 1 {
            let ranked = try stems(of: Array(first.folded), inTitle: inTitle, &snippet, database)
            guard clause.isLiteral else { return ranked }
            // As typed: the stem ranks, the word itself decides.
            snippet.add(exact: Array(first.folded))
            return .filter(ranked, by: .term(exact(first, inTitle: inTitle)))
        }
        var ranked: [Query] = []
        // The words of a phrase are marked where they stand together.
        var apart = SnippetWords()
        for part in parts { ranked.append(try stems(of: Array(part.folded), inTitle: inTitle, &apart, database)) }
        snippet.add(phrase: parts.map { [exact($0, inTitle: false)] })
        let phrase = Query.filter(
            .and(ranked),
            by: .phrase(parts.map { exact($0, inTitle: inTitle) }, window: parts.count)
        )
        // The whole of a designator is one word, if that is all there is.
        guard let whole = words.first, whole.isDesignator, words.count == parts.count + 1, !clause.isLiteral else {
            return phrase
        }
        return .or([try stems(of: Array(whole.folded), inTitle: inTitle, &snippet, database), phrase])
    }

    /// The word under all stems that the index has of it, counted as one.
    mutating func stems(
        of word: [UInt8],
        inTitle: Bool,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        let stems = stemming.stems(ofQueryWord: Terms.bounded(word, to: Terms.maximumWordLength))
        for stem in stems { snippet.add(stem: stem) }
        let ranked = try existing(stems, Schema.stem, database)
        // A title's words carry no weight of their own: those of the text rank, and the title decides.
        return inTitle ? .filter(ranked, by: try existing(stems, Schema.title, database)) : ranked
    }

    func existing(
        _ stems: [[UInt8]],
        _ field: Schema.Field,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        var terms: [Query] = []
        for stem in stems {
            let term = Array(field.prefix.utf8) + stem
            if try database.termExists(term) { terms.append(.term(term)) }
        }
        switch terms.count {
        case 0: return .matchNothing
        case 1: return terms[0]
        default: return .synonym(terms)
        }
    }

    func exact(_ word: Words.Word, inTitle: Bool) -> [UInt8] {
        let prefix = inTitle ? Schema.titleText.prefix : Schema.text.prefix
        return Array(prefix.utf8) + Terms.bounded(Array(word.folded), to: Terms.maximumWordLength)
    }
}
