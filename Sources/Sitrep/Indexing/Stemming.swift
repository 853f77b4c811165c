internal import Xapian

/// Stems words by the language of the text they stand in.
///
/// English and Russian have a stemmer of Xapian's (Snowball); words of other languages are kept as they are. Holds a
/// cache; for one thread.
struct Stemming: ~Copyable {
    private let english: Stemmer
    private let russian: Stemmer
    private var cache: [Key: [UInt8]] = [:]

    private struct Key: Hashable {
        var word: [UInt8]
        var isRussian: Bool
    }

    /// The most words the cache holds before it starts anew; about 20 MB.
    private static let cacheLimit = 200_000

    init() throws(XapianError) {
        let english = try Stemmer(language: "english")
        let russian = try Stemmer(language: "russian")
        self.english = english
        self.russian = russian
    }

    /// The stem of a folded word in a text of `language` (ISO 639-1; `nil` when unknown).
    mutating func stem(_ word: [UInt8], language: String?) -> [UInt8] {
        switch Script.of(word) {
        case .latin where language == nil || language == "en": cached(word, isRussian: false)
        case .cyrillic where language == nil || language == "ru": cached(word, isRussian: true)
        default: word
        }
    }

    /// Every stem that a folded word of a query may stand under in the index, each once.
    ///
    /// A query has no language of its own: a Latin word is looked up as English and as it is, a Cyrillic one as
    /// Russian and as it is.
    mutating func stems(ofQueryWord word: [UInt8]) -> [[UInt8]] {
        let stemmed =
            switch Script.of(word) {
            case .latin: cached(word, isRussian: false)
            case .cyrillic: cached(word, isRussian: true)
            case .other: word
            }
        return stemmed == word ? [word] : [stemmed, word]
    }

    private mutating func cached(_ word: [UInt8], isRussian: Bool) -> [UInt8] {
        let key = Key(word: word, isRussian: isRussian)
        if let stem = cache[key] { return stem }
        // A stemmer fails only for want of memory; the word itself is still of use.
        let stem = (isRussian ? try? russian.stem(word) : try? english.stem(word)) ?? word
        if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
        cache[key] = stem
        return stem
    }
}

/// The script of a folded word, as far as stemming needs to know it.
enum Script {
    case latin, cyrillic, other

    /// By the word's first letter; a word with a digit is `other`, so that designators are never stemmed.
    static func of(_ word: [UInt8]) -> Script {
        guard let first = word.first else { return .other }
        for byte in word where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return .other }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return .latin
        // U+0400…U+04FF in UTF-8.
        case 0xD0...0xD3: return .cyrillic
        default: return .other
        }
    }
}
