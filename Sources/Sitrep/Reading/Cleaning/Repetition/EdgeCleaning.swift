/// What was cut out of a text: where it stood, and the text with its line breaks.
struct CutPassage: Equatable, Sendable {
    /// A UTF-8 byte offset into what is left.
    var offset: Int
    var text: String
}

extension CutPassage {
    /// The bytes of its lines, without the line breaks.
    var lineBytes: Int { text.utf8.count { $0 != 0x0A } }
}

/// Takes lines that a source repeats off the edges of a report's text.
struct EdgeCleaning: Equatable, Sendable {
    /// The edges of the whole text; `nil` where nothing there may be boilerplate.
    var edges: TextEdges?
    /// Which of the edges' lines were cut, in their order.
    var isCut: [Bool] = []
    /// What was cut, in order.
    var cuts: [CutPassage] = []

    /// Why such lines are left out.
    static let reason = "repeated line"

    static let none = EdgeCleaning()

    /// Cleans the text of a report, and notes in it what was removed.
    ///
    /// Pages have a structure that tells their text, so theirs stays as it is.
    ///
    /// - Parameter path: the report's file.
    static func clean(_ article: inout Article, path: String, _ isRepeated: (RepeatedLine) -> Bool) -> EdgeCleaning {
        var cleaning = EdgeCleaning(article, path: path)
        guard let edges = cleaning.edges else { return cleaning }
        cleaning.isCut = edges.lines.map { isRepeated($0.line) }
        let cut = zip(edges.lines, cleaning.isCut).filter(\.1).map(\.0.range)
        guard !cut.isEmpty else { return cleaning }
        article.removed += cut.map {
            RemovedPassage(
                text: String(decoding: article.text.utf8.dropFirst($0.lowerBound).prefix($0.count), as: UTF8.self),
                reason: reason
            )
        }
        (article.text, cleaning.cuts) = cutting(cut, outOf: article.text)
        return cleaning
    }

    /// The edges of a report that was read and not yet cut.
    init(_ article: Article, path: String) {
        guard let format = ReportFormat(path: path), format != .html else { return }
        edges = TextEdges(text: article.text, title: article.title) {
            RepeatedLine.group(outlet: article.source, path: path)
        }
    }

    private init() {}

    /// The text without some of its lines, and what they were.
    ///
    /// Of the line breaks around what goes the stronger one stays.
    static func cutting(_ lines: [Range<Int>], outOf text: String) -> (text: String, cuts: [CutPassage]) {
        let bytes = Array(text.utf8)
        var left: [UInt8] = []
        var cuts: [CutPassage] = []
        var done = 0
        for (n, line) in lines.enumerated() {
            // Lines beside each other go together.
            if line.lowerBound < done { continue }
            var end = line.upperBound
            for next in lines[(n + 1)...] {
                guard bytes[end..<next.lowerBound].allSatisfy({ $0 == 0x0A }) else { break }
                end = next.upperBound
            }
            let before = bytes[done..<line.lowerBound].reversed().prefix { $0 == 0x0A }.count
            let after = bytes[end...].prefix { $0 == 0x0A }.count
            let atTop = line.lowerBound - before == 0
            let takesBefore = end + after == bytes.count || (!atTop && before <= after)
            let range = takesBefore ? (line.lowerBound - before)..<end : line.lowerBound..<(end + after)
            left += bytes[done..<range.lowerBound]
            cuts.append(CutPassage(offset: left.count, text: String(decoding: bytes[range], as: UTF8.self)))
            done = range.upperBound
        }
        left += bytes[done...]
        return (String(decoding: left, as: UTF8.self), cuts)
    }

    /// The text as it was before `cuts` were made; offsets beyond the text count as its end.
    static func whole(_ text: String, with cuts: [CutPassage]) -> String {
        guard !cuts.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var whole: [UInt8] = []
        var done = 0
        for cut in cuts {
            let offset = max(done, min(cut.offset, bytes.count))
            whole += bytes[done..<offset]
            whole += cut.text.utf8
            done = offset
        }
        return String(decoding: whole + bytes[done...], as: UTF8.self)
    }
}
