/// Finds public persons whom no list knows by the role that the text gives them, and joins later surnames to them.
///
/// - A role before the name: "Governor Alexei Smirnov", "head of the regional military administration Oleh Ivanenko".
/// - A role behind it: "Serhiy Popko, the head of the city's military administration".
/// - A surname alone, once a report has named the person in full, whether the vocabulary knows the person or not.
///
/// A name of one word ("Minister Pistorius") counts after a role only; it joins a full name of the same report that ends
/// in it. Runs in headlines, where every word has a capital, are passed over.
struct PersonsByRole {
    let image: VocabularyImage

    /// A name that a role makes a person's.
    private struct Found {
        var passage: Int
        var tokens: Range<Int>
    }

    /// Adds hits to the passages.
    func resolve(_ passages: inout [MatchedPassage], runs: [[Range<Int>]]) {
        var found: [Found] = []
        for i in passages.indices {
            let passage = passages[i]
            for run in runs[i] {
                guard let name = name(in: run, passage) else { continue }
                found.append(Found(passage: i, tokens: name))
            }
        }
        var people = Surnames(passages, isPerson: isPerson)
        // Full names first, so that bare surnames find them.
        for one in found where one.tokens.count > 1 {
            people.add(passages[one.passage].written(one.tokens), surname: surname(one, passages))
        }
        for one in found where one.tokens.count == 1 && people[surname(one, passages)] == nil {
            people.add(passages[one.passage].written(one.tokens), surname: surname(one, passages))
        }
        guard !people.isEmpty else { return }
        for one in found {
            guard let person = people[surname(one, passages)] else { continue }
            insert(person, at: one.tokens, in: &passages[one.passage])
        }
        for i in passages.indices {
            for run in runs[i] { joinSurnames(run, people, in: &passages[i]) }
        }
    }

    private func surname(_ found: Found, _ passages: [MatchedPassage]) -> String {
        passages[found.passage].word(found.tokens.upperBound - 1)
    }

    private func isPerson(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.facet(of: $0) == .actor && image.kind(of: $0, is: "person") }
    }

    // MARK: Names

    /// The part of a run that is a person's name, where a role says that it is one: what stands behind the last concept,
    /// role or word that no name has.
    private func name(in run: Range<Int>, _ passage: MatchedPassage) -> Range<Int>? {
        guard run.count <= NameRuns.longest else { return nil }
        // One word is a name behind a role alone: most runs are told here.
        if run.count == 1, !isRole(before: run, passage) { return nil }
        var start = run.lowerBound
        for index in passage.hits(touching: run) where !isLentToPersons(passage.hits[index]) {
            start = max(start, passage.hits[index].tokens.upperBound)
        }
        var hasRole = false
        for at in run where at >= start {
            let isRole = passage.word(at, isIn: RoleWords.before)
            let isTitle = !isRole && passage.word(at, isIn: RoleWords.titles)
            guard isRole || isTitle || passage.word(at, isIn: RoleWords.noName) else { continue }
            start = at + 1
            hasRole = isRole && !isEditorial(at, passage) || hasRole && isTitle
        }
        guard start < run.upperBound else { return nil }
        let name = start..<run.upperBound
        guard isName(name, passage), isFree(name, passage), !passage.isHeadline(at: start) else { return nil }
        if hasRole || isRole(before: name, passage) { return name }
        guard name.count > 1 else { return nil }
        let isPublic =
            isRole(behind: name, passage) || isOffice(before: name, passage)
            || isRole(beforeComma: name, passage) || isOffice(behind: name, passage)
        return isPublic ? name : nil
    }

    /// A town may lend its name to a person, a country hardly.
    private func isLentToPersons(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.allSatisfy { image.facet(of: $0) == .region && !image.kind(of: $0, is: "country") }
    }

    /// One to five words of a person's name: no acronyms, weekdays, bodies.
    private func isName(_ name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        guard name.count <= 5 else { return false }
        let tokens = passage.tokens
        if name.count == 1, tokens[name.lowerBound].foldedEnd - tokens[name.lowerBound].foldedStart < 3 { return false }
        return name.allSatisfy { at in
            !(tokens[at].flags.contains(.allCapitals) && tokens[at].end - tokens[at].start < 5)
                && !passage.word(at, isIn: RoleWords.noName)
        } && !tokens[name].dropLast().contains { $0.flags.contains(.possessive) }
    }

    /// Whether no concept is found there, but for a town that lends its name to a person.
    private func isFree(_ name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        passage.hits(touching: name).allSatisfy { index in
            let hit = passage.hits[index]
            return name.count > hit.tokens.count && hit.tokens.lowerBound >= name.lowerBound
                && hit.tokens.upperBound <= name.upperBound && isLentToPersons(hit)
        }
    }

    /// A role directly before: "rebel commander Ali", "Gen. Ali".
    private func isRole(before name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        let at = name.lowerBound
        guard at > 0 else { return false }
        guard passage.isClose(at) || passage.isAfterAbbreviation(at) else { return false }
        return !passage.word(at - 1, isIn: RoleWords.titles) && passage.word(at - 1, isIn: RoleWords.before)
            && !isEditorial(at - 1, passage)
    }

    /// Whether a role is one of the press: "Global News Director", "editor-in-chief", "bureau chief".
    private func isEditorial(_ role: Int, _ passage: MatchedPassage) -> Bool {
        guard role > 0, passage.isClose(role) else { return false }
        return passage.word(role - 1, isIn: RoleWords.editorial)
            || role > 1 && passage.word(role - 1) == "in" && passage.word(role - 2) == "editor"
    }

    /// "Head of the Kharkiv regional military administration Oleh Ivanenko".
    private func isOffice(before name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        var at = name.lowerBound
        // "A spokesman for Inherent Resolve" names no person.
        guard at > 0, !passage.word(at - 1, isIn: RoleWords.links) else { return false }
        for _ in 0..<10 {
            guard passage.isClose(at) else { return false }
            at -= 1
            if passage.word(at, isIn: RoleWords.before) { return !isEditorial(at, passage) }
            let isKnown = passage.tokens[at].flags.contains(.capitalised) || passage.word(at, isIn: RoleWords.office)
            guard isKnown else { return false }
        }
        return false
    }

    /// "Serhiy Popko, the head of the city's administration".
    private func isRole(behind name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        guard passage.followsComma(name.upperBound) else { return false }
        var at = name.upperBound
        for step in 0..<7 {
            guard at < passage.tokens.count, step == 0 || passage.isClose(at) else { return false }
            if passage.word(at, isIn: RoleWords.after) { return true }
            if passage.word(at, isIn: RoleWords.ends) { return false }
            at += 1
        }
        return false
    }

    /// "The envoy, Tom Perriello, said": a role before a comma.
    private func isRole(beforeComma name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        passage.followsComma(name.lowerBound) && passage.word(name.lowerBound - 1, isIn: RoleWords.after)
            && (passage.followsComma(name.upperBound) || passage.isSentenceEnd(name.upperBound))
    }

    /// "Ibrahim Khatir of the state health ministry".
    private func isOffice(behind name: Range<Int>, _ passage: MatchedPassage) -> Bool {
        var at = name.upperBound
        guard passage.word(at) == "of", passage.word(at + 1) == "the" else { return false }
        at += 2
        for _ in 0..<5 {
            guard passage.isClose(at) else { return false }
            if passage.word(at, isIn: RoleWords.bodies) { return true }
            if passage.word(at, isIn: RoleWords.ends) { return false }
            at += 1
        }
        return false
    }

    // MARK: Hits

    private func insert(_ person: Surnames.Person, at name: Range<Int>, in passage: inout MatchedPassage) {
        let touching = passage.hits(touching: name)
        if touching.contains(where: { isPerson(passage.hits[$0]) || passage.hits[$0].unknown != nil }) { return }
        let span = passage.tokens[name.lowerBound].start..<passage.tokens[name.upperBound - 1].end
        var hit = MatchedPassage.Hit(tokens: name, span: span, concepts: [])
        switch person {
        case .known(let concept): hit.concepts = [concept]
        case .new(let name): hit.unknown = name
        }
        passage.replaceHits(touching, with: hit)
    }

    /// A run that is a known surname alone, or with a title: "Popko", "Mr. Popko".
    private func joinSurnames(_ run: Range<Int>, _ people: Surnames, in passage: inout MatchedPassage) {
        var start = run.lowerBound
        while start < run.upperBound, passage.word(start, isIn: RoleWords.titles) { start += 1 }
        guard run.upperBound - start == 1, passage.hits(touching: start..<run.upperBound).isEmpty,
            let person = people[passage.word(start)]
        else { return }
        insert(person, at: start..<run.upperBound, in: &passage)
    }
}

/// The persons that a report names in full, by their surnames; a surname of two persons is nobody's.
struct Surnames {
    /// A person of the vocabulary, or one that only this report names.
    enum Person: Equatable {
        case known(Int)
        case new(String)
    }

    private var people: [String: Person?] = [:]

    /// The vocabulary's persons that the passages name by two words or more.
    init(_ passages: [MatchedPassage], isPerson: (MatchedPassage.Hit) -> Bool) {
        for passage in passages {
            for hit in passage.hits where hit.tokens.count > 1 && isPerson(hit) {
                let surname = passage.word(hit.tokens.upperBound - 1)
                guard surname.utf8.count > 2, hit.concepts.count == 1 else { continue }
                set(surname, .known(hit.concepts[0]))
            }
        }
    }

    var isEmpty: Bool { people.isEmpty }

    subscript(_ surname: String) -> Person? { people[surname] ?? nil }

    /// Adds a person under a name as it is written; the first full name stays.
    mutating func add(_ name: String, surname: String) {
        if case .some(.some(.new(let other))) = people[surname], let shared = Self.joined(other, name) {
            people[surname] = .new(shared)
            return
        }
        if case .some(.some(.known)) = people[surname] { return }
        set(surname, .new(name))
    }

    /// One name for two writings of one person, the longer; `nil` when the given names part them.
    private static func joined(_ a: String, _ b: String) -> String? {
        if a == b { return a }
        let first = a.split(separator: " ")
        let second = b.split(separator: " ")
        guard first.count > 1, second.count > 1 else { return first.count > second.count ? a : b }
        return first[0].prefix(1) == second[0].prefix(1) ? a : nil
    }

    private mutating func set(_ surname: String, _ person: Person) {
        if let known = people[surname] {
            if known != person { people[surname] = .some(nil) }
        } else {
            people[surname] = person
        }
    }
}
