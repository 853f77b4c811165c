/// Decides which concept each hit stands for in its report.
///
/// 1. A system is parted from the class that its spelling ends with (``TrailingClasses``); a phrase that two parts share
///    gives both ("ballistic and cruise missiles": ``JoinedPhrases``); an institution that every state has is that of
///    the state spoken of (``BareInstitutions``).
/// 2. A place or state inside of a larger name is none ("Kyiv Independent": ``LargerNames``), nor is a ship, a street
///    (``NamesOfThings``), a month (``CalendarNames``) or a nickname (``Nicknames``); a weapon's word may stand for none
///    ("ruby mines": ``LooseWeaponWords``). In reports on sport and space flight clubs are no towns and rockets no
///    weapons (``OtherTopics``).
///    The divisions of a list are told by the word that they share ("Kachin and Shan states": ``DivisionLists``), and what
///    the text calls a village or an airport is one, known or not (``UnknownPlaces``).
/// 3. Bodies that no list knows are found by the word that says what they are (``BodiesByName``), persons by their roles,
///    and bare surnames are joined to persons (``PersonsByRole``). An acronym that the report itself explains stands for
///    what it explains (``Acronyms``).
/// 4. A spelling of several concepts of one facet is given to one of them (``AmbiguousNames``), and a name that needs
///    evidence is dropped where there is none (``WeakNames``). A word that is left for a person and for a place is one
///    of them (``PersonsOrPlaces``).
/// 5. A bare name that defers to another concept ("Kursk" to Kursk Oblast) is counted to that one when the words around
///    it or the rest of the report say so (``DeferredNames``).
/// 6. A country's name becomes a place, an actor or both (``StateMentions``), the adjective of a nation an actor or nobody
///    (``NationalAdjectives``); a capital that speaks or acts becomes its state (``CapitalMentions``).
/// 7. A type of weapon counts to its class too (``TypeClasses``).
struct MentionResolver {
    let image: VocabularyImage

    /// Sets the concepts of every hit of a report's title and text.
    ///
    /// - Returns: the names that stand for nothing known, the commonest first.
    func resolve(_ passages: inout [MatchedPassage]) -> [CandidateName] {
        let runs = passages.map(NameRuns.find)
        for i in passages.indices {
            TrailingClasses(image: image).resolve(&passages[i])
            JoinedPhrases(image: image).resolve(&passages[i])
            BareInstitutions(image: image).resolve(&passages[i])
            LargerNames(image: image).resolve(&passages[i])
            NamesOfThings(image: image).resolve(&passages[i])
            CalendarNames(image: image).resolve(&passages[i])
            Nicknames(image: image).resolve(&passages[i])
            LooseWeaponWords(image: image).resolve(&passages[i])
        }
        OtherTopics(image: image).resolve(&passages)
        let triggers = passages.map(TypedPlaces.triggers)
        for i in passages.indices {
            DivisionLists(image: image).resolve(&passages[i], runs: runs[i], triggers: triggers[i])
        }
        UnknownPlaces(image: image).resolve(&passages, runs: runs, triggers: triggers)
        for i in passages.indices { BodiesByName(image: image).resolve(&passages[i], runs: runs[i]) }
        PersonsByRole(image: image).resolve(&passages, runs: runs)
        Acronyms(image: image).resolve(&passages)
        let support = Support(passages, image: image)
        AmbiguousNames(image: image, support: support).resolve(&passages)
        WeakNames(image: image, support: support).resolve(&passages)
        PersonsOrPlaces(image: image).resolve(&passages)
        DeferredNames(image: image).resolve(&passages)
        let states = StateMentions(image: image)
        let capitals = CapitalMentions(image: image)
        for i in passages.indices {
            states.resolve(&passages[i])
            capitals.resolve(&passages[i])
            TypeClasses(image: image).resolve(&passages[i])
        }
        var unknown = UnknownNames()
        for i in passages.indices { unknown.add(passages[i], runs: runs[i]) }
        return unknown.candidates
    }
}
