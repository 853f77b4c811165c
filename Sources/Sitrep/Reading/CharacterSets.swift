internal import CReading

/// Character sets by name: what a page declares, what a detector guesses, conversion.
enum CharacterSets {
    /// The name that iconv is asked for: a superset where pages and detectors name the smaller set.
    static func canonical(_ name: String) -> String {
        let name = TextLines.trimmed(name).lowercased()
        switch name {
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252":
            // Bytes 0x80…0x9F are quotation marks and dashes in practice, never control characters.
            return "WINDOWS-1252"
        case "koi8-r", "koi8r", "koi8-u", "koi8": return "KOI8-U"
        case "iso-8859-9", "latin5": return "WINDOWS-1254"
        case "iso-8859-11", "tis-620": return "WINDOWS-874"
        case "gb2312", "gbk", "gb18030": return "GB18030"
        case "shift_jis", "x-sjis", "shift-jis": return "CP932"
        case "big5": return "BIG5-HKSCS"
        case "mac-cyrillic", "x-mac-cyrillic": return "MAC-CYRILLIC"
        case "x-cp1251", "cp1251", "win-1251", "windows-1251": return "WINDOWS-1251"
        default: return name.uppercased()
        }
    }

    /// What a detector guesses from a start of the bytes; `nil` when it cannot tell.
    static func guessed(_ bytes: [UInt8]) -> String? {
        var name = [CChar](repeating: 0, count: 64)
        let length = sr_charset_guess(bytes, min(bytes.count, 1 << 20), &name, name.count)
        guard length > 0 else { return nil }
        return canonical(String(decoding: name[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// The text in UTF-8, with U+FFFD for what does not fit; `nil` for an unknown character set.
    static func convert(_ bytes: [UInt8], from charset: String) -> String? {
        var output: UnsafeMutablePointer<UInt8>?
        var length = 0
        var replaced = 0
        guard sr_charset_convert(charset, bytes, bytes.count, &output, &length, &replaced) == 0, let output else {
            return nil
        }
        defer { sr_charset_free(output) }
        return String(decoding: UnsafeBufferPointer(start: output, count: length), as: UTF8.self)
    }

    /// The character set that a page declares in a `meta` tag of its first 4,096 bytes; `nil` for one that cannot be
    /// it.
    static func declared(inHTML bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }
        let name = Array("charset".utf8)
        var at = 0
        while at + name.count < head.count {
            guard head[at...].starts(with: name) else {
                at += 1
                continue
            }
            at += name.count
            var value = head[at...].drop { $0 == 0x20 }
            guard value.first == UInt8(ascii: "=") else { continue }
            value = value.dropFirst().drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let found = value.prefix { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-_.:".utf8.contains(byte)
            }
            guard !found.isEmpty else { continue }
            let name = canonical(String(decoding: found, as: UTF8.self))
            return keepsASCII(name) ? name : nil
        }
        return nil
    }

    /// Whether all of ASCII is the same in a character set: a page names its own in ASCII, so that one such as UTF-7, in which
    /// harmless text hides other text, cannot be what it is written in.
    private static func keepsASCII(_ name: String) -> Bool {
        let ascii = Array(0x20...0x7E) + Array("+AGE-~{!!~}".utf8)
        return convert(ascii, from: name) == String(decoding: ascii, as: UTF8.self)
    }
}
