/// The period that a figure stands in, among those of other figures.
struct FigurePeriod {
    /// As ``FigureRow/period`` has it.
    let name: String?
    /// Ascending by time; figures without a day are last, and a long period comes behind the short ones that begin with it.
    let order: (Int, Int)

    init(_ date: EventDate?, by precision: EventDate.Precision) {
        guard let date else {
            name = nil
            order = (.max, .max)
            return
        }
        let precision = max(precision, date.precision)
        let (first, last) = (precision.name(of: date.first), precision.name(of: date.last))
        // A week that begins in one month and ends in the next is a period of its own beside both.
        let own = date.ends.count == 1 ? date.ends[0] : first + ".." + last
        name = first == last ? first : own
        let start = precision.days(around: date.first).lowerBound.daysSince1970
        order = (start, precision.days(around: date.last).upperBound.daysSince1970 - start)
    }
}
