/// A light stemmer for Ukrainian: takes the endings of inflection off nouns, adjectives and verbs.
///
/// Works by endings alone, without a dictionary, on folded words (small letters, no apostrophes). What it does: the
/// longest ending that leaves a stem with a vowel; then a soft sign, a vowel or й at the stem's end, and the second of
/// two equal consonants (поранення, поранень). Two changes of vowels are undone where they are sure: -ість/-ості, and
/// the vowel that comes and goes in -ець/-ця and -ок/-ка. Not undone: Київ/Києва, стіл/стола, рука/руці; prefixes and
/// word formation (ракета, ракетний) stay apart. The endings are those of the orthography of 2019, §§ 71–123.
enum UkrainianStemmer {
    /// The stem of a folded word; the word itself where it is short or has other letters than Cyrillic ones.
    static func stem(_ word: [UInt8]) -> [UInt8] {
        // All letters of the languages written in Cyrillic take two bytes.
        guard word.count >= 2 * 4, word.count % 2 == 0, word.count <= 2 * longest else { return word }
        var letters: [UInt16] = []
        letters.reserveCapacity(word.count / 2)
        for at in stride(from: 0, to: word.count, by: 2) {
            guard (0xD0...0xD3).contains(word[at]), word[at + 1] & 0xC0 == 0x80 else { return word }
            letters.append(UInt16(word[at]) << 8 | UInt16(word[at + 1]))
        }
        // ґ and г are often exchanged.
        for at in letters.indices where letters[at] == Letter.ge { letters[at] = Letter.he }
        reduce(&letters)
        var stem: [UInt8] = []
        stem.reserveCapacity(letters.count * 2)
        for letter in letters {
            stem.append(UInt8(letter >> 8))
            stem.append(UInt8(letter & 0xFF))
        }
        return stem
    }

    /// A word of more letters is none.
    private static let longest = 40
    /// A stem has as many letters at least.
    private static let shortest = 3

    private enum Letter {
        static let ge = code("ґ"), he = code("г"), o = code("о"), s = code("с"), t = code("т"), k = code("к")
        static let y = code("и"), ts = code("ц"), softSign = code("ь"), shortI = code("й")
        static let vowels = Set("аеєиіїоуюя".unicodeScalars.map(code))

        static func code(_ scalar: Unicode.Scalar) -> UInt16 {
            // Two bytes of UTF-8: 110xxxxx 10xxxxxx.
            UInt16(0xC080) | UInt16(scalar.value >> 6) << 8 | UInt16(scalar.value & 0x3F)
        }
    }

    /// Nouns whose stem ends as an ending does: програм-и, режим-и.
    private static let firmStems = ["програм", "реклам", "драм", "режим", "клімат"].map(codes)

    private static func codes(_ text: String) -> [UInt16] { text.unicodeScalars.map(Letter.code) }

    private static func reduce(_ letters: inout [UInt16]) {
        let reflexive = reflexives.first { has(letters, $0) }
        if reflexive != nil { letters.removeLast(2) }
        if keeps(letters) { return }
        // The abstract nouns first: their -ість is no ending of an adjective.
        if letters.count >= 7, has(letters, abstract.nominative) || has(letters, abstract.instrumental) {
            letters.removeLast(4)
            letters += [Letter.o, Letter.s, Letter.t]
            return
        }
        if letters.count >= 5, has(letters, agent) {
            letters.removeLast(3)
            letters.append(Letter.ts)
            return
        }
        if letters.count >= 5, has(letters, diminutive), !isOneOf(letters, firmDiminutives) {
            letters.removeLast(2)
            letters.append(Letter.k)
            return
        }
        // -ити and -ив of verbs: behind these consonants hardly a noun ends so.
        if verbEnds.contains(where: { has(letters, $0) }), letters.count >= 6 {
            letters.removeLast(letters.last == Letter.y ? 3 : 2)
            return trim(&letters)
        }
        if let stem = firmStems.first(where: { letters.starts(with: $0) && letters.count <= $0.count + 3 }) {
            letters = stem
            return
        }
        for ending in endings where has(letters, ending.letters) {
            let rest = letters.count - ending.letters.count
            guard rest >= ending.leaves, letters[..<rest].contains(where: Letter.vowels.contains) else { continue }
            letters.removeLast(ending.letters.count)
            break
        }
        trim(&letters)
    }

    /// Takes off what stands at the end of some forms of a stem and not of others.
    private static func trim(_ letters: inout [UInt16]) {
        while letters.count > shortest, let last = letters.last,
            last == Letter.softSign || last == Letter.shortI || Letter.vowels.contains(last),
            letters.dropLast().contains(where: Letter.vowels.contains)
        {
            letters.removeLast()
        }
        if letters.count > shortest, let last = letters.last, last == letters[letters.count - 2],
            !Letter.vowels.contains(last)
        {
            letters.removeLast()
        }
    }

    private static func has(_ letters: [UInt16], _ ending: [UInt16]) -> Bool {
        guard letters.count >= ending.count else { return false }
        var at = letters.count - ending.count
        for letter in ending {
            if letters[at] != letter { return false }
            at += 1
        }
        return true
    }

    private static func isOneOf(_ letters: [UInt16], _ words: [[UInt16]]) -> Bool { words.contains { $0 == letters } }

    /// Whether the end of the word looks like an ending and is none.
    private static func keeps(_ letters: [UInt16]) -> Bool {
        firmEnds.contains { has(letters, $0) } || isOneOf(letters, firmWords)
    }

    private static let abstract = (nominative: codes("ість"), instrumental: codes("істю"))
    private static let agent = codes("ець")
    private static let diminutive = codes("ок")
    /// Their о stays in all cases.
    private static let firmDiminutives = list("строк порок пророк")
    /// Before -ся.
    private static let reflexives = list("ться тися вся лася лося лися єся шся мося юся")
    private static let verbEnds = list("щити шити чити пити вити мити бити нити жити щив шив чив пив вив мив бив зив")
    /// Nouns on a consonant whose last letters are part of the stem.
    private static let firmEnds = list("грам клам слам стем блем птом гром дром тив рив лив")
    private static let firmWords = list("режим інтим максим замах монах шлях")

    private static func list(_ words: String) -> [[UInt16]] {
        words.split(separator: " ").map { codes(String($0)) }
    }

    private struct Ending {
        var letters: [UInt16]
        /// How many letters must be left.
        var leaves: Int
    }

    /// The longest first.
    private static let endings: [Ending] = {
        var endings: [Ending] = []
        func add(_ words: String, leaving leaves: Int) {
            endings += list(words).map { Ending(letters: $0, leaves: leaves) }
        }
        // Nouns.
        add("ами ями ах ях ам ям ів їв ей ом ем єм ою ею єю а я о е є у ю и і ї", leaving: shortest)
        // Adjectives and participles.
        add("ий ій ого ього ому ьому им ім їм их іх їх ими іми їми ої ьої ьою", leaving: shortest)
        // Verbs, with what stands before their endings where a noun could end so.
        add("увати ювати ував ював увала ювала увало ювало ували ювали ують юють ує ює", leaving: shortest)
        add("яти яв яла яло яли ила ило или ить ять уть ють", leaving: 4)
        return endings.sorted { $0.letters.count > $1.letters.count }
    }()
}
