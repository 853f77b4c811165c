/// Tells whether two spellings are one name, by its sound.
enum SameName {
    /// Whether `a` and `b` are nearly spelt the same, or one nearly as the other is written in its letters.
    static func areOne(_ a: String, _ b: String) -> Bool {
        let left = latin(a)
        let right = latin(b)
        return left.contains { one in right.contains { isNear(one, $0) } }
    }

    private static func latin(_ name: String) -> [[Unicode.Scalar]] {
        let spellings = CaseForms.languages(of: name).isEmpty ? [name] : Transliteration.spellings(of: name)
        return spellings.map { Array(PlainName.of($0).unicodeScalars) }
    }

    /// Whether not more than a letter of five differs.
    private static func isNear(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        let most = max(a.count, b.count) / 5
        return a == b || (most > 0 && EditDistance.levenshtein(a, b, most: most) != nil)
    }
}
