internal import Xapian

/// Stems words by the language of the text they stand in.
///
/// English and Russian have a stemmer of Xapian's (Snowball), Ukrainian one of its own (``UkrainianStemmer``); words of
/// other languages are kept as they are. Holds a cache; for one thread.
struct Stemming: ~Copyable {
    private let english: Stemmer
    private let russian: Stemmer
    private var cache: [Key: [UInt8]] = [:]

    private struct Key: Hashable {
        var word: [UInt8]
        var rules: Rules
    }

    private enum Rules { case english, russian, ukrainian }

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
        case .latin where language == nil || language == "en": cached(word, .english)
        case .cyrillic where language == "ru": cached(word, .russian)
        case .cyrillic where language == "uk": cached(word, .ukrainian)
        case .cyrillic where language == nil: cached(word, Script.isUkrainian(word) ? .ukrainian : .russian)
        default: word
        }
    }

    /// Every stem that a folded word of a query may stand under in the index, each once.
    ///
    /// A query has no language of its own: a Latin word is looked up as English and as it is, a Cyrillic one as
    /// Russian, as Ukrainian and as it is. The first is that of the likeliest language.
    mutating func stems(ofQueryWord word: [UInt8]) -> [[UInt8]] {
        var stems: [[UInt8]] = []
        func add(_ stem: [UInt8]) { if !stems.contains(stem) { stems.append(stem) } }
        switch Script.of(word) {
        case .latin: add(cached(word, .english))
        case .cyrillic:
            let isUkrainian = Script.isUkrainian(word)
            add(cached(word, isUkrainian ? .ukrainian : .russian))
            add(cached(word, isUkrainian ? .russian : .ukrainian))
        case .other: break
        }
        add(word)
        return stems
    }

    private mutating func cached(_ word: [UInt8], _ rules: Rules) -> [UInt8] {
        let key = Key(word: word, rules: rules)
        if let stem = cache[key] { return stem }
        // A stemmer of Xapian's fails only for want of memory; the word itself is still of use.
        let stem =
            switch rules {
            case .english: (try? english.stem(word)) ?? word
            case .russian: (try? russian.stem(word)) ?? word
            case .ukrainian: UkrainianStemmer.stem(word)
            }
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

    /// Whether a Cyrillic word has a letter that Russian has not: і, ї, є or ґ.
    static func isUkrainian(_ word: [UInt8]) -> Bool {
        for (at, byte) in word.enumerated() where at + 1 < word.count {
            switch (byte, word[at + 1]) {
            case (0xD1, 0x96), (0xD1, 0x97), (0xD1, 0x94), (0xD2, 0x91): return true
            default: continue
            }
        }
        return false
    }
}
