/// Compares fingerprints by ``StoryRelation``: equal ones as one, and what was found to be apart hardly a second time.
///
/// Copies of a text have one fingerprint, so that two stories of thousands of copies each are one comparison.
struct StoryComparison {
    /// The different fingerprints, in the order in which they came.
    private(set) var fingerprints: [StoryFingerprint] = []
    private var numbers: [StoryFingerprint: Int] = [:]
    /// Pairs of fingerprints that share a key and tell two stories; they meet again at each key that they share.
    private var apart: Set<UInt64> = []

    /// More pairs are compared again, which bounds the memory.
    private static let mostApart = 1 << 20

    /// The number of a fingerprint, the same for equal ones; a new one for each text that has nothing to compare.
    mutating func number(of fingerprint: StoryFingerprint) -> Int {
        if fingerprint.shingleCount > 0 {
            if let known = numbers[fingerprint] { return known }
            numbers[fingerprint] = fingerprints.count
        }
        fingerprints.append(fingerprint)
        return fingerprints.count - 1
    }

    /// Whether reports with the fingerprints of these numbers are one story, when they share a key.
    mutating func areOneStory(_ a: Int, _ b: Int) -> Bool {
        if a == b { return fingerprints[a].shingleCount > 0 }
        guard StoryRelation.areLike(fingerprints[a].shingleCount, fingerprints[b].shingleCount) else { return false }
        let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        if apart.contains(pair) { return false }
        if StoryRelation.areOneStory(fingerprints[a], fingerprints[b]) { return true }
        if apart.count < Self.mostApart { apart.insert(pair) }
        return false
    }
}
