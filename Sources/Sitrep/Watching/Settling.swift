/// When to take in changes that come one after the other: in a quiet moment, but not long after the first.
struct Settling {
    /// So long nothing must happen.
    static let quiet = Duration.milliseconds(300)
    /// So long after the first change a stream of changes is waited for.
    static let longest = Duration.milliseconds(1_500)

    private var first: ContinuousClock.Instant?
    private var last: ContinuousClock.Instant?
    private var earliest: ContinuousClock.Instant?

    /// Something changed.
    mutating func note(at now: ContinuousClock.Instant) {
        first = first ?? now
        last = now
    }

    /// When the changes are to be taken in; `nil` where there are none.
    var due: ContinuousClock.Instant? {
        guard let first, let last else { return nil }
        let due = min(last + Self.quiet, first + Self.longest)
        return earliest.map { max(due, $0) } ?? due
    }

    /// The changes are taken in; those that come from now on are others.
    mutating func begin() { (first, last) = (nil, nil) }

    /// Nothing is taken in before this moment.
    mutating func rest(until moment: ContinuousClock.Instant) { earliest = moment }
}
