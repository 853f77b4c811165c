internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The formulas by which words rank reports, over one state of an index.
///
/// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) as Xapian has it, with
/// each word's weight raised by its residual idf (Church and Gale, "Inverse Document Frequency: A Measure of Deviations
/// from Poisson", 1995): a word that is found often in the reports that have it is a matter, one that is spread thin is
/// none. The constants were chosen on one half of the queries of two public collections, for both alike.
struct RankingModel {
    /// How soon further mentions of a word stop to count.
    static let k1 = 2.0
    /// How much the length of a report counts, 0…1.
    static let b = 0.6
    /// No report counts as shorter than this share of the average.
    static let minimumLength = 0.5
    /// How much residual idf counts beside idf.
    static let topicality = 2.0

    /// How many reports there are.
    let reports: Double
    /// The average of their lengths, in words as they count.
    let averageLength: Double

    init(of database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) {
        reports = Double(try database.documentCount)
        averageLength = max(try database.averageLength, 1)
    }

    /// What Xapian is told.
    static let weighting = SearchOptions.Weighting.bm25(
        k1: k1,
        k2: 0,
        k3: 1,
        b: b,
        minimumNormalisedLength: minimumLength
    )

    /// The same for ranking by columns.
    static let parameters = ScoringParameters(k1: k1, b: b, minimumNormalisedLength: minimumLength)

    /// How a word that `frequency` reports have weighs, for words that Xapian does not weigh itself.
    func weight(_ frequency: Double) -> Query.WordWeight {
        Query.WordWeight(
            weight: idf(frequency),
            k1: Self.k1,
            b: Self.b,
            minimumNormalisedLength: Self.minimumLength,
            averageLength: averageLength
        )
    }

    /// The weight of a word that `frequency` reports have, as Xapian's BM25 has it: never 0, even where all have it.
    func idf(_ frequency: Double) -> Double {
        let odds = (reports - frequency + 0.5) / (frequency + 0.5)
        return log(odds < 2 ? odds / 2 + 1 : odds)
    }

    /// How much rarer a word is than one that occurs as often, spread by chance over all reports, would be; 0 or more.
    func residualIDF(_ frequency: Double, occurrences: Double) -> Double {
        guard frequency > 0, occurrences > 0 else { return 0 }
        return max(0, log(reports / frequency) + log(1 - exp(-occurrences / reports)))
    }

    /// What a word's weight is multiplied by: 1 or more.
    func boost(_ frequency: Double, occurrences: Double) -> Double {
        1 + Self.topicality * residualIDF(frequency, occurrences: occurrences) / idf(frequency)
    }

    /// The length of a report as a share of the average, as it counts.
    func normalLength(_ length: Int) -> Double { max(Double(length) / averageLength, Self.minimumLength) }

    /// What `frequency` mentions in a report of a normalised length bring, times idf: 1 for one in an average report,
    /// less than 1 + ``k1`` for any number.
    func saturation(_ frequency: Double, normalLength: Double) -> Double {
        guard frequency > 0 else { return 0 }
        return frequency * (Self.k1 + 1) / (frequency + Self.k1 * (1 - Self.b + Self.b * normalLength))
    }
}
