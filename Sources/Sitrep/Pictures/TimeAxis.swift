/// The axis of days: where each stands, and which are named.
struct TimeAxis {
    /// A named day, or a named period.
    struct Tick: Equatable {
        /// The first line below the axis: a day of the month, a month or a year.
        var name: String
        /// The second line, where it changes: the month and year, or the year.
        var context: String?
        /// Where the name stands.
        var x: Double
        /// Whether the name is centred, below the period that it names, or begins at its start.
        var isCentred: Bool
    }

    /// The first day, counted from 1970.
    private let first: Int
    /// How many days there are.
    private let count: Int
    private let left: Double
    private let width: Double
    private let precision: EventDate.Precision

    /// The size of the names.
    static let textSize = 12.0

    init(_ days: ClosedRange<CalendarDate>, precision: EventDate.Precision, left: Double, width: Double) {
        first = days.lowerBound.daysSince1970
        count = days.upperBound.daysSince1970 - first + 1
        self.left = left
        self.width = width
        self.precision = precision
    }

    /// The pixels of a day.
    var dayWidth: Double { width / Double(count) }

    /// Where the days of a period begin and end; `nil` where none of them is on the axis.
    func extent(_ days: ClosedRange<CalendarDate>) -> (from: Double, to: Double)? {
        let start = max(days.lowerBound.daysSince1970 - first, 0)
        let end = min(days.upperBound.daysSince1970 - first + 1, count)
        guard start < end else { return nil }
        return (left + Double(start) * dayWidth, left + Double(end) * dayWidth)
    }

    /// The names that fit, from the finest division whose names do not touch.
    func ticks() -> [Tick] {
        let step = Step.all.first { $0.unit >= precision && fits($0) } ?? Step(unit: .year, count: 2_000)
        var ticks: [Tick] = []
        var context = ""
        // Where the names of the second line end, and the last tick that has one.
        var free = -Double.infinity
        var last = 0
        for period in periods(step) {
            guard let extent = extent(period) else { continue }
            let isCentred = step.unit == precision
            let x = isCentred ? (extent.from + extent.to) / 2 : extent.from
            // A period of which only the end is on the axis has no start to name.
            guard isCentred || period.lowerBound.daysSince1970 >= first else { continue }
            let (name, its) = Self.names(of: period.lowerBound, step.unit)
            var tick = Tick(name: name, context: nil, x: x, isCentred: isCentred)
            let start = isCentred ? x - PictureText.width(its, size: Self.textSize) / 2 : x
            if its != context {
                // Only the first month or year of an axis can be too short for its name: it goes without one.
                if start < free { ticks[last].context = nil }
                tick.context = its.isEmpty ? nil : its
                context = its
                last = ticks.count
                free = start + PictureText.width(its, size: Self.textSize) + 8
            }
            ticks.append(tick)
        }
        return ticks
    }

    /// How the axis may be divided.
    private struct Step {
        var unit: EventDate.Precision
        var count: Int

        static let all: [Step] =
            [Step(unit: .day, count: 1), Step(unit: .day, count: 2), Step(unit: .week, count: 1)]
            + [1, 2, 3, 6].map { Step(unit: .month, count: $0) }
            + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map { Step(unit: .year, count: $0) }

        /// About how many days it has.
        var days: Double { unit.usualDays * Double(count) }

        /// The pixels that a name of it takes, with a gap.
        var room: Double {
            switch unit {
            case .day: count == 1 ? 22 : 30
            case .week: 26
            case .month: 36
            case .year: 44
            }
        }
    }

    private func fits(_ step: Step) -> Bool { step.days * dayWidth >= step.room }

    /// The periods of a division that touch the axis.
    private func periods(_ step: Step) -> [ClosedRange<CalendarDate>] {
        guard let start = CalendarDate(daysSince1970: first), let end = CalendarDate(daysSince1970: first + count - 1)
        else { return [] }
        let numbers = step.unit.number(of: start)...step.unit.number(of: end)
        return numbers.compactMap { number in
            guard let day = step.unit.day(at: number), isNamed(day, number, step) else { return nil }
            return step.unit.days(around: day)
        }
    }

    private func isNamed(_ day: CalendarDate, _ number: Int, _ step: Step) -> Bool {
        switch step.unit {
        // The 31st would stand beside the 1st.
        case .day: step.count == 1 || (day.day % step.count == 1 && day.day < 31)
        case .week: true
        case .month: (day.month - 1) % step.count == 0
        case .year: number % step.count == 0
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func names(of day: CalendarDate, _ unit: EventDate.Precision) -> (String, context: String) {
        let month = months[day.month - 1]
        return switch unit {
        case .day, .week: (String(day.day), "\(month) \(day.year)")
        case .month: (month, String(day.year))
        case .year: (String(day.year), "")
        }
    }
}
