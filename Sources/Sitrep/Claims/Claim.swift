/// A figure that a report gives: how many of what were launched, shot down, killed or held, by whose word.
///
/// A claim is what a report says, not what is so: reports contradict each other, and themselves.
public struct Claim: Sendable, Hashable {
    /// What was done to the counted things, or what they are.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Fired or sent against somebody: drones, missiles, bombs, shells.
        case launched
        /// Shot down, or destroyed in the air.
        case intercepted
        /// Brought down or led astray by electronic means.
        case jammed
        /// Gone off the radar.
        case lostFromRadar = "lost_from_radar"
        case killed, wounded
        /// Said of both together, or of losses of which nothing more is said.
        case killedOrWounded = "killed_or_wounded"
        /// Taken prisoner or hostage, or taken as booty.
        case captured
        case missing, evacuated
        /// Soldiers sent, massed or standing somewhere.
        case troops
        /// Land held, gained or lost.
        case area
        case destroyed, damaged
        /// Arms given or promised.
        case delivered
        /// Displaced, without power, still in the air, …: counted, with no kind of its own.
        case other

        /// The kind as people write it: `lost from radar`.
        public var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
    }

    /// How exact a number is said to be.
    public enum Qualifier: String, Sendable, Codable, CaseIterable {
        case about
        /// A little less.
        case nearly
        /// More than the number, which is the least.
        case over
        /// The number is the least.
        case atLeast = "at least"
        /// The number is the most; nothing is said of a least.
        case upTo = "up to"
        /// A vague number; the least is two of them (`dozens`: 24).
        case dozens, hundreds, thousands, millions
        case tensOfThousands = "tens of thousands"
        case hundredsOfThousands = "hundreds of thousands"
    }

    /// The kind of the claim.
    public var kind: Kind
    /// The least that it may be; `nil` where only a most is said (`up to 50,000`).
    public var least: Double?
    /// The most that it may be; `nil` where only a least is said (`at least 20`, `dozens`).
    public var most: Double?
    /// What is counted, in English and in the plural: `drones`, `people`, `km2`.
    public var unit: String
    /// How exact the number is said to be; `nil` for a bare number and for a range.
    public var qualifier: Qualifier?
    /// Whose the counted things are: an actor.
    public var subject: ConceptID?
    /// The counted weapon; for people, what struck them.
    public var weapon: ConceptID?
    /// Where: the narrowest place said.
    public var place: ConceptID?
    /// When, the first and the last day that it may mean; `nil` for what simply stands, as a strength.
    public var date: EventDate?
    /// Who says so: an actor; `nil` for the report's own voice.
    public var claimant: ConceptID?
    /// Whether it stands in the title.
    public var isInTitle: Bool
    /// Number and noun, and what tells the kind where that is close; UTF-8 byte offsets into the title or the text.
    public var span: Range<Int>
    /// How it is written, on one line.
    public var surface: String

    /// Creates a claim; each parameter is the property of its name.
    public init(
        kind: Kind,
        least: Double?,
        most: Double?,
        unit: String,
        qualifier: Qualifier? = nil,
        subject: ConceptID? = nil,
        weapon: ConceptID? = nil,
        place: ConceptID? = nil,
        date: EventDate? = nil,
        claimant: ConceptID? = nil,
        isInTitle: Bool = false,
        span: Range<Int> = 0..<0,
        surface: String = ""
    ) {
        self.kind = kind
        self.least = least
        self.most = most
        self.unit = unit
        self.qualifier = qualifier
        self.subject = subject
        self.weapon = weapon
        self.place = place
        self.date = date
        self.claimant = claimant
        self.isInTitle = isInTitle
        self.span = span
        self.surface = surface
    }
}
