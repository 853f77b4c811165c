/// The hits of a passage, which can be replaced one after the other at the cost of the hits between two such places.
///
/// A gap buffer: what stands behind the place of the last replacement is kept apart, in reverse, so that a pass that
/// inserts hits from one end of a long text to the other does not move all that follow each time.
struct HitList {
    private var head: [MatchedPassage.Hit]
    /// What stands behind `head`, the last hit first.
    private var tail: [MatchedPassage.Hit] = []

    init(_ hits: [MatchedPassage.Hit]) { head = hits }

    /// Has `head` end before the hit at `place`.
    private mutating func split(at place: Int) {
        while head.count > place, let hit = head.popLast() { tail.append(hit) }
        while head.count < place, let hit = tail.popLast() { head.append(hit) }
    }
}

extension HitList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    init() { self.init([]) }

    var startIndex: Int { 0 }
    var endIndex: Int { head.count + tail.count }

    subscript(place: Int) -> MatchedPassage.Hit {
        @inline(__always)
        _read {
            if place < head.count { yield head[place] } else { yield tail[endIndex - 1 - place] }
        }
        @inline(__always)
        _modify {
            if place < head.count { yield &head[place] } else { yield &tail[endIndex - 1 - place] }
        }
    }

    /// Costs the distance from the last replacement, but for the number of new hits.
    mutating func replaceSubrange(_ places: Range<Int>, with hits: some Collection<MatchedPassage.Hit>) {
        split(at: places.upperBound)
        head.replaceSubrange(places, with: hits)
    }
}
