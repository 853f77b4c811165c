internal import Xapian

extension TextQueryBuilder {
    /// A clause with the other spellings of what it says.
    struct SpelledClause {
        var query: Query
        /// The spellings that the index has, the usual ones first.
        var shown: [String]
    }

    /// The most spellings that a word stands for.
    private static let mostSpellings = 64
    /// Phrases cost more than words.
    private static let mostPhrases = 24

    /// The query for a clause and for what it is also written as.
    ///
    /// All spellings of one word, in all scripts and case forms, count as one word that is in a report so often as they
    /// are together: it ranks as if it had been typed as it writes it. A phrase stands beside them, and the greater
    /// weight counts.
    mutating func query(
        _ clause: QueryNode.TextClause,
        with other: OtherSpellings,
        inTitle: Bool,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> SpelledClause {
        var parts = SpelledParts()
        var alternatives: [Query] = []
        let typed = Words.words(of: Tokenizer.tokenize(clause.source))
        if typed.count == 1, let word = typed.first {
            let concepts = try existing(other.typed, in: database)
            try add(Array(word.folded), concepts.isEmpty ? .stem : .concepts(concepts), &parts, &snippet, database)
        } else {
            // The words of a name as they are without it.
            var queries: [Query] = []
            for source in clause.form == .name ? clause.source.split(separator: " ").map(String.init) : [clause.source]
            {
                let plain = QueryNode.TextClause(source: source, isQuoted: false)
                queries.append(try query(plain, inTitle: inTitle, &snippet, database))
            }
            let words = queries.count == 1 ? queries[0] : Query.and(queries)
            // The letters of `U.S.` are one word.
            let areInitials = typed.count > 1 && typed.allSatisfy { $0.folded.count == 1 }
            alternatives.append(areInitials ? .scaled(words, by: 1 / Double(typed.count)) : words)
        }
        var shown: [String] = []
        // Forms of a word that is typed or shown tell nothing.
        var shownStems: Set<[UInt8]> = []
        if typed.count == 1 { shownStems.insert(stemming.stems(ofQueryWord: Array(typed[0].folded))[0]) }
        var count = 0
        var phrases = 0
        for spelling in other.spellings where count < Self.mostSpellings {
            let words = Words.words(of: Tokenizer.tokenize(spelling.text))
            if words.count == 1 {
                guard try add(Array(words[0].folded), spelling.demand, &parts, &snippet, database) else { continue }
                count += 1
                let stem = stemming.stems(ofQueryWord: Array(words[0].folded))[0]
                guard shownStems.insert(stem).inserted else { continue }
            } else {
                guard phrases < Self.mostPhrases,
                    let phrase = try phrase(spelling, words, inTitle: inTitle, &snippet, database)
                else { continue }
                phrases += 1
                count += 1
                alternatives.append(phrase)
            }
            let lemma = other.lemma(of: spelling)
            if !shown.contains(lemma) { shown.append(lemma) }
        }
        if let words = parts.query(inTitle: inTitle) { alternatives.insert(words, at: 0) }
        let query: Query =
            switch alternatives.count {
            case 0: .matchNothing
            case 1: alternatives[0]
            default: .maximum(alternatives)
            }
        return SpelledClause(query: query, shown: shown)
    }

    /// Notes a word as one of those that count as one; `false` where the index has none of its stems.
    @discardableResult
    private mutating func add(
        _ word: [UInt8],
        _ demand: OtherSpellings.Demand,
        _ parts: inout SpelledParts,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Bool {
        let word = Terms.bounded(word, to: Terms.maximumWordLength)
        if demand == .exact, try !database.termExists(word) { return false }
        var isKnown = false
        for stem in stemming.stems(ofQueryWord: word)
        where try database.termExists(Array(Schema.stem.prefix.utf8) + stem) {
            isKnown = true
            switch demand {
            case .stem:
                snippet.add(stem: stem)
                parts.add(stem, exact: nil, .stem)
            case .exact:
                snippet.add(exact: word)
                parts.add(stem, exact: word, .exact)
            case .concepts(let terms):
                let known = try existing(terms, in: database)
                guard !known.isEmpty else { continue }
                snippet.add(capital: stem)
                parts.add(stem, exact: nil, .concepts(known))
            }
        }
        return isKnown
    }

    private func existing(
        _ terms: [[UInt8]],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for term in terms where try database.termExists(term) { found.append(term) }
        return found
    }

    /// The query for a spelling of several words; `nil` where the index lacks one of them.
    ///
    /// Cyrillic words of a phrase may stand in other case forms.
    private mutating func phrase(
        _ spelling: OtherSpellings.Spelling,
        _ words: [Words.Word],
        inTitle: Bool,
        _ snippet: inout SnippetWords,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query? {
        let parts = words.filter { !$0.isDesignator }
        if let whole = words.first, whole.isDesignator {
            let joined = Array(Schema.stem.prefix.utf8) + whole.folded
            guard try database.termExists(joined) else { return nil }
            let plain = QueryNode.TextClause(source: spelling.text, isQuoted: false)
            return try query(plain, inTitle: inTitle, &snippet, database)
        }
        var places: [[[UInt8]]] = []
        for part in parts {
            let word = exact(part, inTitle: false)
            let isCyrillic = Script.of(word) == .cyrillic
            var known: [[UInt8]] = []
            for form in isCyrillic ? try forms(of: word, database) : [word] where try database.termExists(form) {
                known.append(form)
            }
            guard !known.isEmpty else { return nil }
            places.append(known)
        }
        var ranked: [Query] = []
        for place in places {
            var stems: [[UInt8]] = []
            for word in place {
                for stem in stemming.stems(ofQueryWord: word) where !stems.contains(stem) { stems.append(stem) }
            }
            ranked.append(try existing(stems, Schema.stem, database))
        }
        snippet.add(phrase: places)
        let prefix = Array((inTitle ? Schema.titleText : Schema.text).prefix.utf8)
        let phrase = Query.phraseOfAny(places.map { $0.map { prefix + $0 } }, window: places.count)
        // A name counts once, not once for each of its words.
        let weighed = Query.scaled(.and(ranked), by: 1 / Double(ranked.count))
        guard case .concepts(let terms) = spelling.demand else { return .filter(weighed, by: phrase) }
        let known = try existing(terms, in: database)
        guard !known.isEmpty else { return nil }
        let needed: Query = known.count == 1 ? .term(known[0]) : .or(known.map { .term($0) })
        return .filter(weighed, by: .and([phrase, needed]))
    }
}

/// The stems of words that count as one, by what they ask of a report.
private struct SpelledParts {
    private var stems: [OtherSpellings.Demand: [[UInt8]]] = [:]
    private var exact: [[UInt8]] = []
    private var known: Set<[UInt8]> = []

    mutating func add(_ stem: [UInt8], exact word: [UInt8]?, _ demand: OtherSpellings.Demand) {
        if let word, !exact.contains(word) { exact.append(word) }
        // A stem that counts anyhow, or is asked for by the same, counts once.
        if demand == .stem {
            for key in stems.keys { stems[key]?.removeAll { $0 == stem } }
        } else if known.contains(stem) {
            return
        }
        known.insert(stem)
        if !(stems[demand] ?? []).contains(stem) { stems[demand, default: []].append(stem) }
    }

    /// The words as one; `nil` where there are none.
    func query(inTitle: Bool) -> Query? {
        var members: [Query] = []
        for (demand, stems) in stems.sorted(by: { Self.order($0.key, $1.key) }) where !stems.isEmpty {
            let terms = stems.map { Self.term($0, Schema.stem) }
            let filter: [[UInt8]]
            switch demand {
            case .stem:
                members += terms
                continue
            case .exact: filter = exact
            case .concepts(let concepts): filter = concepts
            }
            let needed: Query = filter.count == 1 ? .term(filter[0]) : .or(filter.map { .term($0) })
            members.append(.filter(Self.synonym(terms), by: needed))
        }
        guard !members.isEmpty else { return nil }
        let ranked = Self.synonym(members)
        guard inTitle else { return ranked }
        let all = stems.values.joined().sorted { $0.lexicographicallyPrecedes($1) }
        return .filter(ranked, by: .or(all.map { Self.term($0, Schema.title) }))
    }

    private static func synonym(_ queries: [Query]) -> Query { queries.count == 1 ? queries[0] : .synonym(queries) }

    private static func term(_ stem: [UInt8], _ field: Schema.Field) -> Query { .term(Array(field.prefix.utf8) + stem) }

    private static func order(_ a: OtherSpellings.Demand, _ b: OtherSpellings.Demand) -> Bool { key(a) < key(b) }

    private static func key(_ demand: OtherSpellings.Demand) -> String {
        switch demand {
        case .stem: "0"
        case .exact: "1"
        case .concepts(let terms): "2" + terms.map { String(decoding: $0, as: UTF8.self) }.joined()
        }
    }
}
