/// The folded bytes of a text while it is cut into tokens: an array that is certain to have one owner, so that adding a
/// byte is one comparison and one store.
struct FoldedBytes: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    /// An empty one with room for `capacity` bytes; it grows where that is not enough.
    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// The bytes as an array.
    var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    subscript(place: Int) -> UInt8 {
        precondition(place >= 0 && place < count, "a byte that is not there")
        return start[place]
    }

    private mutating func grow(for more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(for: 1) }
        start[count] = byte
        count += 1
    }

    /// Adds ASCII letters, in small letters.
    @inline(__always)
    mutating func append(letters: UnsafeBufferPointer<UInt8>) {
        if capacity - count < letters.count { grow(for: letters.count) }
        for place in 0..<letters.count { start[count + place] = letters[place] | 0x20 }
        count += letters.count
    }

    mutating func append(contentsOf bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    /// Takes bytes from the end, of those that are there.
    mutating func removeLast(_ number: Int) { count -= min(number, count) }
}
