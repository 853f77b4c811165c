/// Follows a quotation from sentence to sentence of a paragraph, whose speaker is often named at its end.
struct Quotation {
    private let text: ClaimText
    /// How many claims there were before the sentence that opened the quotation that is open.
    private(set) var firstClaim: Int?
    /// Where the text has been looked through.
    private var looked = 0

    init(text: ClaimText) { self.text = text }

    /// Looks at the text up to a sentence.
    ///
    /// - Parameters:
    ///   - claims: how many claims there are.
    ///   - isParagraph: whether the sentence begins a paragraph, where every quotation has ended.
    /// - Returns: the first claim of the quotation that the sentence goes on with; `nil` where it begins outside of one.
    mutating func enter(_ sentence: Range<Int>, claims: Int, isParagraph: Bool) -> Int? {
        let start = text.tokens[sentence.lowerBound].start
        let end = text.tokens[sentence.upperBound - 1].end
        // A mark that opens the sentence itself begins a quotation.
        var own = start
        while own > 0, start - own < 6, !Self.blanks.contains(text.bytes[own - 1]) { own -= 1 }
        if isParagraph {
            firstClaim = nil
            looked = own
        }
        look(to: own, claims: claims)
        let before = firstClaim
        look(to: end, claims: claims)
        return before
    }

    private static let blanks: [UInt8] = [
        UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
    ]

    /// Follows the quotation marks up to a byte.
    private mutating func look(to end: Int, claims: Int) {
        while looked < end {
            switch text.bytes[looked] {
            case UInt8(ascii: "\""): firstClaim = firstClaim == nil ? claims : nil
            case 0xE2 where looked + 2 < text.bytes.count && text.bytes[looked + 1] == 0x80:
                switch text.bytes[looked + 2] {
                case 0x9C, 0x9E: firstClaim = firstClaim ?? claims
                case 0x9D: firstClaim = nil
                default: break
                }
            case 0xC2 where looked + 1 < text.bytes.count:
                if text.bytes[looked + 1] == 0xAB { firstClaim = firstClaim ?? claims }
                if text.bytes[looked + 1] == 0xBB { firstClaim = nil }
            default: break
            }
            looked += 1
        }
    }
}
