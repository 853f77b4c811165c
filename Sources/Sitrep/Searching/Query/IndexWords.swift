internal import Xapian

/// Words of the index that one of a query stands for.
struct IndexWords {
    /// As they are written there, folded; the most frequent or the nearest first.
    var words: [[UInt8]]
    /// How many there are in all.
    var total: Int

    /// The most words that a beginning stands for.
    static let mostByPrefix = 500
    /// The most words that one written nearly so stands for.
    static let mostByLikeness = 50

    /// The words that begin with `prefix`, the most frequent first. Linear in their number.
    static func beginning(
        with prefix: [UInt8],
        in field: Schema.Field,
        limit: Int = mostByPrefix,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> IndexWords {
        let start = Array(field.prefix.utf8)
        let found = try database.allTerms(prefix: start + prefix).sorted { a, b in
            a.frequency != b.frequency ? a.frequency > b.frequency : a.term.lexicographicallyPrecedes(b.term)
        }
        return IndexWords(words: found.prefix(limit).map { Array($0.term.dropFirst(start.count)) }, total: found.count)
    }

    /// The words spelt nearly as `word` that begin with the same letter, the nearest first, then the most frequent.
    ///
    /// Reads the words with that letter once: 20 ms for a tenth of a million different words.
    static func near(
        _ word: [UInt8],
        in field: Schema.Field,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> IndexWords {
        guard word.count <= Terms.maximumWordLength else { return IndexWords(words: [], total: 0) }
        let start = Array(field.prefix.utf8)
        let (terms, total) = try database.nearTerms(
            prefix: start + firstLetter(of: word),
            skipping: start.count,
            to: word,
            maximumEdits: maximumEdits(for: word),
            limit: mostByLikeness
        )
        return IndexWords(words: terms.map { Array($0.term.dropFirst(start.count)) }, total: total)
    }

    /// How many letters may differ: one of a word up to five letters, else two.
    static func maximumEdits(for word: [UInt8]) -> Int {
        String(decoding: word, as: UTF8.self).unicodeScalars.count <= 5 ? 1 : 2
    }

    /// The bytes of the first letter.
    static func firstLetter(of word: [UInt8]) -> [UInt8] {
        Array(word.prefix(1) + word.dropFirst().prefix { $0 & 0xC0 == 0x80 })
    }
}
