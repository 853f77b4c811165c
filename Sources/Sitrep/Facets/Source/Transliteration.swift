/// Writes Ukrainian and Russian names in Latin letters, in each of the ways that the press does.
///
/// Ukrainian: the national system (Cabinet of Ministers, resolution 55 of 2010) and its common departures: `g` for г,
/// `ya` and `ye` inside of words, -yy, -y and -iy for -ий. Russian: BGN/PCGN (1947) and what the press makes of it:
/// -y, -yi and -i for -ый, `e` for `ye`, `e` for ё, `ia` for `ya`, `h` for kh. Apostrophes are left out, as the
/// tokenizer passes them over.
enum Transliteration {
    /// The spellings of a Cyrillic `name`, the usual one first, each once; empty for a name in other letters.
    static func spellings(of name: String) -> [String] {
        var found: [String] = []
        func add(_ spelling: String?) {
            if let spelling, !found.contains(spelling) { found.append(spelling) }
        }
        for language in CaseForms.languages(of: name) {
            switch language {
            case .ukrainian: for style in ukrainianStyles { add(write(name, style, ukrainian)) }
            case .russian: for style in russianStyles { add(write(name, style, russian)) }
            }
        }
        return found
    }

    /// How one who writes Latin letters decides where there is a choice.
    private struct Style {
        /// For Ukrainian г.
        var g = "h"
        /// `y` before vowels inside of a word as at its beginning; else `i`.
        var softY = true
        /// What й becomes inside of a word.
        var shortI = "y"
        /// The ending -ий or -ый.
        var ending = "y"
        /// Where Russian е is `ye`.
        var ye: Ye = .never
        var yo = "yo"
        var kh = "kh"
        /// What the ending -ия becomes; `nil` for what the letters give.
        var ia: String?

        enum Ye { case never, first, afterVowels }
    }

    private static let ukrainianStyles: [Style] = ["h", "g"].flatMap { g in
        [
            Style(g: g, softY: false, shortI: "i", ending: "yi"),
            Style(g: g, softY: false, shortI: "i", ending: "y"),
            Style(g: g, ending: "yy"),
            Style(g: g),
            Style(g: g, ending: "iy"),
        ]
    }

    private static let russianStyles = [
        Style(ye: .first, ia: "ia"),
        Style(ending: "yy", ye: .afterVowels),
        Style(yo: "e"),
        Style(ending: "yi", ye: .first),
        Style(ending: "iy", ye: .afterVowels),
        Style(shortI: "i", ending: "i", yo: "e"),
        Style(softY: false, shortI: "i", ending: "ii", yo: "e"),
        Style(ye: .first, kh: "h"),
    ]

    private static let vowels: Set<Character> = ["а", "е", "є", "ё", "и", "і", "ї", "о", "у", "ы", "э", "ю", "я"]
    private static let common: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "д": "d", "е": "e", "ж": "zh", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n",
        "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ь": "", "ъ": "", "'": "", "’": "", "ʼ": "",
    ]

    private typealias Letters = (_ word: [Character], _ at: Int, _ style: Style) -> String?

    /// The name in one style; `nil` when a letter is unknown.
    private static func write(_ name: String, _ style: Style, _ letters: Letters) -> String? {
        var out = ""
        var word: [Character] = []
        func flush() -> Bool {
            guard !word.isEmpty else { return true }
            let small = word.map { Character($0.lowercased()) }
            for at in small.indices {
                guard let latin = common[small[at]] ?? nil, small[at] != "е" else {
                    guard let latin = letters(small, at, style) else { return false }
                    out += capitalised(latin, word[at])
                    continue
                }
                out += capitalised(latin, word[at])
            }
            word = []
            return true
        }
        for character in name {
            if character == " " || character == "-" {
                guard flush() else { return nil }
                out.append(character)
            } else {
                word.append(character)
            }
        }
        return flush() ? out : nil
    }

    private static func capitalised(_ latin: String, _ letter: Character) -> String {
        letter.isUppercase ? latin.prefix(1).uppercased() + latin.dropFirst() : latin
    }

    private static func ukrainian(_ word: [Character], _ at: Int, _ style: Style) -> String? {
        let isFirst = at == 0
        let y = isFirst || style.softY ? "y" : "i"
        switch word[at] {
        case "г": return style.g == "h" && at > 0 && word[at - 1] == "з" ? "gh" : style.g
        case "ґ": return "g"
        case "е": return "e"
        case "є": return y + "e"
        case "и": return at == word.count - 2 && word[at + 1] == "й" ? style.ending : "y"
        case "і": return "i"
        case "ї": return isFirst || style.softY ? "yi" : "i"
        case "й":
            if at == word.count - 1, at > 0, word[at - 1] == "и" { return "" }
            return isFirst ? "y" : style.shortI
        case "х": return "kh"
        case "ю": return y + "u"
        case "я": return y + "a"
        default: return nil
        }
    }

    private static func russian(_ word: [Character], _ at: Int, _ style: Style) -> String? {
        let isFirst = at == 0
        let before: Character = isFirst ? " " : word[at - 1]
        let isSplit = before == "ь" || before == "ъ"
        let isLast = at == word.count - 1
        switch word[at] {
        case "г": return "g"
        case "е":
            switch style.ye {
            case .never: return isSplit && style.softY ? "ye" : isSplit ? "ie" : "e"
            case .first: return isFirst || isSplit ? "ye" : "e"
            case .afterVowels: return isFirst || isSplit || before == "й" || vowels.contains(before) ? "ye" : "e"
            }
        case "ё": return isSplit || isFirst ? "yo" : style.yo
        case "и":
            // The endings -ий and -ия.
            if at == word.count - 2, word[at + 1] == "й" { return style.ending == "yy" ? "iy" : style.ending }
            if at == word.count - 2, word[at + 1] == "я", let ia = style.ia { return ia }
            return "i"
        case "й":
            if isLast, before == "и" || before == "ы" { return "" }
            return isFirst ? "y" : style.shortI
        case "х": return style.kh
        case "ы": return at == word.count - 2 && word[at + 1] == "й" ? style.ending : "y"
        case "э": return "e"
        case "ю": return (style.softY || isFirst ? "y" : "i") + "u"
        case "я":
            if isLast, before == "и", style.ia != nil { return "" }
            return (style.softY || isFirst ? "y" : "i") + "a"
        default: return nil
        }
    }
}
