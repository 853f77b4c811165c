/// Whether two reports tell one story: copies of a wire story, edited ones, and rewrites of it.
///
/// The answer depends on the two alone and is the same whichever comes first. Two texts of different authors on the same
/// event share hardly a tenth of their pairs of words; a rewrite of a wire story shares a quarter or more.
enum StoryRelation {
    /// From this resemblance on the words alone decide, where numbers and days do not speak against it.
    static let certain = 0.25
    /// Below this one nothing does.
    static let least = 0.12
    /// How many days lie between a rewrite and what it rewrites, or between two equal short texts, at most.
    private static let days = 3
    /// Where one text is so many times the other it is a digest or a background piece, which tells other stories as well.
    private static let ratio = 2.5
    /// So large a part of the numbers of the text that has fewer stands in a copy of another day as well.
    private static let numbersOfCopies = 0.4

    /// Whether they are one story, for reports that share a key of ``StoryBands``.
    static func areOneStory(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        // A text of one word has nothing to compare.
        guard a.shingleCount > 0, b.shingleCount > 0, a.isShort == b.isShort else { return false }
        if a.isShort { return a.shingles == b.shingles && areNear(a, b) }
        let resemblance = a.shingles.resemblance(to: b.shingles)
        guard resemblance >= least else { return false }
        let (short, long) = (min(a.shingleCount, b.shingleCount), max(a.shingleCount, b.shingleCount))
        let (names, numbers) = (Overlap(a.names, b.names), Overlap(a.numbers, b.numbers))
        if Double(long) > ratio * Double(short) { return false }
        // Issues of one bulletin keep the words, and have other figures every day.
        if !areOfOneDay(a, b), numbers.larger > 0, numbers.share < numbersOfCopies { return false }
        if resemblance >= certain { return true }
        // A rewrite: the same names and figures on the same days.
        return areNear(a, b) && names.common >= 4 && names.share >= 0.4 && numbers.common >= 2 && numbers.share >= 0.6
    }

    private static func areOfOneDay(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        a.day != nil && a.day == b.day
    }

    /// Whether the days of publication lie near each other, as far as they are known.
    private static func areNear(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        guard let first = a.day, let second = b.day else { return true }
        return abs(first - second) <= days
    }

    /// What two ascending samples of hashes have in common.
    private struct Overlap {
        var common = 0
        var smaller: Int
        var larger: Int

        /// The part of the smaller one that the other has as well.
        var share: Double { smaller == 0 ? 0 : Double(common) / Double(smaller) }

        init(_ a: [UInt32], _ b: [UInt32]) {
            smaller = min(a.count, b.count)
            larger = max(a.count, b.count)
            var (i, j) = (0, 0)
            while i < a.count, j < b.count {
                if a[i] == b[j] {
                    common += 1
                    i += 1
                    j += 1
                } else if a[i] < b[j] {
                    i += 1
                } else {
                    j += 1
                }
            }
        }
    }
}
