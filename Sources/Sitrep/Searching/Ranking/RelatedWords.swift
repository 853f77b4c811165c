internal import Xapian

/// Finds words of an index that are made of the same root as a word of a query: Algerian for Algeria, chancellor for
/// chancellorship.
///
/// A stemmer takes endings off and keeps what derives one word from another, so that reports that say the same with
/// another part of speech are not found. In a search for any of several words the related ones count too, but less:
/// two stems that begin alike may be words of different sense.
struct RelatedWords {
    /// What a word's score is made of by the word together with its related ones; the rest is by the word alone. Both
    /// shares were chosen with the constants of ``RankingModel``.
    static let share = 0.5
    /// Related stems have at least so many letters in common at their beginning.
    static let fewestCommonLetters = 6
    /// Neither of them has more letters behind these.
    static let mostOtherLetters = 4
    /// The most related stems of a word, those that most reports have.
    static let most = 32
    /// More words than this are a text: those behind them stand for themselves.
    static let mostWords = 64

    /// The stems of the index that are related to those of a word, without these; by their frequency, then in order.
    ///
    /// Reads the stems of the index that begin with the same letters, once for each stem.
    static func stems(
        relatedTo stems: [[UInt8]],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [[UInt8]] {
        let field = Array(Schema.stem.prefix.utf8)
        var found: [[UInt8]: Int] = [:]
        for stem in stems where Script.of(stem) != .other {
            let letters = Array(String(decoding: stem, as: UTF8.self).unicodeScalars)
            guard letters.count >= fewestCommonLetters else { continue }
            let common = max(fewestCommonLetters, letters.count - mostOtherLetters)
            var beginning = ""
            beginning.unicodeScalars.append(contentsOf: letters.prefix(common))
            for (term, frequency) in try database.allTerms(prefix: field + Array(beginning.utf8)) {
                let other = Array(term.dropFirst(field.count))
                if !stems.contains(other), areRelated(letters, other) { found[other] = frequency }
            }
        }
        return found.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key) }
            .prefix(most).map(\.key)
    }

    /// Whether a stem that begins as `letters` do ends soon enough behind what they have in common.
    private static func areRelated(_ letters: [Unicode.Scalar], _ other: [UInt8]) -> Bool {
        guard Script.of(other) != .other else { return false }
        let others = Array(String(decoding: other, as: UTF8.self).unicodeScalars)
        let common = zip(letters, others).prefix { $0 == $1 }.count
        return common >= fewestCommonLetters && letters.count - common <= mostOtherLetters
            && others.count - common <= mostOtherLetters
    }

    /// A word's query and that of all words related to it as one, each with its share.
    static func query(_ word: Query, withRelated all: Query) -> Query {
        .or([.scaled(word, by: 1 - share), .scaled(all, by: share)])
    }

    /// The parts of what ``query(_:withRelated:)`` makes; `nil` for any other query.
    static func parts(_ queries: [Query]) -> (word: Query, all: Query)? {
        guard queries.count == 2, case .scaled(let word, by: 1 - share) = queries[0],
            case .scaled(.synonym(let all), by: share) = queries[1]
        else { return nil }
        return (word, .synonym(all))
    }
}
