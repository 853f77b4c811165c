/// A title or a text as figures are read in it: its words, and the names and dates that stand in it.
struct ClaimPassage {
    let text: ClaimText
    let isTitle: Bool
    /// The names in the passage, in order.
    let names: [ClaimName]
    /// The dates in the passage, in order.
    let dates: [(date: EventDate, tokens: Range<Int>)]
    /// For each token the place in ``names`` of the one that begins there, by facet; -1 for none.
    private let actors: [Int32]
    private let regions: [Int32]
    private let weapons: [Int32]
    /// Whether a token belongs to a date or a name.
    private let taken: [Bool]

    init(text: ClaimText, isTitle: Bool, mentions: [FacetMention], dates places: [EventDatePlace]) {
        self.text = text
        self.isTitle = isTitle
        var actors = Array(repeating: Int32(-1), count: text.count)
        var regions = actors
        var weapons = actors
        var taken = Array(repeating: false, count: text.count)
        var found: [(span: Range<Int>, mention: Int)] = []
        for (number, mention) in mentions.enumerated() {
            for span in isTitle ? mention.titleSpans : mention.spans { found.append((span, number)) }
        }
        found.sort { ($0.span.lowerBound, $1.span.upperBound) < ($1.span.lowerBound, $0.span.upperBound) }
        var names: [ClaimName] = []
        names.reserveCapacity(found.count)
        var token = 0
        for (span, number) in found {
            guard let tokens = Self.tokens(of: span, in: text, from: &token) else { continue }
            let mention = mentions[number]
            let place = Int32(names.count)
            let name = ClaimName(facet: mention.facet, concept: mention.concept, tokens: tokens)
            switch mention.facet {
            case .actor where actors[tokens.lowerBound] < 0: actors[tokens.lowerBound] = place
            case .region where regions[tokens.lowerBound] < 0: regions[tokens.lowerBound] = place
            case .weapon where weapons[tokens.lowerBound] < 0: weapons[tokens.lowerBound] = place
            default: continue
            }
            names.append(name)
            for index in tokens { taken[index] = true }
        }
        token = 0
        var dates: [(date: EventDate, tokens: Range<Int>)] = []
        for place in places where place.isInTitle == isTitle {
            // Dates of one run share their tokens.
            var from = dates.last.map { min($0.tokens.lowerBound, token) } ?? 0
            guard let tokens = Self.tokens(of: place.span, in: text, from: &from) else { continue }
            token = from
            dates.append((place.date, tokens))
            for index in tokens { taken[index] = true }
        }
        self.names = names
        self.dates = dates
        self.actors = actors
        self.regions = regions
        self.weapons = weapons
        self.taken = taken
    }

    /// The tokens that a span takes up. Linear for spans in order.
    private static func tokens(of span: Range<Int>, in text: ClaimText, from start: inout Int) -> Range<Int>? {
        while start < text.count, text.tokens[start].end <= span.lowerBound { start += 1 }
        var end = start
        while end < text.count, text.tokens[end].start < span.upperBound { end += 1 }
        return end > start ? start..<end : nil
    }

    func actor(at index: Int) -> ClaimName? { name(actors, index) }
    func region(at index: Int) -> ClaimName? { name(regions, index) }
    func weapon(at index: Int) -> ClaimName? { name(weapons, index) }

    private func name(_ places: [Int32], _ index: Int) -> ClaimName? {
        guard places.indices.contains(index), places[index] >= 0 else { return nil }
        return names[Int(places[index])]
    }

    /// Whether a token belongs to a date or a name; numbers there count nothing.
    func isTaken(_ index: Int) -> Bool { taken.indices.contains(index) && taken[index] }

    /// Whether a token belongs to a date.
    func isDated(_ index: Int) -> Bool { dates.contains { $0.tokens.contains(index) } }

    /// Whether a token stands in a clause set off with a comma: `, which the Kremlin claims is part of Russia,`.
    func isInRelativeClause(_ index: Int, from start: Int) -> Bool {
        var at = index
        while at > start, index - at < 12 {
            if text.role(at) == .relative { return text.gap(before: at) == .comma }
            if text.gap(before: at) == .comma || text.gap(before: at) == .stop { return false }
            at -= 1
        }
        return false
    }

    /// The names of a facet that lie whole within some tokens, in order. Logarithmic, and linear in those found.
    func names(_ facet: FacetKind, in range: Range<Int>) -> [ClaimName] {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var result: [ClaimName] = []
        while low < names.count, names[low].tokens.lowerBound < range.upperBound {
            if names[low].facet == facet, names[low].tokens.upperBound <= range.upperBound { result.append(names[low]) }
            low += 1
        }
        return result
    }
}

/// A concept where the passage names it.
struct ClaimName {
    var facet: FacetKind
    var concept: ConceptID
    var tokens: Range<Int>
}
