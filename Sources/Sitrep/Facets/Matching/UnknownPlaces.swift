/// Makes places of the names that a text calls a village, a district or an airport and that no vocabulary knows, and
/// tells what the vocabulary knows what it is called.
///
/// Later mentions of the name alone count to the same place, in Ukrainian and Russian in their case forms too.
struct UnknownPlaces {
    let image: VocabularyImage

    /// A report has no more places of its own, whatever the number of their case forms.
    private static let most = 256

    /// Adds hits to the passages, and marks hits with what the text calls them.
    ///
    /// - Parameter triggers: the tokens of each passage that are ``TypedPlaces/triggers``.
    func resolve(_ passages: inout [MatchedPassage], runs: [[Range<Int>]], triggers: [[Int]]) {
        var names = PlaceNames()
        var found = passages.indices.map {
            TypedPlaces(image: image).find(in: passages[$0], runs: runs[$0], triggers: triggers[$0])
        }
        for i in passages.indices {
            // In the order of the text, so that insertion is linear.
            found[i].sort { $0.surface.lowerBound < $1.surface.lowerBound }
            for j in found[i].indices {
                if let hit = found[i][j].name.hit, liesElsewhere(found[i][j], hit, passages[i]) {
                    passages[i].hits[hit].concepts = []
                    found[i][j].name.hit = nil
                }
                let one = found[i][j]
                if let hit = one.name.hit, passages[i].hits[hit].tokens == one.name.tokens {
                    passages[i].hits[hit].placeType = one.type
                } else if names.count < Self.most {
                    names.add(one, passages[i])
                }
            }
        }
        guard names.count > 0 else { return }
        for i in passages.indices {
            for one in found[i] where one.name.hit == nil { insert(one, names, in: &passages[i]) }
        }
        for i in passages.indices {
            for run in runs[i] { joinMentions(run, names, in: &passages[i]) }
        }
    }

    /// A town of more inhabitants is known by its name alone, whatever is said to be around it.
    private static let large: UInt32 = 100_000

    /// Whether the text says that the place lies where none of those of the name does: "Kirovsky district of Crimea".
    private func liesElsewhere(_ found: TypedPlaces.Found, _ hit: Int, _ passage: MatchedPassage) -> Bool {
        let end = found.surface.upperBound
        guard end > found.name.tokens.upperBound, hit + 1 < passage.hits.count, passage.word(end) == "of",
            passage.hits[hit + 1].tokens.lowerBound == end + 1
        else { return false }
        let divisions = passage.hits[hit + 1].concepts.filter {
            image.facet(of: $0) == .region
                && (image.kind(of: $0, is: "admin1") || image.kind(of: $0, is: "admin2")
                    || image.kind(of: $0, is: "country"))
        }
        return !divisions.isEmpty
            && passage.hits[hit].concepts.allSatisfy { place in
                image.population(of: place) < Self.large && !divisions.contains { image.isAncestor($0, of: place) }
            }
    }

    private func insert(_ found: TypedPlaces.Found, _ names: PlaceNames, in passage: inout MatchedPassage) {
        guard let name = names[found, passage] else { return }
        let isWider = found.surface != found.name.tokens
        let around = passage.hits(touching: found.surface)
        let inside = passage.hits(touching: found.name.tokens)
        // The word for its kind belongs to the surface where it is nothing else.
        let tokens = isWider && around == inside ? found.surface : found.name.tokens
        put(name, at: tokens, replacing: inside, in: &passage)
    }

    private func put(
        _ name: String,
        at tokens: Range<Int>,
        replacing touching: Range<Int>,
        in passage: inout MatchedPassage
    ) {
        guard touching.allSatisfy({ tokens.contains(passage.hits[$0].tokens) && passage.hits[$0].unknown == nil })
        else {
            return
        }
        let span = passage.tokens[tokens.lowerBound].start..<passage.tokens[tokens.upperBound - 1].end
        passage.replaceHits(touching, with: .init(tokens: tokens, span: span, unknownPlace: name))
    }

    /// The name alone, as a run of its own or anywhere in a headline.
    private func joinMentions(_ run: Range<Int>, _ names: PlaceNames, in passage: inout MatchedPassage) {
        var at = run.lowerBound
        while at < run.upperBound {
            guard let (name, count) = names.longest(at, in: run, passage), isAlone(at..<at + count, in: run, passage),
                count > 1 || !isOtherWord(at, passage)
            else {
                at += 1
                continue
            }
            let tokens = at..<at + count
            let touching = passage.hits(touching: tokens)
            if touching.allSatisfy({ passage.hits[$0].tokens.count < count }) {
                put(name, at: tokens, replacing: touching, in: &passage)
            }
            at += count
        }
    }

    /// Whether a word alone is more likely to be none of the place: "Peace talks", "Tymchenko said".
    private func isOtherWord(_ at: Int, _ passage: MatchedPassage) -> Bool {
        passage.word(at, isIn: RoleWords.noName) || passage.word(at + 1, isIn: PersonsOrPlaces.speaks)
    }

    private func isAlone(_ tokens: Range<Int>, in run: Range<Int>, _ passage: MatchedPassage) -> Bool {
        if tokens == run { return true }
        let before = run.lowerBound..<tokens.lowerBound
        // A long run is no sentence's beginning, and looking at all of it each time would take quadratic time.
        let isBegun =
            before.count <= NameRuns.longest
            && before.allSatisfy {
                passage.word($0, isIn: PlaceWords.openers) || passage.word($0, isIn: RoleWords.noName)
                    || passage.tokens[$0].flags.contains(.possessive)
            }
        let isEnded =
            tokens.upperBound == run.upperBound || passage.tokens[tokens.upperBound - 1].flags.contains(.possessive)
        return isBegun && isEnded || passage.isHeadline(at: tokens.lowerBound)
    }
}

/// The names of places that only one report has, by their folded words.
private struct PlaceNames {
    private var names: [String: String] = [:]
    private var places: Set<String> = []
    /// The first words of the names, folded, with the most words of a name that begins so.
    private var lengths: [String: Int] = [:]

    /// How many places there are, each once for all its spellings.
    var count: Int { places.count }

    /// The name of what was found.
    subscript(_ found: TypedPlaces.Found, _ passage: MatchedPassage) -> String? {
        names[Self.key(found.isWhole ? found.surface : found.name.tokens, passage)]
    }

    /// Takes a name in; the first way to write it stays.
    mutating func add(_ found: TypedPlaces.Found, _ passage: MatchedPassage) {
        let own = found.name.tokens
        let whole = found.isWhole ? found.surface : own
        let written = found.written ?? passage.written(whole)
        let name =
            names[Self.key(whole, passage)]
            ?? (found.isOblique ? CaseForms.nominative(ofSettlement: written) : written)
        places.insert(name)
        add(Self.key(whole, passage), name)
        if found.written != nil { return }
        if found.isWhole, own != whole { add(Self.key(own, passage), name) }
        for form in CaseForms.forms(of: name) { add(PlainName.of(form), name) }
        if name != written { add(PlainName.of(name), name) }
    }

    private mutating func add(_ key: String, _ name: String) {
        guard names[key] == nil else { return }
        names[key] = name
        let words = key.split(separator: " ")
        guard let first = words.first else { return }
        lengths[String(first)] = max(lengths[String(first)] ?? 0, words.count)
    }

    /// The longest name that begins at a token and does not leave the run.
    func longest(_ at: Int, in run: Range<Int>, _ passage: MatchedPassage) -> (name: String, count: Int)? {
        guard let most = lengths[passage.word(at)] else { return nil }
        for count in (1...max(1, min(most, run.upperBound - at))).reversed() {
            if let name = names[Self.key(at..<at + count, passage)] { return (name, count) }
        }
        return nil
    }

    private static func key(_ range: Range<Int>, _ passage: MatchedPassage) -> String {
        range.map(passage.word).joined(separator: " ")
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
