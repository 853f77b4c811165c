internal import Xapian

/// What some values that a person typed stand for.
struct ValueChoice {
    var query: Query
    var concepts: Set<ConceptID>
    /// The values as paths, those of an ambiguous name with their counts.
    var interpreted: String
}

extension QueryCompiler {
    /// The concepts that `values` name; a name that several bear takes them all.
    ///
    /// - Parameter mainOnly: whether a report must be about one of them, not only mention it.
    /// - Throws: ``SitrepError`` with the nearest names where a value is unknown.
    func choose(
        _ values: [String],
        _ facet: FacetKind,
        column: Int?,
        mainOnly: Bool = false,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> ValueChoice {
        let field = Schema.field(of: facet)
        let queryField: QueryField = mainOnly ? .main(facet) : .facet(facet)
        func term(_ id: ConceptID) -> [UInt8] {
            let term = field.term(id.rawValue)
            return mainOnly ? Schema.main.term(term) : term
        }
        let directory = try concepts.whole(in: database)
        var ids: [ConceptID] = []
        var readings: [String] = []
        for value in values {
            let found = directory.resolve(value, in: facet)
            guard !found.isEmpty else { throw unknown(value, field, column: column) }
            ids += found.filter { !ids.contains($0) }
            var parts: [String] = []
            for id in found {
                let path = directory.path(of: id, in: facet).joined(separator: "/")
                var reading = QueryReading.filter(queryField, path)
                if found.count > 1 { reading += " (\(try database.termFrequency(term(id))))" }
                if !parts.contains(reading) { parts.append(reading) }
            }
            readings += parts.filter { !readings.contains($0) }
        }
        let terms = ids.map { Query.term(term($0)) }
        return ValueChoice(
            query: terms.count == 1 ? terms[0] : .or(terms),
            concepts: Set(ids),
            interpreted: QueryReading.any(readings)
        )
    }

    private func unknown(_ value: String, _ field: Schema.Field, column: Int?) -> SitrepError {
        guard let facet = FacetKind(rawValue: field.name) else {
            return SitrepError(.usage, "unknown \(field.name) “\(value)”")
        }
        let near = concepts.vocabulary.nearest(to: value, in: facet, limit: 3)
        let place = column.map { " at column \($0) of the query" } ?? ""
        return SitrepError(
            .usage,
            "unknown \(field.name) “\(value)”\(place)",
            hint: near.isEmpty
                ? "see the values of this index with: sitrep facets"
                : "did you mean " + near.map { "“\($0)”" }.joined(separator: ", ") + "?"
        )
    }

    /// The reports of some outlets, in some languages or with some tags.
    ///
    /// - Parameter compiled: gets what is asked for.
    /// - Throws: ``SitrepError`` with what the index has where a value is unknown to it.
    func valueQuery(
        _ values: [String],
        _ kind: FilterKind,
        column: Int?,
        _ compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        if kind == .tag { return try tagQuery(values, column: column, &compiled, database) }
        if kind == .source { compiled.outlets.formUnion(values.map(PlainName.of)) }
        let field = kind == .source ? Schema.source : Schema.language
        var terms: [Query] = []
        for value in values {
            let term = field.term(PlainName.of(value))
            guard try database.termExists(term) else {
                let known = try database.allTerms(prefix: Array(field.prefix.utf8), limit: 2_000)
                    .map { String(decoding: $0.term.dropFirst(field.prefix.utf8.count), as: UTF8.self) }
                let plain = PlainName.of(value)
                // A part of the name is likelier than a name that is spelled much like it.
                let within = known.filter { $0.count > plain.count && $0.contains(plain) }.prefix(3)
                let near = within.isEmpty ? EditDistance.nearest(to: plain, among: known, limit: 3) : Array(within)
                let place = column.map { " at column \($0) of the query" } ?? ""
                throw SitrepError(
                    .usage,
                    "no report of this index has the \(field.name) “\(value)”\(place)",
                    hint: known.isEmpty
                        ? "none has a \(field.name): leave that out"
                        : near.isEmpty
                            ? "it has " + known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
                            : "did you mean " + near.map { "“\($0)”" }.joined(separator: ", ") + "?"
                )
            }
            terms.append(.term(term))
        }
        return terms.count == 1 ? terms[0] : .or(terms)
    }

    /// The reports with any of some tags, whatever the capitals in these.
    private func tagQuery(
        _ values: [String],
        column: Int?,
        _ compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        let prefix = Array(Schema.tag.prefix.utf8)
        let known = try database.allTerms(prefix: prefix).map {
            String(decoding: $0.term.dropFirst(prefix.count), as: UTF8.self)
        }
        var terms: [Query] = []
        for value in values {
            // In a query hyphens spare quotes; a tag that has them itself comes first.
            let tag =
                known.first { TagName.areSame($0, value) }
                ?? known.first { TagName.withoutHyphens($0) == TagName.withoutHyphens(value) }
            guard let tag else {
                let near = EditDistance.nearest(to: value, among: known, limit: 3)
                let place = column.map { " at column \($0) of the query" } ?? ""
                throw SitrepError(
                    .usage,
                    "no report of this index has the tag “\(value)”\(place)",
                    hint: known.isEmpty
                        ? "no report has a tag yet; give one with: sitrep mark ID --tag …"
                        : near.isEmpty
                            ? "there are " + known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
                            : "did you mean " + near.map { "“\($0)”" }.joined(separator: ", ") + "?"
                )
            }
            terms.append(.term(Schema.tag.term(tag)))
            compiled.tags.insert(tag)
        }
        return terms.count == 1 ? terms[0] : .or(terms)
    }
}
