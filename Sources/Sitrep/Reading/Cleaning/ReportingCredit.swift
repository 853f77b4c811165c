/// Credits below a report or at the end of its last paragraph: `(Reporting by Jane Doe in Kyiv; editing by John Roe)`.
enum ReportingCredit {
    static let reason = "credits"

    /// A longer passage is no credit.
    private static let longest = 500
    private static let starts = [
        "reporting by ", "additional reporting by ", "editing by ", "writing by ", "compiled by ",
    ]
    private static let bracketed = [
        "(Reporting by ", "(Reporting By ", "(Additional reporting by ", "(Editing by ", "(Writing by ",
        "(Compiled by ",
    ]

    /// The first letters of credits, in small letters, and the bracket.
    private static let firstLetters = Set("(raewc".utf8)

    /// Whether a line is a credit as a whole: in brackets, or so long that it names who wrote or edited too.
    static func isCredit(_ line: String) -> Bool {
        guard line.utf8.count <= longest, let first = line.utf8.first, firstLetters.contains(first | 0x20) else {
            return false
        }
        if bracketed.contains(where: line.hasPrefix) { return isClosed(line) }
        let lowered = line.lowercased()
        return starts.contains(where: lowered.hasPrefix)
            && ["; editing by", "; writing by", "; additional"].contains { ByteSearch.contains(lowered, $0) }
    }

    /// Parts credits in brackets from the paragraphs that they end.
    static func part(_ lines: inout [ReportLine]) {
        guard lines.contains(where: { start(in: $0) != nil }) else { return }
        var parted: [ReportLine] = []
        parted.reserveCapacity(lines.count + 1)
        for var line in lines {
            guard let start = start(in: line) else {
                parted.append(line)
                continue
            }
            var credit = ReportLine(String(decoding: line.text.utf8.dropFirst(start), as: UTF8.self))
            credit.reason = reason
            line.text = TextLines.trimmed(String(decoding: line.text.utf8.prefix(start), as: UTF8.self))
            parted.append(line)
            parted.append(credit)
        }
        lines = parted
    }

    /// Where the credit begins that ends a line; `nil` where there is none, or nothing else.
    private static func start(in line: ReportLine) -> Int? {
        let bytes = line.text.utf8
        guard line.stays, bytes.suffix(2).contains(UInt8(ascii: ")")) else { return nil }
        var skipped = max(0, bytes.count - longest)
        let tail = bytes.dropFirst(skipped).drop { $0 & 0xC0 == 0x80 }
        skipped = bytes.count - tail.count
        let text = String(Substring(tail))
        guard let found = bracketed.compactMap({ ByteSearch.offset(of: $0, in: text) }).min(), skipped + found > 0
        else {
            return nil
        }
        return isClosed(String(decoding: text.utf8.dropFirst(found), as: UTF8.self)) ? skipped + found : nil
    }

    /// Whether the bracket that begins a passage ends it.
    private static func isClosed(_ text: String) -> Bool {
        var depth = 0
        for (place, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return place >= text.utf8.count - 2 }
        }
        return false
    }
}
