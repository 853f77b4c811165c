extension SHA256Digest {
    /// The digest of a file's bytes, in hexadecimal.
    ///
    /// - Throws: ``ReadFailure`` when it cannot be read, or changes meanwhile.
    static func hex(ofFile path: String) throws -> String {
        let file = try InputFile(path: path)
        var digest = SHA256Digest()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var total = 0
        while true {
            let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { break }
            total += count
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        try file.confirmUnchanged(bytesRead: total)
        return digest.finish()
    }
}
