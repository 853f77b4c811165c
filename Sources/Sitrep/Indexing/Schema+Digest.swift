extension Schema {
    /// The term of a SHA-256 in hexadecimal: its first 16 bytes, in which no two reports agree by chance. What is no digest
    /// has a term that no report has.
    static func term(ofDigest text: String) -> [UInt8] {
        let digits = text.utf8.prefix(32).map(Hexadecimal.value(ofDigit:))
        guard digits.count == 32, !digits.contains(nil) else { return digest.term("") }
        let values = digits.compactMap { $0 }
        return digest.term(stride(from: 0, to: 32, by: 2).map { values[$0] << 4 | values[$0 + 1] })
    }
}
