/// How the score of a hit came about.
public struct ScoreExplanation: Sendable, Equatable {
    /// What added to it, in the order of the query; the parts' scores add up to that of the hit.
    public var parts: [ScorePart]

    /// The sum of the parts.
    public var score: Double { parts.reduce(0) { $0 + $1.score } }
}

/// A part of a score.
public enum ScorePart: Sendable, Equatable {
    /// A word of the query.
    case word(WordScore)
    /// The report is about one of the concepts asked for, each given by its path.
    case salience(concepts: [[String]], score: Double)
    /// The report's age in days, `nil` for an undated one.
    case recency(ageInDays: Int?, score: Double)
    /// Words of the best reports that this one has, the weightiest first.
    case expansion(words: [String], score: Double)

    /// What it adds.
    public var score: Double {
        switch self {
        case .word(let word): word.score
        case .salience(_, let score), .recency(_, let score), .expansion(_, let score): score
        }
    }
}

/// What a word of the query adds to a score: `weight · idf · boost · saturation`.
public struct WordScore: Sendable, Equatable {
    /// The word as it was typed, or its stem.
    public var word: String
    /// The stems of related words that the report has, where these count too.
    public var related: [String]
    /// How often the report has it or these, in any form; a mention in the title counts four times.
    public var frequency: Int
    /// How much of ``frequency`` the title gives.
    public var titleFrequency: Int
    /// The weight of its rarity (inverse document frequency).
    public var idf: Double
    /// What residual idf multiplies that by: 1 or more.
    public var boost: Double
    /// What the word counts in the query: 1, or more where the query has it several times.
    public var weight: Double
    /// The report's length as a share of the average; 0.5 at least.
    public var normalLength: Double
    /// What ``frequency`` mentions count in a report of this length: 1 for one in an average report, always below 3.
    public var saturation: Double
    /// What the word adds.
    public var score: Double
    /// How much of ``score`` would be missing without the title.
    public var titleScore: Double
}
