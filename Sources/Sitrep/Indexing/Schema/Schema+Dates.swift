internal import Xapian

/// When reports were published, what their events are dated, and when they came in.
extension Schema {
    /// The publication date. Its slot holds the compact day (`20241113`), empty for an undated report.
    public static let date = Field(
        name: "date",
        prefix: "D",
        slot: Slot(rawValue: 5),
        kind: .date,
        boost: 0,
        example: "date:2024-11..2024-12"
    )
    /// The month (`202411`) of a report whose month is known.
    public static let month = Field(
        name: "month",
        prefix: "M",
        slot: nil,
        kind: .date,
        boost: 0,
        example: "date:2024-11"
    )
    /// The year of a report whose year is known.
    public static let year = Field(name: "year", prefix: "Y", slot: nil, kind: .date, boost: 0, example: "date:2024")
    /// One term that every undated report carries.
    public static let undated = Field(
        name: "undated",
        prefix: "XU",
        slot: nil,
        kind: .date,
        boost: 0,
        example: "--undated only"
    )

    /// The days (`20241113`), months (`202411`) and years that the report's event dates cover whole: the fewest that
    /// make up each. Its slot holds the days of those that are exact to the day.
    public static let happened = Field(
        name: "happened",
        prefix: "XH",
        slot: Slot(rawValue: 10),
        kind: .date,
        boost: 0,
        example: "happened:2024-11..2024-12"
    )
    /// The months and years that an event date has a day in. Its slot holds the weeks (`2024-W46`) of those that are
    /// exact to the week.
    public static let happenedWithin = Field(
        name: "happened-within",
        prefix: "XI",
        slot: Slot(rawValue: 11),
        kind: .date,
        boost: 0,
        example: "happened:2024-11"
    )
    /// The months (`202411`) of the event dates that are exact to the month, for counting alone.
    public static let happenedMonth = Field(
        name: "happened-month",
        prefix: "",
        slot: Slot(rawValue: 12),
        kind: .date,
        boost: 0,
        example: "timeline --date happened --by month"
    )
    /// The years of the event dates, for counting alone.
    public static let happenedYear = Field(
        name: "happened-year",
        prefix: "",
        slot: Slot(rawValue: 13),
        kind: .date,
        boost: 0,
        example: "timeline --date happened --by year"
    )

    /// When Sitrep first took the report in, as `2026-11-21T04:05:06Z`.
    public static let added = Field(
        name: "added",
        prefix: "",
        slot: Slot(rawValue: 6),
        kind: .date,
        boost: 0,
        example: "--added-from 7d"
    )
}
