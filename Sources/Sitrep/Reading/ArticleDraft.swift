/// A report before cleaning: what its file's format gave.
struct ArticleDraft {
    /// The body as it came; may begin with the title when ``title`` is `nil`.
    var text: String
    /// A title that stands apart from the text.
    var title: String?
    var recordID: String?
    var url: String?
    var source: String?
    var language: String?
    /// A date that stands apart from the text.
    var published: PublishedDate?
    /// What dates the report where its text does not, or but in a caption.
    var lastResort: (() -> PublishedDate?)?
    /// Whether the text comes from a page, whose markup told the article from what is beside it.
    var isPage = false
    /// How its dates are written.
    var style = DateStyle.standard
    /// What was left out already.
    var removed: [RemovedPassage] = []
    var given: [FacetKind: [[String]]] = [:]

    init(text: String) { self.text = text }

    /// The report, cleaned, with what its text alone tells: title, date, source, language.
    func finished(today: CalendarDate) -> Article {
        var lines = TextLines.lines(text).map { ReportLine(MarkdownText.withoutLinkTargets($0)) }
        var removed = removed
        let header = HeaderBlock.take(from: &lines)
        let marker = DateMarker.take(from: &lines)
        if let marker { removed.append(RemovedPassage(text: marker.passage, reason: "date marker")) }
        BoilerplateFilter.mark(&lines)

        let url = url ?? header?.url
        var title = ownTitle(header) ?? header?.title ?? ""
        var titleLine = -1
        var outlet: String?
        if title.isEmpty {
            outlet = PageTop.mark(&lines)
            let found = TitleFinder.title(of: lines)
            title = found.title
            titleLine = found.line ?? (lines.firstIndex { $0.stays && !TitleFinder.isPageHeader($0.text) } ?? 0) - 1
            BoilerplateFilter.mark(&lines, title: found.line == nil ? "" : title, titleLine: titleLine, isPage: isPage)
            if let line = found.line { lines[line].reason = ArticleDraft.titleReason }
        } else {
            BoilerplateFilter.mark(&lines, title: title, titleLine: -1, isPage: isPage)
        }

        let body = Paragraphs.joined(lines)
        removed += lines.compactMap { line in
            guard let reason = line.reason, reason != ArticleDraft.titleReason else { return nil }
            return RemovedPassage(text: line.text, reason: reason)
        }
        var article = Article(title: title, text: body, given: given, removed: removed)
        article.recordID = recordID
        article.url = url
        article.credit = CreditLine.source(
            in: lines,
            removed: self.removed.filter { $0.reason == "caption" }.map(\.text)
        )
        article.source =
            source ?? header?.source ?? outlet ?? url.flatMap(WebAddress.host) ?? article.credit
        article.language =
            language ?? header?.language ?? LanguageCode.detected(body.isEmpty ? title : title + "\n" + body)
        let given =
            dated(published, today) ?? dated(header?.published, .record, today) ?? dated(marker?.published, today)
        let text = DateEvidence(lines: lines, titleLine: titleLine, style: style, today: today)
        article.published = given.map { $0.isWeak ? text.confirming($0) : $0 } ?? found(url, text, today)
        return article
    }

    /// The date that the address gives, else the text, else what is left.
    private func found(_ url: String?, _ text: DateEvidence, _ today: CalendarDate) -> PublishedDate {
        let address = dated(url.flatMap(WebAddress.date), .url, today)
        if let address, address.precision == .day { return text.confirming(address) }
        let told = text.published()
        guard told.isWeak || told.date == nil else { return told }
        let last = dated(lastResort?(), today)
        if let last, last.precision == .day { return last }
        return told.date != nil ? told : last ?? address ?? told
    }

    private static let titleReason = "title"

    /// The title that stands apart; none when it is but the host's name, as some crawlers head a text.
    private func ownTitle(_ header: HeaderBlock?) -> String? {
        guard let title = title.map({ TextLines.collapsed($0) }), !title.isEmpty else { return nil }
        let host = header?.url.flatMap(WebAddress.host)
        let plain = title.lowercased()
        return host != nil && (plain == host || plain == "www." + (host ?? "")) ? nil : title
    }

    private func dated(_ date: ParsedDate?, _ origin: PublishedDate.Origin, _ today: CalendarDate) -> PublishedDate? {
        dated(date.map { PublishedDate(date: $0.date, precision: $0.precision, origin: origin) }, today)
    }

    /// A date that is known and not in the future.
    private func dated(_ published: PublishedDate?, _ today: CalendarDate) -> PublishedDate? {
        guard let published, let date = published.date, date <= today else { return nil }
        return published
    }
}

/// The mark that a crawler leaves at the start of a text: `date 2024-11-13 `.
enum DateMarker {
    /// Takes the mark out of the first line that is not empty.
    static func take(from lines: inout [ReportLine]) -> (published: PublishedDate, passage: String)? {
        guard let first = lines.firstIndex(where: \.stays) else { return nil }
        let line = lines[first].text
        let start = "date "
        guard line.utf8.starts(with: start.utf8) || line.utf8.starts(with: "Date ".utf8),
            line.utf8.count >= start.utf8.count + 10
        else {
            return nil
        }
        let day = String(decoding: line.utf8.dropFirst(start.utf8.count).prefix(10), as: UTF8.self)
        guard day.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
            let date = DateParser.parse(day), date.precision == .day
        else { return nil }
        let rest = line.utf8.dropFirst(start.utf8.count + 10)
        guard rest.first == nil || rest.first == 0x20 else { return nil }
        lines[first].text = TextLines.trimmed(String(decoding: Array(rest), as: UTF8.self))
        return (PublishedDate(date: date.date, origin: .record), start + day)
    }
}

/// Lines that stay, as one text.
enum Paragraphs {
    /// The lines with one empty line between paragraphs. A long line is a paragraph of its own, even where the source
    /// has no empty line after it; short lines under each other stay together (a wrapped text, a list).
    static func joined(_ lines: [ReportLine]) -> String {
        var text = ""
        var gap = false
        var previousLength = 0
        for line in lines {
            guard line.stays else {
                gap = true
                continue
            }
            let length = line.text.unicodeScalars.count
            if !text.isEmpty { text += gap || length > 120 || previousLength > 120 ? "\n\n" : "\n" }
            text += line.text
            gap = false
            previousLength = length
        }
        return text
    }
}
