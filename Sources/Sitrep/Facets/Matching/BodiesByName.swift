/// Finds bodies whom no list knows by the word that says what they are: "Diplomatic Academy of Vietnam", "Tufts
/// University", "47th Mechanized Brigade".
///
/// A run of capitalised words around such a head word is one name; words like "of" and "for" may lead on to further
/// ones. Places and states inside of the name belong to it. Names made of general words alone ("the Armed Forces",
/// "Foreign Ministry") and headlines are passed over, and so is what the vocabulary knows.
struct BodiesByName {
    let image: VocabularyImage

    /// Adds hits to the passage.
    func resolve(_ passage: inout MatchedPassage, runs: [Range<Int>]) {
        // Units first: the number before a run of capitals belongs to the name.
        for at in passage.tokens.indices {
            if let unit = unit(at, passage) { insert(unit, in: &passage) }
        }
        for (i, run) in runs.enumerated() {
            guard let head = run.first(where: { passage.word($0, isIn: Self.heads) }),
                let name = name(head: head, run: i, runs, passage)
            else { continue }
            insert(name, in: &passage)
        }
    }

    // MARK: Named bodies

    private func name(head: Int, run: Int, _ runs: [Range<Int>], _ passage: MatchedPassage) -> Range<Int>? {
        var start = runs[run].lowerBound
        var end = runs[run].upperBound
        while start < head, passage.word(start, isIn: Self.leading) { start += 1 }
        // "National Security and Defense Council".
        if start > 1, passage.word(start - 1) == "and", passage.isClose(start), passage.isClose(start - 1), run > 0,
            runs[run - 1].upperBound == start - 1, start == runs[run].lowerBound,
            passage.hits(touching: runs[run - 1]).isEmpty
        {
            start = runs[run - 1].lowerBound
            while start < head, passage.word(start, isIn: Self.leading) { start += 1 }
        }
        // What follows the head in its run belongs to a name of a unit ("Group Siversk"), else the name ends there.
        if end > head + 1, !passage.word(end - 1, isIn: Self.heads) { end = head + 1 }
        var next = run + 1
        var links = 0
        while links < 3, end == runs[next - 1].upperBound, next < runs.count, runs[next].lowerBound - end <= 2,
            isLinked(end..<runs[next].lowerBound, first: links == 0, passage), passage.isClose(runs[next].lowerBound)
        {
            end = runs[next].upperBound
            next += 1
            links += 1
        }
        let name = start..<end
        guard name.count > 1, name.count <= 8, head > start || links > 0, !passage.isHeadline(at: head) else {
            return nil
        }
        let isGeneral = name.allSatisfy { at in
            let word = passage.word(at)
            return Self.heads.contains(word) || Self.general.contains(word) || RoleWords.noName.contains(word)
                || RoleWords.before.contains(word) || RoleWords.links.contains(word)
        }
        return isGeneral ? nil : name
    }

    /// "Of", "for the": what leads on from a head word to more of its name.
    private func isLinked(_ range: Range<Int>, first: Bool, _ passage: MatchedPassage) -> Bool {
        guard let one = range.first, range.allSatisfy({ passage.isClose($0) }) else { return false }
        let word = passage.word(one)
        guard word == "of" || word == "for" || !first && word == "and" else { return false }
        return range.count == 1 || passage.word(one + 1) == "the"
    }

    // MARK: Units

    /// "47th Separate Mechanized Brigade", also in small letters.
    private func unit(_ at: Int, _ passage: MatchedPassage) -> Range<Int>? {
        let tokens = passage.tokens
        guard tokens[at].flags.contains(.number), tokens[at].end - tokens[at].start <= 3, at + 2 < tokens.count,
            tokens[at + 1].flags.contains(.joined), ["th", "st", "nd", "rd"].contains(passage.word(at + 1))
        else { return nil }
        var end = at + 2
        while end < tokens.count, end - at <= 8, passage.isClose(end) {
            let word = passage.word(end)
            if Self.units.contains(word) { return at..<end + 1 }
            guard Self.arms.contains(word) || tokens[end].flags.contains(.capitalised) else { return nil }
            end += 1
        }
        return nil
    }

    // MARK: Hits

    private func insert(_ name: Range<Int>, in passage: inout MatchedPassage) {
        let touching = passage.hits(touching: name)
        let isFree = touching.allSatisfy { index in
            let hit = passage.hits[index]
            return hit.unknown == nil && name.lowerBound <= hit.tokens.lowerBound
                && hit.tokens.upperBound <= name.upperBound && hit.tokens.count < name.count
                && hit.concepts.allSatisfy { image.facet(of: $0) == .region || image.kind(of: $0, is: "state") }
        }
        guard isFree else { return }
        let span = passage.tokens[name.lowerBound].start..<passage.tokens[name.upperBound - 1].end
        var hit = MatchedPassage.Hit(tokens: name, span: span, concepts: [])
        hit.unknown = passage.written(name)
        passage.replaceHits(touching, with: hit)
    }

    // MARK: Words

    private static let leading: WordSet = ["the", "a", "an", "this", "our", "its", "former"]
    private static let heads: WordSet = [
        "institute", "university", "academy", "center", "centre", "foundation", "council", "committee", "forum",
        "observatory", "agency", "bureau", "authority", "administration", "commission", "association", "federation",
        "initiative", "coalition", "alliance", "movement", "front", "party", "brigade", "brigades",
        "battalion", "battalions", "division", "regiment", "corps", "army", "fleet", "squadron", "command", "guard",
        "militia", "directorate", "inspectorate", "secretariat", "ministry", "department", "office", "college",
        "parliament", "tribunal", "court", "fund", "organization", "organisation", "mission",
    ]
    /// Words that many bodies have and that make no name with each other.
    private static let general: WordSet = [
        "supreme", "high", "special", "joint", "royal", "local", "emergency", "armed", "ground", "naval", "regional",
        "main", "chief", "public", "general", "civil", "emergencies", "affairs", "foreign", "home", "justice",
        "finance", "health", "education", "energy", "human", "rights", "oval", "press", "central", "constitutional",
        "criminal", "district", "appeals", "executive", "operational", "operations", "cyber", "coast", "territorial",
        "missile", "rocket", "space", "marine", "military", "administration", "trade", "labor", "labour", "treasury",
        "culture", "transport", "refugee", "refugees", "medical", "cultural", "community", "shopping", "business",
    ]
    private static let units: WordSet = [
        "brigade", "brigades", "division", "regiment", "battalion", "corps", "army", "squadron", "fleet",
    ]
    private static let arms: WordSet = [
        "separate", "mechanized", "mechanised", "motorized", "motorised", "assault", "airborne", "mobile", "air",
        "marine", "marines", "infantry", "rifle", "tank", "armored", "armoured", "naval", "guards", "guard",
        "territorial", "defense", "defence", "mountain", "artillery", "jaeger", "special", "purpose", "combined",
        "arms", "drone", "national", "presidential", "missile", "unmanned", "systems", "reconnaissance", "parachute",
        "paratrooper", "light", "heavy", "anti", "aircraft",
    ]
}
