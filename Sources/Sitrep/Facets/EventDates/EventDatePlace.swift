/// Where a report names a date of an event.
struct EventDatePlace: Equatable, Sendable {
    /// The date, without a surface.
    var date: EventDate
    /// Whether it stands in the title.
    var isInTitle: Bool
    /// UTF-8 byte offsets into the title or the text.
    var span: Range<Int>
}
