/// When the things may have happened that some claims tell of, which are one claim as long as there is such a time.
struct ClaimTimes {
    /// The narrowest date that a claim gives.
    private(set) var date: EventDate?
    /// When it may have happened by those that give none.
    private var open: Open

    /// When something may have happened that a report tells of without a day.
    private enum Open: Equatable {
        /// At any time: troops and land simply are there.
        case always
        case days(ClosedRange<CalendarDate>)
        /// Nobody knows when the report was written.
        case unknown
    }

    /// A report tells of what happened at most so many days before it, unless it says when.
    private static let reach = 7

    init(_ claim: ReportClaim) {
        date = claim.claim.date
        open = date == nil ? Self.open(claim) : .always
    }

    private static func open(_ claim: ReportClaim) -> Open {
        switch claim.claim.kind {
        case .troops, .area, .delivered: return .always
        default: break
        }
        guard let published = claim.published else { return .unknown }
        return .days((published.lowerBound.adding(days: -reach) ?? published.lowerBound)...published.upperBound)
    }

    /// The days that claims of the same time have a day in; `nil` where these may be any.
    var days: ClosedRange<CalendarDate>? {
        if let date { return date.days }
        if case .days(let days) = open { return days }
        return nil
    }

    /// The times that both leave; `nil` where there are none.
    ///
    /// A date goes with one whose days lie within its own, so that two days of one week are two.
    func joined(_ other: ClaimTimes) -> ClaimTimes? {
        var result = self
        if let a = date, let b = other.date {
            if a.first <= b.first && b.last <= a.last {
                result.date = b
            } else if b.first > a.first || a.last > b.last {
                return nil
            }
        } else {
            result.date = date ?? other.date
        }
        switch (open, other.open) {
        case (.always, let open), (let open, .always): result.open = open
        case (.unknown, .unknown): break
        case (.days(let a), .days(let b)):
            guard a.overlaps(b) else { return nil }
            result.open = .days(a.clamped(to: b))
        default: return nil
        }
        guard let date = result.date else { return result }
        switch result.open {
        case .always: return result
        case .days(let days): return days.overlaps(date.days) ? result : nil
        // Nobody can say that it was then.
        case .unknown: return nil
        }
    }
}
