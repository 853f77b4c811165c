/// Writes numbers and strings one after the other: LEB128 numbers, strings with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ number: Int) { write(UInt64(number)) }

    mutating func write(_ string: String) { write(Array(string.utf8)) }

    mutating func write(_ data: [UInt8]) {
        write(data.count)
        bytes += data
    }

    /// 0 for `nil`, else 1 and the string.
    mutating func write(_ string: String?) {
        guard let string else { return write(0) }
        write(1)
        write(string)
    }

    /// The count, then each element as `body` writes it.
    mutating func write<Element>(_ list: [Element], _ body: (inout ByteWriter, Element) -> Void) {
        write(list.count)
        for element in list { body(&self, element) }
    }

    /// The bytes with their sum behind them, see ``ByteReader/checkSum()``.
    var summed: [UInt8] { bytes + ByteSum.of(bytes) }
}

/// A sum behind a record: the tables of a database have none, and a byte that a disk returns wrong would be taken for what
/// was written.
enum ByteSum {
    /// Bytes that it takes.
    static let size = 8

    /// A number, the lowest byte first.
    static func encoded(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

    /// The sum of some bytes.
    static func of(_ bytes: some Collection<UInt8>) -> [UInt8] {
        encoded(Array(bytes).withUnsafeBytes { ImageHash.token($0) })
    }
}

/// Reads what ``ByteWriter`` wrote; every damage is an error, never a crash or a huge allocation.
struct ByteReader {
    private let bytes: [UInt8]
    private var at = 0

    /// The bytes are no record of ours.
    struct Malformed: Error {}

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all was read.
    var isAtEnd: Bool { at == bytes.count }

    /// What was not read yet.
    var rest: ArraySlice<UInt8> { bytes[at...] }

    /// Compares what was read with the sum behind it, see ``ByteWriter/summed``; an older version wrote none.
    func checkSum() throws(Malformed) {
        guard isAtEnd || rest.elementsEqual(ByteSum.of(bytes[..<at])) else { throw Malformed() }
    }

    mutating func number() throws(Malformed) -> UInt64 {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard at < bytes.count else { throw Malformed() }
            let byte = bytes[at]
            at += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        throw Malformed()
    }

    /// There are not so many bytes, days or runs of anything; what is read can be added up and multiplied.
    static let mostOfAnything = 1 << 48

    /// A size, a count or a place: at most ``mostOfAnything``.
    mutating func int() throws(Malformed) -> Int {
        guard let value = Int(exactly: try number()), value <= Self.mostOfAnything else { throw Malformed() }
        return value
    }

    mutating func data() throws(Malformed) -> [UInt8] {
        let count = try int()
        guard count <= bytes.count - at else { throw Malformed() }
        defer { at += count }
        return Array(bytes[at..<at + count])
    }

    mutating func string() throws(Malformed) -> String {
        String(decoding: try data(), as: UTF8.self)
    }

    mutating func optionalString() throws(Malformed) -> String? {
        switch try number() {
        case 0: nil
        case 1: try string()
        default: throw Malformed()
        }
    }

    mutating func list<Element>(_ body: (inout ByteReader) throws(Malformed) -> Element) throws(Malformed) -> [Element]
    {
        let count = try int()
        // Each element takes a byte at least, and in memory more, which a damaged count is not given.
        guard count <= bytes.count - at else { throw Malformed() }
        var result: [Element] = []
        result.reserveCapacity(min(count, 1_024))
        for _ in 0..<count { result.append(try body(&self)) }
        return result
    }
}
