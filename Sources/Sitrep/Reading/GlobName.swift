/// A pattern for one name of a path, made ready for many names.
struct GlobName: Sendable, Equatable {
    private enum Element: Sendable, Equatable {
        /// Any characters, none among them.
        case any
        /// One character, of one byte or more.
        case one
        case byte(UInt8)
        case set(ByteSet)
    }

    private let elements: [Element]

    /// Linear in the length of the pattern.
    init(_ pattern: ArraySlice<UInt8>) {
        var elements: [Element] = []
        var at = pattern.startIndex
        // Behind a set that is not closed none is.
        var hasSets = true
        while at < pattern.endIndex {
            let byte = pattern[at]
            at += 1
            switch byte {
            case UInt8(ascii: "*"):
                if elements.last != .any { elements.append(.any) }
            case UInt8(ascii: "?"): elements.append(.one)
            case UInt8(ascii: "[") where hasSets:
                if let (set, end) = Self.set(in: pattern, from: at) {
                    elements.append(.set(set))
                    at = end
                } else {
                    hasSets = false
                    elements.append(.byte(byte))
                }
            case UInt8(ascii: "\\") where at < pattern.endIndex:
                elements.append(.byte(pattern[at]))
                at += 1
            default: elements.append(.byte(byte))
            }
        }
        self.elements = elements
    }

    /// Whether the pattern matches all of a name: at a mismatch goes back to the last `*` and lets it take in one byte more.
    func matches(_ name: ArraySlice<UInt8>) -> Bool {
        var element = 0
        var at = name.startIndex
        var retry: (element: Int, at: Int)?
        while at < name.endIndex {
            if element < elements.count, elements[element] == .any {
                retry = (element, at)
                element += 1
            } else if element < elements.count, let width = width(of: element, in: name, at) {
                element += 1
                at += width
            } else if let (lastElement, lastAt) = retry {
                retry = (lastElement, lastAt + 1)
                element = lastElement + 1
                at = lastAt + 1
            } else {
                return false
            }
        }
        if element < elements.count, elements[element] == .any { element += 1 }
        return element == elements.count
    }

    /// How many bytes of the name an element takes in; `nil` where it does not match.
    private func width(of element: Int, in name: ArraySlice<UInt8>, _ at: Int) -> Int? {
        switch elements[element] {
        case .any: return nil
        case .one:
            var width = 1
            while at + width < name.endIndex, name[at + width] & 0xC0 == 0x80 { width += 1 }
            return width
        case .byte(let byte): return byte == name[at] ? 1 : nil
        case .set(let set): return set.contains(name[at]) ? 1 : nil
        }
    }

    /// The set that begins behind a `[`, and where it ends; `nil` where it is not closed.
    private static func set(in pattern: ArraySlice<UInt8>, from start: Int) -> (ByteSet, end: Int)? {
        var at = start
        guard at < pattern.endIndex else { return nil }
        let isNegated = pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^")
        if isNegated { at += 1 }
        var set = ByteSet()
        let first = at
        while at < pattern.endIndex {
            if pattern[at] == UInt8(ascii: "]"), at > first { return (isNegated ? set.inverted : set, at + 1) }
            if at + 2 < pattern.endIndex, pattern[at + 1] == UInt8(ascii: "-"), pattern[at + 2] != UInt8(ascii: "]") {
                if pattern[at] <= pattern[at + 2] { set.insert(pattern[at]...pattern[at + 2]) }
                at += 3
            } else {
                set.insert(pattern[at]...pattern[at])
                at += 1
            }
        }
        return nil
    }
}

/// A set of bytes, a bit each.
private struct ByteSet: Sendable, Equatable {
    private var bits = SIMD4<UInt64>()

    mutating func insert(_ bytes: ClosedRange<UInt8>) {
        for byte in bytes { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    }

    func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

    var inverted: ByteSet {
        var set = self
        set.bits = ~bits
        return set
    }
}
