internal import Xapian

/// Counts the reports and the stories of a query by periods.
struct PeriodCounting {
    /// What was counted.
    struct Result {
        /// Reports and stories by the first day of their period.
        var counts: [CalendarDate: (reports: Int, stories: Int)] = [:]
        /// How many reports match.
        var total = 0
        /// How many stories they tell.
        var stories = 0
        /// How many of the reports have a date that is exact enough.
        var dated = 0
    }

    let precision: EventDate.Precision
    let dates: Timeline.Dates

    /// The filter that narrows the dates that are counted.
    var kind: FilterKind { dates == .happened ? .happened : .published }

    /// Where the dates are.
    private var slot: CountedSlot {
        let field = dates == .happened ? EventDateTerms.field(of: precision) : Schema.date
        return CountedSlot(
            slot: field.slot ?? Slot(rawValue: 0),
            format: dates == .happened ? .packed : .prefix(digits),
            groupSlot: Schema.story.slot
        )
    }

    /// The digits of a counted date: weeks are counted by their days.
    private var digits: Int { precision == .year ? 4 : precision == .month ? 6 : 8 }

    /// Counts the matches of a query; exact. Linear in their number.
    ///
    /// Weeks of publication in which reports came on several days are counted once more, a query each, where some story
    /// goes over several days.
    func count(
        _ query: Query,
        in state: borrowing SearchIndex.State
    ) throws(XapianError) -> Result {
        let found = try state.counts(query, slots: [slot, FacetCounting.stories])
        var result = Result()
        result.total = found.total
        result.stories = found.counts.last?.first?.groups ?? 0
        /// The days of each week that have a report.
        var days: [CalendarDate: [ValueCount]] = [:]
        for value in found.counts.first ?? [] {
            guard let day = day(value.value) else { continue }
            let sum = result.counts[day] ?? (0, 0)
            result.counts[day] = (sum.reports + value.count, sum.stories + value.groups)
            if precision == .week, dates == .published { days[day, default: []].append(value) }
        }
        switch dates {
        // Each report has one date of publication at most.
        case .published: result.dated = result.counts.values.reduce(0) { $0 + $1.reports }
        case .happened: result.dated = found.countedDocuments.first ?? 0
        }
        // The stories of the days, and as many as the undated reports may tell: where these are all there are, none was
        // counted twice.
        let sum = (found.counts.first ?? []).reduce(0) { $0 + $1.groups }
        let undated = found.total - (found.countedDocuments.first ?? 0)
        guard sum + undated > result.stories else { return result }
        // A story may have reports on several days of a week.
        for (week, days) in days where days.count > 1 {
            let terms = days.map { Query.term(Schema.date.term($0.value)) }
            let told = try state.counts(.filter(query, by: .or(terms)), slots: [FacetCounting.stories])
            result.counts[week]?.stories = told.counts.first?.first?.groups ?? 0
        }
        return result
    }

    /// The first day of the period that a counted value stands for; `nil` for a date that is not so exact.
    private func day(_ value: [UInt8]) -> CalendarDate? {
        let text = String(decoding: value, as: UTF8.self)
        if dates == .happened, precision == .week {
            // `2024W46`
            return DateSpan(text.prefix(4) + "-" + text.dropFirst(4), today: .firstDay)?.first
        }
        guard text.utf8.count == digits, let number = Int(text) else { return nil }
        let date: CalendarDate?
        switch digits {
        case 4: date = CalendarDate(year: number, month: 1, day: 1)
        case 6: date = CalendarDate(year: number / 100, month: number % 100, day: 1)
        default: date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        return date.map { precision.days(around: $0).lowerBound }
    }
}
