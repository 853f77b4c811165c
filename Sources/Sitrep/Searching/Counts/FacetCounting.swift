internal import Xapian

/// Counts the values of the facets over all matches of a query.
///
/// The counts of a facet leave out that facet's own positive filters, so that its other values can still be chosen,
/// and honour all others; each is exact.
struct FacetCounting {
    let directory: ConceptDirectory
    /// How many values a facet shows; `nil` for all.
    let limit: Int?
    /// How many levels of the trees; `nil` for all.
    let depth: Int?

    /// What is counted, and from where.
    private struct Column {
        var kind: FilterKind
        var slot: CountedSlot
    }

    private static let columns: [Column] = {
        var columns = FacetKind.allCases.compactMap { facet in
            Schema.field(of: facet).slot.map {
                Column(kind: .facet(facet), slot: CountedSlot(slot: $0, format: .packed))
            }
        }
        if let slot = Schema.source.slot {
            columns.append(Column(kind: .source, slot: CountedSlot(slot: slot, format: .whole)))
        }
        if let slot = Schema.date.slot {
            columns.append(Column(kind: .published, slot: CountedSlot(slot: slot, format: .prefix(monthLength))))
        }
        if let slot = Schema.happenedMonth.slot {
            columns.append(Column(kind: .happened, slot: CountedSlot(slot: slot, format: .packed)))
        }
        return columns
    }()

    /// `202411`.
    private static let monthLength = 6

    /// The slots that a search with this query can count in its own pass.
    func slots(of compiled: CompiledQuery) -> [CountedSlot] {
        limit == 0 ? [] : Self.columns.filter { !compiled.hasFilter($0.kind) }.map(\.slot)
    }

    /// The counts of all facets.
    ///
    /// - Parameters:
    ///   - relaxed: what stands for the words of a relaxed search.
    ///   - counted: what the search counted of ``slots(of:)``, in that order.
    func counts(
        of compiled: CompiledQuery,
        relaxed: Query?,
        counted: [[ValueCount]],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> FacetCounts {
        var result = FacetCounts()
        guard limit != 0 else { return result }
        var counted = counted[...]
        for column in Self.columns {
            let values: [ValueCount]
            if compiled.hasFilter(column.kind) {
                let query = compiled.query(omitting: column.kind, relaxed: relaxed)
                values = try database.facetCounts(query, slots: [column.slot]).counts.first ?? []
            } else {
                values = counted.popFirst() ?? []
            }
            switch column.kind {
            case .facet(let facet): result.values[facet] = tree(values, facet)
            case .source: result.sources = cut(plain(values))
            case .happened: result.happened = cut(months(values))
            default: result.published = cut(months(values))
            }
        }
        return result
    }

    private func tree(_ values: [ValueCount], _ facet: FacetKind) -> [FacetCount] {
        var values = values
        if let limit, depth == nil, values.count > limit, limit > 0 {
            // Only what may be shown needs a path: the values are sorted by count, and ties go by path.
            let least = values[limit - 1].count
            values = Array(values.prefix { $0.count >= least })
        }
        return cut(
            values.compactMap { value in
                let id = ConceptID(rawValue: String(decoding: value.value, as: UTF8.self))
                let path = directory.path(of: id, in: facet)
                if let depth, path.count > depth { return nil }
                return FacetCount(value: path.last ?? id.rawValue, path: path, count: value.count)
            }
        )
    }

    private func plain(_ values: [ValueCount]) -> [FacetCount] {
        // An outlet is one, whatever its capitals; the values come with the commonest spelling first.
        var places: [String: Int] = [:]
        var counts: [FacetCount] = []
        for value in values where !value.value.isEmpty {
            let name = String(decoding: value.value, as: UTF8.self)
            let plain = PlainName.of(name)
            if let place = places[plain] {
                counts[place].count += value.count
            } else {
                places[plain] = counts.count
                counts.append(FacetCount(value: name, path: [name], count: value.count))
            }
        }
        return counts
    }

    private func months(_ values: [ValueCount]) -> [FacetCount] {
        // The month of a report of which only the year is known is not known.
        values.filter { $0.value.count == Self.monthLength }.map {
            let digits = String(decoding: $0.value, as: UTF8.self)
            let name = digits.prefix(4) + "-" + digits.suffix(2)
            return FacetCount(value: String(name), path: [String(name)], count: $0.count)
        }
    }

    private func cut(_ counts: [FacetCount]) -> [FacetCount] {
        let sorted = counts.sorted { a, b in
            a.count != b.count ? a.count > b.count : a.path.lexicographicallyPrecedes(b.path)
        }
        return limit.map { Array(sorted.prefix($0)) } ?? sorted
    }
}
