/// What the words beside a place's name say of it.
struct PlaceContext {
    let image: VocabularyImage

    /// A list of places is followed back over no more names: each name of it looks for the beginning.
    private static let longestList = 64

    /// Whether the name is told to be a settlement, or its region or country stands behind it: "town of Lyman",
    /// "Ramstein, Germany".
    func isExplicit(_ index: Int, _ concept: Int, in passage: MatchedPassage) -> Bool {
        passage.hits[index].placeType?.supports(concept, in: image) ?? false || isNamedSettlement(index, in: passage)
            || qualifies(index, concept, in: passage) > 1
    }

    /// "Town of Lyman", "the village Rivnopil", "місто Лиман".
    func isNamedSettlement(_ index: Int, in passage: MatchedPassage) -> Bool {
        let first = passage.hits[index].tokens.lowerBound
        guard passage.isClose(first) || passage.isAfterAbbreviation(first) else { return false }
        let before = passage.word(first - 1)
        if before == "of" { return passage.word(first - 2, isIn: Words.settlements) }
        return Words.settlements.contains(before)
    }

    /// How surely the words around say that the hit is `concept`: 2 when its region or country stands behind a comma
    /// ("Odessa, Texas") or the division it lies in stands beside it ("Kharkiv region's Kupiansk"), 1 when that stands
    /// within six words, 0 else.
    func qualifies(_ index: Int, _ concept: Int, in passage: MatchedPassage) -> Int {
        let hit = passage.hits[index]
        if hit.placeType?.fits(concept, in: image) ?? false { return 2 }
        let first = hit.tokens.lowerBound
        if image.kind(of: concept, is: "admin1"), passage.word(first - 1) == "of",
            passage.word(first - 2, isIn: Words.divisions)
        {
            return 2
        }
        if index + 1 < passage.hits.count {
            let next = passage.hits[index + 1]
            let isParent = next.concepts.contains { isAbove($0, concept) }
            if isParent, next.followsComma, next.tokens.lowerBound == hit.tokens.upperBound { return 2 }
            if isParent, next.tokens.lowerBound - hit.tokens.upperBound <= 3,
                isOneSentence(hit.tokens.upperBound..<next.tokens.lowerBound + 1, passage),
                next.concepts.contains(where: { isDivision($0, above: concept) })
                    || passage.word(hit.tokens.upperBound) == "in"
            {
                return next.tokens.lowerBound - hit.tokens.upperBound <= 2 ? 2 : 1
            }
        }
        if index > 0 {
            let before = passage.hits[index - 1]
            guard before.concepts.contains(where: { isDivision($0, above: concept) }),
                isOneSentence(before.tokens.upperBound..<hit.tokens.lowerBound + 1, passage)
            else { return 0 }
            let gap = hit.tokens.lowerBound - before.tokens.upperBound
            return gap <= 1 ? 2 : gap <= 6 ? 1 : 0
        }
        return 0
    }

    private func isDivision(_ ancestor: Int, above concept: Int) -> Bool {
        image.facet(of: ancestor) == .region && !image.kind(of: ancestor, is: "country") && isAbove(ancestor, concept)
    }

    private func isAbove(_ ancestor: Int, _ concept: Int) -> Bool {
        if ancestor == concept { return false }
        if image.facet(of: ancestor) == .region { return image.isAncestor(ancestor, of: concept) }
        return image.country(ofState: ancestor).map { image.isAncestor($0, of: concept) } ?? false
    }

    private func isOneSentence(_ range: Range<Int>, _ passage: MatchedPassage) -> Bool {
        !range.contains { $0 < passage.tokens.count && passage.tokens[$0].flags.contains(.sentenceStart) }
    }

    /// Whether a word that places follow stands before the name, or before the list that it is a part of: "in Lyman",
    /// "near Pokrovsk and Lyman", "north of Lyman"; or whether the name begins a dateline.
    func isLocated(_ index: Int, in passage: MatchedPassage) -> Bool {
        var index = index
        for _ in 0..<Self.longestList {
            let hit = passage.hits[index]
            let first = hit.tokens.lowerBound
            if passage.tokens[first].flags.contains(.lineStart), isDateline(hit, in: passage) { return true }
            guard first > 0, !passage.tokens[first].flags.contains(.sentenceStart) else { return false }
            let before = passage.word(first - 1)
            if Words.locative.contains(before) { return true }
            if before == "of" { return passage.word(first - 2, isIn: Words.partsOfPlaces) }
            // A list of places: look at the one before.
            guard index > 0 else { return false }
            let previous = passage.hits[index - 1]
            guard previous.concepts.contains(where: { image.facet(of: $0) == .region }) else { return false }
            let isListed =
                previous.tokens.upperBound == first && hit.followsComma
                || previous.tokens.upperBound == first - 1 && CapitalWordLists.joiners.contains(before)
            guard isListed else { return false }
            index -= 1
        }
        return false
    }

    /// `KRAMATORSK, Ukraine`, `Kyiv (AFP)`, `Goma — `: the name ends before a mark, not a word.
    private func isDateline(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        return end < passage.tokens.count && !passage.tokens[end].flags.contains(.spaced)
            && !passage.tokens[end].flags.contains(.lineStart)
    }

    /// Whether the name is a part of a longer one that is unknown: a capitalised word stands directly before or behind
    /// it that is no rank, direction or the like ("Santa Monica", "Jordan Peterson").
    func isPartOfName(_ index: Int, in passage: MatchedPassage) -> Bool {
        let hit = passage.hits[index]
        let first = hit.tokens.lowerBound
        if passage.isClose(first), isUnknownName(first - 1, passage),
            index == 0 || passage.hits[index - 1].tokens.upperBound != first
        {
            // The first word of a sentence has its capital from there: only a name before a name counts.
            if !passage.tokens[first - 1].flags.contains(.sentenceStart) { return !passage.isHeadline(at: first) }
        }
        return isBeforeName(hit, in: passage)
    }

    /// "Mr. Odesa": the name is a person's. Not "they miss Odesa", nor «г. Киев».
    func isTitled(_ index: Int, in passage: MatchedPassage) -> Bool {
        let first = passage.hits[index].tokens.lowerBound
        guard passage.isClose(first) || passage.isAfterAbbreviation(first),
            passage.word(first - 1, isIn: RoleWords.titles)
        else { return false }
        if passage.isLatin(first - 1) { return passage.tokens[first - 1].flags.contains(.capitalised) }
        return !passage.word(first - 1, isIn: Words.settlements)
    }

    /// Whether an unknown capitalised word stands directly behind a hit, in a line that is no headline.
    func isBeforeName(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        return end < passage.tokens.count && passage.isClose(end) && passage.tokens[end].flags.contains(.spaced)
            && !passage.tokens[end - 1].flags.contains(.possessive) && !passage.tokens[end].flags.contains(.allCapitals)
            && isUnknownName(end, passage) && passage.hits(touching: end..<end + 1).isEmpty
            && !passage.isHeadline(at: end)
    }

    private func isUnknownName(_ index: Int, _ passage: MatchedPassage) -> Bool {
        guard NameRuns.isNameLike(passage.tokens[index]) else { return false }
        return ![RoleWords.before, RoleWords.titles, RoleWords.noName, Words.settlements, Words.besidePlaces]
            .contains { passage.word(index, isIn: $0) }
    }

    private enum Words {
        static let settlements: WordSet = [
            "city", "town", "village", "hamlet", "settlement", "port", "township", "suburb", "municipality", "camp",
            "cities", "towns", "villages", "settlements", "suburbs", "neighbourhood", "neighborhood", "commune",
            "місто", "міста", "місті", "місту", "містом", "м", "с", "смт", "село", "села", "селі", "селом", "селища",
            "селище", "селищі", "хутір", "город", "города", "городе", "городу", "городом", "г", "селе", "поселок",
            "поселка", "поселке", "деревня", "деревни", "деревне", "деревню", "хутор",
        ]
        static let divisions: WordSet = ["state", "province", "region", "governorate", "department", "oblast"]
        static let locative: WordSet = [
            "in", "near", "at", "from", "to", "toward", "towards", "around", "outside", "inside", "into", "across",
            "over", "on", "between", "via", "through", "beyond", "within", "throughout", "against", "along", "above",
            "reached", "entered", "captured", "capture", "seized", "seize", "took", "liberated", "retook", "recaptured",
            "left", "fled", "visited", "hit", "struck", "shelled", "bombed", "attacked", "targeted", "besieged",
            "encircled", "stormed", "overran", "occupied", "defended", "surrounding", "nearby", "neighbouring",
            "neighboring", "eastern", "western", "northern", "southern", "central", "downtown",
            "у", "в", "во", "біля", "поблизу", "під", "на", "до", "з", "із", "зі", "від", "через", "між", "над",
            "около", "под", "из", "к", "возле", "близ", "от", "между", "вблизи",
        ]
        /// Before "of" and a place.
        static let partsOfPlaces: WordSet = [
            "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts",
            "suburb", "suburbs", "suburban", "centre", "center", "capital", "residents", "people", "capture",
            "liberation", "siege", "battle", "fall", "part", "parts", "edge", "mayor", "governor", "streets", "port",
            "district", "districts", "kilometres", "kilometers", "km", "miles", "vicinity", "direction", "area",
            "bombing", "bombardment", "shelling", "occupation", "defence", "defense", "control", "seizure", "loss",
            "city", "town", "village", "region", "province", "oblast", "coast", "skies", "recapture", "heart",
        ]
        /// What may stand beside a place's name with a capital and belongs to no name.
        static let besidePlaces: WordSet = [
            "airport", "airbase", "base", "port", "bridge", "street", "square", "governorate", "raion", "voivodeship",
            "state", "prefecture", "canton", "department", "dam", "refinery", "plant", "station", "highway", "road",
            "hospital", "prison", "metro", "gulf", "bay", "cape", "lake", "mount", "mountain", "mountains", "valley",
            "upper", "lower", "greater", "downtown", "old", "new", "saint", "st", "fort", "camp", "offensive", "front",
            "time", "tuesday", "both", "pro", "ex", "anti", "non", "mid", "russian", "ukrainian", "israeli",
            "governor", "mayors", "officials", "police", "residents", "i", "ii", "but", "also", "today", "yesterday",
        ]
    }
}
