/// The words of reports.
extension Schema {
    /// The body's words, as written, with positions; no prefix.
    public static let text = Field(
        name: "text",
        prefix: "",
        slot: nil,
        kind: .text,
        boost: 1,
        example: "\"air defence\""
    )
    /// The body's and the title's words, stemmed, without positions.
    public static let stem = Field(name: "stem", prefix: "Z", slot: nil, kind: .text, boost: 1, example: "drones")
    /// The title's words, as written, with positions.
    public static let titleText = Field(
        name: "title-text",
        prefix: "XT",
        slot: nil,
        kind: .text,
        boost: 0,
        example: "title:\"air defence\""
    )
    /// The title's words, stemmed; each also counts `boost` times in ``stem``.
    public static let title = Field(
        name: "title",
        prefix: "S",
        slot: nil,
        kind: .text,
        boost: 4,
        example: "title:ceasefire"
    )
}
