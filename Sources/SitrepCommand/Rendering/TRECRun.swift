import Sitrep

/// Writes hits as the lines of a TREC run: `query Q0 report rank score sitrep`.
///
/// Tools that judge runs sort by score, in single precision, and break ties in ways of their own. So the scores of a
/// query fall strictly from hit to hit: one that does not is written as the next smaller number.
struct TRECRun {
    /// The query's id of a search for a single query.
    static let onlyQuery = "1"

    private let queryID: String
    private var last = Float.infinity

    init(queryID: String) { self.queryID = Self.field(queryID) }

    mutating func write(_ hit: Hit) {
        last = min(Float(hit.score), last.nextDown)
        Output.write("\(queryID) Q0 \(Self.field(hit.id)) \(hit.rank) \(last) sitrep\n")
    }

    /// An id as a field of a line: its blanks, for these part the fields, what is unsafe to show, and the percent sign,
    /// so that no two ids become one, are percent-encoded.
    static func field(_ id: String) -> String {
        func isEncoded(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "%" || scalar.properties.isWhitespace || Printable.isUnsafe(scalar)
        }
        guard id.unicodeScalars.contains(where: isEncoded) else { return id }
        var result = ""
        for scalar in id.unicodeScalars {
            if isEncoded(scalar) {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += digits.count == 1 ? "%0" + digits : "%" + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
