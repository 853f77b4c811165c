/// Numbers that concepts have in one report: how often they are named, where they stand in a list.
///
/// An open hash table with linear probing, at most half full. Concepts are few and their numbers are no input of others,
/// so that a few multiplications do for a hash.
struct ConceptTable {
    /// The concepts, in the order in which they came.
    private(set) var concepts: [Int] = []
    private var values: [Int] = []
    /// The place of a concept in the lists + 1, 0 in a free place.
    private var slots: [UInt32] = []

    /// The slot of a concept, or the free one that it would take; there are slots.
    @inline(__always)
    private func slot(of concept: Int) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: mixBits(UInt64(bitPattern: Int64(concept)))) & mask
        while slots[slot] != 0, concepts[Int(slots[slot]) - 1] != concept { slot = (slot + 1) & mask }
        return slot
    }

    /// The number of a concept; `nil` for one that has none. A concept does not lose its number.
    subscript(concept: Int) -> Int? {
        @inline(__always)
        get {
            guard !slots.isEmpty else { return nil }
            let place = Int(slots[slot(of: concept)])
            return place == 0 ? nil : values[place - 1]
        }
    }

    /// The number of a concept, which gets `value` where it has none.
    subscript(concept: Int, default value: Int) -> Int {
        @inline(__always)
        get { self[concept] ?? value }
        @inline(__always)
        _modify {
            let place = place(of: concept, default: value)
            yield &values[place]
        }
    }

    /// Whether a concept has a number.
    @inline(__always)
    func contains(_ concept: Int) -> Bool { self[concept] != nil }

    /// Gives a concept the number 0 where it has none.
    @inline(__always)
    mutating func insert(_ concept: Int) { _ = place(of: concept, default: 0) }

    private mutating func place(of concept: Int, default value: Int) -> Int {
        if (concepts.count + 1) * 2 > slots.count { grow() }
        let slot = slot(of: concept)
        if slots[slot] == 0 {
            concepts.append(concept)
            values.append(value)
            slots[slot] = UInt32(concepts.count)
        }
        return Int(slots[slot]) - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: max(64, slots.count * 2))
        for (place, concept) in concepts.enumerated() { slots[slot(of: concept)] = UInt32(place + 1) }
    }
}
