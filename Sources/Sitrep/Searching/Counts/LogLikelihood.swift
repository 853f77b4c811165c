#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How surely a value is more frequent in some reports than in the others.
///
/// The log-likelihood ratio G² of the two-by-two table of reports inside and outside, with and without the value
/// (Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19(1), 1993).
/// It holds for small counts, where χ² does not, and weighs how often a value occurs beside how much more often than
/// elsewhere, where a ratio alone puts values of a single report first.
enum LogLikelihood {
    /// What chance exceeds once in a thousand values (χ² with one degree of freedom).
    static let significant = 10.83

    /// G², negative where the value is rarer inside than outside.
    ///
    /// - Parameters:
    ///   - inside: reports of the part that have the value, of `part`.
    ///   - overall: reports that have the value, of `all`; at least `inside`.
    static func score(inside: Int, of part: Int, overall: Int, of all: Int) -> Double {
        guard part > 0, part < all else { return 0 }
        let outside = overall - inside
        let rest = all - part
        let expected = Double(overall) / Double(all)
        /// A cell's share: nothing where it is empty.
        func cell(_ observed: Int, _ expected: Double) -> Double {
            observed > 0 && expected > 0 ? Double(observed) * log(Double(observed) / expected) : 0
        }
        let sum =
            cell(inside, Double(part) * expected) + cell(part - inside, Double(part) * (1 - expected))
            + cell(outside, Double(rest) * expected) + cell(rest - outside, Double(rest) * (1 - expected))
        // Rounding may leave a little less than nothing.
        let score = max(0, 2 * sum)
        return inside * rest >= outside * part ? score : -score
    }
}
