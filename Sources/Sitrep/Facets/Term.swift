/// A common word of war with its near-synonyms in other languages: no value of a facet, but a help for plain words.
public struct Term: Sendable, Equatable {
    /// A language that the words are given in; its raw value is the code of ISO 639-1.
    public enum Language: String, Sendable, CaseIterable {
        case english = "en"
        case ukrainian = "uk"
        case russian = "ru"
    }

    /// A word or a phrase in its dictionary form.
    public struct Word: Sendable, Hashable {
        /// As the vocabulary's file has it.
        public var text: String
        /// The language that it is of.
        public var language: Language

        /// A word and its language.
        public init(text: String, language: Language) {
            self.text = text
            self.language = language
        }
    }

    /// The usual English word, unique among the entries.
    public var name: String
    /// All words, the English ones first.
    public var words: [Word]
}

/// An entry as the compiler takes it; several of one name are one.
struct TermDefinition: Equatable, Sendable {
    var name: String
    var words: [Term.Word]

    /// The entries sorted by the bytes of their names, each name once and each of its words once.
    static func joined(_ terms: [TermDefinition]) -> [TermDefinition] {
        var words: [String: [Term.Word]] = [:]
        for term in terms {
            for word in term.words where !(words[term.name] ?? []).contains(word) {
                words[term.name, default: []].append(word)
            }
        }
        return words.map { TermDefinition(name: $0.key, words: $0.value) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension Term.Language {
    var flag: ImageFormat.SpellingFlag {
        switch self {
        case .english: .english
        case .ukrainian: .ukrainian
        case .russian: .russian
        }
    }
}

/// The words of war of a vocabulary, opened for looking up: the built-in ones, and a user's own beside them.
struct TermTable: Sendable {
    private let layers: [ImageLayer]

    init(_ image: VocabularyImage) {
        layers = [image.base.terms, image.overlay?.layer.terms].compactMap { $0 }
    }

    /// The entries that have `phrase` among their words, by its folded form as a whole. Logarithmic.
    func terms(of phrase: String) -> [Term] {
        var names: [String] = []
        for layer in layers {
            for payload in layer.payloads(ofSpelling: phrase) {
                let name = layer.id(of: payload.concept).rawValue
                if !names.contains(name) { names.append(name) }
            }
        }
        return names.map { name in
            var words: [Term.Word] = []
            for layer in layers {
                guard let entry = layer.find(ConceptID(rawValue: name), in: .region) else { continue }
                for word in Self.words(of: entry, in: layer) where !words.contains(word) { words.append(word) }
            }
            return Term(name: name, words: words)
        }
    }

    /// The words of an entry.
    fileprivate static func words(of entry: Int, in layer: ImageLayer) -> [Term.Word] {
        layer.spellings(of: entry).compactMap { text, flags in
            Term.Language.allCases.first { flags.contains($0.flag) }.map { .init(text: text, language: $0) }
        }
    }
}

extension Vocabulary {
    /// The words of war that have `phrase` in their entry, in any capitals: what a plain word of a query also finds.
    ///
    /// The whole folded phrase decides, not its stems. Logarithmic in the number of entries.
    public func terms(of phrase: String) -> [Term] { TermTable(image).terms(of: phrase) }
}

extension VocabularyImage {
    /// All words of war as the compiler takes them.
    func terms() -> [TermDefinition] {
        [base.terms, overlay?.layer.terms].compactMap { $0 }.flatMap { layer in
            layer.concepts(in: .region).map { entry in
                TermDefinition(
                    name: layer.id(of: entry).rawValue,
                    words: TermTable.words(of: entry, in: layer)
                )
            }
        }
    }
}
