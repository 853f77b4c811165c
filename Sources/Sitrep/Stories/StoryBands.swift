/// The keys by which reports that may tell the same story find each other: locality-sensitive hashing (Indyk, Motwani
/// 1998) of the lanes of a ``MinHash``, two lanes a key.
///
/// Two reports share a key with the probability 1 − (1 − r²)⁴⁰ for a resemblance r: 0.98 at 0.31, 0.90 at 0.24, 0.3 at
/// 0.09, where reports of one kind of event lie that have nothing else in common.
enum StoryBands {
    /// How many keys a report has.
    static let count = 40
    /// How many lanes make up a key.
    private static let rows = 2

    /// The key of a band: the band's number, then its lanes.
    static func key(of shingles: MinHash, band: Int) -> UInt64 {
        var key = UInt64(band)
        for row in 0..<rows { key = key << 16 | UInt64(shingles.values[band * rows + row]) }
        return key
    }

    /// The term of a band's key.
    static func term(of shingles: MinHash, band: Int) -> [UInt8] {
        let key = key(of: shingles, band: band)
        return Array(Schema.storyBand.prefix.utf8)
            + stride(from: UInt64(8 * 2 * rows), through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> $0) }
    }

    /// The terms of a report; none for one that is too short to be compared.
    static func terms(of fingerprint: StoryFingerprint) -> [[UInt8]] {
        guard fingerprint.shingleCount > 0 else { return [] }
        return (0..<count).map { term(of: fingerprint.shingles, band: $0) }
    }
}
