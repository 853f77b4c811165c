extension Schema {
    /// The term of a SHA-256 in hexadecimal: its first 16 bytes, in which no two reports agree by chance. What is no digest
    /// has a term that no report has.
    static func term(ofDigest text: String) -> [UInt8] {
        let values = text.utf8.compactMap(Hexadecimal.value(ofDigit:))
        guard values.count == 64, text.utf8.count == 64 else { return digest.term("") }
        return digest.term(stride(from: 0, to: 32, by: 2).map { values[$0] << 4 | values[$0 + 1] })
    }
}
