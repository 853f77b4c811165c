/// A state of an index, told from every state of any other index that had, or will have, its place.
public struct IndexMoment: Sendable, Equatable {
    /// When the index was begun, in nanoseconds since 1970; building it again from its sources keeps that.
    public var begun: Int64
    /// How many runs had changed something; the reports of the state first came in with one of these.
    public var revision: Int

    /// The runs that are new to who has seen all up to a moment; all of them where that is `nil`, of another index, or of a
    /// later state, as of an index that was brought back from a copy.
    public func newRuns(after seen: IndexMoment?) -> Range<Int> {
        guard let seen, seen.begun == begun, seen.revision <= revision else { return 0..<revision + 1 }
        return seen.revision + 1..<revision + 1
    }
}
