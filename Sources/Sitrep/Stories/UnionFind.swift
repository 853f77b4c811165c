#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Sets of numbers that grow together, each known by its least number: linking by number with path halving (Tarjan, van
/// Leeuwen 1984). All but constant time; four bytes a number, of which only those are touched that are asked for.
final class UnionFind {
    /// How many numbers there are.
    let count: Int
    /// How far below a number another one of its set stands; 0 for the least of the set.
    private let steps: UnsafeMutablePointer<UInt32>

    /// Each of the numbers from 0 to below `count` in a set of its own.
    init(count: Int) {
        precondition(count >= 0 && count <= Int(UInt32.max) + 1)
        self.count = count
        // Pages of zeros that take no memory before they are written to, unlike those of an array.
        guard let memory = calloc(max(count, 1), MemoryLayout<UInt32>.stride) else { fatalError("out of memory") }
        steps = memory.bindMemory(to: UInt32.self, capacity: max(count, 1))
    }

    deinit { free(steps) }

    /// The least number of the set of a number.
    func root(of number: Int) -> Int {
        precondition(number >= 0 && number < count)
        var number = number
        while steps[number] != 0 {
            let above = number - Int(steps[number])
            steps[number] += steps[above]
            number -= Int(steps[number])
        }
        return number
    }

    /// Whether two numbers are in one set.
    func areJoined(_ a: Int, _ b: Int) -> Bool { root(of: a) == root(of: b) }

    /// Joins the sets of two numbers.
    func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        guard a != b else { return }
        let (least, other) = a < b ? (a, b) : (b, a)
        steps[other] = UInt32(other - least)
    }
}
