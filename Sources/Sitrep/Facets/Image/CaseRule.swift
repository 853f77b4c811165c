/// Which capitals the tokens of a `cased` spelling must be written with: two bits a token.
struct CaseRule: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt32

    /// Any writing will do.
    static let any = CaseRule(rawValue: 0)

    private enum Demand: UInt32 {
        case any, capitalised, allCapitals, small
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The rule that a spelling's own writing makes.
    init(_ spelling: TokenizedText) {
        var bits: UInt32 = 0
        for (i, token) in spelling.tokens.prefix(ImageFormat.mostTokens).enumerated() {
            let demand: Demand =
                if token.flags.contains(.number) {
                    .any
                } else if token.flags.contains(.allCapitals) {
                    .allCapitals
                } else if token.flags.contains(.capitalised) {
                    .capitalised
                } else {
                    .small
                }
            bits |= demand.rawValue << UInt32(2 * i)
        }
        self.init(rawValue: bits)
    }

    /// Whether `tokens`, as many as the spelling has, are written as it asks: with its capitals, or in all capitals.
    @inline(__always)
    func accepts(_ tokens: UnsafeBufferPointer<Token>) -> Bool {
        if rawValue == 0 { return true }
        var bits = rawValue
        for token in tokens {
            let demand = Demand(rawValue: bits & 3) ?? .any
            bits >>= 2
            let flags = token.flags
            switch demand {
            case .any: continue
            case .capitalised where flags.contains(.capitalised): continue
            case .allCapitals where flags.contains(.allCapitals): continue
            // One letter has no second to tell a capital word from a capitalised one.
            case .small where !flags.contains(.capitalised) || flags.contains(.allCapitals): continue
            default: return false
            }
        }
        return true
    }

    /// Whether the first token must be in all capitals, as an acronym's.
    var beginsWithAcronym: Bool { rawValue & 3 == Demand.allCapitals.rawValue }
}
