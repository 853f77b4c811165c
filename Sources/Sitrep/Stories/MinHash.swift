/// A sketch of a set that tells how much two sets have in common: their resemblance |A ∩ B| / |A ∪ B| (A. Broder, "On the
/// resemblance and containment of documents", 1997).
///
/// One hash function sorts the elements into bins and the least of each bin is kept ("one permutation hashing":
/// Li, Owen, Zhang 2012). An empty bin borrows from another one, which the number of the bin chooses ("optimal
/// densification": Shrivastava 2017), so that sets of few elements compare, too. The share of bins that are equal
/// estimates the resemblance, with a standard error of at most 0.032 for a set with many more elements than bins. A byte of
/// each bin is enough where the part that is equal by chance is taken off ("b-bit minwise hashing": Li, König 2010).
///
/// What is kept is hashed with the number of the bin, so that the same element gives each bin another byte: two sets of one
/// element each agree in one bin of 256, as they should, not in all or in none.
struct MinHash: Hashable, Sendable {
    /// How many bins there are: a byte each.
    static let bins = 256
    /// Of the first bins half a byte more is kept, for keys in which two or three of them must tell a report from a million others.
    static let fineBins = 80

    /// What is kept of each bin; all zero for the empty set.
    let values: [UInt8]
    /// The further bits of the first ``fineBins`` bins, two bins a byte.
    private let nibbles: [UInt8]

    /// The sketch of a set of hashes of which every bit is as good as any other. An element that comes twice counts once.
    init(_ hashes: some Sequence<UInt64>) {
        var least = [UInt64](repeating: .max, count: Self.bins)
        var filled = 0
        for hash in hashes {
            // The upper bits choose the bin, the lower ones are compared.
            let bin = Int(truncatingIfNeeded: hash >> (64 - UInt64(Self.bits)))
            let rest = hash & Self.mask
            if least[bin] == .max { filled += 1 }
            if rest < least[bin] { least[bin] = rest }
        }
        guard filled > 0 else {
            values = [UInt8](repeating: 0, count: Self.bins)
            nibbles = [UInt8](repeating: 0, count: Self.fineBins / 2)
            return
        }
        let lenders = Self.lenders
        let kept = (0..<Self.bins).map { bin in
            var from = bin
            var attempt = 0
            while least[from] == .max {
                attempt += 1
                from =
                    attempt <= Self.knownLenders
                    ? Int(lenders[bin * Self.knownLenders + attempt - 1]) : Self.lender(bin, attempt)
            }
            return mixBits(least[from], UInt64(bin))
        }
        values = kept.map { UInt8(truncatingIfNeeded: $0) }
        nibbles = stride(from: 0, to: Self.fineBins, by: 2).map { bin in
            UInt8(truncatingIfNeeded: kept[bin] >> 8 & 15 | kept[bin + 1] >> 4 & 0xF0)
        }
    }

    /// Twelve bits of a bin below ``fineBins``.
    func fineValue(_ bin: Int) -> UInt64 {
        let more = bin & 1 == 0 ? nibbles[bin / 2] & 15 : nibbles[bin / 2] >> 4
        return UInt64(more) << 8 | UInt64(values[bin])
    }

    /// The bin that an empty one borrows from, if that is not empty: another one with each attempt.
    private static func lender(_ bin: Int, _ attempt: Int) -> Int {
        Int(truncatingIfNeeded: mixBits(UInt64(bin) << 32 | UInt64(attempt)) >> (64 - UInt64(bits)))
    }

    /// So many lenders of each bin are worked out once: a set of few elements asks for many.
    private static let knownLenders = 64
    private static let lenders: [UInt8] = (0..<bins).flatMap { bin in
        (1...knownLenders).map { UInt8(lender(bin, $0)) }
    }

    /// The sketch as it is kept.
    var encoded: [UInt8] { values + nibbles }

    /// The sketch that was kept; `nil` for bytes of another number than ``encoded`` has.
    init?(decoding bytes: [UInt8]) {
        guard bytes.count == Self.bins + Self.fineBins / 2 else { return nil }
        values = Array(bytes[..<Self.bins])
        nibbles = Array(bytes[Self.bins...])
    }

    /// An estimate of the resemblance, 0 to 1.
    func resemblance(to other: MinHash) -> Double {
        var equal = 0
        for bin in 0..<Self.bins where values[bin] == other.values[bin] { equal += 1 }
        return Self.resemblance(equalBins: equal)
    }

    /// An estimate of the resemblance of two sets of which so many bins are equal, 0 to 1.
    static func resemblance(equalBins: Int) -> Double {
        max(0, (Double(equalBins) / Double(bins) - byChance) / (1 - byChance))
    }

    /// The part of bins of different content that is equal.
    private static let byChance = 1.0 / 256

    private static let bits = 8
    private static let mask: UInt64 = (1 << (64 - UInt64(bits))) - 1
}
