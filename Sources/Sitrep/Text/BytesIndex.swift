/// Numbers strings of bytes in the order in which they first come, from 0.
///
/// A hash table with open addressing over strings that are kept one after the other: nothing is allocated for each.
struct BytesIndex: Sendable {
    /// All strings, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each begins; the last element is where the last one ends.
    private var starts: [Int] = [0]
    private var hashes: [UInt64] = []
    /// The numbers, above by one, by hash; 0 where there is none. A power of two of places.
    private var places: [UInt32]

    /// - Parameter capacity: for about how many strings there is room at once.
    init(capacity: Int = 256) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        places = Array(repeating: 0, count: size)
    }

    var count: Int { hashes.count }

    /// The bytes of a string.
    func range(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

    /// The number of a string, known or new.
    mutating func number(of string: ArraySlice<UInt8>) -> Int {
        let hash = FNV.hash(string)
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if hashes[number] == hash, bytes[range(number)].elementsEqual(string) { return number }
            place = (place + 1) & mask
        }
        bytes += string
        starts.append(bytes.count)
        hashes.append(hash)
        places[place] = UInt32(count)
        if count * 2 > places.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        let mask = places.count - 1
        for (number, hash) in hashes.enumerated() {
            var place = Int(truncatingIfNeeded: hash) & mask
            while places[place] != 0 { place = (place + 1) & mask }
            places[place] = UInt32(number + 1)
        }
    }

    /// All numbers, by the order of their strings' bytes.
    func sorted() -> [Int] {
        // Most comparisons are decided by the first eight bytes, which stand beside the numbers.
        var order = (0..<count).map { (prefix: prefix($0), number: $0) }
        order.sort { one, other in
            if one.prefix != other.prefix { return one.prefix < other.prefix }
            return bytes[range(one.number)].lexicographicallyPrecedes(bytes[range(other.number)])
        }
        return order.map(\.number)
    }

    private func prefix(_ number: Int) -> UInt64 {
        let range = range(number)
        var prefix: UInt64 = 0
        for at in range.lowerBound..<range.lowerBound + 8 {
            prefix = prefix << 8 | (at < range.upperBound ? UInt64(bytes[at]) : 0)
        }
        return prefix
    }
}
