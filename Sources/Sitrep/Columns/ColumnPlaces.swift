/// The places of a packed value's entries among those of its column, as they stand in the file.
///
/// Two bytes each, the lowest first, as hardly any facet has more than 32,768 values; a place from there on has the
/// highest bit of the first two set, and goes on in two more with what is above its lowest 15 bits. So the list that is
/// read for each document that is counted is half as long as it were in whole words.
struct ColumnPlaces: Sequence {
    fileprivate static let more: UInt16 = 0x8000

    let units: UnsafeBufferPointer<UInt16>

    /// The first of them.
    @inline(__always)
    var first: Int? {
        var places = makeIterator()
        return places.next()
    }

    /// The units of places below 2 to the power of 31.
    static func encode(_ places: [UInt32]) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(places.count)
        for place in places {
            if place < more {
                units.append(UInt16(place))
            } else {
                units.append(UInt16(truncatingIfNeeded: place) | more)
                units.append(UInt16(place >> 15))
            }
        }
        return units
    }

    @inline(__always)
    func makeIterator() -> Iterator { Iterator(units: units) }

    struct Iterator: IteratorProtocol {
        fileprivate let units: UnsafeBufferPointer<UInt16>
        private var at = 0

        fileprivate init(units: UnsafeBufferPointer<UInt16>) { self.units = units }

        /// - Returns: a place that a damaged file gives may be any number.
        @inline(__always)
        mutating func next() -> Int? {
            guard at < units.count else { return nil }
            let unit = UInt16(littleEndian: units[at])
            at += 1
            guard unit >= ColumnPlaces.more else { return Int(unit) }
            // Of one that a damaged file cuts off nothing is known.
            guard at < units.count else { return nil }
            defer { at += 1 }
            return Int(unit & ~ColumnPlaces.more) | Int(UInt16(littleEndian: units[at])) << 15
        }
    }
}
