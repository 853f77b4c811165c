/// Numbers of concepts, up to four of them without an allocation: hardly a spelling has more.
struct ConceptList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral,
    Equatable, Sendable
{
    private static let inline = 4

    private var few = SIMD4<UInt32>(repeating: 0)
    private var length = 0
    /// All of them, where they are more than four.
    private var many: [Int]?

    init() {}

    init(arrayLiteral numbers: Int...) {
        for number in numbers { append(number) }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { length }

    subscript(place: Int) -> Int {
        @inline(__always)
        get {
            precondition(place < length, "a concept that the list does not have")
            return many?[place] ?? Int(few[place])
        }
        set {
            precondition(place < length, "a concept that the list does not have")
            if many == nil { few[place] = UInt32(newValue) } else { many?[place] = newValue }
        }
    }

    mutating func append(_ number: Int) {
        if many != nil {
            many?.append(number)
        } else if length < Self.inline {
            few[length] = UInt32(number)
        } else {
            many = Array(self) + [number]
        }
        length += 1
    }

    mutating func replaceSubrange(_ range: Range<Int>, with numbers: some Collection<Int>) {
        var all = Array(self)
        all.replaceSubrange(range, with: numbers)
        self = ConceptList()
        for number in all { append(number) }
    }

    mutating func removeAll(where isGone: (Int) throws -> Bool) rethrows {
        var kept = ConceptList()
        for number in self where try !isGone(number) { kept.append(number) }
        self = kept
    }

    static func == (a: ConceptList, b: ConceptList) -> Bool { a.elementsEqual(b) }
}
