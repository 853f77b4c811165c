/// A set of folded words that is asked for bytes: no string is made, and a hash decides most questions.
///
/// An open hash table with linear probing, at most half full; immutable after its making.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    private let words: [String]
    /// Number of a word + 1, 0 in a free place.
    private var places: [UInt16]
    private var hashes: [UInt64]
    private let mask: Int

    init(arrayLiteral words: String...) {
        self.words = words
        var size = 8
        while size < words.count * 2 { size *= 2 }
        mask = size - 1
        places = Array(repeating: 0, count: size)
        hashes = Array(repeating: 0, count: size)
        for (number, var word) in words.enumerated() {
            let hash = word.withUTF8 { ImageHash.token(UnsafeRawBufferPointer($0)) }
            var at = Int(truncatingIfNeeded: hash) & mask
            while places[at] != 0 { at = (at + 1) & mask }
            places[at] = UInt16(number + 1)
            hashes[at] = hash
        }
    }

    /// Whether the folded word is one of the set.
    func contains(_ bytes: UnsafeRawBufferPointer) -> Bool {
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
