/// Where a JSON text is broken.
struct JSONSyntaxError: Error, Equatable {
    var offset: Int
    var reason: String
}

/// A value of a JSON text, found but not decoded.
struct JSONSpan: Equatable {
    var range: Range<Int>
    /// The line that it begins at, from 1.
    var line: Int
    /// How deep arrays and objects nest in it: 0 for a string or number.
    var depth: Int
    /// The first byte.
    var firstByte: UInt8
}

/// Checks the grammar of a JSON text (RFC 8259) in one pass, without recursion, and finds the elements of an array.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var line = 1
    /// The open containers: true for an object.
    private var open: [Bool] = []
    private var deepest = 0
    private let most: Int
    private var hasMore = false

    /// The whole document's value and, when it is an array, its elements.
    struct Shape: Equatable {
        var value: JSONSpan
        var elements: [JSONSpan]?
        /// Whether the array has more elements than these.
        var hasMore = false
    }

    /// Checks a document; throws ``JSONSyntaxError`` at the first byte that breaks the grammar.
    ///
    /// - Parameter most: of so many elements of an array it is told where they are, each of which takes 40 bytes of memory;
    ///   how deep the others nest is not told either.
    static func scan(_ bytes: [UInt8], elements most: Int = .max) throws(JSONSyntaxError) -> Shape {
        do {
            return try bytes.withUnsafeBufferPointer { buffer in
                var scanner = JSONScanner(bytes: buffer, most: most)
                return try scanner.document()
            }
        } catch let error as JSONSyntaxError {
            throw error
        } catch {
            throw JSONSyntaxError(offset: 0, reason: "unreadable")
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, most: Int) {
        self.bytes = bytes
        self.most = most
    }

    private mutating func document() throws -> Shape {
        skipBlanks()
        let start = at
        let startLine = line
        guard let first = peek else { throw error("nothing in it") }
        var elements: [JSONSpan]?
        if first == UInt8(ascii: "[") {
            elements = try array()
        } else {
            try value()
        }
        let value = JSONSpan(
            range: start..<at,
            line: startLine,
            depth: max(deepest, (elements?.map(\.depth).max() ?? -1) + 1),
            firstByte: first
        )
        skipBlanks()
        guard at == bytes.count else { throw error("something after the end of the value") }
        return Shape(value: value, elements: elements, hasMore: hasMore)
    }

    private mutating func array() throws -> [JSONSpan] {
        var elements: [JSONSpan] = []
        at += 1
        skipBlanks()
        if peek == UInt8(ascii: "]") {
            at += 1
            return elements
        }
        while true {
            skipBlanks()
            let start = at
            let startLine = line
            deepest = 0
            guard let first = peek else { throw error("the array is not closed") }
            try value()
            if elements.count < most {
                elements.append(JSONSpan(range: start..<at, line: startLine, depth: deepest, firstByte: first))
            } else {
                hasMore = true
            }
            skipBlanks()
            switch peek {
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "]"):
                at += 1
                return elements
            case nil: throw error("the array is not closed")
            default: throw error("a comma or ] is missing")
            }
        }
    }

    /// One value of any kind, with all that is in it.
    private mutating func value() throws {
        let floor = open.count
        repeat {
            // Here a value begins.
            skipBlanks()
            guard let byte = peek else { throw error("it ends too early") }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = byte == UInt8(ascii: "{")
                at += 1
                open.append(isObject)
                deepest = max(deepest, open.count - floor)
                skipBlanks()
                if peek == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    at += 1
                    open.removeLast()
                } else {
                    if isObject { try key() }
                    continue
                }
            case UInt8(ascii: "\""): try string()
            case UInt8(ascii: "t"): try literal("true")
            case UInt8(ascii: "f"): try literal("false")
            case UInt8(ascii: "n"): try literal("null")
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
            default: throw error("no value")
            }
            try closeOrGoOn(floor: floor)
        } while open.count > floor
    }

    /// After a value: takes closing brackets, or the comma before the next value.
    private mutating func closeOrGoOn(floor: Int) throws {
        while open.count > floor, let isObject = open.last {
            skipBlanks()
            guard let byte = peek else { throw error("it ends too early") }
            at += 1
            switch byte {
            case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: open.removeLast()
            case UInt8(ascii: ","):
                if isObject { try key() }
                return
            default:
                at -= 1
                throw error(isObject ? "a comma or } is missing" : "a comma or ] is missing")
            }
        }
    }

    private mutating func key() throws {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else { throw error("a name in quotes is missing") }
        try string()
        skipBlanks()
        guard peek == UInt8(ascii: ":") else { throw error("a colon is missing") }
        at += 1
    }

    private mutating func string() throws {
        let start = at
        at += 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return
            case UInt8(ascii: "\\"):
                at += 1
                guard let escape = peek else { break }
                if escape == UInt8(ascii: "u") {
                    for i in 1...4 {
                        guard at + i < bytes.count, Hexadecimal.isDigit(bytes[at + i]) else {
                            throw error("a broken \\u escape")
                        }
                    }
                    at += 5
                } else if "\"\\/bfnrt".utf8.contains(escape) {
                    at += 1
                } else {
                    throw error("an unknown escape")
                }
            case 0..<0x20: throw error("a control character in a string")
            default: at += 1
            }
        }
        at = start
        throw error("a string is not closed")
    }

    private mutating func number() throws {
        if peek == UInt8(ascii: "-") { at += 1 }
        let isZero = peek == UInt8(ascii: "0")
        let length = digits()
        guard length > 0, !isZero || length == 1 else { throw error("a broken number") }
        if peek == UInt8(ascii: ".") {
            at += 1
            guard digits() > 0 else { throw error("a broken number") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            at += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw error("a broken number") }
        }
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = peek, isDigit(byte) { at += 1 }
        return at - start
    }

    private mutating func literal(_ word: StaticString) throws {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[at..<end].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: end - at))
        else { throw error("no value") }
        at = end
    }

    private mutating func skipBlanks() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x0A:
                line += 1
                at += 1
            case 0x20, 0x09, 0x0D: at += 1
            default: return
            }
        }
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }
    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private func error(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(offset: at, reason: reason) }
}

extension JSONSyntaxError {
    /// The line and column (in characters), both from 1, of the place in `bytes`.
    func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }
}
