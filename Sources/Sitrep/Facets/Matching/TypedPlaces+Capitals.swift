/// Names whose capitalised words say themselves what they are.
extension TypedPlaces {
    /// "Boryspil International Airport", "Tugas Township", "Fort Kearn".
    func capitalised(_ run: Range<Int>, _ passage: MatchedPassage) -> Found? {
        let last = run.upperBound - 1
        guard passage.word(last, isIn: PlaceWords.lastWords) else { return front(run, passage) }
        if let known = passage.hits(touching: last..<last + 1).first,
            passage.hits[known].tokens.upperBound == last + 1, passage.hits[known].tokens.count > 1,
            passage.hits[known].concepts.contains(where: { image.facet(of: $0) == .region })
        {
            let name = passage.hits[known].tokens
            return Found(name: .init(tokens: name, hit: known), type: PlaceType(level: .feature), surface: name)
        }
        if passage.word(last, isIn: PlaceWords.facilities)
            || passage.word(last, isIn: PlaceWords.kindedFacilities)
                && passage.word(last - 1, isIn: PlaceWords.facilityKinds)
        {
            guard let name = core(run, passage) else { return nil }
            return whole(name, .facility)
        }
        if passage.word(last, isIn: PlaceWords.features) {
            guard let name = core(run, passage), isLocated(name, passage) else { return nil }
            return whole(name, .feature)
        }
        if passage.word(last, isIn: PlaceWords.divisions) {
            guard let name = core(run, passage), name.count <= 4, !passage.word(last - 1, isIn: PlaceWords.general)
            else { return nil }
            return division(name, last, passage)
        }
        return nil
    }

    /// The run from behind what is no part of the name; `nil` where only general words are left.
    private func core(_ run: Range<Int>, _ passage: MatchedPassage) -> Range<Int>? {
        var start = run.lowerBound
        for at in run.dropLast() {
            let isBefore =
                passage.word(at, isIn: PlaceWords.openers) && !passage.word(at, isIn: PlaceWords.general)
                || passage.word(at, isIn: RoleWords.before) && !passage.word(at, isIn: PlaceWords.general)
                || passage.word(at, isIn: RoleWords.titles)
            if isBefore || passage.tokens[at].flags.contains(.possessive) { start = at + 1 }
        }
        for index in passage.hits(touching: start..<run.upperBound) {
            let hit = passage.hits[index]
            // A person or a town may lend the name; a state or a body before it is another thing.
            let isLent = hit.concepts.allSatisfy {
                image.facet(of: $0) == .region || image.kind(of: $0, is: "person") || image.facet(of: $0) == .weapon
            }
            if !isLent { start = max(start, hit.tokens.upperBound) }
        }
        let name = start..<max(start, run.upperBound)
        guard name.count > 1, name.count <= 6, !name.allSatisfy({ isGeneral($0, passage) }),
            !passage.isHeadline(at: start)
        else { return nil }
        let touching = passage.hits(touching: name)
        let isFree = touching.allSatisfy {
            let tokens = passage.hits[$0].tokens
            return tokens.lowerBound >= name.lowerBound && tokens.upperBound <= name.upperBound && tokens != name
        }
        return isFree ? name : nil
    }

    private func isGeneral(_ at: Int, _ passage: MatchedPassage) -> Bool {
        passage.word(at, isIn: PlaceWords.general) || passage.word(at, isIn: PlaceWords.openers)
            || passage.word(at, isIn: PlaceWords.facilities) || passage.word(at, isIn: PlaceWords.kindedFacilities)
            || passage.word(at, isIn: PlaceWords.facilityKinds) || passage.word(at, isIn: PlaceWords.features)
            || passage.word(at, isIn: PlaceWords.divisions)
    }

    private func whole(_ name: Range<Int>, _ level: PlaceType.Level) -> Found {
        Found(name: .init(tokens: name, hit: nil), type: PlaceType(level: level), surface: name, isWhole: true)
    }

    private func division(_ name: Range<Int>, _ last: Int, _ passage: MatchedPassage) -> Found? {
        let type = PlaceType.english(passage.word(last)) ?? PlaceType(level: .district)
        if type.isWeak, !isLocated(name, passage) { return nil }
        let own = name.lowerBound..<last
        let known = passage.hits(touching: own).first { passage.hits[$0].tokens == own }
        return Found(name: .init(tokens: own, hit: known), type: type, surface: name)
    }

    private func front(_ run: Range<Int>, _ passage: MatchedPassage) -> Found? {
        let first = run.lowerBound
        let isSettlement = passage.word(first, isIn: PlaceWords.settlementFronts)
        guard run.count <= 3, isSettlement || passage.word(first, isIn: PlaceWords.fronts),
            passage.hits(touching: run).isEmpty,
            !run.dropLast().contains(where: { passage.tokens[$0].flags.contains(.possessive) }),
            !run.dropFirst().contains(where: { isGeneral($0, passage) || passage.word($0, isIn: RoleWords.before) }),
            isLocated(run, passage), !passage.isHeadline(at: first)
        else { return nil }
        guard isSettlement else { return whole(run, .feature) }
        let name = PlaceNameReader.Name(tokens: first + 1..<run.upperBound, hit: nil)
        return Found(name: name, type: PlaceType(level: .settlement), surface: run)
    }
}
