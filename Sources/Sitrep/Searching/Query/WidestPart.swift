/// What makes a query wide, and where it begins.
enum WidestPart: Equatable {
    /// The first OR of those that join most.
    case or(column: Int)
    /// The first word with a star or a tilde, or NEAR.
    case sign(column: Int)

    /// Fewer parts are not many.
    private static let fewParts = 16

    /// The place in a query that a person should look at; `nil` where there is none.
    static func widest(in query: String) throws(SitrepError) -> WidestPart? {
        var open: [(column: Int, count: Int)] = [(0, 0)]
        var widest = (column: 0, count: 0)
        var sign: Int?
        for placed in try QueryLexer.tokens(of: query) {
            switch placed.token {
            case .open: open.append((0, 0))
            case .close where open.count > 1: open.removeLast()
            case .or:
                if open[open.count - 1].count == 0 { open[open.count - 1].column = placed.column }
                open[open.count - 1].count += 1
                if open[open.count - 1].count > widest.count { widest = open[open.count - 1] }
            case .near: sign = sign ?? placed.column
            case .word(let text) where text.hasSuffix("*") || text.hasSuffix("~"): sign = sign ?? placed.column
            default: break
            }
        }
        if widest.count >= fewParts { return .or(column: widest.column) }
        return sign.map { .sign(column: $0) }
    }
}
