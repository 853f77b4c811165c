internal import Xapian

extension QueryCompiler {
    /// Adds the filters that stand beside the query.
    mutating func add(
        _ filters: Filters,
        to compiled: inout CompiledQuery,
        mainOnly: Bool,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        for facet in FacetKind.allCases {
            if let values = filters.values[facet], !values.isEmpty {
                let choice = try choose(values, facet, column: nil, mainOnly: mainOnly, database)
                compiled.filters.append((.facet(facet), choice.query))
                compiled.concepts[facet, default: []].formUnion(choice.concepts)
                compiled.interpreted.append(choice.interpreted)
            }
            if let values = filters.excludedValues[facet], !values.isEmpty {
                let choice = try choose(values, facet, column: nil, database)
                compiled.exclusions.append(choice.query)
                compiled.interpreted.append("-" + choice.interpreted)
            }
        }
        let wanted = [(filters.sources, FilterKind.source), (filters.languages, .language), (filters.tags, .tag)]
        for (values, kind) in wanted where !values.isEmpty {
            compiled.filters.append((kind, try valueQuery(values, kind, column: nil, &compiled, database)))
            compiled.interpreted.append(Self.reading(Self.field(of: kind), values))
        }
        let unwanted = [
            (filters.excludedSources, FilterKind.source), (filters.excludedLanguages, .language),
            (filters.excludedTags, .tag),
        ]
        for (values, kind) in unwanted where !values.isEmpty {
            var ignored = CompiledQuery()
            compiled.exclusions.append(try valueQuery(values, kind, column: nil, &ignored, database))
            compiled.interpreted.append("-" + Self.reading(Self.field(of: kind), values))
        }
        if !filters.excludedPaths.isEmpty {
            compiled.exclusions.append(try PathFilter.query(filters.excludedPaths, members, in: database))
            compiled.interpreted.append("-" + Self.reading(.path, filters.excludedPaths))
        }
        if !filters.paths.isEmpty {
            compiled.filters.append((.path, try PathFilter.query(filters.paths, members, in: database)))
            compiled.interpreted.append(Self.reading(.path, filters.paths))
        }
        try addDates(filters, to: &compiled, database)
        let irrelevant = Schema.irrelevant.term("")
        // A query cannot say it, so it reads as the option.
        if let choice = filters.irrelevant, choice != .exclude {
            compiled.interpreted.append("--irrelevant \(choice.rawValue)")
        }
        switch filters.irrelevant {
        case .include: break
        case .only: compiled.filters.append((.other, .term(irrelevant)))
        case .exclude, nil: if try database.termExists(irrelevant) { compiled.hidden = .term(irrelevant) }
        }
    }

    private static func reading(_ field: QueryField, _ values: [String]) -> String {
        QueryReading.any(values.map { QueryReading.filter(field, $0) })
    }

    /// The field of a filter that is no date and no path.
    static func field(of kind: FilterKind) -> QueryField {
        switch kind {
        case .facet(let facet): .facet(facet)
        case .source: .source
        case .tag: .tag
        default: .language
        }
    }

    /// Adds the reports with any value of a kind, or those without one.
    ///
    /// A value's slot is empty exactly where there is none, so that this needs no terms of its own.
    mutating func addPresence(_ kind: FilterKind, _ isThere: Bool, to compiled: inout CompiledQuery) {
        let value = isThere ? QueryParser.anyValue : QueryParser.noValue
        let (field, present): (QueryField, Query)
        switch kind {
        case .published:
            // Undated reports have a term for that.
            let undated = Query.term(Schema.undated.term(""))
            if !isThere { compiled.takesUndated = true }
            compiled.filters.append((kind, isThere ? .andNot(.matchAll, undated) : undated))
            compiled.interpreted.append("\(QueryField.date.name):\(value)")
            return
        case .happened: (field, present) = (.happened, Self.anyValue(in: Schema.happenedYear))
        case .facet(let facet): (field, present) = (.facet(facet), Self.anyValue(in: Schema.field(of: facet)))
        case .source: (field, present) = (.source, Self.anyValue(in: Schema.source))
        case .tag: (field, present) = (.tag, Self.anyValue(in: Schema.tag))
        default: (field, present) = (.language, Self.anyValue(in: Schema.language))
        }
        compiled.filters.append((kind, isThere ? present : .andNot(.matchAll, present)))
        compiled.interpreted.append("\(field.name):\(value)")
    }

    private static func anyValue(in field: Schema.Field) -> Query {
        field.slot.map { .valueRange($0, from: nil, through: nil) } ?? .matchNothing
    }
}
