import Foundation
import Testing

@testable import Sitrep

/// A fixed number of inputs for each of ``FuzzTarget``: those of the repository, what is made from an index, and what chance
/// makes of them.
@Suite("What reads bytes from outside holds, whatever they are")
struct FuzzTargetTests {
    private static let mutationsOfEach = 40
    private static let mostMutations = 400

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzzing")

    private static func inputs(of target: FuzzTarget) throws -> [[UInt8]] {
        let folder = folder.appendingPathComponent(target.rawValue)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = try names.sorted().map { Array(try Data(contentsOf: folder.appendingPathComponent($0))) }
        return try files + FuzzSeeds.inputs(of: target)
    }

    @Test("Inputs that once broke something, and those that others are made from", arguments: FuzzTarget.allCases)
    func known(target: FuzzTarget) throws {
        let inputs = try Self.inputs(of: target)
        #expect(!inputs.isEmpty)
        for input in inputs + [[], [0], [0xFF, 0xFE]] { try target.run(input) }
    }

    @Test("Inputs that chance has changed", arguments: FuzzTarget.allCases)
    func changed(target: FuzzTarget) throws {
        var random = SeededGenerator(seed: 0xF022)
        let inputs = try Self.inputs(of: target)
        var left = Self.mostMutations
        for input in inputs {
            for _ in 0..<Self.mutationsOfEach where left > 0 {
                left -= 1
                let other = inputs[Int.random(in: inputs.indices, using: &random)]
                try target.run(Self.changed(input, with: other, &random))
            }
        }
    }

    /// A few changes: bits, bytes, parts that go, come twice, or come from elsewhere.
    private static func changed(_ input: [UInt8], with other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = input
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 0...64, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1 where at < bytes.count: bytes[at] = [0, 0x1B, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            case 2: bytes.removeSubrange(at..<end)
            case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 4 where !other.isEmpty:
                let from = Int.random(in: other.indices, using: &random)
                let part = other[from..<min(other.count, from + 64)]
                bytes.replaceSubrange(at..<end, with: part)
            default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
            }
        }
        return bytes
    }
}
