/// A name in a report that no vocabulary knows.
public struct CandidateName: Sendable, Equatable {
    /// What it looks like.
    public enum Kind: Sendable, Hashable {
        /// Capitalised words.
        case name
        /// Letters with digits, as weapons have them.
        case designator
    }

    /// As it is written where it stands first.
    public var text: String
    /// What it looks like.
    public var kind: Kind
    /// How often the report has it.
    public var count: Int

    /// A name as it is written, found so many times.
    public init(text: String, kind: Kind, count: Int) {
        self.text = text
        self.kind = kind
        self.count = count
    }
}
