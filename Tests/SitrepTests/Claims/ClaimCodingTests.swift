import Testing

@testable import Sitrep

@Suite("Claims are stored and read back")
struct ClaimCodingTests {
    private func encoded(_ claim: Claim) -> [UInt8] {
        var out = ByteWriter()
        claim.write(to: &out)
        return out.bytes
    }

    private static let sample = Claim(
        kind: .lostFromRadar,
        least: 168.9,
        most: nil,
        unit: "km2",
        qualifier: .hundredsOfThousands,
        subject: ConceptID(rawValue: "ru"),
        weapon: ConceptID(rawValue: "kh-101"),
        place: ConceptID(rawValue: "kyiv"),
        date: CalendarDate(year: 1969, month: 7, day: 20).map { EventDate($0, .week, surface: "тоді") },
        claimant: ConceptID(rawValue: "ua"),
        isInTitle: true,
        span: 12..<40,
        surface: "168,9 км²\0"
    )

    @Test func roundTrip() throws {
        var claims = [Self.sample, Claim(kind: .other, least: nil, most: 0, unit: "")]
        for kind in Claim.Kind.allCases { claims.append(Claim(kind: kind, least: 4e15, most: -0.5, unit: "x")) }
        for qualifier in Claim.Qualifier.allCases {
            claims.append(Claim(kind: .area, least: 1, most: 2, unit: "km2", qualifier: qualifier))
        }
        for claim in claims {
            var input = ByteReader(encoded(claim))
            #expect(try Claim(from: &input) == claim)
        }
    }

    @Test func lists() throws {
        let claims = [Self.sample, Claim(kind: .killed, least: 1, most: 1, unit: "people")]
        for isCut in [false, true] {
            let list = ClaimList(claims: claims, isCut: isCut)
            #expect(try ClaimList(decoding: list.encoded()) == list)
            #expect(throws: ByteReader.Malformed.self) { try ClaimList(decoding: list.encoded() + [2]) }
        }
        #expect(ClaimList().encoded().isEmpty)
        #expect(try ClaimList(decoding: []) == ClaimList())
        #expect(throws: ByteReader.Malformed.self) { try ClaimList(decoding: [0xFF, 0xFF, 0x7F]) }
    }

    @Test("Damage is an error or another claim, never a crash")
    func damage() {
        let bytes = encoded(Self.sample)
        for length in bytes.indices {
            #expect(throws: ByteReader.Malformed.self) {
                var input = ByteReader(Array(bytes.prefix(length)))
                _ = try Claim(from: &input)
            }
        }
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<2_000 {
            var broken = bytes
            broken[generator.number(0...broken.count - 1)] = UInt8(generator.number(0...255))
            var input = ByteReader(broken)
            if let claim = try? Claim(from: &input) { #expect(claim.span.lowerBound <= claim.span.upperBound) }
        }
    }
}
