/// The days that a date in a request stands for, both ends included.
public struct DateSpan: Sendable, Hashable {
    /// `nil`: from the beginning.
    public var first: CalendarDate?
    /// `nil`: to the end.
    public var last: CalendarDate?

    public init(first: CalendarDate?, last: CalendarDate?) {
        self.first = first
        self.last = last
    }

    /// Reads one of the ``table`` of forms.
    ///
    /// - Parameter today: what the relative forms count from.
    /// - Returns: `nil` when it is none of these, or no day that exists.
    public init?(_ text: String, today: CalendarDate) {
        guard let span = try? Self.read(text, today: today) else { return nil }
        self = span
    }

    /// Reads one date or a range as a query has it: `2024-11..2024-12`, `2024..`, `..2024`, `>=2024-11`, `<2024`.
    public init?(range text: String, today: CalendarDate) {
        guard let span = try? Self.read(range: text, today: today) else { return nil }
        self = span
    }

    /// A form in which a date can be written.
    public struct Form: Sendable {
        /// A date in this form.
        public let example: String
        /// What it stands for.
        public let meaning: String
    }

    /// All forms of a date, for messages and help.
    public static let table: [Form] = [
        Form(example: "2024", meaning: "the year"),
        Form(example: "2024-11", meaning: "the month"),
        Form(example: "2024-11-13", meaning: "the day"),
        Form(example: "2024-W46", meaning: "the ISO 8601 week, Monday to Sunday"),
        Form(example: "today", meaning: "this day"),
        Form(example: "yesterday", meaning: "the day before"),
        Form(example: "7d", meaning: "the day so many days back"),
        Form(example: "2w", meaning: "the day so many weeks back"),
        Form(example: "3m", meaning: "the day so many months back, or the month's last"),
        Form(example: "1y", meaning: "the day so many years back"),
        Form(example: "\"last month\"", meaning: "the whole calendar month before this one; so are week and year"),
        Form(example: "this-week", meaning: "the whole week that today is in; so are month and year"),
    ]

    /// Examples of the forms, for messages.
    public static let forms = table.map(\.example).joined(separator: ", ")
}

extension DateSpan: CustomStringConvertible {
    public var description: String {
        first == last ? first?.description ?? "any" : "\(first?.description ?? "")..\(last?.description ?? "")"
    }
}
