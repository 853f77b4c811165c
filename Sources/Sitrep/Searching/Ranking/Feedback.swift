internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Expands a query with words of the best reports, and ranks the best matches anew by them (pseudo-relevance feedback).
///
/// The words are weighed as in a relevance model (Lavrenko and Croft, "Relevance-Based Language Models", 2001; RM3 in
/// Abdul-Jaleel and others, "UMass at TREC 2004"), times idf. No new reports come in: the words move the best
/// ``depth`` matches alone, and what lies below keeps its place. The constants were chosen as those of ``RankingModel``.
struct Feedback {
    /// So many of the best reports are read.
    static let reports = 8
    /// So many words are taken from them.
    static let words = 60
    /// So many of the best matches are ranked anew.
    static let depth = 200
    /// So many of the new words are shown.
    static let shown = 10
    /// How much the best report counts before those behind it.
    private static let sharpness = 4.0
    /// What all words taken in weigh together, beside those of the query.
    private static let weight = 1.0
    /// A long report would otherwise give all the words.
    private static let lengthExponent = 1.3
    /// Below 1: a word of several reports counts more than one that a single report has as often as all of these.
    private static let spread = 0.75

    /// A word taken in.
    struct Word {
        /// Its stem's term.
        var term: [UInt8]
        var idf: Double
        /// What it counts beside a word of the query, 0…1.
        var share: Double
    }

    /// The words, the weightiest first.
    let words: [Word]
    /// What all of them are multiplied by, so that together they weigh ``weight`` times what the query does.
    let scale: Double
    /// The new words as the reports write them, for a person to read.
    private(set) var shownWords: [String]
    /// By their stems, the forms that most of the reports have.
    private let forms: [[UInt8]: [UInt8]]

    /// - Parameters:
    ///   - best: matches, the best first.
    ///   - query: whose words are not shown as new.
    init?(
        _ best: [Match],
        query: SnippetWords,
        _ model: RankingModel,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) {
        let best = best.prefix(Self.reports)
        guard let top = best.first?.weight, top > 0 else { return nil }
        let chances = best.map { exp(Self.sharpness * ($0.weight / top - 1)) }
        let sum = chances.reduce(0, +)
        var found: [[UInt8]: Candidate] = [:]
        var forms: [[UInt8]: Int] = [:]
        for (place, match) in best.enumerated() {
            let length = try database.documentLength(match.documentID)
            let normalLength = model.normalLength(length)
            let share = chances[place] / sum / pow(Double(max(length, 1)), Self.lengthExponent)
            for term in try database.documentTerms(match.documentID) {
                guard let stem = Self.stem(term.term) else {
                    if Self.isWord(term.term) { forms[term.term, default: 0] += 1 }
                    continue
                }
                guard Self.mayExpand(stem) else { continue }
                var candidate = found[term.term] ?? Candidate()
                if candidate.idf == 0 { candidate.idf = model.idf(Double(try database.termFrequency(term.term))) }
                candidate.weight += pow(share * Double(term.frequency), Self.spread)
                candidate.mean +=
                    candidate.idf * model.saturation(Double(term.frequency), normalLength: normalLength)
                    / Double(best.count)
                found[term.term] = candidate
            }
        }
        for (term, candidate) in found {
            found[term]?.weight = pow(candidate.weight, 1 / Self.spread) * candidate.idf
        }
        let commonest = try Self.commonest(forms)
        self.forms = commonest
        let chosen = found.filter { term, _ in
            // A stem need not look like the word that it stands for.
            guard let stem = Self.stem(term), let form = commonest[Array(stem)] else { return true }
            return !FunctionWords.contains(form)
        }.sorted {
            $0.value.weight != $1.value.weight
                ? $0.value.weight > $1.value.weight : $0.key.lexicographicallyPrecedes($1.key)
        }.prefix(Self.words)
        guard let heaviest = chosen.first?.value.weight, heaviest > 0 else { return nil }
        words = chosen.map { Word(term: $0.key, idf: $0.value.idf, share: ($0.value.weight / heaviest).squareRoot()) }
        let mean = zip(words, chosen).reduce(0) { $0 + $1.0.share * $1.1.value.mean }
        guard mean > 0 else { return nil }
        scale = Self.weight * best.reduce(0) { $0 + $1.weight } / Double(best.count) / mean
        let new = words.filter { word in Self.stem(word.term).map { !query.stems.contains(Array($0)) } ?? false }
        shownWords = []
        shownWords = new.prefix(Self.shown).map { form(of: $0) }
    }

    /// A word as the reports write it.
    func form(of word: Word) -> String {
        let stem = Array(word.term.dropFirst(Schema.stem.prefix.utf8.count))
        return String(decoding: forms[stem] ?? stem, as: UTF8.self)
    }

    private struct Candidate {
        var idf = 0.0
        var weight = 0.0
        /// What it brings, on average over the best reports.
        var mean = 0.0
    }

    /// What each of some matches gains, in their order.
    ///
    /// Goes through the list of reports of each word once, with skips.
    func gains(
        of matches: ArraySlice<Match>,
        _ model: RankingModel,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [[Double]] {
        let order = matches.indices.sorted { matches[$0].documentID < matches[$1].documentID }
        let ids = order.map { matches[$0].documentID }
        var lengths: [Double] = []
        for id in ids { lengths.append(model.normalLength(try database.documentLength(id))) }
        var gains = Array(repeating: Array(repeating: 0.0, count: words.count), count: matches.count)
        for (number, word) in words.enumerated() {
            for (place, frequency) in try database.frequencies(of: word.term, in: ids).enumerated() where frequency > 0
            {
                gains[order[place] - matches.startIndex][number] =
                    scale * word.share * word.idf
                    * model.saturation(Double(frequency), normalLength: lengths[place])
            }
        }
        return gains
    }

    /// The stem of a term of ``Schema/stem``; `nil` for a term of any other field.
    static func stem(_ term: [UInt8]) -> ArraySlice<UInt8>? {
        term.starts(with: Schema.stem.prefix.utf8) ? term.dropFirst(Schema.stem.prefix.utf8.count) : nil
    }

    /// Whether a term is a word as written: all other fields' terms begin with a capital letter.
    static func isWord(_ term: [UInt8]) -> Bool {
        guard let first = term.first else { return false }
        return !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    }

    /// Words of three letters or more, without digits: no designators, no numbers, no function words.
    static func mayExpand(_ stem: ArraySlice<UInt8>) -> Bool {
        var letters = 0
        for byte in stem {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return false }
            if byte & 0xC0 != 0x80 { letters += 1 }
        }
        return letters > 2 && !FunctionWords.contains(Array(stem))
    }

    /// The commonest form of each stem.
    static func commonest(_ forms: [[UInt8]: Int]) throws(XapianError) -> [[UInt8]: [UInt8]] {
        var stemming = try Stemming()
        var best: [[UInt8]: (form: [UInt8], count: Int)] = [:]
        for (form, count) in forms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            for stem in stemming.stems(ofQueryWord: form) where count > best[stem]?.count ?? 0 {
                best[stem] = (form, count)
            }
        }
        return best.mapValues(\.form)
    }
}
