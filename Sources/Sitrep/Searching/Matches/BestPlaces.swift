/// Finds the first few of many in an order, with a heap of no more than these.
enum BestPlaces {
    /// The places that come first, in no order, and with them all those that come neither before nor after the last of
    /// them.
    ///
    /// Linear, and logarithmic in `wanted` for the few that get into the heap.
    ///
    /// - Parameters:
    ///   - wanted: how many places, at least one.
    ///   - count: how many places there are.
    ///   - precedes: a strict weak order.
    @inline(__always)
    static func first(_ wanted: Int, of count: Int, by precedes: (Int, Int) -> Bool) -> [Int] {
        guard count > wanted else { return Array(0..<count) }
        // The last of the best so far stands at the top.
        var heap: [Int] = []
        heap.reserveCapacity(wanted)
        for place in 0..<wanted {
            heap.append(place)
            var child = place
            while child > 0, precedes(heap[(child - 1) / 2], heap[child]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        }
        for place in wanted..<count where precedes(place, heap[0]) {
            heap[0] = place
            var parent = 0
            while true {
                var last = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < wanted && precedes(heap[last], heap[child])
                {
                    last = child
                }
                if last == parent { break }
                heap.swapAt(parent, last)
                parent = last
            }
        }
        let last = heap[0]
        return (0..<count).filter { !precedes(last, $0) }
    }
}
