/// The concepts of one layer, by their numbers in it.
extension ImageLayer {
    private typealias Field = ImageFormat.ConceptField

    /// The numbers of the concepts of a facet, sorted by id.
    func concepts(in facet: FacetKind) -> Range<Int> {
        switch facet {
        case .region: 0..<facetEnds.region
        case .actor: facetEnds.region..<facetEnds.actor
        case .weapon: facetEnds.actor..<concepts.count
        }
    }

    /// The number of the concept with `id`; `nil` when the facet has none. Logarithmic.
    func find(_ id: ConceptID, in facet: FacetKind) -> Int? {
        var wanted = id.rawValue
        return wanted.withUTF8 { wanted in
            let range = concepts(in: facet)
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = low + (high - low) / 2
                let order = compare(idBytes(middle), UnsafeRawBufferPointer(wanted))
                if order == 0 { return middle }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }

    private func idBytes(_ concept: Int) -> UnsafeRawBufferPointer {
        bytes(word(concepts, concept, Field.id), word(concepts, concept, Field.sizes) & 0xFF)
    }

    func id(of concept: Int) -> ConceptID { ConceptID(rawValue: String(decoding: idBytes(concept), as: UTF8.self)) }

    func name(of concept: Int) -> String {
        let spellings = spellingRange(of: concept)
        return spellings.isEmpty ? "" : spelling(spellings.lowerBound).text
    }

    func kind(of concept: Int) -> String? {
        let length = word(concepts, concept, Field.sizes) >> 8 & 0xFF
        return length == 0 ? nil : string(word(concepts, concept, Field.kind), length)
    }

    /// Whether a concept's kind is the given one; makes no string.
    @inline(__always)
    func kind(of concept: Int, is kind: StaticString) -> Bool {
        let length = word(concepts, concept, Field.sizes) >> 8 & 0xFF
        guard Int(length) == kind.utf8CodeUnitCount else { return false }
        let own = bytes(word(concepts, concept, Field.kind), length)
        return own.elementsEqual(UnsafeRawBufferPointer(start: kind.utf8Start, count: kind.utf8CodeUnitCount))
    }

    func flags(of concept: Int) -> ImageFormat.ConceptFlag {
        concept < concepts.count ? .init(rawValue: word(concepts, concept, Field.sizes) >> 16) : []
    }

    /// How many people live at a place; 0 for unknown.
    func population(of concept: Int) -> UInt32 {
        concept < concepts.count ? word(concepts, concept, Field.population) : 0
    }

    /// The facet of a concept; `nil` for a number that leads nowhere.
    func facet(of concept: Int) -> FacetKind? {
        guard concept >= 0, concept < concepts.count else { return nil }
        return concept < facetEnds.region ? .region : concept < facetEnds.actor ? .actor : .weapon
    }

    func parent(of concept: Int) -> Int? { neighbour(concept, Field.parent) }

    /// The concept that a mention by a bare name may be counted to instead.
    func deferral(of concept: Int) -> Int? { neighbour(concept, Field.defersTo) }

    private func neighbour(_ concept: Int, _ field: Int) -> Int? {
        let found = Int(word(concepts, concept, field))
        guard let facet = facet(of: found), facet == self.facet(of: concept) else { return nil }
        return found
    }

    /// The given spellings of a concept, its name first.
    func spellings(of concept: Int) -> [(text: String, flags: ImageFormat.SpellingFlag)] {
        spellingRange(of: concept).map(spelling)
    }

    private func spellingRange(of concept: Int) -> Range<Int> {
        range(concepts, concept, Field.firstSpelling, in: spellings)
    }

    private func spelling(_ number: Int) -> (text: String, flags: ImageFormat.SpellingFlag) {
        let sizes = word(spellings, number, 1)
        return (string(word(spellings, number, 0), sizes & 0xFFFF), .init(rawValue: sizes >> 16))
    }
}
