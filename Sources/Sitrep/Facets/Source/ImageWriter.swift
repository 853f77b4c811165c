/// Puts an image together; the same concepts and spellings in the same order give the same bytes.
struct ImageWriter {
    /// The spellings; a concept's number in it is its place among ``add(_:flags:parent:defersTo:)``'s.
    var trie = SpellingTrie()
    private var strings = StringPool()
    private var concepts = WordBuffer()
    private var spellings = WordBuffer()
    private var counts: [FacetKind: Int] = [:]
    /// The words of war.
    var terms: [TermDefinition] = []

    /// Adds a concept, to be given in the order of the facets and of the ids; parents by their numbers.
    mutating func add(
        _ concept: ConceptDefinition,
        flags: ImageFormat.ConceptFlag = [],
        parent: Int?,
        defersTo: Int?
    ) {
        counts[concept.facet, default: 0] += 1
        let first = UInt32(spellings.bytes.count / ImageFormat.Section.spellings.stride)
        let given = flags.isEmpty ? GivenSpellings.of(concept) : []
        for (text, flags) in given {
            let place = strings.place(of: text)
            spellings.append(place.offset, place.length | flags.rawValue << 16)
        }
        let id = strings.place(of: concept.id)
        let kind = strings.place(of: concept.kind ?? "")
        concepts.append(
            id.offset,
            kind.offset,
            id.length | kind.length << 8 | flags.rawValue << 16,
            parent.map { UInt32($0) } ?? ImageFormat.none,
            defersTo.map { UInt32($0) } ?? ImageFormat.none,
            first,
            UInt32(given.count),
            concept.population
        )
    }

    /// The image of all that was added.
    ///
    /// - Throws: `structure` when it is more than an image can hold.
    mutating func image() throws(VocabularyError) -> [UInt8] {
        guard counts.values.reduce(0, +) < ImageFormat.stop else { throw SpellingTrie.tooMuch("concepts") }
        var sections = try trie.tables(strings: &strings)
        guard strings.bytes.count < 1 << 31 else { throw SpellingTrie.tooMuch("spellings") }
        var facets = WordBuffer()
        var first = 0
        for facet in FacetKind.allCases {
            facets.append(UInt32(first), UInt32(counts[facet] ?? 0))
            first += counts[facet] ?? 0
        }
        sections[.facets] = facets
        sections[.concepts] = concepts
        sections[.spellings] = spellings
        sections[.strings] = WordBuffer(bytes: strings.bytes)
        if !terms.isEmpty { sections[.terms] = WordBuffer(bytes: try Self.image(of: terms)) }
        return assemble(sections)
    }

    /// The image of words of war, sorted by their names; entries of one name are one.
    private static func image(of terms: [TermDefinition]) throws(VocabularyError) -> [UInt8] {
        var writer = ImageWriter()
        for (number, term) in TermDefinition.joined(terms).enumerated() {
            let first = UInt32(writer.spellings.bytes.count / ImageFormat.Section.spellings.stride)
            for word in term.words {
                let place = writer.strings.place(of: word.text)
                writer.spellings.append(place.offset, place.length | word.language.flag.rawValue << 16)
                writer.trie.insert(word.text, concept: number, flags: word.language.flag)
            }
            let id = writer.strings.place(of: term.name)
            let none = ImageFormat.none
            writer.concepts.append(id.offset, 0, id.length, none, none, first, UInt32(term.words.count), 0)
        }
        writer.counts[.region] = writer.concepts.bytes.count / ImageFormat.Section.concepts.stride
        return try writer.image()
    }

    /// The header and the sections, each at a multiple of eight bytes.
    private func assemble(_ sections: [ImageFormat.Section: WordBuffer]) -> [UInt8] {
        var body: [UInt8] = []
        var table = WordBuffer()
        for section in ImageFormat.Section.allCases {
            let bytes = sections[section]?.bytes ?? []
            while (ImageFormat.headerBytes + body.count) % 8 != 0 { body.append(0) }
            table.append(UInt32(ImageFormat.headerBytes + body.count), UInt32(bytes.count / section.stride))
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

    /// Writes a string behind the others, though it may stand there already, and gives its offset.
    mutating func append(_ text: [UInt8]) -> UInt32 {
        let offset = UInt32(bytes.count)
        bytes += text
        return offset
    }
}
