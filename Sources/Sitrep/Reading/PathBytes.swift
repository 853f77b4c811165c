/// File names as strings, whatever their bytes.
///
/// A name is a string of bytes to the system and need not be UTF-8. Sitrep writes a byte `b` that is no part of valid
/// UTF-8 as the private-use scalar U+10FE00 + `b`, so that every name is a `String`, can be stored and printed, and
/// gives its bytes back. A name that has such scalars of its own (nobody's does) has their bytes written so too.
public enum PathBytes {
    private static let escapes: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

    /// The string for a name's bytes.
    public static func string(from bytes: some Collection<UInt8>) -> String {
        let array = Array(bytes)
        if let plain = String(validating: array, as: UTF8.self), !plain.unicodeScalars.contains(where: isEscape) {
            return plain
        }
        var scalars = String.UnicodeScalarView()
        array.withUnsafeBufferPointer { input in
            var at = 0
            while at < input.count {
                if let (scalar, length) = ScalarDecoder.decode(input, at: at), !escapes.contains(scalar),
                    let unicode = Unicode.Scalar(scalar)
                {
                    scalars.append(unicode)
                    at += length
                } else {
                    if let unicode = Unicode.Scalar(0x10FE00 + UInt32(input[at])) { scalars.append(unicode) }
                    at += 1
                }
            }
        }
        return String(scalars)
    }

    /// The bytes of the name that `string` stands for.
    public static func bytes(of string: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(string.utf8.count)
        for scalar in string.unicodeScalars {
            if isEscape(scalar) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }

    private static func isEscape(_ scalar: Unicode.Scalar) -> Bool { escapes.contains(scalar.value) }

    /// Calls `body` with the name as the system wants it: bytes that end in NUL; `nil` when a NUL is among them.
    static func withSystemPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result? {
        var bytes = bytes(of: path)
        guard !bytes.contains(0) else { return nil }
        bytes.append(0)
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { $0.baseAddress.map(body) }
        }
    }
}
