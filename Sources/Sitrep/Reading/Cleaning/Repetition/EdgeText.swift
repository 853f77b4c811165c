/// A cleaned text as lines, with the features that tell prose from what stands around it.
struct EdgeText {
    private let text: [UInt8]
    /// The lines that are not empty, UTF-8 byte offsets.
    let ranges: [Range<Int>]
    /// Whether the first line is, or begins with, the title.
    private let beginsWithTitle: Bool

    /// The longest line that is looked at as anything but prose, in scalars and in words.
    private static let longestLine = 90
    private static let mostWords = 14
    /// A line of fewer words is no line of a text that was wrapped at some width.
    private static let fewestWrapped = 6
    /// A longer run of other letters than Latin without a blank is a sentence of a script that has none.
    private static let longestRun = 30

    init(_ text: String, title: String) {
        self.text = Array(text.utf8)
        beginsWithTitle = !title.isEmpty && text.utf8.starts(with: title.utf8)
        ranges = self.text.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
    }

    var indices: Range<Int> { ranges.indices }
    var endIndex: Int { ranges.endIndex }
    var isEmpty: Bool { ranges.isEmpty }

    subscript(_ i: Int) -> String { String(decoding: text[ranges[i]], as: UTF8.self) }

    /// The longest line but for some, the first of several; `nil` where none is left.
    func longest(without left: Set<Int>) -> Int? {
        var longest: Int?
        for i in indices where !left.contains(i) && ranges[i].count > longest.map({ ranges[$0].count }) ?? 0 {
            longest = i
        }
        return longest
    }

    /// Whether a line is a sentence or a part of one; also the line that the title was taken from.
    func isProse(_ i: Int) -> Bool {
        if isLong(i) || (i == 0 && beginsWithTitle) { return true }
        let line = self[i]
        if Self.endsSentence(line) { return true }
        return isWrapped(i, line) || continues(i, line)
    }

    private func isLong(_ i: Int) -> Bool {
        // Shorter than any that is too long, or longer than any that is not: a scalar has one to four bytes.
        if ranges[i].count > 4 * Self.longestLine { return true }
        let line = self[i]
        return line.unicodeScalars.count > Self.longestLine || Self.words(line) > Self.mostWords
            || line.split(separator: " ").contains { run in
                run.unicodeScalars.count > Self.longestRun && run.unicodeScalars.contains { $0.value >= 0x250 }
            }
    }

    /// Whether a sentence goes on in the next line, as in a text that was wrapped.
    private func isWrapped(_ i: Int, _ line: String) -> Bool {
        guard isFollowed(i), Self.words(line) >= Self.fewestWrapped else { return false }
        return beginsSmall(i + 1) || isLong(i + 1) || Self.endsSentence(self[i + 1])
    }

    /// Whether the line goes on with what the line above it began.
    private func continues(_ i: Int, _ line: String) -> Bool {
        guard i > 0, isFollowed(i - 1), beginsSmall(i) else { return false }
        let above = self[i - 1]
        return Self.words(above) >= Self.fewestWrapped && !Self.endsSentence(above)
    }

    /// Whether the next line belongs to the same paragraph.
    private func isFollowed(_ i: Int) -> Bool {
        i + 1 < endIndex && ranges[i].upperBound + 1 == ranges[i + 1].lowerBound
    }

    private func beginsSmall(_ i: Int) -> Bool { self[i].unicodeScalars.first?.properties.isLowercase ?? false }

    /// Whether the line announces what comes below it: `Kharkiv direction:`.
    func introduces(_ i: Int) -> Bool { text[ranges[i].upperBound - 1] == UInt8(ascii: ":") }

    /// Whether the line gives a value of the report: `Country: Ukraine`.
    func isField(_ i: Int) -> Bool {
        let line = self[i]
        guard let colon = ByteSearch.offset(of: ": ", in: line) else { return false }
        let name = String(decoding: line.utf8.prefix(colon), as: UTF8.self)
        return Self.words(name) <= 3 && name.unicodeScalars.count <= Self.longestRun
    }

    /// Whether the line says when, which dates the report.
    func isDate(_ i: Int) -> Bool { Byline.isDateAlone(self[i]) || Byline.isDated(self[i]) }

    /// Whether the line is hashtags alone: what the author says that the report is about.
    func isTagged(_ i: Int) -> Bool { self[i].split(separator: " ").allSatisfy { $0.hasPrefix("#") } }

    private static func words(_ line: String) -> Int { line.utf8.count { $0 == 0x20 } + 1 }

    /// Whether a line ends as sentences do, and has nothing that only notices have.
    private static func endsSentence(_ line: String) -> Bool {
        let closing = "\"'”’“»)]】」"
        guard let last = line.unicodeScalars.last(where: { !closing.unicodeScalars.contains($0) }) else { return false }
        guard !notices.contains(where: { ByteSearch.contains(line, $0) }) else { return false }
        if ",;،、；".unicodeScalars.contains(last) { return true }
        if "!?…！？؟".unicodeScalars.contains(last) || line.hasSuffix("...") { return words(line) >= fewestWrapped }
        return ".。．։।॥۔።".unicodeScalars.contains(last)
    }

    private static let notices = ["©", "®", "™", "@", "|", "http://", "https://", "www."]
}
