import Testing

@testable import Sitrep

@Suite("Equal elements of two lists are paired in order, in bounded memory")
struct EqualPairsTests {
    private static func check<Element: Hashable>(_ a: [Element], _ b: [Element]) -> Int {
        let pairs = EqualPairs.find(a, b)
        #expect(pairs.allSatisfy { a[$0.0] == b[$0.1] })
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.0 < $1.0 && $0.1 < $1.1 })
        return pairs.count
    }

    /// The most elements that can be paired, by the definition of the longest common subsequence.
    private static func longest(_ a: [Int], _ b: [Int]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        for element in a {
            var row = [0]
            for (at, other) in b.enumerated() {
                row.append(element == other ? before[at] + 1 : max(before[at + 1], row[at]))
            }
            before = row
        }
        return before[b.count]
    }

    @Test("Of short lists as many as there can be", arguments: [1, 2, 3])
    func short(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            func list() -> [Int] { (0..<generator.number(0...14)).map { _ in generator.number(0...5) } }
            let (a, b) = (list(), list())
            #expect(Self.check(a, b) == Self.longest(a, b))
        }
    }

    @Test("Long lists that have nothing in common, or all but a little")
    func long() {
        let count = 4 * EqualPairs.mostCompared
        let list = Array(0..<count)
        #expect(Self.check(list, list.map { $0 + count }) == 0)
        #expect(Self.check(list, list) == count)
        #expect(Self.check(list, []) == 0)
        var changed = list
        for at in stride(from: 3, to: count, by: 100) { changed[at] = -1 }
        #expect(Self.check(list, changed) == list.count { $0 % 100 != 3 })
        // Both ends are the same, and between them every element stands there twice: nothing is unique.
        let twice = list.map { $0 / 2 }
        #expect(Self.check([-1] + twice + [-2], [-1] + twice.reversed() + [-2]) >= 2)
        // A block that moved: the longer part stays.
        let moved = Array(list[(count / 3)...]) + Array(list[..<(count / 3)])
        #expect(Self.check(list, moved) == count - count / 3)
    }

    @Test("Two long texts that differ throughout lose nothing")
    func texts() {
        func text(_ name: String) -> String {
            (0..<2_500).map { "The \(name) sentence of number \($0) tells something else." }.joined(separator: " ")
                + " The last one is the same in both texts."
        }
        let parts = TellingDifference(text("first"), text("second")).parts
        #expect(parts.last == .same("The last one is the same in both texts."))
        #expect(parts.count { if case .first = $0 { true } else { false } } == 2_500)
        #expect(parts.count { if case .second = $0 { true } else { false } } == 2_500)
    }
}
