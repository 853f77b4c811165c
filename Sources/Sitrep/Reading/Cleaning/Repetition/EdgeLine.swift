/// A short line at the top or the foot of a report's text, which is boilerplate where its source repeats it.
struct EdgeLine: Equatable, Sendable {
    /// Where the line stands in the text, UTF-8 byte offsets, without line breaks.
    var range: Range<Int>
    /// What tells the line, in its source, from any other: see ``RepeatedLine``.
    var line: RepeatedLine
}

/// A line of a source, by a hash of both.
///
/// The hash has 48 bits: among four million lines of an index the chance that any two share one is three in a hundred,
/// and then that both stand at the edges of reports of one story each.
struct RepeatedLine: Hashable, Comparable, Sendable {
    /// The hash, in the lower 48 bits.
    let hash: UInt64

    /// So many different stories of a source must have a line at their edges for it to be boilerplate.
    static let threshold = 4

    init(hash: UInt64) { self.hash = hash & 0xFFFF_FFFF_FFFF }

    /// - Parameters:
    ///   - text: the line as it stands; case and signs at its ends make no difference. Numbers do: a list of losses that
    ///     is brought up to date every day has the same words and no line twice.
    ///   - group: the source, as ``RepeatedLine/group(outlet:path:)`` names it.
    init(_ text: String, group: String) {
        let plain = ReportLine.plain(text)
        self.init(hash: FNV.hash(group.utf8 + [0] + (plain.isEmpty ? text : plain).utf8) >> 16)
    }

    static func < (one: Self, other: Self) -> Bool { one.hash < other.hash }

    /// The source that a report is compared within: its outlet, and where that is not known its folder.
    static func group(outlet: String?, path: String) -> String {
        if let outlet { return "outlet " + PlainName.of(outlet) }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
        return "folder " + folder
    }
}

/// A story, by a hash of the longest line of its report: copies of a report, also those that an editor has touched
/// elsewhere, tell the same one.
struct StoryHash: Hashable, Comparable, Sendable {
    let hash: UInt32

    init(hash: UInt32) { self.hash = hash }

    init(longestLine text: String) {
        hash = UInt32(truncatingIfNeeded: FNV.hash(ReportLine.plain(text).utf8) >> 32)
    }

    static func < (one: Self, other: Self) -> Bool { one.hash < other.hash }
}
