/// The keys by which reports that may tell the same story find each other: locality-sensitive hashing (Indyk, Motwani
/// 1998) of the lanes of two ``MinHash`` sketches, that of the pairs of words and that of the numbers.
///
/// There are two families, so that only reports that mostly are one story meet, and thousands of issues of a bulletin do
/// not:
/// - of one day: two lanes of the words, and the day. Reports with a resemblance r share one with the probability
///   1 − (1 − r²)⁴⁰: 0.98 at 0.31, 0.90 at 0.24, 0.3 at 0.09, where reports of one kind of event lie that have nothing
///   else in common.
/// - of any day, or none: one lane of the words and two of the numbers, of which copies have most in common; two lanes
///   of the words for reports without numbers.
///
/// A text that is too short to be sketched has one key, the hash of all of it.
enum StoryBands {
    /// How many keys of a family a report has.
    static let count = 40

    /// A family of keys, as it stands in a term.
    private enum Family: UInt64 {
        case day = 1
        case numbers, words, whole
    }

    /// The keys of a report, each once; none for one of a single word. The same for the same fingerprint.
    static func keys(of fingerprint: StoryFingerprint) -> [UInt64] {
        guard fingerprint.shingleCount > 0 else { return [] }
        let words = fingerprint.shingles.values
        if fingerprint.isShort { return [key(.whole, 0, words.map(UInt64.init))] }
        let numbers = fingerprint.numberSketch?.values
        var keys: [UInt64] = []
        keys.reserveCapacity(2 * count)
        for band in 0..<count {
            let pair = [UInt64(words[2 * band]), UInt64(words[2 * band + 1])]
            if let day = fingerprint.day { keys.append(key(.day, band, pair + [UInt64(bitPattern: Int64(day))])) }
            if let numbers {
                let lanes = (0..<2).map { UInt64(numbers[2 * band + $0]) }
                keys.append(key(.numbers, band, [pair[0]] + lanes))
            } else {
                keys.append(key(.words, band, pair))
            }
        }
        return keys
    }

    /// So many keys are sorted at once, which bounds the memory: 16 bytes each.
    private static let keysAtOnce = 2_000_000

    /// Calls `body` for each key that any of some reports has, once, with the numbers of those that have it, ascending.
    static func forEachKey<Failure: Error>(
        of fingerprints: [StoryFingerprint],
        _ body: (UInt64, [Int]) throws(Failure) -> Void
    ) throws(Failure) {
        let slices = UInt64(1 + fingerprints.count * 2 * count / keysAtOnce)
        for slice in 0..<slices {
            var keyed: [(key: UInt64, report: Int)] = []
            for (report, fingerprint) in fingerprints.enumerated() {
                for key in keys(of: fingerprint) where key % slices == slice { keyed.append((key, report)) }
            }
            keyed.sort { ($0.key, $0.report) < ($1.key, $1.report) }
            var start = 0
            while start < keyed.count {
                var end = start + 1
                while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
                try body(keyed[start].key, keyed[start..<end].map(\.report))
                start = end
            }
        }
    }

    /// The terms of a report.
    static func terms(of fingerprint: StoryFingerprint) -> [[UInt8]] { keys(of: fingerprint).map(term) }

    /// The term of a key.
    static func term(of key: UInt64) -> [UInt8] {
        Array(Schema.storyBand.prefix.utf8)
            + stride(from: UInt64(32), through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> $0) }
    }

    /// 40 bits: among ten million reports hardly two meet by chance.
    private static func key(_ family: Family, _ band: Int, _ values: [UInt64]) -> UInt64 {
        values.reduce(mixBits(family.rawValue << 32 | UInt64(band))) { mixBits($0 &* 0x9E37_79B9_7F4A_7C15 &+ $1) }
            >> 24
    }
}
