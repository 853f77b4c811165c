/// Numbers of concepts, up to four of them without an allocation, as hardly a spelling has more; and for each whether
/// the spelling needs evidence for it.
///
/// A number has 30 bits: more than images have concepts.
struct ConceptList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral,
    Equatable, Sendable
{
    private static let inline = 4
    /// Stands above the number of a concept for which the spelling is weak: also a common word or a person's name, so
    /// that it counts only with evidence.
    private static let weak: UInt32 = 1 << 31
    /// Stands above the number of a concept to which the user has given the spelling: it needs no evidence.
    private static let own: UInt32 = 1 << 30
    private static let number: UInt32 = own - 1

    private var few = SIMD4<UInt32>(repeating: 0)
    private var length = 0
    /// All of them, where they are more than four.
    private var many: [UInt32]?

    @inline(__always)
    init() {}

    init(arrayLiteral numbers: Int...) {
        for number in numbers { append(number) }
    }

    /// The list of one concept.
    @inline(__always)
    init(_ number: Int) { append(number) }

    var startIndex: Int { 0 }
    var endIndex: Int {
        @inline(__always) get { length }
    }

    /// The concept at a place. One that is set needs no evidence.
    subscript(place: Int) -> Int {
        @inline(__always)
        get { Int(entry(place) & Self.number) }
        set { set(entry: Self.entry(newValue), at: place) }
    }

    @inline(__always)
    private static func entry(_ number: Int) -> UInt32 {
        precondition(number >= 0 && number <= Self.number, "a number that no concept has")
        return UInt32(truncatingIfNeeded: number)
    }

    @inline(__always)
    private func entry(_ place: Int) -> UInt32 {
        precondition(place >= 0 && place < length, "a concept that the list does not have")
        if length <= Self.inline { return few[place] }
        return many?[place] ?? 0
    }

    @inline(__always)
    private mutating func set(entry: UInt32, at place: Int) {
        precondition(place >= 0 && place < length, "a concept that the list does not have")
        if length <= Self.inline { few[place] = entry } else { many?[place] = entry }
    }

    @inline(__always)
    private mutating func append(entry: UInt32) {
        if length < Self.inline { few[length] = entry } else { appendToMany(entry) }
        length += 1
    }

    private mutating func appendToMany(_ entry: UInt32) {
        if length == Self.inline { many = (0..<length).map { few[$0] } }
        many?.append(entry)
    }

    @inline(__always)
    mutating func append(_ number: Int) { append(entry: Self.entry(number)) }

    /// Adds a concept that a spelling bears, once; it is weak for it where nothing says otherwise.
    @inline(__always)
    mutating func insert(_ number: Int, isWeak: Bool, isOwn: Bool) {
        let own = isOwn && !isWeak ? Self.own : 0
        for place in indices where self[place] == number {
            if !isWeak { set(entry: (entry(place) | own) & ~Self.weak, at: place) }
            return
        }
        append(entry: Self.entry(number) | own | (isWeak ? Self.weak : 0))
    }

    /// Whether the spelling is weak for a concept of the list.
    func isWeak(_ number: Int) -> Bool { marks(of: number) & Self.weak != 0 }

    /// Whether the user has given the spelling to a concept of the list.
    func isOwn(_ number: Int) -> Bool { marks(of: number) & Self.own != 0 }

    @inline(__always)
    private func marks(of number: Int) -> UInt32 {
        for place in indices where self[place] == number { return entry(place) }
        return 0
    }

    mutating func replaceSubrange(_ range: Range<Int>, with numbers: some Collection<Int>) {
        var result = ConceptList()
        for place in 0..<range.lowerBound { result.append(entry: entry(place)) }
        for number in numbers { result.append(number) }
        for place in range.upperBound..<length { result.append(entry: entry(place)) }
        self = result
    }

    @inline(__always)
    mutating func removeAll(where isGone: (Int) throws -> Bool) rethrows {
        var kept = ConceptList()
        for place in indices where try !isGone(self[place]) { kept.append(entry: entry(place)) }
        self = kept
    }

    static func == (a: ConceptList, b: ConceptList) -> Bool { a.elementsEqual(b) }
}
