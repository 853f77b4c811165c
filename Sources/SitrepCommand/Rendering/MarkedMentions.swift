import Sitrep

/// A report's title and text with each mention in the colour of its facet, made safe to show.
///
/// Where mentions of two facets stand in the same place, as a country's name that is a place and an actor, the first
/// facet gives the colour.
struct MarkedMentions {
    private let report: ExtractedReport
    private let style: Style

    init(_ report: ExtractedReport, style: Style) {
        self.report = report
        self.style = style
    }

    /// The title on one line, what is no mention in the style of titles.
    var title: String {
        marked(report.article.title, \.titleSpans, Printable.line) { Self.eachWord($0, style.title) }
    }

    /// The text with its line breaks.
    var text: String { marked(report.article.text, \.spans, Printable.text) { $0 } }

    private func marked(
        _ text: String,
        _ spans: KeyPath<ExtractedValue, [Range<Int>]>,
        _ safe: (String) -> String,
        plain: (String) -> String
    ) -> String {
        var mentions: [(span: Range<Int>, facet: FacetKind)] = []
        for facet in FacetKind.allCases {
            for value in report.values[facet] ?? [] { mentions += value[keyPath: spans].map { ($0, facet) } }
        }
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { safe(String(decoding: bytes[range], as: UTF8.self)) }
        var result = ""
        var at = 0
        // A stable order: of mentions that begin together, that of the first facet comes first.
        for (_, mention) in mentions.enumerated().sorted(by: {
            ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
        }) where mention.span.lowerBound >= at && mention.span.upperBound <= bytes.count {
            result += plain(part(at..<mention.span.lowerBound))
            result += Self.eachWord(part(mention.span)) { style.facet($0, mention.facet) }
            at = mention.span.upperBound
        }
        return result + plain(part(at..<bytes.count))
    }

    /// Each word is marked by itself, so that lines can break between them without a colour running on.
    private static func eachWord(_ text: String, _ mark: (String) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : mark(String($0)) }
                .joined(separator: " ")
        }.joined(separator: "\n")
    }
}
