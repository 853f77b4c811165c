internal import CReading

/// A SHA-256 digest (FIPS 180-4), computed piece by piece.
public struct SHA256Digest: ~Copyable {
    private let state: OpaquePointer

    /// Begins a digest.
    public init() {
        guard let state = sr_sha256_create() else { fatalError("out of memory") }
        self.state = state
    }

    deinit { sr_sha256_free(state) }

    /// Takes in further bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        sr_sha256_update(state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// The digest of all bytes so far, in hexadecimal; begins anew.
    public mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SR_SHA256_LENGTH))
        sr_sha256_finish(state, &digest)
        return Hexadecimal.string(digest)
    }

    /// The digest of `bytes`, in hexadecimal.
    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var digest = SHA256Digest()
        let direct: Void? = bytes.withContiguousStorageIfAvailable { digest.update(UnsafeRawBufferPointer($0)) }
        if direct == nil { Array(bytes).withUnsafeBytes { digest.update($0) } }
        return digest.finish()
    }
}

/// Bytes as hexadecimal digits.
enum Hexadecimal {
    /// Whether a byte is a digit, small or capital.
    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    /// What a digit stands for, 0 to 15; `nil` for what is none.
    static func value(ofDigit byte: UInt8) -> UInt8? {
        guard isDigit(byte) else { return nil }
        return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x61 + 10
    }

    static func string(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
