import Testing

@testable import Sitrep

@Suite("Accents on Latin letters go")
struct LatinFoldingTests {
    @Test("A letter with a canonical decomposition to an ASCII letter folds to that letter")
    func agreesWithUnicode() {
        for value in Array(UInt32(0xC0)...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = LatinFolding.folded(value)
            // Strings compare by canonical equivalence, so that a letter with a mark equals the composed letter.
            let base = (UInt8(ascii: "A")...UInt8(ascii: "z")).first { letter in
                Self.marks.contains { Self.equals(scalar, letter, $0) }
            }
            guard let base else { continue }
            #expect(folded == [base | 0x20], "U+\(String(value, radix: 16))")
        }
    }

    private static let marks: [UInt32] = Array(0x300...0x331)

    private static func equals(_ scalar: Unicode.Scalar, _ letter: UInt8, _ mark: UInt32) -> Bool {
        guard let mark = Unicode.Scalar(mark) else { return false }
        return String(String.UnicodeScalarView([Unicode.Scalar(letter), mark])) == String(scalar)
    }

    @Test func everyLetterHasAForm() {
        for value in Array(UInt32(0xC0)...0x24F) + Array(0x1E00...0x1EFF) where value != 0xD7 && value != 0xF7 {
            #expect(LatinFolding.folded(value)?.isEmpty == false, "U+\(String(value, radix: 16))")
        }
        #expect(LatinFolding.folded(0xD7) == nil && LatinFolding.folded(0xF7) == nil)
        #expect(LatinFolding.folded(0xBF) == nil && LatinFolding.folded(0x250) == nil)
        #expect(LatinFolding.folded(0x1F00) == nil)
    }

    @Test func upperAndLowerFoldAlike() {
        for value in Array(UInt32(0xC0)...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
            guard lower.count == 1, lower[0] != scalar, let other = LatinFolding.folded(lower[0].value) else {
                continue
            }
            #expect(LatinFolding.folded(value) == other, "U+\(String(value, radix: 16))")
        }
    }
}
