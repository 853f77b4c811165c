internal import Xapian

/// What reports give numbers of.
extension Schema {
    /// The kinds of the figures that the report gives. Its slot holds the figures (``ClaimList``).
    public static let figure = Field(
        name: "figure",
        prefix: "XL",
        slot: Slot(rawValue: 18),
        kind: .identity,
        boost: 0,
        example: "sitrep figures --kind intercepted"
    )
}
