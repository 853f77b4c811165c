internal import Xapian

extension SearchIndex {
    /// Counts the reports that a request finds by day, week, month or year; each count is exact.
    ///
    /// Of the request only the query and the filters count. A query is never relaxed.
    ///
    /// - Throws: ``SitrepError`` as ``search(_:)``.
    public func timeline(
        _ request: SearchRequest,
        by precision: EventDate.Precision,
        of dates: Timeline.Dates = .published
    ) throws -> Timeline {
        try withState { state in
            let compiled = try Self.compile(request, state)
            let query = compiled.query()
            let (slot, kind) = Self.counted(dates, by: precision)
            let found = try state.database.facetCounts(query, slots: [slot])
            var counts: [CalendarDate: Int] = [:]
            for value in found.counts.first ?? [] {
                guard let day = Self.day(value.value, precision, dates) else { continue }
                counts[day, default: 0] += value.count
            }
            let dated: Int
            switch dates {
            // Each report has one date of publication at most.
            case .published: dated = counts.values.reduce(0, +)
            case .happened:
                let any = Query.filter(query, by: .valueRange(slot.slot, from: nil, through: nil))
                dated = try state.database.matchingDocumentIDs(any).count
            }
            return Timeline(
                query: request.query,
                interpreted: compiled.interpreted.joined(separator: " "),
                precision: precision,
                dates: dates,
                total: found.total,
                uncounted: found.total - dated,
                undated: try Self.undated(compiled, request, relaxed: nil, state),
                irrelevant: try Self.irrelevant(compiled, state),
                revision: state.metadata.revision,
                periods: Timeline.periods(counts, by: precision, in: compiled.spans[kind])
            )
        }
    }

    /// Where the dates are, and the filter that narrows them.
    private static func counted(
        _ dates: Timeline.Dates,
        by precision: EventDate.Precision
    ) -> (CountedSlot, FilterKind) {
        let unused = Slot(rawValue: 0)
        switch dates {
        case .happened:
            let slot = EventDateTerms.field(of: precision).slot ?? unused
            return (CountedSlot(slot: slot, format: .packed), .happened)
        case .published:
            let length = precision == .year ? 4 : precision == .month ? 6 : 8
            return (CountedSlot(slot: Schema.date.slot ?? unused, format: .prefix(length)), .published)
        }
    }

    /// The first day of the period that a counted value stands for; `nil` for a date that is not so exact.
    private static func day(
        _ value: [UInt8],
        _ precision: EventDate.Precision,
        _ dates: Timeline.Dates
    ) -> CalendarDate? {
        let text = String(decoding: value, as: UTF8.self)
        if dates == .happened, precision == .week {
            // `2024W46`
            return DateSpan(text.prefix(4) + "-" + text.dropFirst(4), today: .firstDay)?.first
        }
        let length = precision == .year ? 4 : precision == .month ? 6 : 8
        guard text.utf8.count == length, let number = Int(text) else { return nil }
        let date: CalendarDate?
        switch length {
        case 4: date = CalendarDate(year: number, month: 1, day: 1)
        case 6: date = CalendarDate(year: number / 100, month: number % 100, day: 1)
        default: date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        return date.map { precision.days(around: $0).lowerBound }
    }
}
