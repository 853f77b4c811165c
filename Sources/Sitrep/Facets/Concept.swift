/// The id of a concept, unique within its facet and stable for ever: small letters, digits and hyphens (`ua-brovary`).
public struct ConceptID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The id as it stands in the vocabulary's files.
    public let rawValue: String

    /// Any string; whether a vocabulary has such a concept is another question.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Orders by the bytes of the id, as the vocabulary's image does.
    public static func < (a: ConceptID, b: ConceptID) -> Bool {
        a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
    }

    /// The id itself.
    public var description: String { rawValue }
}

/// A value of a facet: a place, an actor, a weapon, or a class of them.
public struct Concept: Sendable, Equatable {
    /// The facet that it belongs to.
    public var facet: FacetKind
    /// Its id, unique in the facet.
    public var id: ConceptID
    /// The name that is shown and counted.
    public var name: String
    /// The concept above it in the same facet; `nil` at a root.
    public var parent: ConceptID?
    /// What it is, in the words of the facet (`country`, `armed-group`, `class`); `nil` when the vocabulary says nothing.
    public var kind: String?
    /// How many people live there, for a place; 0 when the vocabulary does not say.
    public var population: UInt32

    /// Whether it is a type of a class of weapons ("FPV drone") or a ship by name, which is named whenever it is: no
    /// value beside its class, but a closer word for it.
    public var isWithinClass: Bool { facet == .weapon && (kind == "type" || kind == "ship") }

    public init(
        facet: FacetKind,
        id: ConceptID,
        name: String,
        parent: ConceptID? = nil,
        kind: String? = nil,
        population: UInt32 = 0
    ) {
        self.facet = facet
        self.id = id
        self.name = name
        self.parent = parent
        self.kind = kind
        self.population = population
    }
}
