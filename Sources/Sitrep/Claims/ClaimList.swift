/// The figures of a report as they are stored: in a value slot of its document, so that those of many reports are read
/// without their texts, and go when the report goes.
struct ClaimList: Equatable, Sendable {
    /// The figures, in the order of title and text.
    var claims: [Claim] = []
    /// Figures that a person says the report does not give, which are no longer among those.
    var struck: [Claim] = []
    /// Whether the report has more of them than are kept.
    var isCut = false

    /// As it is stored; empty for no figures, so that a report without any has no value.
    func encoded() -> [UInt8] {
        guard !claims.isEmpty || !struck.isEmpty else { return [] }
        var out = ByteWriter()
        out.write(claims) { out, claim in claim.write(to: &out) }
        if isCut || !struck.isEmpty { out.write((isCut ? 1 : 0) + (struck.isEmpty ? 0 : 2)) }
        if !struck.isEmpty { out.write(struck) { out, claim in claim.write(to: &out) } }
        return out.bytes
    }
}

extension ClaimList {
    /// Reads what ``encoded()`` wrote.
    ///
    /// - Throws: ``ByteReader/Malformed`` for whatever it did not write.
    init(decoding bytes: [UInt8]) throws(ByteReader.Malformed) {
        self.init()
        guard !bytes.isEmpty else { return }
        var input = ByteReader(bytes)
        claims = try input.list { reader throws(ByteReader.Malformed) in try Claim(from: &reader) }
        guard !input.isAtEnd else { return }
        let more = try input.number()
        guard (1...3).contains(more) else { throw ByteReader.Malformed() }
        isCut = more & 1 != 0
        if more & 2 != 0 {
            struck = try input.list { reader throws(ByteReader.Malformed) in try Claim(from: &reader) }
            guard !struck.isEmpty else { throw ByteReader.Malformed() }
        }
        guard input.isAtEnd else { throw ByteReader.Malformed() }
    }
}
