/// A report's publication date, how exact it is, and where it was found.
public struct PublishedDate: Sendable, Equatable {
    /// How much of a date is known.
    public enum Precision: String, Sendable, Codable, Comparable {
        case day, month, year

        public static func < (a: Precision, b: Precision) -> Bool { a.order < b.order }
        private var order: Int { self == .day ? 0 : self == .month ? 1 : 2 }
    }

    /// Where a date was found.
    public enum Origin: String, Sendable, Codable {
        /// A field of the record (`date`, `published`, `datePublished`) or of a Markdown file's front matter.
        case record
        /// The page's metadata: JSON-LD, OpenGraph and other meta tags.
        case metadata
        /// A `<time>` element of the page.
        case timeElement = "time"
        /// The page's address and nothing else; weak.
        case url
        /// A dateline: "KYIV, Nov. 13".
        case dateline
        /// A line with the author's name and the date, or a date alone beside one.
        case byline
        /// "This report was last updated on …".
        case lastUpdated = "last-updated"
        /// A picture's caption; weak.
        case caption
        /// A person said so, also where it is said to have none.
        case mark
        /// Nothing gives a date.
        case none
    }

    /// The first day that the date may mean; `nil` when undated.
    public var date: CalendarDate?
    /// `nil` when undated.
    public var precision: Precision?
    /// Where it was found.
    public var origin: Origin

    public init(date: CalendarDate?, precision: Precision? = .day, origin: Origin) {
        self.date = date
        self.precision = date == nil ? nil : precision
        self.origin = origin
    }

    /// `2024-11-13`, `2024-11` or `2024`, as much as is known; `nil` when undated.
    public var text: String? {
        guard let date, let precision else { return nil }
        return String(date.description.prefix(precision == .day ? 10 : precision == .month ? 7 : 4))
    }

    /// Whether only a caption or the page's address gives the date.
    public var isWeak: Bool { date != nil && (origin == .caption || origin == .url) }

    /// The date of an undated report.
    public static let unknown = PublishedDate(date: nil, precision: nil, origin: .none)
}
