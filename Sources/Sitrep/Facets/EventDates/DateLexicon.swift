/// The words of dates in English, Ukrainian and Russian, by their folded form.
///
/// A look-up takes a few nanoseconds, as every word of every report is looked up.
struct DateLexicon: Sendable {
    static let shared = DateLexicon(DateWordList.all)

    private struct Entry {
        var start: Int
        var count: Int
        var word: DateWord
    }

    /// Places in ``entries`` plus one, by hash; a power of two of them, most of them empty.
    private let places: [UInt16]
    private let entries: [Entry]
    private let bytes: [UInt8]

    private static let size = 1 << 13
    /// Words longer than that are none of ours, in bytes.
    private static let longest = 32

    init(_ list: [(text: String, word: DateWord)]) {
        var places = Array(repeating: UInt16(0), count: Self.size)
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        for (text, word) in list {
            // As the tokenizer would fold it, so that the list can be written as the words are.
            let folded = Array(Tokenizer.tokenize(text).bytes)
            guard !folded.isEmpty, folded.count <= Self.longest else { continue }
            var place = folded.withUnsafeBytes { Self.hash($0, 0, folded.count) }
            while places[place] != 0 { place = (place + 1) & (Self.size - 1) }
            entries.append(Entry(start: bytes.count, count: folded.count, word: word))
            bytes += folded
            places[place] = UInt16(entries.count)
        }
        self.places = places
        self.entries = entries
        self.bytes = bytes
    }

    /// What the word at `start` of `folded`, so many bytes long, has to do with dates.
    func word(_ folded: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> DateWord {
        guard count <= Self.longest else { return .other }
        var place = Self.hash(folded, start, count)
        while true {
            let number = Int(places[place])
            if number == 0 { return .other }
            let entry = entries[number - 1]
            if entry.count == count, (0..<count).allSatisfy({ bytes[entry.start + $0] == folded[start + $0] }) {
                return entry.word
            }
            place = (place + 1) & (Self.size - 1)
        }
    }

    /// A hash of the length and the first and last eight bytes.
    @inline(__always)
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        if count >= 8 {
            head = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            tail = bytes.loadUnaligned(fromByteOffset: start + count - 8, as: UInt64.self)
        } else {
            for offset in 0..<count { head = head << 8 | UInt64(bytes[start + offset]) }
        }
        let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(count)) &* 0xFF51_AFD7_ED55_8CCD
        return Int(mixed >> 40) & (size - 1)
    }
}
