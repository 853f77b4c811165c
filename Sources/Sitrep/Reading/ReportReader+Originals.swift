/// The bytes of reports as they are on disk.
public enum Originals {
    /// Gives the bytes of reports of a file as they are on disk now: of the file where it holds one report (packed where it
    /// is packed), of the line or the element where it holds many.
    ///
    /// The file is read once. What is in it no more, or has changed, is not given.
    ///
    /// - Parameters:
    ///   - digests: the SHA-256 of the bytes wanted, in hexadecimal.
    ///   - sink: called with a digest and the bytes that have it, once for each.
    /// - Throws: ``ReadFailure`` when the file cannot be read, and what `sink` throws.
    public static func read(
        path: String,
        digests: Set<String>,
        sink: (String, [UInt8]) throws -> Void
    ) throws {
        try ReportReader(limits: .widest, today: Timestamp.localToday())
            .readOriginals(path: path, digests: digests, sink: sink)
    }
}

extension ReportReader {
    fileprivate func readOriginals(
        path: String,
        digests: Set<String>,
        sink: (String, [UInt8]) throws -> Void
    ) throws {
        let format = ReportFormat(path: path)
        var left = digests
        func take(_ bytes: [UInt8]) throws {
            let digest = SHA256Digest.hex(bytes)
            if left.remove(digest) != nil { try sink(digest, bytes) }
        }
        if format == .jsonLines {
            var source = try ByteSource(path: path, limits: limits)
            return try forEachLine(&source) { _, line in if let line, !left.isEmpty { try take(line) } }
        }
        try take(try wholeFile(path))
        guard format == .json, !left.isEmpty else { return }
        var source = try ByteSource(path: path, limits: limits)
        let bytes = try utf8(try source.rest(), path: path)
        guard let elements = try? JSONScanner.scan(bytes, elements: limits.mostRecords).elements else { return }
        for element in elements where !left.isEmpty { try take(Array(bytes[element.range])) }
    }

    /// The bytes of a regular file, unpacked or not.
    private func wholeFile(_ path: String) throws -> [UInt8] {
        let file = try InputFile(path: path)
        guard file.status.size <= limits.maximumFileBytes else {
            throw ReadFailure(path: path, reason: limits.largeFile)
        }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try piece.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { break }
            bytes += piece[..<count]
            guard bytes.count <= limits.maximumFileBytes else {
                throw ReadFailure(path: path, reason: limits.largeFile)
            }
        }
        try file.confirmUnchanged(bytesRead: bytes.count)
        return bytes
    }
}
