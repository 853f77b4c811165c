/// Makes terms that Xapian takes.
enum Terms {
    /// The longest term, in bytes; a NUL counts twice (Xapian's glass backend takes 245).
    static let maximumLength = 240
    /// The longest word that is kept whole; what is longer is no word that a person types.
    static let maximumWordLength = 128

    /// Whether Xapian takes these bytes for a term as they are.
    static func fits(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count + bytes.lazy.filter { $0 == 0 }.count <= maximumLength
    }

    /// The term `prefix` + `value`, or where that is too long its beginning, cut on a character, and a hash of all.
    ///
    /// Two different values never share a term but by a collision of their 64-bit hashes and their beginnings.
    static func bounded(_ prefix: String, _ value: some Sequence<UInt8>) -> [UInt8] {
        bounded(Array(prefix.utf8) + value, to: maximumLength)
    }

    /// `bytes`, cut on a character and closed with a hash when they are longer than `limit`.
    static func bounded(_ bytes: [UInt8], to limit: Int) -> [UInt8] {
        let nulls = bytes.lazy.filter { $0 == 0 }.count
        guard bytes.count + nulls > limit else { return bytes }
        let hash = FNV.hash(bytes)
        // Room for "~" and 16 hexadecimal digits; NULs are halved by counting each as two.
        var cut = 0
        var cost = 0
        while cut < bytes.count, cost + (bytes[cut] == 0 ? 2 : 1) <= limit - 17 {
            cost += bytes[cut] == 0 ? 2 : 1
            cut += 1
        }
        while cut > 0, cut < bytes.count, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        return bytes[..<cut] + [UInt8(ascii: "~")] + Hexadecimal.encode(hash)
    }
}

/// The Fowler–Noll–Vo hash FNV-1a, 64 bits: for names, never where somebody could gain from a collision.
enum FNV {
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}

extension Hexadecimal {
    /// The 16 digits of a number, as ASCII.
    static func encode(_ number: UInt64) -> [UInt8] {
        Array(string(stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }).utf8)
    }
}
