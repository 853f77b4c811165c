internal import Xapian

/// How reports that tell one story find each other.
extension Schema {
    /// The label of the story that a report tells with others; no value where it tells one alone.
    public static let story = Field(
        name: "story",
        prefix: "",
        slot: storySlot,
        kind: .identity,
        boost: 0,
        example: "sitrep story 3fa94b2c81d0"
    )
    static let storySlot = Slot(14)

    /// What tells whether two reports are one story, in the slot alone.
    public static let storyFingerprint = Field(
        name: "story-fingerprint",
        prefix: "",
        slot: storyFingerprintSlot,
        kind: .identity,
        boost: 0,
        example: "sitrep story 3fa94b2c81d0"
    )
    static let storyFingerprintSlot = Slot(15)

    /// The keys by which reports of one story find each other.
    public static let storyBand = Field(
        name: "story-band",
        prefix: "XS",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep story 3fa94b2c81d0"
    )
}
