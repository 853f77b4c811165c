/// Where the counted things happened.
extension ClaimSetting {
    /// - Parameter sender: whose the flying things are; they were not shot down over their own country.
    func place(_ kind: Claim.Kind, of sender: ConceptID?) -> ConceptID? {
        let home = sender.flatMap { sides.side(of: $0) }
        let part = part
        let named = passage.names(.region, in: sentence).filter { !isOrigin($0, from: sentence.lowerBound) }
        let regions = named.filter {
            part.contains($0.tokens.lowerBound) && !isSeat($0) && (home == nil || sides.state(of: $0.concept) != home)
        }
        if isElsewhere { return nil }
        if let found = nearest(of: regions) { return placed(found, regions) }
        guard (isPeople && kind != .troops) || kind == .area else { return nil }
        // Civilians are at home; what else is told of people happened where the text was last.
        if let owner = phrase.owner, kind != .captured, !phrase.classes.contains(.soldier) {
            return sides.country(of: owner)
        }
        // What the sentence names is the place of something else, and so may be what was named before.
        guard !named.contains(where: { !part.contains($0.tokens.lowerBound) }), !isOfOldTimes, !isOnOwnSide else {
            return nil
        }
        return placeBefore(kind)
    }

    /// The place that the words beside the number name: that of its own clause, then any of the sentence.
    private func nearest(of regions: [ClaimName]) -> ClaimName? {
        let bound = nextPhrase ?? sentence.upperBound
        let behind = regions.first {
            $0.tokens.lowerBound >= phrase.tokens.lowerBound && $0.tokens.lowerBound < bound
                && distance($0.tokens) < 20 && isOneClause($0.tokens) && !opensClause($0)
        }
        let before = regions.last {
            $0.tokens.lowerBound < phrase.tokens.lowerBound
                && !passage.isInRelativeClause($0.tokens.lowerBound, from: sentence.lowerBound) && !isDateline($0)
        }
        // "In Mykolaiv two women died, the governor of Odesa said": the place that opens the clause is its own.
        if let before, let behind, opensClause(before), isBehindComma(behind) { return before }
        let any = regions.first {
            $0.tokens.lowerBound >= phrase.tokens.upperBound && (isPeople || $0.tokens.lowerBound < bound)
                && !opensClause($0) && !isOfNextPredicate($0.tokens.lowerBound)
        }
        return behind ?? before ?? any
    }

    /// The part of the sentence between semicolons that the number stands in.
    ///
    /// `Rescuers worked in Odesa; two people were dead`: a part without place and side of its own goes on with the one before.
    private var part: Range<Int> {
        var start = phrase.tokens.lowerBound
        while start > sentence.lowerBound, !text.isSemicolon(before: start) { start -= 1 }
        var end = phrase.tokens.upperBound
        while end < sentence.upperBound, !text.isSemicolon(before: end) { end += 1 }
        let isFirst = !(sentence.lowerBound + 1..<max(sentence.lowerBound + 1, start)).contains(where: text.isSemicolon)
        let hasOwn = [.region, .actor].contains { !passage.names($0, in: start..<max(start, end)).isEmpty }
        if end == sentence.upperBound, isFirst, !hasOwn { start = sentence.lowerBound }
        return start..<max(start, end)
    }

    private func isBehindComma(_ place: ClaimName) -> Bool {
        (phrase.tokens.upperBound..<max(phrase.tokens.upperBound, place.tokens.lowerBound)).contains {
            text.gap(before: $0) == .comma
        }
    }

    /// Whether a clause begins with a place: `In Mykolaiv`, `, and in the town of Nikopol`.
    private func opensClause(_ place: ClaimName) -> Bool {
        var at = place.tokens.lowerBound - 1
        while at > sentence.lowerBound, place.tokens.lowerBound - at <= 4, text.gap(before: at + 1) == .blank,
            [.determiner, .other, .of].contains(text.role(at))
        {
            at -= 1
        }
        guard at >= sentence.lowerBound, text.role(at) == .preposition, text.gap(before: at + 1) == .blank else {
            return false
        }
        if at == sentence.lowerBound || text.gap(before: at) == .stop { return true }
        let isLinked = [.and, .boundary].contains(text.role(at - 1))
        return isLinked && (at - 1 == sentence.lowerBound || [.comma, .stop].contains(text.gap(before: at - 1)))
    }

    /// `died in Somewhere, three in Odesa`: the number has a place of its own, which no vocabulary knows.
    private var isElsewhere: Bool {
        let start = phrase.tokens.upperBound
        let end = min(nextPhrase ?? sentence.upperBound, sentence.upperBound - 1, start + 6)
        return (start..<max(start, end)).contains { at in
            guard Self.within.contains(where: { text.isWord(at, $0) }), text.flags(at + 1).contains(.capitalised),
                !passage.isTaken(at + 1), text.role(at + 1) == .other, text.gap(before: at + 1) == .blank
            else { return false }
            var next = at + 2
            while next < sentence.upperBound, [.joined, .hyphen].contains(text.gap(before: next)) { next += 1 }
            return [.comma, .stop, .line, .dot].contains(text.gap(before: next))
        }
    }

    private static let within: [StaticString] = ["in", "near", "у", "в", "під", "под"]

    /// `100 soldiers on its side`: of those who say so, wherever they were.
    var isOnOwnSide: Bool {
        let start = phrase.tokens.upperBound
        return (start..<max(start, min(start + 6, sentence.upperBound - 1))).contains { at in
            let isOwn = text.role(at) == .determiner && text.value(at) == 1 || text.isWord(at, "own")
            return isOwn && text.isWord(at + 1, "side")
        }
    }

    /// The place of the last sentence that names one, or what its places lie in together.
    private func placeBefore(_ kind: Claim.Kind) -> ConceptID? {
        let reach = phrase.classes.contains(.soldier) ? 0 : 40
        let first = max(0, min(sentence.lowerBound - reach, max(paragraph, sentence.lowerBound - 80)))
        var end = sentence.lowerBound
        while end > first {
            var start = end - 1
            // A sentence counts whole, wherever the reach ends.
            while start > 0, end - start < 160, !text.beginsSentence(start) { start -= 1 }
            let places = passage.names(.region, in: start..<end).filter {
                !passage.isInRelativeClause($0.tokens.lowerBound, from: 0) && !isOrigin($0, from: start) && !isSeat($0)
            }
            // Land is of the place that was named last, wherever somebody spoke of it.
            if kind == .area, let last = places.last { return last.concept }
            if let last = places.last { return whole(of: places.map(\.concept), last: last.concept) }
            end = start
        }
        return nil
    }

    /// The last of some places that lie in each other, or the narrowest that all lie in.
    private func whole(of places: [ConceptID], last: ConceptID) -> ConceptID? {
        let isOne = places.allSatisfy { sides.areOne($0, last, in: .region) }
        return isOne ? last : sides.common(places)
    }

    // MARK: Which place

    /// A place found, with the names beside it: narrower where one lies in it, wider where it is one of several.
    private func placed(_ place: ClaimName, _ regions: [ClaimName]) -> ConceptID? {
        let listed = listed(with: place, regions)
        if listed.count > 1 { return sides.common(listed.map(\.concept)) }
        return narrowest(place, regions)
    }

    /// `in Kyiv and Kharkiv`, `Sumy, Poltava and Odesa regions`: the places that are named as one list.
    private func listed(with place: ClaimName, _ regions: [ClaimName]) -> [ClaimName] {
        guard let index = regions.firstIndex(where: { $0.tokens == place.tokens }) else { return [place] }
        var list = [place]
        for next in regions[(index + 1)...] {
            guard let last = list.last, isListed(last, next) else { break }
            list.append(next)
        }
        for before in regions[..<index].reversed() {
            guard isListed(before, list[0]) else { break }
            list.insert(before, at: 0)
        }
        // Without a word that joins them, each is where the one before it lies.
        guard let last = list.last else { return [place] }
        let isJoined = (list[0].tokens.lowerBound..<last.tokens.lowerBound).contains {
            text.role($0) == .and || text.role($0) == .or
        }
        return isJoined ? list : [place]
    }

    private func isListed(_ a: ClaimName, _ b: ClaimName) -> Bool {
        guard a.tokens.upperBound <= b.tokens.lowerBound, !sides.areOne(a.concept, b.concept, in: .region) else {
            return false
        }
        let between = a.tokens.upperBound..<b.tokens.lowerBound
        guard between.count <= 4 else { return false }
        let isPlain = between.allSatisfy { at in
            [.and, .or, .determiner, .preposition].contains(text.role(at))
                || Self.divisions.contains { text.isWord(at, $0) }
        }
        let isLinked = between.contains { [.and, .or].contains(text.role($0)) }
        let isComma = (between.lowerBound...between.upperBound).contains { text.gap(before: $0) == .comma }
        let isStop = (between.lowerBound...between.upperBound).contains { text.gap(before: $0) == .stop }
        return isPlain && (isLinked || isComma) && !isStop
    }

    private static let divisions: [StaticString] = [
        "region", "regions", "oblast", "oblasts", "district", "districts", "city", "cities", "town", "towns",
        "області", "областях", "областей", "районах", "области",
    ]

    /// A place that lies in the one found and is named beside it: `Nikopol in Dnipropetrovsk region`.
    private func narrowest(_ place: ClaimName, _ regions: [ClaimName]) -> ConceptID {
        var best = place
        for other in regions where sides.lies(other.concept, in: best.concept) {
            let gap =
                max(other.tokens.lowerBound, best.tokens.lowerBound)
                - min(other.tokens.upperBound, best.tokens.upperBound)
            if gap <= 8, isBeside(other, best) { best = other }
        }
        // "a Kyiv suburb" is not Kyiv.
        if text.isWord(best.tokens.upperBound, "suburb") || text.isWord(best.tokens.upperBound, "suburbs") {
            return sides.lineage(best.concept, in: .region).dropLast().last ?? best.concept
        }
        // "in Brovary near Kyiv"
        let before = best.tokens.lowerBound - 1
        if Self.near.contains(where: { text.isWord(before, $0) }),
            let other = regions.last(where: { $0.tokens.upperBound <= before && before - $0.tokens.upperBound <= 2 })
        {
            return other.concept
        }
        return best.concept
    }

    /// Whether nobody else comes between two places: not in `against Ukraine, the air force in Kyiv said`.
    private func isBeside(_ a: ClaimName, _ b: ClaimName) -> Bool {
        let start = min(a.tokens.upperBound, b.tokens.upperBound)
        let end = max(a.tokens.lowerBound, b.tokens.lowerBound)
        guard start < end else { return true }
        return !(start..<end).contains { text.role($0) == .saying || passage.actor(at: $0) != nil }
    }

    private static let near: [StaticString] = ["near", "outside", "під", "под", "біля", "возле", "поблизу"]

    /// `KHARKIV, March 19 — …`
    private func isDateline(_ place: ClaimName) -> Bool {
        text.beginsParagraph(place.tokens.lowerBound) && text.flags(place.tokens.lowerBound).contains(.allCapitals)
    }

    /// The country of those who shot down, or of those attacked.
    func impliedPlace(_ claim: Claim) -> ConceptID? {
        claim.subject.flatMap { sides.opponent(of: $0) }.flatMap { sides.country(of: $0) }
            ?? claim.claimant.flatMap { sides.country(of: $0) }
    }
}
