/// The words of figures in English, Ukrainian and Russian, by their folded form; Cyrillic ones also by their beginnings.
///
/// A look-up takes a few nanoseconds, as every word of every report is looked up.
struct ClaimLexicon: Sendable {
    static let shared = ClaimLexicon(ClaimWordList.all)

    private struct Entry {
        var hash: UInt64
        var start: Int32
        var count: Int32
        var word: ClaimWord
        /// The word is a beginning.
        var isStem: Bool
    }

    private var places: [UInt16]
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private let mask: Int
    /// A bit for each number of letters that a beginning has.
    private var stemLengths: UInt32 = 0
    private static let longest = 40

    init(_ list: [(text: String, word: ClaimWord)]) {
        var size = 64
        while size < list.count * 3 { size *= 2 }
        places = Array(repeating: 0, count: size)
        mask = size - 1
        for (text, word) in list {
            let isStem = text.hasSuffix("*")
            // As the tokenizer would fold it, so that the list can be written as the words are.
            let folded = Array(Tokenizer.tokenize(text).bytes)
            guard !folded.isEmpty, folded.count <= Self.longest else { continue }
            let hash = folded.withUnsafeBytes { ImageHash.token($0) }
            var at = Int(truncatingIfNeeded: hash) & mask
            while places[at] != 0 { at = (at + 1) & mask }
            entries.append(
                Entry(hash: hash, start: Int32(bytes.count), count: Int32(folded.count), word: word, isStem: isStem)
            )
            bytes += folded
            places[at] = UInt16(entries.count)
            if isStem { stemLengths |= 1 << UInt32(folded.count / 2) }
        }
    }

    /// What a word has to do with figures.
    @inline(__always)
    func word(_ folded: UnsafeRawBufferPointer) -> ClaimWord {
        guard let first = folded.first, folded.count <= Self.longest else { return .other }
        if let word = find(folded, isStem: false) { return word }
        guard first >= 0xD0, first <= 0xD3 else { return .other }
        return stem(folded)
    }

    /// The longest beginning of a Cyrillic word; its letters are of two bytes each.
    private func stem(_ folded: UnsafeRawBufferPointer) -> ClaimWord {
        var letters = min(folded.count / 2, 19)
        while letters >= 3 {
            if stemLengths >> UInt32(letters) & 1 != 0,
                let word = find(UnsafeRawBufferPointer(rebasing: folded[0..<letters * 2]), isStem: true)
            {
                return word
            }
            letters -= 1
        }
        return .other
    }

    private func find(_ folded: UnsafeRawBufferPointer, isStem: Bool) -> ClaimWord? {
        let hash = ImageHash.token(folded)
        var at = Int(truncatingIfNeeded: hash) & mask
        while places[at] != 0 {
            let entry = entries[Int(places[at]) - 1]
            if entry.hash == hash, entry.isStem == isStem, Int(entry.count) == folded.count,
                (0..<folded.count).allSatisfy({ bytes[Int(entry.start) + $0] == folded[$0] })
            {
                return entry.word
            }
            at = (at + 1) & mask
        }
        return nil
    }
}
