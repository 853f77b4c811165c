import Testing

@testable import Sitrep

/// What scraped pages do to sentences: the words that figures are told by, in any order, cut anywhere.
@Suite("Any order of words and signs gives figures that lie within the text, or none")
struct ClaimSoupTests {
    private static let names = [
        "Russia", "Ukraine", "Russian", "Ukrainian", "Kyiv", "Kharkiv", "Kursk", "Росія", "України", "Київ", "Putin",
        "Zelensky", "Shahed-136", "Kh-101", "Storm Shadow", "F-16", "tanks", "November", "Wednesday", "13.11.2024",
        "he", "She", "officials", "Reuters", "the", "km", "кв",
    ]
    private static let gaps = [
        " ", " ", " ", " ", " ", " ", ", ", ". ", "\n\n", "\n", "-", " – ", "; ", ": ", " (", ") ", " “", "” ", " «",
        "» ", "? ", "…", "/", "+", "'", "\u{202F}", "\u{0}", "\u{301}", "\u{200F}",
    ]

    /// Names of several words, which may hold words of figures: forces, groups, weapons.
    private static let known = [FacetKind.actor, .weapon].flatMap { facet in
        Vocabulary.builtIn.concepts(in: facet).map(\.name)
    }

    private static func soup(_ random: inout SeededGenerator, words: Int) -> String {
        let lexicon = ClaimWordList.all
        var text = ""
        for _ in 0..<words {
            switch random.number(0...9) {
            case 0...5:
                let word = lexicon[random.number(0...lexicon.count - 1)].text.filter { $0 != "*" }
                text += random.chance(15) ? word.uppercased() : random.chance(20) ? word.capitalized : word
            case 6: text += random.pick(names)
            case 7: text += random.pick(known)
            default: text += String(random.number(0...random.pick([9, 99, 2_030, 999_999])))
            }
            text += random.pick(gaps)
        }
        return text
    }

    @Test("Word by word", arguments: 0..<8)
    func soups(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<250 {
            let title = Self.soup(&random, words: random.number(0...8))
            let text = Self.soup(&random, words: random.number(1...60))
            for claim in claims(text, title: title) {
                let length = (claim.isInTitle ? title : text).utf8.count
                #expect(claim.span.lowerBound >= 0 && claim.span.upperBound <= length, "\(title)\n\(text)")
                #expect(!claim.span.isEmpty, "\(title)\n\(text)")
            }
        }
    }

    @Test("What happened may be a word of a name")
    func eventInName() {
        #expect(claims("PAKISTANI AIR FORCE OF A GIRL").isEmpty)
    }

    @Test("A qualifier on the other side of a paragraph's end is no part of the figure")
    func qualifierBefore() {
        #expect(claims("AT\n\nITS AT\n\nLEAST 70 DEAD, a police officer said.").map(\.surface) == ["LEAST 70 DEAD"])
    }
}
