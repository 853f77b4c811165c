/// The keys by which reports that may tell the same story find each other: locality-sensitive hashing (Indyk, Motwani
/// 1998) of the bins of two ``MinHash`` sketches, that of the pairs of words and that of the numbers.
///
/// There are two families, so that only reports that mostly are one story meet, and thousands of issues of a bulletin do
/// not:
/// - of one day: two bins of the words, and the day. Reports with a resemblance r share one with the probability
///   1 − (1 − r²)⁴⁰: 0.98 at 0.31, 0.90 at 0.24, 0.3 at 0.09, where reports of one kind of event lie that have nothing
///   else in common.
/// - of any day, or none: one bin of the words and two of the numbers, of which copies have most in common: with a
///   resemblance r of the words and n of the numbers 1 − (1 − r n²)⁴⁰; two bins of the words for reports without numbers.
///
/// A text that is too short to be sketched has one key, the hash of all of it and of its day.
struct StoryBands {
    /// How many keys of a family a report has.
    static let count = 40

    /// A family of keys, as it stands in a term.
    private enum Family: UInt64 {
        case whole, day, numbers, words
    }

    private let words: [UInt16]
    private let numbers: [UInt16]
    private let day: Int?
    private let isShort: Bool
    private let isEmpty: Bool

    /// The keys of a report; the same for the same fingerprint.
    init(_ fingerprint: StoryFingerprint) {
        words = fingerprint.shingles.values
        numbers = fingerprint.isShort ? [] : fingerprint.numberSketch?.values ?? []
        day = fingerprint.day
        isShort = fingerprint.isShort
        isEmpty = fingerprint.shingleCount == 0
    }

    /// The keys of a band from 0 to below ``count``: at most one of each family, and none for a report of a single word.
    ///
    /// No two bands share a key, and no two families.
    func forEachKey(of band: Int, _ body: (UInt64) -> Void) {
        if isEmpty { return }
        if isShort {
            if band == 0 { body(Self.key(.whole, 0, words.map(UInt64.init) + [dayNumber])) }
            return
        }
        let (first, second) = (UInt64(words[2 * band]), UInt64(words[2 * band + 1]))
        if day != nil { body(Self.key(.day, band, [first, second, dayNumber])) }
        if numbers.isEmpty {
            body(Self.key(.words, band, [first, second]))
        } else {
            body(Self.key(.numbers, band, [first, UInt64(numbers[2 * band]), UInt64(numbers[2 * band + 1])]))
        }
    }

    /// The day as a value to hash; another one for an undated report than for any day.
    private var dayNumber: UInt64 { day.map { UInt64(bitPattern: Int64($0)) } ?? .max }

    /// All keys of a report, each once.
    static func keys(of fingerprint: StoryFingerprint) -> [UInt64] {
        let bands = StoryBands(fingerprint)
        var keys: [UInt64] = []
        for band in 0..<count { bands.forEachKey(of: band) { keys.append($0) } }
        return keys
    }

    /// Calls `body` for each key that any of some reports has, once, with the numbers of those that have it, ascending.
    ///
    /// Band by band: time all but linear in the number of reports, and two keys of each at once.
    static func forEachKey<Failure: Error>(
        of fingerprints: [StoryFingerprint],
        _ body: (UInt64, [Int]) throws(Failure) -> Void
    ) throws(Failure) {
        let bands = fingerprints.map(StoryBands.init)
        var keyed: [(key: UInt64, report: Int)] = []
        for band in 0..<count {
            keyed.removeAll(keepingCapacity: true)
            for (report, keys) in bands.enumerated() { keys.forEachKey(of: band) { keyed.append(($0, report)) } }
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

    /// 40 bits: a byte that tells the family and the band, and a hash. Of ten million reports, each meets one by chance
    /// in five of its keys.
    private static func key(_ family: Family, _ band: Int, _ values: [UInt64]) -> UInt64 {
        let hash = values.reduce(mixBits(family.rawValue)) { mixBits($0, $1) }
        return (family.rawValue * UInt64(count) + UInt64(band)) << 32 | hash >> 32
    }
}
