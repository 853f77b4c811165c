import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Style {
    /// A text that a terminal opens the file of when it is clicked (OSC 8, `file://host/path`).
    ///
    /// - Parameters:
    ///   - text: on one line.
    ///   - path: absolute; its bytes are percent-encoded, whatever they are.
    func link(_ text: String, to path: String) -> String {
        guard let linkHost, path.hasPrefix("/"), !text.isEmpty else { return text }
        return "\u{1B}]8;;file://\(linkHost)\(Self.percentEncoded(path))\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }

    /// The path of a file URI (RFC 3986): slashes and unreserved characters stay as they are.
    static func percentEncoded(_ path: String) -> String {
        var result: [UInt8] = []
        for byte in PathBytes.bytes(of: path) {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.append(byte)
            default:
                result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// The name of this machine, which tells a terminal's own files from those of a machine that it is logged in to.
    static var hostName: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
        return percentEncoded(bytes.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" })
    }
}
