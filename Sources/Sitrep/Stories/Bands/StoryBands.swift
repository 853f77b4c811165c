/// The keys by which reports that may tell the same story find each other: locality-sensitive hashing (Indyk, Motwani
/// 1998) of the bins of two ``MinHash`` sketches, that of the pairs of words and that of the numbers.
///
/// There are two families, so that only reports that mostly are one story meet, and thousands of issues of a bulletin do
/// not:
/// - of one day: two bins of the words, and the day. Reports with a resemblance r share one with the probability
///   1 − (1 − r²)⁴⁰: 0.98 at 0.31, 0.90 at 0.24, 0.3 at 0.09, where reports of one kind of event lie that have nothing
///   else in common.
/// - of any day, or none: one bin of the words and two of the numbers, of which copies have most in common: with a
///   resemblance r of the words and n of the numbers 1 − (1 − r n²)⁴⁰. A few numbers stand together in many reports, and
///   such a key would be that of one bin of words all but alone; for reports with few it is two bins of the words and one
///   of the numbers: 1 − (1 − r² n)⁴⁰. Reports with some more have keys of both kinds, and so meet copies that lost some.
///
/// A text that is too short to be sketched has one key, the hash of all of it and of its day.
struct StoryBands {
    /// How many keys of a family a report has.
    static let count = 40

    /// How many sections there are: a section for each band of each family. A report has at most one key of each.
    static let sections = Int(Family.words.rawValue + 1) * count

    /// A family of keys, as it stands in a term.
    private enum Family: UInt64 {
        case whole, day, numbers, words
    }

    /// Reports with fewer numbers have the keys of few, and those with so many the keys of many.
    static let fewestOfMany = 6
    /// Reports with at most so many numbers have the keys of few.
    static let mostOfFew = 9

    private let words: [UInt8]
    private let numbers: [UInt8]
    private let numberCount: Int
    private let day: Int?
    private let isShort: Bool
    private let isEmpty: Bool

    /// The keys of a report; the same for the same fingerprint.
    init(_ fingerprint: StoryFingerprint) {
        words = fingerprint.shingles.values
        numbers = fingerprint.isShort ? [] : fingerprint.numberSketch?.values ?? []
        numberCount = fingerprint.numbers.count
        day = fingerprint.day
        isShort = fingerprint.isShort
        isEmpty = fingerprint.shingleCount == 0
    }

    /// All keys, each once, section by section; none for a report of a single word.
    @inline(__always)
    func forEachKey(_ body: (StoryKey) -> Void) {
        if isEmpty { return }
        if isShort {
            let hash = words.reduce(mixBits(Family.whole.rawValue)) { mixBits($0, UInt64($1)) }
            return body(Self.key(.whole, 0, mixBits(hash, dayNumber)))
        }
        if day != nil {
            let start = mixBits(Family.day.rawValue)
            for band in 0..<Self.count {
                body(Self.key(.day, band, mixBits(pair(band, of: words, start), dayNumber)))
            }
        }
        if numberCount >= Self.fewestOfMany {
            let start = mixBits(Family.numbers.rawValue)
            for band in 0..<Self.count {
                let hash = pair(band, of: numbers, mixBits(start, UInt64(words[2 * band])))
                body(Self.key(.numbers, band, hash))
            }
        }
        if numberCount <= Self.mostOfFew {
            let start = mixBits(Family.words.rawValue)
            for band in 0..<Self.count {
                let hash = pair(band, of: words, start)
                body(Self.key(.words, band, numbers.isEmpty ? hash : mixBits(hash, UInt64(numbers[band]))))
            }
        }
    }

    /// Whether a key is among them.
    func contains(_ key: StoryKey) -> Bool {
        var isFound = false
        forEachKey { if $0 == key { isFound = true } }
        return isFound
    }

    /// The two bins of a band, mixed into a hash.
    private func pair(_ band: Int, of bins: [UInt8], _ hash: UInt64) -> UInt64 {
        mixBits(mixBits(hash, UInt64(bins[2 * band])), UInt64(bins[2 * band + 1]))
    }

    /// The day as a value to hash; another one for an undated report than for any day.
    private var dayNumber: UInt64 { day.map { UInt64(bitPattern: Int64($0)) } ?? .max }

    private static func key(_ family: Family, _ band: Int, _ hash: UInt64) -> StoryKey {
        StoryKey(
            section: Int(family.rawValue) * count + band,
            hash: UInt32(truncatingIfNeeded: hash >> (64 - StoryKey.hashBits))
        )
    }

    /// All keys of a report, each once.
    static func keys(of fingerprint: StoryFingerprint) -> [StoryKey] {
        var keys: [StoryKey] = []
        StoryBands(fingerprint).forEachKey { keys.append($0) }
        return keys
    }

    /// The terms of a report.
    static func terms(of fingerprint: StoryFingerprint) -> [[UInt8]] { keys(of: fingerprint).map(\.term) }
}

/// One of the keys of ``StoryBands``: 32 bits. Of a million reports, each meets one by chance in every sixteenth of its keys.
struct StoryKey: Hashable, Comparable {
    /// The section above the hash.
    let number: UInt64

    /// How many bits the hash has.
    static let hashBits: UInt64 = 24

    init(number: UInt64) { self.number = number }

    init(section: Int, hash: UInt32) {
        precondition(hash >> Self.hashBits == 0)
        number = UInt64(section) << Self.hashBits | UInt64(hash)
    }

    /// The family and the band, below ``StoryBands/sections``.
    var section: Int { Int(number >> Self.hashBits) }
    /// The hash of the bins.
    var hash: UInt32 { UInt32(truncatingIfNeeded: number & (1 << Self.hashBits - 1)) }

    /// The key as a term.
    var term: [UInt8] {
        Array(Schema.storyBand.prefix.utf8)
            + stride(from: Self.hashBits, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    static func < (a: StoryKey, b: StoryKey) -> Bool { a.number < b.number }
}
