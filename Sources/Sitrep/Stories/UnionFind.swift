/// Sets of numbers that grow together: union by size with path halving (Tarjan, van Leeuwen 1984). All but constant time.
struct UnionFind {
    private var parents: [Int] = []
    private var sizes: [Int] = []

    var count: Int { parents.count }

    /// Each of the numbers from 0 to below `count` in a set of its own.
    init(count: Int = 0) {
        parents = Array(0..<count)
        sizes = Array(repeating: 1, count: count)
    }

    /// Adds a number in a set of its own and gives it.
    mutating func add() -> Int {
        parents.append(parents.count)
        sizes.append(1)
        return parents.count - 1
    }

    /// The number that stands for the set of another one.
    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    /// Joins the sets of two numbers.
    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        guard a != b else { return }
        let (small, large) = sizes[a] < sizes[b] ? (a, b) : (b, a)
        parents[small] = large
        sizes[large] += sizes[small]
    }
}
