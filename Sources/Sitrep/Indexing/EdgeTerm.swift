internal import Xapian

/// The terms by which an index counts the lines at the edges of its reports.
///
/// A term is the line, whether the report has it still or it was cut, and the story: so the terms that begin with a line
/// tell how many stories have it, and which reports must be cleaned anew when that makes a difference.
struct EdgeTerm: Hashable, Sendable {
    var line: RepeatedLine
    var isCut: Bool
    var story: StoryHash

    /// 48 bits of the line, one letter, 32 bits of the story.
    private static let length = 6 + 1 + 4

    var term: [UInt8] { Self.prefix(line, isCut: isCut) + Self.bytes(UInt64(story.hash), 4) }

    /// What the terms of a line begin with.
    static func prefix(_ line: RepeatedLine, isCut: Bool) -> [UInt8] {
        Array(Schema.edgeLine.prefix.utf8) + bytes(line.hash, 6) + [UInt8(ascii: isCut ? "c" : "u")]
    }

    init(line: RepeatedLine, isCut: Bool, story: StoryHash) {
        self.line = line
        self.isCut = isCut
        self.story = story
    }

    /// The term read back; `nil` for one of another field.
    init?(_ term: [UInt8]) {
        let prefix = Schema.edgeLine.prefix.utf8
        guard term.count == prefix.count + Self.length, term.starts(with: prefix) else { return nil }
        let bytes = Array(term[prefix.count...])
        line = RepeatedLine(hash: Self.number(bytes[..<6]))
        isCut = bytes[6] == UInt8(ascii: "c")
        story = StoryHash(hash: UInt32(truncatingIfNeeded: Self.number(bytes[7...])))
    }

    private static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

extension EdgeCleaning {
    /// The terms of the report.
    var terms: [EdgeTerm] {
        guard let edges else { return [] }
        // A line at both edges, or twice at one, counts once.
        var seen: Set<RepeatedLine> = []
        return zip(edges.lines, isCut).compactMap { edge, isCut in
            seen.insert(edge.line).inserted ? EdgeTerm(line: edge.line, isCut: isCut, story: edges.story) : nil
        }
    }
}

extension RepeatedLine {
    /// The prefix of the metadata keys of all lines that are boilerplate.
    static let metadataPrefix = "repeated/"

    var metadataKey: String { Self.metadataPrefix + String(decoding: Hexadecimal.encode(hash), as: UTF8.self) }

    /// The line of a metadata key; `nil` for another key.
    init?(metadataKey: [UInt8]) {
        guard
            let hash = UInt64(
                String(decoding: metadataKey.dropFirst(Self.metadataPrefix.utf8.count), as: UTF8.self),
                radix: 16
            )
        else { return nil }
        self.init(hash: hash)
    }

    /// The lines that an index knows for boilerplate.
    static func all(in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Set<RepeatedLine> {
        Set(try database.metadataEntries(prefix: metadataPrefix).compactMap { RepeatedLine(metadataKey: $0.key) })
    }

    /// Whether enough stories in the index have the line at their edges.
    func isRepeated(in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Bool {
        var stories: Set<StoryHash> = []
        for isCut in [true, false] {
            let terms = try database.allTerms(prefix: EdgeTerm.prefix(self, isCut: isCut), limit: Self.threshold)
            stories.formUnion(terms.compactMap { EdgeTerm($0.term)?.story })
            if stories.count >= Self.threshold { return true }
        }
        return false
    }
}
