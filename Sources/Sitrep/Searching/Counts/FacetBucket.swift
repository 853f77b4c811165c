internal import Xapian

/// A value with its count, and the entries of the slot that stand for it.
struct FacetBucket {
    var count: FacetCount
    var entries: [[UInt8]]
}

/// Makes the values of a facet from the entries that were counted.
struct FacetBuckets {
    /// What knows the concepts of the values.
    var directory: ConceptDirectory
    var pattern: FacetPattern?
    /// How many levels of the trees; `nil` for all.
    var depth: Int?

    /// `202411`.
    static let monthLength = 6
    /// `2024`.
    static let yearLength = 4

    /// The values of a facet with concepts.
    ///
    /// - Parameter chosen: what a filter asks for.
    func tree(_ values: some Sequence<ValueCount>, _ facet: FacetKind, chosen: Set<ConceptID>) -> [FacetBucket] {
        values.compactMap { value in
            let id = ConceptID(rawValue: String(decoding: value.value, as: UTF8.self))
            let path = directory.path(of: id, in: facet)
            if let depth, path.count > depth { return nil }
            let name = path.last ?? id.rawValue
            if let pattern, !pattern.matches(directory.spellings(of: id, in: facet) + [name]) { return nil }
            let isChosen = chosen.contains(id)
            return FacetBucket(
                count: FacetCount(
                    value: name,
                    path: path,
                    count: value.count,
                    stories: value.groups,
                    isChosen: isChosen
                ),
                entries: [value.value]
            )
        }
    }

    /// The values of a facet that have a name alone: those that differ in capitals are one.
    ///
    /// - Parameter chosen: what a filter asks for, folded.
    func plain(_ values: [ValueCount], chosen: Set<String> = []) -> [FacetBucket] {
        // The values come with the commonest spelling first.
        var places: [String: Int] = [:]
        var buckets: [FacetBucket] = []
        for value in values where !value.value.isEmpty {
            let name = String(decoding: value.value, as: UTF8.self)
            let plain = PlainName.of(name)
            if let place = places[plain] {
                buckets[place].count.count += value.count
                buckets[place].entries.append(value.value)
            } else {
                places[plain] = buckets.count
                let count = FacetCount(
                    value: name,
                    path: [name],
                    count: value.count,
                    stories: value.groups,
                    isChosen: chosen.contains(plain)
                )
                buckets.append(FacetBucket(count: count, entries: [value.value]))
            }
        }
        guard let pattern else { return buckets }
        return buckets.filter { pattern.matches([$0.count.value]) }
    }

    /// Tags, each as the index has it.
    ///
    /// - Parameter chosen: what a filter asks for.
    func tags(_ values: [ValueCount], chosen: Set<String>) -> [FacetBucket] {
        values.compactMap { value in
            let name = String(decoding: value.value, as: UTF8.self)
            if let pattern, !pattern.matches([name]) { return nil }
            let count = FacetCount(
                value: name,
                path: [name],
                count: value.count,
                stories: value.groups,
                isChosen: chosen.contains(name)
            )
            return FacetBucket(count: count, entries: [value.value])
        }
    }

    /// Months or years: what is not so exactly known is none of them.
    ///
    /// - Parameter span: the days that a filter asks for.
    func periods(_ values: [ValueCount], length: Int, in span: DateSpan?) -> [FacetBucket] {
        let buckets = values.filter { $0.value.count == length }.map { value in
            let digits = String(decoding: value.value, as: UTF8.self)
            let name = length == Self.yearLength ? digits : "\(digits.prefix(4))-\(digits.suffix(2))"
            return FacetBucket(
                count: FacetCount(
                    value: name,
                    path: [name],
                    count: value.count,
                    stories: value.groups,
                    isChosen: span.map { Self.touches(name, $0) } ?? false
                ),
                entries: [value.value]
            )
        }
        guard let pattern else { return buckets }
        return buckets.filter { pattern.matches([$0.count.value]) }
    }

    private static func touches(_ period: String, _ span: DateSpan) -> Bool {
        guard let days = DateSpan(period, today: .firstDay), let first = days.first, let last = days.last else {
            return false
        }
        return (span.first.map { $0 <= last } ?? true) && (span.last.map { $0 >= first } ?? true)
    }
}

/// Which values of a facet are shown, and in which order.
struct FacetSelection {
    /// How many; `nil` for all.
    var limit: Int?
    var order: FacetOrder

    /// The most frequent values, those that a filter asks for before all others, in order; ties go by path.
    func shown(_ buckets: [FacetBucket]) -> [FacetBucket] {
        var sorted = buckets.sorted { a, b in
            a.count.count != b.count.count
                ? a.count.count > b.count.count : a.count.path.lexicographicallyPrecedes(b.count.path)
        }
        if let limit, sorted.count > limit {
            var room = limit - sorted.count(where: \.count.isChosen)
            sorted = sorted.filter { bucket in
                if bucket.count.isChosen { return true }
                room -= 1
                return room >= 0
            }
        }
        return order == .count ? sorted : byName(sorted)
    }

    private func byName(_ buckets: [FacetBucket]) -> [FacetBucket] {
        let keyed = buckets.map { (key: PlainName.of($0.count.value), bucket: $0) }
        return keyed.sorted { a, b in
            a.key != b.key ? a.key < b.key : a.bucket.count.path.lexicographicallyPrecedes(b.bucket.count.path)
        }.map(\.bucket)
    }
}
