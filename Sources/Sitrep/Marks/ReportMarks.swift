/// What a person says of a report, beside what the program finds in it.
public struct ReportMarks: Sendable, Equatable {
    /// Tags, each once whatever its capitals, in the order in which they were given.
    public var tags: [String] = []
    /// Free text.
    public var note: String?
    /// Whether the report has nothing to do with the matter, so that searches leave it out.
    public var isIrrelevant = false
    /// Facet values that the report has whatever is found in it, as paths with a slash between the levels.
    public var set: [FacetKind: [String]] = [:]
    /// Facet values that it does not have whatever is found in it, and nothing that lies in them, as such paths.
    public var dropped: [FacetKind: [String]] = [:]
    /// When it was published; `nil` where nothing is said of that.
    public var date: MarkedDate?
    /// Its headline; `nil` where nothing is said of that.
    public var title: String?
    /// Who said so last.
    public var by: String?
    /// When, as `2026-11-21T04:05:06Z`.
    public var at: String?

    /// Marks that say nothing.
    public init() {}

    /// Whether nothing is said of the report.
    public var isEmpty: Bool {
        var rest = self
        rest.by = nil
        rest.at = nil
        return rest == ReportMarks()
    }

    /// The longest tag in bytes.
    static let longestTag = 100
    /// The longest note, title and value in bytes.
    static let longestText = 10_000

    /// Takes a tag up, once whatever its capitals.
    mutating func add(tag: String) {
        if !tags.contains(where: { TagName.areSame($0, tag) }) { tags.append(tag) }
    }

    /// What two entries say together; where they contradict each other the second one holds.
    func joined(with other: ReportMarks) -> ReportMarks {
        var joined = self
        for tag in other.tags { joined.add(tag: tag) }
        if let note = other.note {
            joined.note = self.note.map { $0 == note ? note : $0 + "\n" + note } ?? note
        }
        joined.isIrrelevant = isIrrelevant || other.isIrrelevant
        for facet in FacetKind.allCases {
            let (set, dropped) = (other.set[facet] ?? [], other.dropped[facet] ?? [])
            for value in set { joined.add(value, to: facet, isSet: true) }
            for value in dropped { joined.add(value, to: facet, isSet: false) }
        }
        joined.date = other.date ?? date
        joined.title = other.title ?? title
        joined.by = other.by ?? by
        joined.at = other.at ?? at
        return joined
    }

    /// Says of a value that the report has it, or has it not, and no longer the opposite.
    mutating func add(_ value: String, to facet: FacetKind, isSet: Bool) {
        func without(_ list: [String]?) -> [String]? {
            let rest = (list ?? []).filter { PlainName.of($0) != PlainName.of(value) }
            return rest.isEmpty ? nil : rest
        }
        if isSet {
            dropped[facet] = without(dropped[facet])
            if set[facet]?.contains(value) != true { set[facet, default: []].append(value) }
        } else {
            set[facet] = without(set[facet])
            if dropped[facet]?.contains(value) != true { dropped[facet, default: []].append(value) }
        }
    }
}

/// What a person says of a report's date of publication.
public enum MarkedDate: Sendable, Equatable {
    /// It was published then.
    case published(CalendarDate, PublishedDate.Precision)
    /// It has no date that could be trusted.
    case none

    /// The date as reports have it.
    public var published: PublishedDate {
        switch self {
        case .published(let date, let precision): PublishedDate(date: date, precision: precision, origin: .mark)
        case .none: PublishedDate(date: nil, precision: nil, origin: .mark)
        }
    }

    /// Reads a day, a month or a year in one of the forms of ``DateSpan``.
    ///
    /// - Throws: ``SitrepError`` `usage` for anything else.
    public static func read(_ text: String) throws(SitrepError) -> MarkedDate {
        try read(text, today: Timestamp.localToday())
    }

    /// Reads a date that is the same on any day.
    ///
    /// - Throws: ``SitrepError`` `usage` for anything else.
    static func readAbsolute(_ text: String) throws(SitrepError) -> MarkedDate {
        let date = try read(text)
        guard let other = try? read(text, today: .firstDay), other == date else {
            throw SitrepError(
                .usage,
                "“\(text)” is another date every day",
                hint: "write the date itself, as \(date.text ?? "2024-11-13")"
            )
        }
        return date
    }

    private static func read(_ text: String, today: CalendarDate) throws(SitrepError) -> MarkedDate {
        var reason: String?
        do throws(DateMistake) {
            let span = try DateSpan.read(text, today: today)
            if let first = span.first, let precision = precision(of: span) { return .published(first, precision) }
        } catch {
            reason = error.reason
        }
        throw SitrepError(
            .usage,
            "“\(text)” is no date" + (reason.map { ": " + $0 } ?? " of a day, a month or a year"),
            hint: "write 2024-11-13, 2024-11, 2024, today or yesterday"
        )
    }

    private static func precision(of span: DateSpan) -> PublishedDate.Precision? {
        guard let first = span.first, let last = span.last else { return nil }
        if first == last { return .day }
        guard first.day == 1, first.year == last.year, last.day == CalendarDate.days(inMonth: last.month, of: last.year)
        else { return nil }
        if first.month == last.month { return .month }
        return first.month == 1 && last.month == 12 ? .year : nil
    }

    /// `2024-11-13`, `2024-11` or `2024`; `nil` for no date.
    public var text: String? {
        guard case .published(let date, let precision) = self else { return nil }
        return String(date.description.prefix(precision == .day ? 10 : precision == .month ? 7 : 4))
    }
}

/// How tags are compared.
enum TagName {
    /// Whether two tags are one: capitals and the way in which accents are encoded do not count.
    static func areSame(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }

    /// What is the same for tags that are one, as `String` compares.
    static func folded(_ tag: String) -> String { tag.lowercased() }

    /// What is the same for tags that differ by nothing but hyphens in the places of blanks.
    static func withoutHyphens(_ tag: String) -> String { folded(tag).replacing("-", with: " ") }

    /// A tag without the blanks around it.
    ///
    /// - Returns: `nil` for an empty or too long one, and for one with a line break or another control character.
    static func read(_ text: String) -> String? {
        let trimmed = TextLines.trimmed(text)
        guard !trimmed.isEmpty, trimmed.utf8.count <= ReportMarks.longestTag else { return nil }
        let isLine = trimmed.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028 && $0.value != 0x2029
        }
        return isLine ? trimmed : nil
    }

    static let rule = "a tag is one line of 1 to \(ReportMarks.longestTag) bytes"
}
