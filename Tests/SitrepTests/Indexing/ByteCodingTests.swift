import Testing

@testable import Sitrep

@Suite("Records survive being written and read, and damage is an error")
struct ByteCodingTests {
    @Test func roundTrip() throws {
        var out = ByteWriter()
        let numbers: [UInt64] = [0, 1, 127, 128, 16_383, 16_384, 1 << 32, UInt64(Int.max), .max]
        out.write(numbers) { $0.write($1) }
        out.write("Київ\0 é")
        out.write(nil as String?)
        out.write("" as String?)
        out.write([0xFF, 0x00] as [UInt8])
        out.write(ByteReader.mostOfAnything)
        var input = ByteReader(out.bytes)
        #expect(try input.list { reader throws(ByteReader.Malformed) in try reader.number() } == numbers)
        #expect(try input.string() == "Київ\0 é")
        #expect(try input.optionalString() == nil)
        #expect(try input.optionalString() == "")
        #expect(try input.data() == [0xFF, 0x00])
        #expect(try input.int() == ByteReader.mostOfAnything)
        #expect(throws: ByteReader.Malformed.self) { try input.int() }
    }

    @Test(
        arguments: [
            [0x80], [0x80, 0x80], [UInt8](repeating: 0xFF, count: 11), [UInt8](repeating: 0xFF, count: 9) + [0x01],
        ] as [[UInt8]]
    )
    func numbersThatDoNotEndOrDoNotFit(bytes: [UInt8]) {
        var input = ByteReader(bytes)
        #expect(throws: ByteReader.Malformed.self) { try input.int() }
    }

    @Test("A size or a count that no run writes is refused before anything is added to it", arguments: [1, 1 << 14])
    func numbersThatAreTooLarge(more: Int) throws {
        var out = ByteWriter()
        out.write(ByteReader.mostOfAnything + more)
        out.write(Int.max)
        var input = ByteReader(out.bytes)
        for _ in 0..<2 { #expect(throws: ByteReader.Malformed.self) { try input.int() } }
        #expect(input.isAtEnd)
    }

    @Test("A length beyond the end is refused before anything is allocated")
    func lengths() {
        let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x01]
        for bytes in [huge, [0x05, 0x61]] {
            var input = ByteReader(bytes)
            #expect(throws: ByteReader.Malformed.self) { try input.string() }
            var list = ByteReader(bytes)
            #expect(throws: ByteReader.Malformed.self) {
                try list.list { reader throws(ByteReader.Malformed) in try reader.number() }
            }
        }
        var option = ByteReader([2, 0])
        #expect(throws: ByteReader.Malformed.self) { try option.optionalString() }
    }

    @Test func zigzag() {
        for number in [0, -1, 1, -2, 2, 1 << 40, -(1 << 40), CalendarDate.firstDay.daysSince1970, -719_162] {
            #expect(number.zigzag >= 0)
            #expect(Int(zigzag: number.zigzag) == number)
        }
        #expect([0, -1, 1, -2].map(\.zigzag) == [0, 1, 2, 3])
    }
}

/// Damage done to bytes: bits turned round, ends cut off, bytes put in.
struct Damage {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func done(to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        guard !bytes.isEmpty else { return [UInt8.random(in: 0...255, using: &generator)] }
        switch generator.number(0...3) {
        case 0: bytes.removeLast(generator.number(1...bytes.count))
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: generator.number(0...bytes.count))
        default:
            for _ in 0..<generator.number(1...3) {
                bytes[generator.number(0...bytes.count - 1)] ^= 1 << UInt8(generator.number(0...7))
            }
        }
        return bytes
    }
}
