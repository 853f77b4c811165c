/// What is kept of a report to tell whether another one tells the same story: small, and made of its own text alone, so
/// that neither the order in which reports arrive nor the vocabulary matters.
struct StoryFingerprint: Hashable, Sendable {
    /// The pairs of words that stand side by side in the text.
    var shingles: MinHash
    /// How many different pairs there are.
    var shingleCount: Int
    /// Hashes of the names in the text, ascending: words that begin with a capital within a sentence.
    var names: [UInt32]
    /// Hashes of its numbers, ascending; without years.
    var numbers: [UInt32]
    /// The day of publication, in days since 1970; `nil` where it is not known to the day.
    var day: Int?

    /// More names or numbers are those of lists; the least hashes of each are kept, so that two samples compare.
    static let sampleSize = 48

    /// Texts with fewer pairs of words must be equal.
    static let shortest = 16

    /// Whether the text is too short to tell a copy from another text of its kind.
    var isShort: Bool { shingleCount < Self.shortest }

    /// A sketch of the numbers; `nil` where there are none.
    var numberSketch: MinHash? {
        numbers.isEmpty ? nil : MinHash(numbers.map { mixBits(UInt64($0), 0) })
    }

    /// Linear in the length of the text.
    init(_ text: TokenizedText, published: PublishedDate) {
        var pairs: Set<UInt64> = []
        var names: Set<UInt32> = []
        var numbers: Set<UInt32> = []
        var before: UInt64?
        let tokens = text.tokens
        Words.forEach(in: text) { word in
            // The whole of a designator stands beside its parts.
            if word.isDesignator { return }
            let hash = Self.hash(word.folded)
            if let before { pairs.insert(Self.pair(before, hash)) }
            before = hash
        }
        for token in tokens {
            let folded = text.bytes[token.foldedStart..<token.foldedEnd]
            if token.flags.contains(.number) {
                if !Self.isYear(folded) { numbers.insert(UInt32(truncatingIfNeeded: Self.hash(folded))) }
            } else if token.flags.contains(.capitalised), !token.flags.contains(.sentenceStart) {
                names.insert(UInt32(truncatingIfNeeded: Self.hash(folded)))
            }
        }
        shingles = MinHash(pairs)
        shingleCount = pairs.count
        self.names = Array(names.sorted().prefix(Self.sampleSize))
        self.numbers = Array(numbers.sorted().prefix(Self.sampleSize))
        day = published.precision == .day ? published.date?.daysSince1970 : nil
    }

    /// The hash of a word, folded.
    static func hash(_ word: ArraySlice<UInt8>) -> UInt64 { mixBits(FNV.hash(word)) }

    /// The hash of two words that stand side by side.
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { mixBits(first, second) }

    private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
    }
}

extension StoryFingerprint {
    /// The fingerprint as it is stored.
    func encoded() -> [UInt8] {
        var out = ByteWriter()
        out.write(shingles.encoded)
        out.write(shingleCount)
        out.write(names) { $0.write(UInt64($1)) }
        out.write(numbers) { $0.write(UInt64($1)) }
        out.write(day.map { $0.zigzag + 1 } ?? 0)
        return out.bytes
    }

    /// Reads what ``encoded()`` wrote.
    init(decoding bytes: [UInt8]) throws(ByteReader.Malformed) {
        var input = ByteReader(bytes)
        guard let shingles = MinHash(decoding: Array(try input.data())) else { throw ByteReader.Malformed() }
        self.shingles = shingles
        shingleCount = try input.int()
        names = try input.list(Self.readHash)
        numbers = try input.list(Self.readHash)
        let day = try input.int()
        self.day = day == 0 ? nil : Int(zigzag: day - 1)
        guard input.isAtEnd, self.day.map({ CalendarDate(daysSince1970: $0) != nil }) ?? true else {
            throw ByteReader.Malformed()
        }
    }

    private static func readHash(_ input: inout ByteReader) throws(ByteReader.Malformed) -> UInt32 {
        guard let hash = UInt32(exactly: try input.number()) else { throw ByteReader.Malformed() }
        return hash
    }
}
