/// A set of folded words that is asked for bytes: no string is made, and a hash decides most questions.
///
/// An open hash table with linear probing, at most half full; immutable after its making.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    let words: [String]
    /// Number of a word + 1, 0 in a free place.
    private var places: [UInt16]
    private var hashes: [UInt64]
    private let mask: Int
    /// A bit for each length that a word has (of 63 bytes and more the last), and for each first byte.
    private var lengths: UInt64 = 0
    private var starts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(arrayLiteral words: String...) { self.init(words) }

    init(_ words: [String]) {
        self.words = words
        var size = 8
        while size < words.count * 2 { size *= 2 }
        mask = size - 1
        places = Array(repeating: 0, count: size)
        hashes = Array(repeating: 0, count: size)
        for (number, var word) in words.enumerated() {
            let hash = word.withUTF8 { ImageHash.token(UnsafeRawBufferPointer($0)) }
            lengths |= 1 << UInt64(min(word.utf8.count, 63))
            if let first = word.utf8.first { mark(first) }
            var at = Int(truncatingIfNeeded: hash) & mask
            while places[at] != 0 { at = (at + 1) & mask }
            places[at] = UInt16(number + 1)
            hashes[at] = hash
        }
    }

    private mutating func mark(_ byte: UInt8) {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: starts.0 |= bit
        case 1: starts.1 |= bit
        case 2: starts.2 |= bit
        default: starts.3 |= bit
        }
    }

    @inline(__always)
    private func mayBegin(with byte: UInt8) -> Bool {
        let bits =
            switch byte >> 6 {
            case 0: starts.0
            case 1: starts.1
            case 2: starts.2
            default: starts.3
            }
        return bits >> UInt64(byte & 63) & 1 != 0
    }

    /// Whether the folded word is one of the set. Most words are told by their length and first byte.
    @inline(__always)
    func contains(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, lengths >> UInt64(min(bytes.count, 63)) & 1 != 0, mayBegin(with: first) else {
            return false
        }
        return find(bytes)
    }

    private func find(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let hash = ImageHash.token(bytes)
        var at = Int(truncatingIfNeeded: hash) & mask
        while places[at] != 0 {
            if hashes[at] == hash, words[Int(places[at]) - 1].utf8.elementsEqual(bytes) { return true }
            at = (at + 1) & mask
        }
        return false
    }

    /// Whether the folded word is one of the set.
    func contains(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { contains(UnsafeRawBufferPointer($0)) }
    }
}
