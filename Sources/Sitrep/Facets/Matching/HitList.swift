/// The hits of a passage, which can be replaced one after the other at the cost of the hits between two such places.
///
/// A gap buffer: free places stand where the last replacement was, so that a pass that inserts hits from one end of a
/// long text to the other does not move all that follow each time.
struct HitList {
    /// The hits, with free places among them; what stands in those means nothing.
    private var places: [MatchedPassage.Hit]
    private var gap = 0..<0

    init(_ hits: [MatchedPassage.Hit]) { places = hits }

    /// Where the hit with a number stands.
    @inline(__always)
    private func place(of number: Int) -> Int { number < gap.lowerBound ? number : number + gap.count }

    /// Has the gap begin before the hit with a number, and take in `room` places at least.
    private mutating func moveGap(before number: Int, room: Int) {
        if gap.isEmpty { gap = number..<number }
        while gap.lowerBound > number {
            places.swapAt(gap.lowerBound - 1, gap.upperBound - 1)
            gap = gap.lowerBound - 1..<gap.upperBound - 1
        }
        while gap.lowerBound < number {
            places.swapAt(gap.lowerBound, gap.upperBound)
            gap = gap.lowerBound + 1..<gap.upperBound + 1
        }
        guard gap.count < room else { return }
        // In proportion to the hits, so that many insertions take linear time.
        let more = room + 8 + places.count / 2
        let none = MatchedPassage.Hit(tokens: 0..<0, span: 0..<0, concepts: [])
        places.insert(contentsOf: repeatElement(none, count: more), at: gap.upperBound)
        gap = gap.lowerBound..<gap.upperBound + more
    }
}

extension HitList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    init() { self.init([]) }

    var startIndex: Int { 0 }
    var endIndex: Int {
        @inline(__always) get { places.count - gap.count }
    }

    subscript(number: Int) -> MatchedPassage.Hit {
        // A hit is small: it is copied faster than lent.
        @inline(__always)
        get { places[place(of: number)] }
        @inline(__always)
        _modify { yield &places[place(of: number)] }
    }

    /// Costs the distance from the last replacement, but for the number of new hits.
    mutating func replaceSubrange(_ numbers: Range<Int>, with hits: some Collection<MatchedPassage.Hit>) {
        precondition(numbers.upperBound <= count, "hits that the list does not have")
        moveGap(before: numbers.upperBound, room: hits.count - numbers.count)
        gap = gap.lowerBound - numbers.count..<gap.upperBound
        for hit in hits {
            places[gap.lowerBound] = hit
            gap = gap.lowerBound + 1..<gap.upperBound
        }
    }
}
