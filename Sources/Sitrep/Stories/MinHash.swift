/// A sketch of a set that tells how much two sets have in common: their resemblance |A ∩ B| / |A ∪ B| (A. Broder, "On the
/// resemblance and containment of documents", 1997).
///
/// One hash function sorts the elements into bins and the least of each bin is kept ("one permutation hashing":
/// Li, Owen, Zhang 2012). An empty bin borrows from another one, which the number of the bin chooses ("optimal
/// densification": Shrivastava 2017), so that sets of few elements compare, too. The share of bins that are equal
/// estimates the resemblance, with a standard error of at most 0.032 for a set with many more elements than bins. A byte of
/// each bin is enough where the part that is equal by chance is taken off ("b-bit minwise hashing": Li, König 2010).
struct MinHash: Hashable, Sendable {
    /// How many bins there are: a byte each.
    static let bins = 256

    /// What is kept of each bin; all zero for the empty set.
    let values: [UInt8]

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
            return
        }
        let lenders = Self.lenders
        values = (0..<Self.bins).map { bin in
            var from = bin
            var attempt = 0
            while least[from] == .max {
                attempt += 1
                from =
                    attempt <= Self.knownLenders
                    ? Int(lenders[bin * Self.knownLenders + attempt - 1]) : Self.lender(bin, attempt)
            }
            return UInt8(truncatingIfNeeded: mixBits(least[from]))
        }
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

    /// The sketch that was kept; `nil` where it has not ``bins`` values.
    init?(values: [UInt8]) {
        guard values.count == Self.bins else { return nil }
        self.values = values
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
