import Testing

@testable import Sitrep

@Suite("Digests and packed bytes")
struct StoredBytesTests {
    @Test("SHA-256 of the standard's examples, at once and in pieces")
    func digests() {
        #expect(SHA256Digest.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        var digest = SHA256Digest()
        for piece in ["a", "", "bc"] { Array(piece.utf8).withUnsafeBytes { digest.update($0) } }
        #expect(digest.finish() == SHA256Digest.hex("abc".utf8))
    }

    @Test("What is packed unpacks", arguments: [0, 1, 100, 100_000])
    func deflate(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let packed = Deflate.compress(bytes)
        #expect(try Deflate.decompress(packed) == bytes)
        #expect(try Deflate.decompress(packed, size: count) == bytes)
        #expect(count < 1000 || packed.count < count)
    }

    @Test("Damage and bombs are errors")
    func damage() {
        let packed = Deflate.compress([UInt8](repeating: 7, count: 100_000))
        #expect(throws: Deflate.Failure.damaged) { try Deflate.decompress(Array(packed.dropLast(4))) }
        #expect(throws: Deflate.Failure.damaged) { try Deflate.decompress([0xFF, 0xFF, 1, 2]) }
        #expect(throws: Deflate.Failure.damaged) { try Deflate.decompress([]) }
        #expect(throws: Deflate.Failure.tooLarge) { try Deflate.decompress(packed, limit: 1000) }
    }
}
