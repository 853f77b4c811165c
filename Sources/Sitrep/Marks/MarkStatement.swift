/// One thing that a person says of a report.
public struct MarkStatement: Sendable, Equatable {
    /// What it is about, as the file of marks names it: `tag`, `note`, `irrelevant`, `set-region`, `drop-figure`, ….
    public var field: String
    /// What is said; `true` where the field says it all.
    public var value: String
    /// Who says so, and when.
    public var author: MarkAuthor

    /// The statement in a word or two, unique among those of a report: `note`, `tag lead`, `drop-region Russia`.
    public var name: String { Self.name(field, value) }

    /// Fields that are said once of a report, whatever their value.
    static let single: Set<String> = ["note", "irrelevant", "set-date", "drop-date", "set-title"]

    static func name(_ field: String, _ value: String) -> String {
        single.contains(field) ? field : field + " " + value
    }
}

/// Who said something of a report, and when, as far as that is known.
public struct MarkAuthor: Sendable, Hashable {
    /// Who; `nil` for nobody who gave a name.
    public var by: String?
    /// When, as `2026-11-21T04:05:06Z`.
    public var at: String?

    init(by: String?, at: String?) { (self.by, self.at) = (by, at) }
}

extension MarkAuthor {
    private static let unknown = "?"

    /// As it stands in the file of marks: `olha, 2026-11-21T04:05:06Z`; one of the two, or `?`, where the rest is not known.
    var written: String {
        let parts = [by, at].compactMap { $0 }
        return parts.isEmpty ? Self.unknown : parts.joined(separator: ", ")
    }

    /// Reads what ``written`` makes; anything that does not end in a time is a name.
    init(written text: String) {
        self.init(by: nil, at: nil)
        if text == Self.unknown || text.isEmpty { return }
        let time = String(text.unicodeScalars.suffix(20))
        guard Self.isTime(time) else {
            by = text
            return
        }
        at = time
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropLast(20)))
        by = rest.isEmpty ? nil : rest.hasSuffix(", ") ? String(rest.dropLast(2)) : rest
    }

    private static func isTime(_ text: String) -> Bool {
        let form = "0000-00-00T00:00:00Z".utf8
        return text.utf8.count == form.count
            && zip(text.utf8, form).allSatisfy { $1 == UInt8(ascii: "0") ? (0x30...0x39).contains($0) : $0 == $1 }
    }

    /// As it comes back from the file, for a time that a person wrote need not be one.
    var kept: MarkAuthor { MarkAuthor(written: written) }
}

extension ReportMarks {
    /// All that is said of the report, in the order of the file, each with who said it.
    public var statements: [MarkStatement] {
        fields.map { field, value in
            MarkStatement(field: field, value: value, author: author(of: MarkStatement.name(field, value)))
        }
    }

    /// What is said, by the names of the file.
    private var fields: [(String, String)] {
        var fields = tags.map { ("tag", $0) }
        if let note { fields.append(("note", note)) }
        if isIrrelevant { fields.append(("irrelevant", "true")) }
        for facet in FacetKind.allCases {
            fields += (set[facet] ?? []).map { ("set-" + facet.rawValue, $0) }
            fields += (dropped[facet] ?? []).map { ("drop-" + facet.rawValue, $0) }
        }
        fields += droppedFigures.map { ("drop-figure", $0) }
        if let date { fields.append(date.text.map { ("set-date", $0) } ?? ("drop-date", "true")) }
        if let title { fields.append(("set-title", title)) }
        return fields
    }

    /// Who said something, by its name; where nothing else is known, who said something last.
    private func author(of name: String) -> MarkAuthor { authors[name] ?? MarkAuthor(by: by, at: at) }

    /// Who says what, by the names of what is said.
    var allAuthors: [String: MarkAuthor] {
        Dictionary(statements.map { ($0.name, $0.author) }, uniquingKeysWith: { first, _ in first })
    }

    /// Keeps who says what, of those things that are said, where that is not who said something last.
    mutating func keep(authors all: [String: MarkAuthor]) {
        let last = MarkAuthor(by: by, at: at)
        authors = [:]
        for (field, value) in fields {
            let name = MarkStatement.name(field, value)
            if let author = all[name], author != last { authors[name] = author.kept }
        }
    }

    /// The statements whose values are not those of others.
    func names(notIn other: ReportMarks) -> Set<String> {
        let before = Dictionary(other.fields.map { (MarkStatement.name($0, $1), $1) }, uniquingKeysWith: { $1 })
        return Set(fields.map { (MarkStatement.name($0, $1), $1) }.filter { before[$0.0] != $0.1 }.map(\.0))
    }
}
