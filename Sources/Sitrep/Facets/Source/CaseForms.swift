/// The case forms of Ukrainian and Russian names of places, by rule: Брянск, Брянска, Брянску, Брянском, Брянске.
///
/// Names of one word, of an adjective and a noun (`Мала Токмачка`, `Малої Токмачки`), and names with a hyphen, of which
/// the last part is declined (`Івано-Франківська`), or both where the first is a feminine noun (`Середини-Буди`). A name
/// that may be of either language gets the forms of both. The rules go by endings, without a dictionary: a few forms are
/// not in use, and rare vowel changes are missed. A form too many does little harm, as it is looked for with its capital
/// only.
enum CaseForms {
    /// The languages whose rules are known.
    enum Language: CaseIterable { case ukrainian, russian }

    /// The forms of `name` other than itself, each once; empty for what no rule is for.
    static func forms(of name: String) -> [String] {
        var found: [String] = []
        for language in languages(of: name) {
            for form in forms(of: name, in: language) where form != name && !found.contains(form) { found.append(form) }
        }
        return found
    }

    /// The languages that a name may be of, by its letters; none for one that is not all Cyrillic, or has letters of
    /// other languages.
    static func languages(of name: String) -> [Language] {
        var isUkrainian = false
        var isRussian = false
        var letters = 0
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x2D: continue
            case 0x27, 0x2019, 0x2BC: isUkrainian = true
            case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: isUkrainian = true
            case 0x401, 0x451, 0x42A, 0x44A, 0x42B, 0x44B, 0x42D, 0x44D: isRussian = true
            case 0x410...0x44F: break
            default: return []
            }
            letters += 1
        }
        guard letters >= 3, isUkrainian != isRussian || !isUkrainian else { return [] }
        if isUkrainian { return [.ukrainian] }
        if isRussian { return [.russian] }
        let scalars = Array(name.unicodeScalars)
        for at in scalars.indices.dropFirst(2) where scalars[at] == "к" && scalars[at - 1] == "ь" {
            if scalars[at - 2] == "с" || scalars[at - 2] == "ц" { return [.ukrainian] }
        }
        return scalars.last == "к" && ["с", "ц"].contains(scalars[scalars.count - 2]) ? [.russian] : Language.allCases
    }

    private static func forms(of name: String, in language: Language) -> [String] {
        let words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count <= 2, words.allSatisfy(isCapitalised) else { return [] }
        guard words.count == 2 else { return flat(noun(words[0], language)) }
        guard let first = adjective(words[0], language), let second = noun(words[1], language) else { return [] }
        return flat(zip(first, second).map { a, b in a.flatMap { a in b.map { a + " " + $0 } } })
    }

    private static func flat(_ cases: [[String]]?) -> [String] { (cases ?? []).flatMap { $0 } }

    /// A capital and at least one small letter.
    private static func isCapitalised(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
        return word.unicodeScalars.dropFirst().first?.properties.isLowercase ?? false
    }

    /// The genitive, dative, accusative, instrumental and locative, each with its variants. Of a name with hyphens the
    /// last part is declined, of one with a feminine noun before its only hyphen both parts too.
    private static func noun(_ word: String, _ language: Language) -> [[String]]? {
        if let hyphen = word.lastIndex(of: "-") {
            let last = String(word[word.index(after: hyphen)...])
            guard isCapitalised(last), let ends = noun(last, language) else { return nil }
            let first = String(word[..<hyphen])
            let cases = ends.map { $0.map { first + "-" + $0 } }
            guard first.hasSuffix("а") || first.hasSuffix("я"), isCapitalised(first), !first.contains("-"),
                let starts = noun(first, language)
            else { return cases }
            return zip(cases, zip(starts, ends)).map { simple, both in
                simple + both.0.flatMap { start in both.1.map { start + "-" + $0 } }
            }
        }
        return decline(word, by: language == .ukrainian ? ukrainianNouns : russianNouns)
    }

    private static func adjective(_ word: String, _ language: Language) -> [[String]]? {
        decline(word, by: language == .ukrainian ? ukrainianAdjectives : russianAdjectives)
    }

    private static func decline(_ word: String, by rules: [Rule]) -> [[String]]? {
        let letters = Array(word.unicodeScalars)
        let small = Array(word.lowercased().unicodeScalars)
        guard letters.count == small.count, letters.count >= 3,
            let rule = rules.first(where: {
                small.count > $0.cut && small.suffix($0.ending.count).elementsEqual($0.ending)
            })
        else { return nil }
        var stem = String.UnicodeScalarView()
        stem.append(contentsOf: letters.dropLast(rule.cut))
        return rule.cases.map { $0.map { $0 == "-" ? word : String(stem) + $0 } }
    }

    /// What becomes of an ending: so many letters are cut off, and the endings of the five cases set in their place.
    struct Rule {
        let ending: [Unicode.Scalar]
        let cut: Int
        let cases: [[String]]
    }

    /// Reads rules, the first that fits counts: `ending|ending cut genitive dative accusative instrumental locative`,
    /// variants parted by a slash, `-` for the nominative, `.` for no ending.
    private static func rules(_ text: String) -> [Rule] {
        text.split(separator: "\n").flatMap { line -> [Rule] in
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count == 7, let cut = Int(fields[1]) else { return [] }
            let cases = fields[2...].map { $0.split(separator: "/").map { $0 == "." ? "" : String($0) } }
            return fields[0].split(separator: "|").map {
                Rule(ending: Array($0.unicodeScalars), cut: cut, cases: cases)
            }
        }
    }

    private static let ukrainianNouns = rules(
        """
        поле|море 1 я ю - ем і
        нє 1 ього ьому - ім ьому
        е 1 ого ому - им ому
        жжя|ччя|шшя|лля|ння|ття|ддя|сся|ззя|щя|в'я|в’я|вʼя 1 я ю - ям і
        ія|ая|ея|оя|уя 1 ї ї ю єю ї
        я 1 і і ю ею і
        ська|цька|зька 1 ої ій у ою ій
        ова|ева|єва 1 ої/и ій/і у ою ій/і
        жа|ча|ша|ща 1 і і у ею і
        ка 2 ки ці ку кою ці
        га 2 ги зі гу гою зі
        ха 2 хи сі ху хою сі
        а 1 и і у ою і
        ий 2 ого ому - им ому
        ій 2 ього ьому - ім ьому
        й 1 ю/я ю - єм ї
        піль 3 оля олю - олем олі
        поль 1 я ю - ем і
        ець 3 ця цю - цем ці
        єць 3 йця йцю - йцем йці
        нь 1 і і - ню і
        ь 1 я/і ю/і - ем і
        нів|чів|щів|жів|шів|ців|рів 2 ова/ева ову/еву - овом/евом ові/еві
        ів 2 ова ову - овом ові
        їв 2 єва єву - євом єві
        ріг 2 огу/ога огу - огом озі
        сток|док 0 а у - ом у/ці
        ок 2 ка ку - ком ку
        к|г|х 0 а у - ом у
        ч|ш|щ|ж|ц 0 а/і у - ем/ю і
        б|в|д|з|л|м|н|п|р|с|т|ф|ґ 0 а у/ові - ом і
        ко|го|хо 1 а у - ом у
        о 1 а у - ом і
        ки 2 ків/ок кам - ками ках
        и 1 ів/. ам - ами ах
        жі|чі|ші|щі 1 ів/. ам - ами ах
        ї 1 їв ям - ями ях
        і 1 ів ям - ями ях
        """
    )

    private static let ukrainianAdjectives = rules(
        """
        ий 2 ого ому - им ому
        ій 2 ього ьому - ім ьому
        а 1 ої ій у ою ій
        я 1 ьої ій ю ьою ій
        е 1 ого ому - им ому
        є 1 ього ьому - ім ьому
        і 1 их им - ими их
        """
    )

    private static let adjectiveRules = """
        кое|гое|хое 2 ого ому - им ом
        ое 2 ого ому - ым ом
        ее 2 его ему - им ем
        ая 2 ой ой ую ой ой
        яя 2 ей ей юю ей ей
        кий|гий|хий|кой|гой|хой 2 ого ому - им ом
        жий|ший|чий|щий|ний 2 его ему - им ем
        ый|ой 2 ого ому - ым ом
        ые 2 ых ым - ыми ых
        ие 2 их им - ими их
        """

    private static let russianAdjectives = rules(adjectiveRules)

    private static let russianNouns =
        rules(adjectiveRules)
        + rules(
            """
            поле|море|ье 1 я ю - ем е
            це|же|ше|ще|че 1 а у - ем е
            ия 1 и и ю ей и
            я 1 и е ю ей е
            жа|ча|ша|ща 1 и е у ей е
            ца 1 ы е у ей е
            ка|га|ха 1 и е у ой е
            а 1 ы е у ой е
            ий 1 я ю - ем и
            й 1 я ю - ем е
            ль 1 я ю - ем е
            рь|вь|бь 1 и/я и/ю - ью/ем и/е
            ь 1 и и - ью и
            лец 2 ьца ьцу - ьцом ьце
            ец 2 ца цу - цом/цем це
            сток|док 0 а у - ом е
            ок 2 ка ку - ком ке
            ж|ч|ш|щ 0 а у - ом/ем е
            ц 0 а у - ем е
            б|в|г|д|з|к|л|м|н|п|р|с|т|ф|х 0 а у - ом е
            о 1 а у - ом е
            цы 1 ов/ев ам - ами ах
            ы 1 ов/. ам - ами ах
            ки 2 ок/ек кам - ками ках
            жи|чи|ши|щи|ги|хи 1 ей/. ам - ами ах
            и 1 ей/ь ям - ями ях
            """
        )
}
