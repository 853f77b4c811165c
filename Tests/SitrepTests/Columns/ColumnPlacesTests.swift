import Testing

@testable import Sitrep

@Suite("Places of a packed value's entries")
struct ColumnPlacesTests {
    private func decoded(_ units: [UInt16]) -> [Int] {
        units.map(\.littleEndian).withUnsafeBufferPointer { Array(ColumnPlaces(units: $0)) }
    }

    @Test("Come back as they were, on both sides of what two bytes hold")
    func roundTrip() {
        let edges: [UInt32] = [0, 1, 0x7FFE, 0x7FFF, 0x8000, 0x8001, 0xFFFF, 0x1_0000, 0x3FFF_8000, 0x7FFF_FFFF]
        #expect(decoded(ColumnPlaces.encode(edges)) == edges.map(Int.init))
        #expect(decoded([]).isEmpty)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let places = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                UInt32.random(in: 0..<(1 << UInt32.random(in: 1...31, using: &random)), using: &random)
            }
            let units = ColumnPlaces.encode(places)
            #expect(decoded(units) == places.map(Int.init))
            units.map(\.littleEndian).withUnsafeBufferPointer {
                #expect(ColumnPlaces(units: $0).first == places.first.map(Int.init))
            }
        }
    }

    @Test("Most take two bytes")
    func size() {
        #expect(ColumnPlaces.encode(Array(0..<0x8000)).count == 0x8000)
        #expect(ColumnPlaces.encode([0x8000]).count == 2)
    }

    @Test("One that a damaged file cuts off ends the list")
    func cutOff() {
        #expect(decoded([3, 0x8001]) == [3])
    }
}
