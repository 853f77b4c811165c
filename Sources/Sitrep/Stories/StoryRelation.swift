/// Whether two reports tell one story: copies of a wire story, edited ones, and rewrites of it.
///
/// The answer depends on the two alone and is the same whichever comes first. Two texts of different authors on the same
/// event share hardly a tenth of their pairs of words; a rewrite of a wire story shares a quarter or more.
enum StoryRelation {
    /// From this resemblance on the words alone decide.
    static let certain = 0.25
    /// Below this one nothing does.
    static let least = 0.12
    /// Texts with fewer pairs of words must be all but equal.
    private static let shortest = 16
    private static let equal = 0.9
    /// How many days lie between a rewrite and what it rewrites at most.
    private static let days = 3
    /// Where one text is so many times the other it is a digest or a background piece, which tells other stories as well.
    private static let ratio = 2.5

    static func areOneStory(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        // A text of one word has nothing to compare.
        guard a.shingleCount > 0, b.shingleCount > 0 else { return false }
        let resemblance = a.shingles.resemblance(to: b.shingles)
        guard resemblance >= least else { return false }
        let (short, long) = (min(a.shingleCount, b.shingleCount), max(a.shingleCount, b.shingleCount))
        if short < shortest { return resemblance >= equal && areNear(a, b) }
        if areIssues(a, b) || Double(long) > ratio * Double(short) { return false }
        if resemblance >= certain { return true }
        // A rewrite: the same names and figures on the same days.
        let (names, numbers) = (Overlap(a.names, b.names), Overlap(a.numbers, b.numbers))
        return areNear(a, b) && names.common >= 4 && names.share >= 0.4 && numbers.common >= 2 && numbers.share >= 0.6
    }

    /// Whether the days of publication lie near each other, as far as they are known.
    private static func areNear(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        guard let first = a.day, let second = b.day else { return true }
        return abs(first - second) <= days
    }

    /// Whether the two are issues of one bulletin, whose words stay and whose figures change from day to day.
    private static func areIssues(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        guard let first = a.day, let second = b.day, first != second else { return false }
        let numbers = Overlap(a.numbers, b.numbers)
        return numbers.smaller >= 4 && numbers.share < 0.4
    }

    /// What two ascending samples of hashes have in common.
    private struct Overlap {
        var common = 0
        var smaller: Int

        /// The part of the smaller one that the other has as well.
        var share: Double { smaller == 0 ? 0 : Double(common) / Double(smaller) }

        init(_ a: [UInt32], _ b: [UInt32]) {
            smaller = min(a.count, b.count)
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
