internal import Xapian

/// Says whether runs of words stand near each other in a report, by their positions.
struct NearMatcher {
    /// Words beside each other: for each place those that may stand there.
    typealias Run = [[[UInt8]]]

    /// The runs of each operand, any of which may stand there.
    let operands: [[Run]]
    /// The most words from the end of the first to the beginning of the last.
    let distance: Int

    /// All words, where they are few enough to be asked for one by one.
    private let words: Set<[UInt8]>

    /// With more words it is faster to read which of them a report has.
    private static let fewWords = 16

    /// Whether the words are too many to be asked for one by one.
    var hasManyWords: Bool { words.count > Self.fewWords }

    init(operands: [[Run]], distance: Int) {
        self.operands = operands
        self.distance = distance
        words = Set(operands.joined().joined().joined())
    }

    /// Whether the operands stand near each other in a report.
    func matches(
        _ document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Bool {
        var present = words
        if words.count > Self.fewWords {
            present = []
            for term in try database.documentTerms(document) where words.contains(term.term) {
                present.insert(term.term)
            }
        }
        var positions: [[UInt8]: [Int]] = [:]
        for word in present { positions[word] = try database.positions(of: word, in: document) }
        return Self.areNear(operands.map { runs in Self.places(of: runs, positions) }, distance: distance)
    }

    /// Where the runs stand, in order of their beginnings.
    private static func places(of runs: [Run], _ positions: [[UInt8]: [Int]]) -> [ClosedRange<Int>] {
        var found: Set<ClosedRange<Int>> = []
        for run in runs {
            var starts: Set<Int>?
            for (place, words) in run.enumerated() {
                let here = Set(words.flatMap { positions[$0] ?? [] }.map { $0 - place })
                starts = starts?.intersection(here) ?? here
            }
            for start in starts ?? [] { found.insert(start...start + run.count - 1) }
        }
        return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// Whether one place of each can be chosen that lie within `distance`, none over the first.
    ///
    /// - Parameter places: for each operand its places in order. Takes time with their number, times that of the
    ///   operands and the logarithm.
    static func areNear(_ places: [[ClosedRange<Int>]], distance: Int) -> Bool {
        for (index, starts) in places.enumerated() {
            for first in starts {
                let isMatch = places.enumerated().allSatisfy { other, candidates in
                    if other == index { return true }
                    let next = candidates.partitioningIndex { $0.lowerBound > first.upperBound }
                    return next < candidates.count && candidates[next].lowerBound - first.upperBound <= distance
                }
                if isMatch { return true }
            }
        }
        return false
    }
}

extension Array {
    /// The first index whose element is `true` to a predicate that stays so from there on.
    fileprivate func partitioningIndex(_ belongsBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
