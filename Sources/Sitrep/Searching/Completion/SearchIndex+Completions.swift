internal import Xapian

extension SearchIndex {
    /// The values of a facet that what was typed can become: those of the index's reports, the most frequent first; where
    /// none of them can, those of its vocabulary.
    ///
    /// A value is found by the beginning of any of its spellings, in any case and script; what lies in a parent follows
    /// it and a slash. Linear in the number of different words of the vocabulary and in the values that begin so, some
    /// milliseconds for the built-in one.
    ///
    /// - Parameter limit: how many values to give at most.
    public func completions(
        of text: String,
        in facet: FacetKind,
        limit: Int = Completion.limit
    ) throws -> [Completion] {
        try withState { state in
            let typed = TypedValue(text)
            let field = Schema.field(of: facet)
            var counts: [(id: ConceptID, reports: Int)] = []
            if typed.tokens.isEmpty {
                counts = try state.database.allTerms(prefix: Array(field.prefix.utf8)).map { term, frequency in
                    let id = String(decoding: term.dropFirst(field.prefix.utf8.count), as: UTF8.self)
                    return (ConceptID(rawValue: id), frequency)
                }
                counts.sort { $0.reports != $1.reports ? $0.reports > $1.reports : $0.id < $1.id }
                if typed.parents.isEmpty { counts = Array(counts.prefix(max(0, limit))) }
                let below = Set(try state.directory.concepts(counts.map(\.id), in: facet, below: typed))
                counts = counts.filter { below.contains($0.id) }
            } else {
                let found = try state.directory.concepts(beginningAs: typed, in: facet)
                for id in found {
                    let reports = try state.database.termFrequency(field.term(id.rawValue))
                    if reports > 0 { counts.append((id, reports)) }
                }
                let below = Set(try state.directory.concepts(counts.map(\.id), in: facet, below: typed))
                counts = counts.filter { below.contains($0.id) }
                counts.sort { $0.reports != $1.reports ? $0.reports > $1.reports : $0.id < $1.id }
            }
            let directory = try state.directory
            // Those that have the beginning as their name come before those that have it as another spelling.
            var found = counts.map { directory.completion(of: $0.id, in: facet, typed, reports: $0.reports) }
            found = found.filter { $0.value == $0.spelling } + found.filter { $0.value != $0.spelling }
            let values = Completion.distinct(found, limit)
            return values.isEmpty ? directory.completions(of: text, in: facet, limit: limit) : values
        }
    }

    /// The outlets of the reports whose names begin with a text, the most frequent first.
    public func outlets(beginningWith text: String, limit: Int = Completion.limit) throws -> [Completion] {
        try withState { state in
            var found: [Completion] = []
            for (folded, reports) in try Self.terms(of: Schema.source, beginningWith: text, limit: limit, state) {
                // A term is folded; a report has the name as the outlet writes it.
                guard let document = try state.database.documentIDs(containing: Schema.source.term(folded)).first,
                    let name = try StoredRecord(decoding: try state.database.documentData(document)).source
                else { continue }
                found.append(Completion(value: name, spelling: name, reports: reports))
            }
            return found
        }
    }

    /// The languages of the reports whose codes begin with a text, the most frequent first.
    public func languages(beginningWith text: String, limit: Int = Completion.limit) throws -> [Completion] {
        try withState { state in
            try Self.terms(of: Schema.language, beginningWith: text, limit: limit, state).map { code, reports in
                Completion(value: code, spelling: code, reports: reports)
            }
        }
    }

    /// The tags of the reports that begin with a text, in any case, the most frequent first.
    public func tags(beginningWith text: String, limit: Int = Completion.limit) throws -> [Completion] {
        try withState { state in
            let prefix = Array(Schema.tag.prefix.utf8)
            let tags = try state.database.allTerms(prefix: prefix).map { term, frequency in
                (name: String(decoding: term.dropFirst(prefix.count), as: UTF8.self), reports: frequency)
            }
            let typed = TagName.folded(text)
            return tags.filter { TagName.folded($0.name).hasPrefix(typed) }
                .sorted { $0.reports != $1.reports ? $0.reports > $1.reports : $0.name < $1.name }
                .prefix(max(0, limit)).map { Completion(value: $0.name, spelling: $0.name, reports: $0.reports) }
        }
    }

    /// The values of a field whose folded form begins as a text does, the most frequent first.
    private static func terms(
        of field: Schema.Field,
        beginningWith text: String,
        limit: Int,
        _ state: borrowing State
    ) throws -> [(value: String, reports: Int)] {
        let typed = text.isEmpty ? "" : PlainName.of(text)
        let terms = try state.database.allTerms(prefix: Array((field.prefix + typed).utf8)).sorted {
            $0.frequency != $1.frequency
                ? $0.frequency > $1.frequency : $0.term.lexicographicallyPrecedes($1.term)
        }
        return terms.prefix(max(0, limit)).map { term, frequency in
            (String(decoding: term.dropFirst(field.prefix.utf8.count), as: UTF8.self), frequency)
        }
    }

    /// The reports whose id, or whose key, begins with a text, each with its title: by id, then by key.
    ///
    /// - Parameter text: keys are given for some hexadecimal digits alone, not for an empty text.
    public func reports(beginningWith text: String, limit: Int = Completion.limit) throws -> [Completion] {
        try withState { state in
            // The term of an id that is too long ends in a hash, which may lie before the end of what was typed.
            let id = Schema.id.term(text)
            let ids = try state.database.allTerms(prefix: id, limit: limit)
            var found = try Self.reports(ids, state) { $0.id }
            let digits = text.lowercased()
            let isKey =
                !digits.isEmpty && digits.utf8.count <= StoredRecord.shortKeyLength
                && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            if isKey {
                let prefix = Array((Schema.key.prefix + digits).utf8)
                found += try Self.reports(try state.database.allTerms(prefix: prefix, limit: limit), state) {
                    $0.shortKey
                }
            }
            return Array(found.prefix(max(0, limit)))
        }
    }

    private static func reports(
        _ terms: [(term: [UInt8], frequency: Int)],
        _ state: borrowing State,
        _ value: (StoredRecord) -> String
    ) throws -> [Completion] {
        var found: [Completion] = []
        for (term, _) in terms {
            guard let document = try state.database.documentIDs(containing: term).first else { continue }
            let record = try StoredRecord(decoding: try state.database.documentData(document))
            found.append(Completion(value: value(record), spelling: value(record), remark: record.title))
        }
        return found
    }
}
