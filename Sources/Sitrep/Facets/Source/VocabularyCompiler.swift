/// Writes the image of a vocabulary; the same definitions give the same bytes.
struct VocabularyCompiler {
    private var strings = StringPool()
    private var trie = SpellingTrie()
    private var facets = WordBuffer()
    private var concepts = WordBuffer()
    private var spellings = WordBuffer()

    /// The image of `definitions`.
    static func compile(_ definitions: VocabularyDefinitions) -> [UInt8] {
        var compiler = VocabularyCompiler()
        return compiler.image(definitions.concepts)
    }

    private mutating func image(_ definitions: [ConceptDefinition]) -> [UInt8] {
        var numbers: [FacetKind: [String: UInt32]] = [:]
        for (i, concept) in definitions.enumerated() { numbers[concept.facet, default: [:]][concept.id] = UInt32(i) }
        var first = 0
        for facet in FacetKind.allCases {
            let count = numbers[facet]?.count ?? 0
            facets.append(UInt32(first), UInt32(count))
            first += count
        }
        for (i, concept) in definitions.enumerated() {
            add(concept, number: UInt32(i), numbers: numbers[concept.facet] ?? [:])
        }
        addDerived(definitions)
        let tables = trie.tables(strings: &strings)
        return assemble([
            .strings: (strings.bytes, strings.bytes.count),
            .facets: (facets.bytes, FacetKind.allCases.count),
            .concepts: (concepts.bytes, definitions.count),
            .spellings: (spellings.bytes, spellings.bytes.count / ImageFormat.Section.spellings.stride),
            .tokens: (tables.tokens.bytes, tables.tokens.bytes.count / ImageFormat.Section.tokens.stride),
            .edges: (tables.edges.bytes, tables.edges.bytes.count / ImageFormat.Section.edges.stride),
            .nodes: (tables.nodes.bytes, tables.nodes.bytes.count / ImageFormat.Section.nodes.stride),
            .payloads: (tables.payloads.bytes, tables.payloads.bytes.count / ImageFormat.Section.payloads.stride),
        ])
    }

    private mutating func addDerived(_ definitions: [ConceptDefinition]) {
        var places: [String: Int] = [:]
        for (i, concept) in definitions.enumerated() where concept.facet == .region { places[concept.id] = i }
        let derived = DerivedSpellings.all(of: definitions) { concept in
            var at = concept
            for _ in 0..<VocabularyDefinitions.deepest {
                guard let parent = at.parent, let place = places[parent] else { return at.id }
                at = definitions[place]
            }
            return nil
        }
        for spelling in derived {
            trie.insert(
                spelling.text,
                concept: UInt32(spelling.concept),
                flags: spelling.isWeak ? [.cased, .derived, .weak] : [.cased, .derived]
            )
        }
    }

    private mutating func add(_ concept: ConceptDefinition, number: UInt32, numbers: [String: UInt32]) {
        let firstSpelling = UInt32(spellings.bytes.count / ImageFormat.Section.spellings.stride)
        var count: UInt32 = 0
        for (text, flags) in Self.spellings(of: concept) {
            let place = strings.place(of: text)
            spellings.append(place.offset, place.length, flags.rawValue)
            trie.insert(text, concept: number, flags: flags)
            count += 1
        }
        let id = strings.place(of: concept.id)
        let name = strings.place(of: concept.name)
        let kind = strings.place(of: concept.kind ?? "")
        concepts.append(
            id.offset,
            id.length,
            name.offset,
            name.length,
            kind.offset,
            kind.length,
            concept.parent.flatMap { numbers[$0] } ?? ImageFormat.none,
            concept.defersTo.flatMap { numbers[$0] } ?? ImageFormat.none,
            UInt32(concept.facet.order),
            firstSpelling,
            count,
            concept.population
        )
    }

    /// The name and the aliases, each once.
    ///
    /// A name that stands among the cased or the weak spellings is so itself, and a cased spelling makes the same one
    /// without a case rule give way. A weak spelling is cased: a word without its capital is that word.
    private static func spellings(of concept: ConceptDefinition) -> [(String, ImageFormat.SpellingFlag)] {
        let cased = Set(concept.aliases.filter { $0.isCased || $0.isWeak }.map { fold($0.text) })
        let weak = Set(concept.aliases.filter(\.isWeak).map { fold($0.text) })
        func flags(_ text: String, isCased: Bool) -> ImageFormat.SpellingFlag {
            let isWeak = !weak.isEmpty && weak.contains(fold(text))
            return isWeak ? [.cased, .weak] : isCased ? [.cased] : []
        }
        var nameFlags: ImageFormat.SpellingFlag = [.name]
        if concept.isLabel { nameFlags.insert(.label) }
        nameFlags.formUnion(flags(concept.name, isCased: cased.contains(fold(concept.name))))
        var found = [(concept.name, nameFlags)]
        var seen: Set<String> = [concept.name]
        for alias in concept.aliases where seen.insert(alias.text).inserted {
            let isCased = alias.isCased || alias.isWeak
            // A cased alias of the same words has a writing of its own; this one adds nothing to it.
            if !isCased && cased.contains(fold(alias.text)) { continue }
            found.append((alias.text, flags(alias.text, isCased: isCased)))
        }
        return found
    }

    private static func fold(_ spelling: String) -> [UInt8] {
        let text = Tokenizer.tokenize(spelling)
        return Array(text.tokens.map { text.folded($0) }.joined(separator: [0x20]))
    }

    /// The header and the sections, each at a multiple of eight bytes.
    private func assemble(_ sections: [ImageFormat.Section: (bytes: [UInt8], count: Int)]) -> [UInt8] {
        var body: [UInt8] = []
        var table = WordBuffer()
        for section in ImageFormat.Section.allCases {
            let (bytes, count) = sections[section] ?? ([], 0)
            while (ImageFormat.headerBytes + body.count) % 8 != 0 { body.append(0) }
            table.append(UInt32(ImageFormat.headerBytes + body.count), UInt32(count))
            body += bytes
        }
        let size = UInt64(ImageFormat.headerBytes + body.count)
        var digested = WordBuffer()
        digested.append(UInt32(truncatingIfNeeded: size), UInt32(truncatingIfNeeded: size >> 32))
        digested.bytes += table.bytes
        while ImageFormat.digestedFrom + digested.bytes.count < ImageFormat.headerBytes { digested.bytes.append(0) }
        digested.bytes += body
        let digest = digested.bytes.withUnsafeBytes { ContentDigest.of($0) }
        var header = WordBuffer()
        header.append(ImageFormat.magic.0, ImageFormat.magic.1)
        header.append(ImageFormat.version, UInt32(ImageFormat.Section.allCases.count))
        for half in [digest.0, digest.1] {
            header.append(UInt32(truncatingIfNeeded: half), UInt32(truncatingIfNeeded: half >> 32))
        }
        return header.bytes + digested.bytes
    }
}

/// Little-endian words, written one after the other.
struct WordBuffer {
    var bytes: [UInt8] = []

    mutating func append(_ words: UInt32...) {
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    }
}

/// Strings, each stored once.
struct StringPool {
    private(set) var bytes: [UInt8] = []
    private var places: [[UInt8]: UInt32] = [:]

    mutating func place(of text: String) -> (offset: UInt32, length: UInt32) { place(of: Array(text.utf8)) }

    mutating func place(of text: [UInt8]) -> (offset: UInt32, length: UInt32) {
        if let offset = places[text] { return (offset, UInt32(text.count)) }
        let offset = UInt32(bytes.count)
        bytes += text
        places[text] = offset
        return (offset, UInt32(text.count))
    }
}
