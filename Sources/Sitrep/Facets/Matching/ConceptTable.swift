/// Numbers that concepts have in one report: how often they are named, where they stand in a list.
///
/// An open hash table with linear probing, at most half full. Concepts are few and their numbers are no input of others,
/// so that a few multiplications do for a hash.
struct ConceptTable {
    /// The concepts, in the order in which they came.
    private(set) var concepts: [Int] = []
    private var values: [Int] = []
    /// A concept, and its place in the lists + 1: 0 in a free slot.
    private var slots: [(concept: UInt32, place: UInt32)] = []

    /// The slot of a concept, or the free one that it would take; there are slots.
    @inline(__always)
    private func slot(of concept: UInt32) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: mixBits(UInt64(concept))) & mask
            while slots[slot].place != 0, slots[slot].concept != concept { slot = (slot + 1) & mask }
            return slot
        }
    }

    /// The number of a concept; `nil` for one that has none. A concept does not lose its number.
    subscript(concept: Int) -> Int? {
        @inline(__always)
        get {
            guard !slots.isEmpty else { return nil }
            let place = Int(slots[slot(of: UInt32(concept))].place)
            return place == 0 ? nil : values[place - 1]
        }
    }

    /// The number of a concept, which gets `value` where it has none.
    @inline(__always)
    mutating func number(of concept: Int, orNew value: Int) -> Int { values[place(of: concept, orNew: value)] }

    /// Adds one to the number of a concept, which is 0 where it has none.
    @inline(__always)
    mutating func count(_ concept: Int) { values[place(of: concept, orNew: 0)] += 1 }

    /// Whether a concept has a number.
    @inline(__always)
    func contains(_ concept: Int) -> Bool {
        !slots.isEmpty && slots[slot(of: UInt32(concept))].place != 0
    }

    /// Gives a concept the number 0 where it has none.
    @inline(__always)
    mutating func insert(_ concept: Int) { _ = place(of: concept, orNew: 0) }

    @inline(__always)
    private mutating func place(of concept: Int, orNew value: Int) -> Int {
        if !slots.isEmpty {
            let place = slots[slot(of: UInt32(concept))].place
            if place != 0 { return Int(place) - 1 }
        }
        add(concept, value)
        return concepts.count - 1
    }

    /// Adds a concept that is not there.
    private mutating func add(_ concept: Int, _ value: Int) {
        concepts.append(concept)
        values.append(value)
        if concepts.count * 2 > slots.count {
            slots = Array(repeating: (0, 0), count: Swift.max(64, slots.count * 2))
            for (place, concept) in concepts.enumerated() { fill(UInt32(concept), place) }
        } else {
            fill(UInt32(concept), concepts.count - 1)
        }
    }

    private mutating func fill(_ concept: UInt32, _ place: Int) {
        slots[slot(of: concept)] = (concept, UInt32(place + 1))
    }
}
