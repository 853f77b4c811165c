/// A concept as the compiler takes it: whole, with every spelling written out.
struct ConceptDefinition: Equatable, Sendable {
    var facet: FacetKind
    var id: String
    var name: String
    var parent: String?
    var kind: String?
    /// How many people live there; 0 for unknown.
    var population: UInt32 = 0
    /// The concept that a mention by a bare name is counted to when the report names that one explicitly.
    var defersTo: String?
    /// The name is a heading only and is not looked for in text.
    var isLabel = false
    /// Spellings beside the name, in the order of the file.
    var aliases: [Spelling] = []
    /// Folded spellings that a rule must not make.
    var dropped: Set<String> = []

    /// A way to write the concept.
    struct Spelling: Equatable, Hashable, Sendable {
        var text: String
        /// Matched only where its capitals stand, or in all capitals.
        var isCased: Bool
        /// Also a common word or a person's name: counts only with evidence.
        var isWeak = false
    }
}

/// A concept as one file gives it: what is not said is `nil` and may come from the vocabulary that it extends.
struct ConceptEntry {
    var id: String
    var line: Int
    var name: String?
    var parent: String?
    var kind: String?
    var population: UInt32?
    var defersTo: String?
    var isLabel: Bool?
    var aliases: [ConceptDefinition.Spelling] = []
    /// Spellings that no longer stand for the concept.
    var drops: [String] = []
    /// The concept is taken away, and what lies below it.
    var removes = false
}

/// One file of a vocabulary.
struct VocabularyFile {
    var path: String
    var facet: FacetKind
    /// The file's concepts take the place of all that the extended vocabulary has in the facet.
    var replaces: Bool
    var concepts: [ConceptEntry]
    /// Phrases that are matched and stand for nothing.
    var stops: [String] = []
    /// Words of war: of a file that is a list of these, and then of nothing else.
    var terms: [TermDefinition] = []
    /// It is a table (TSV), whose rows add to the concepts of the other files.
    var isTable = false
}
