/// Whether two reports tell one story: copies of a wire story, edited ones, and rewrites of it.
///
/// The answer depends on the two alone and is the same whichever comes first. Two texts of different authors on the same
/// event share hardly a tenth of their pairs of words; a rewrite of a wire story shares a quarter or more.
enum StoryRelation {
    /// From this resemblance on the words alone decide, where numbers and days do not speak against it.
    static let certain = 0.25
    /// Below this one nothing does.
    static let least = 0.12
    /// How many days lie between a rewrite and what it rewrites, at most.
    private static let days = 3
    /// Where one text is so many times the other it is a digest or a background piece, which tells other stories as well.
    private static let ratio = 2.5
    /// So large a part of the numbers of the text that has fewer stands in a copy of another day as well, at least.
    private static let numbersOfCopies = 0.4
    /// In a copy a number is kept as often as a word is; in the next issue of a bulletin words stay and numbers change. So
    /// large a part of the words' share is the numbers' of another day, at least.
    private static let numbersPerWord = 0.6
    /// The share of fewer numbers says too little for that where a text may be of the same day as the other.
    private static let fewestNumbers = 6
    /// An outlet adds so many numbers to a text without any, in what it sets around it, at most…
    static let mostAdded = 3
    /// …and leaves so much of the text as it is, at least.
    private static let leastLeft = 0.5
    /// A text with fewer pairs of words is an alert or a notice, which may be posted in the same words on any day.
    private static let shortestOfAnotherDay = 2 * StoryFingerprint.shortest

    /// Whether they are one story, for reports that share a key of ``StoryBands``.
    static func areOneStory(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        // A text of one word has nothing to compare.
        guard a.shingleCount > 0, b.shingleCount > 0, a.isShort == b.isShort,
            areLike(a.shingleCount, b.shingleCount)
        else {
            return false
        }
        if a.isShort { return a.day == b.day && a.shingles == b.shingles }
        if a.day != b.day, min(a.shingleCount, b.shingleCount) < shortestOfAnotherDay { return false }
        let resemblance = a.shingles.resemblance(to: b.shingles)
        guard resemblance >= least else { return false }
        let numbers = Overlap(a.numbers, b.numbers)
        let areDated = a.day != nil && b.day != nil
        if !areOfOneDay(a, b), !areOfCopies(numbers, resemblance, areDated: areDated) { return false }
        if resemblance >= certain { return true }
        // A rewrite: the same names and figures on the same days.
        guard areNear(a, b), numbers.common >= 2, numbers.share >= 0.6 else { return false }
        let names = Overlap(a.names, b.names)
        return names.common >= 4 && names.share >= 0.4
    }

    /// Whether neither of two texts with so many pairs of words is so much longer that they cannot be one story.
    static func areLike(_ first: Int, _ second: Int) -> Bool {
        Double(max(first, second)) <= ratio * Double(min(first, second))
    }

    /// Whether two texts of different days, or unknown ones, have such numbers in common as copies have.
    private static func areOfCopies(_ numbers: Overlap, _ resemblance: Double, areDated: Bool) -> Bool {
        if numbers.larger == 0 { return true }
        if numbers.smaller == 0 { return numbers.larger <= mostAdded && resemblance >= leastLeft }
        if !areDated, numbers.smaller < fewestNumbers { return numbers.share >= numbersOfCopies }
        // Of the pairs of each text such a part is common, if they are of one length; of its words the root of it.
        let pairs = 2 * resemblance / (1 + resemblance)
        return numbers.share >= max(numbersOfCopies, numbersPerWord * pairs.squareRoot())
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
