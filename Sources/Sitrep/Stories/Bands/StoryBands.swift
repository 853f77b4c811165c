/// The keys by which reports that may tell the same story find each other: locality-sensitive hashing (Indyk, Motwani
/// 1998) of the bins of two ``MinHash`` sketches, that of the pairs of words and that of the numbers.
///
/// There are four families, so that only reports that mostly are one story meet, and thousands of issues of a bulletin do
/// not:
/// - of one day: two bins of the words, and the day. Reports with a resemblance r share one with the probability
///   1 − (1 − r²)⁴⁰: 0.98 at 0.31, 0.90 at 0.24, 0.3 at 0.09, where reports of one kind of event lie that have nothing
///   else in common.
/// - of any day, or none: one bin of the words and two of the numbers, of which copies have most in common: with a
///   resemblance r of the words and n of the numbers 1 − (1 − r n²)⁴⁰.
/// - of any day, or none, with few numbers: these stand together in many reports, and the key before would be that of one
///   bin of words all but alone; here it is two bins of the words and one of the numbers, if there are any:
///   1 − (1 − r² n)⁴⁰. Reports with some more numbers have keys of both kinds, and so meet copies that lost some.
/// - of any day, or none, with hardly a number: three bins of the words, for copies in which an outlet set a number beside
///   a text without any: 1 − (1 − r³)¹², 0.9999 at 0.8, 0.8 at 0.5.
///
/// A text that is too short to be sketched has one key, the hash of all of it and of its day.
struct StoryBands {
    /// How many keys of a family a report has.
    static let count = 40

    /// How many sections there are: a section for each band of each family. A report has at most one key of each.
    static let sections = Int(Family.copies.rawValue + 1) * count

    /// A family of keys, as it stands in a term.
    private enum Family: UInt64 {
        case whole, day, numbers, words, copies
    }

    /// Reports with fewer numbers have the keys of few, and those with so many the keys of many.
    static let fewestOfMany = 6
    /// Reports with at most so many numbers have the keys of few: those that are one story with a report of fewer than
    /// ``fewestOfMany``, which may be two and a half times as long (``StoryRelation``) and have as many more.
    static let mostOfFew = 12
    /// How many keys of three bins of words a report has with at most ``StoryRelation/mostAdded`` numbers.
    static let countOfCopies = 12

    private let words: MinHash
    private let numbers: MinHash?
    private let numberCount: Int
    private let day: Int?
    private let isShort: Bool
    private let isEmpty: Bool

    /// The keys of a report; the same for the same fingerprint.
    init(_ fingerprint: StoryFingerprint) {
        words = fingerprint.shingles
        numbers = fingerprint.isShort ? nil : fingerprint.numberSketch
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
            let hash = words.values.reduce(mixBits(Family.whole.rawValue)) { mixBits($0, UInt64($1)) }
            return body(Self.key(.whole, 0, mixBits(hash, dayNumber)))
        }
        if day != nil {
            let start = mixBits(Family.day.rawValue)
            for band in 0..<Self.count {
                body(Self.key(.day, band, mixBits(pair(band, of: words, start), dayNumber)))
            }
        }
        if let numbers, numberCount >= Self.fewestOfMany {
            let start = mixBits(Family.numbers.rawValue)
            for band in 0..<Self.count {
                let hash = pair(band, of: numbers, mixBits(start, words.fineValue(2 * band)))
                body(Self.key(.numbers, band, hash))
            }
        }
        if numberCount <= Self.mostOfFew {
            let start = mixBits(Family.words.rawValue)
            for band in 0..<Self.count {
                let hash = pair(band, of: words, start)
                body(Self.key(.words, band, numbers.map { mixBits(hash, $0.fineValue(band)) } ?? hash))
            }
        }
        if numberCount <= StoryRelation.mostAdded { forEachKeyOfCopies(body) }
    }

    /// The keys of three bins of the words.
    private func forEachKeyOfCopies(_ body: (StoryKey) -> Void) {
        let start = mixBits(Family.copies.rawValue)
        for band in 0..<Self.countOfCopies {
            let hash = (3 * band..<3 * band + 3).reduce(start) { mixBits($0, words.fineValue($1)) }
            body(Self.key(.copies, band, hash))
        }
    }

    /// Whether a key is among them.
    func contains(_ key: StoryKey) -> Bool {
        var isFound = false
        forEachKey { if $0 == key { isFound = true } }
        return isFound
    }

    /// The two bins of a band, mixed into a hash.
    private func pair(_ band: Int, of sketch: MinHash, _ hash: UInt64) -> UInt64 {
        mixBits(mixBits(hash, sketch.fineValue(2 * band)), sketch.fineValue(2 * band + 1))
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
