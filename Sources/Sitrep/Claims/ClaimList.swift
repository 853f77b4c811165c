/// The figures of a report as they are stored: in a value slot of its document, so that those of many reports are read
/// without their texts, and go when the report goes.
enum ClaimList {
    /// The claims; empty for none, so that a report without any has no value.
    static func encode(_ claims: [Claim]) -> [UInt8] {
        guard !claims.isEmpty else { return [] }
        var out = ByteWriter()
        out.write(claims) { out, claim in claim.write(to: &out) }
        return out.bytes
    }

    /// Reads what ``encode(_:)`` wrote.
    ///
    /// - Throws: ``ByteReader/Malformed`` for whatever it did not write.
    static func decode(_ bytes: [UInt8]) throws(ByteReader.Malformed) -> [Claim] {
        guard !bytes.isEmpty else { return [] }
        var input = ByteReader(bytes)
        return try input.list { reader throws(ByteReader.Malformed) in try Claim(from: &reader) }
    }
}
