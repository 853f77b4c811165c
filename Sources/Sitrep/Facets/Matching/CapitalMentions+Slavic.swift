/// How Ukrainian and Russian speak of a government by its capital.
extension CapitalMentions {
    /// «Київ заперечує», «Москва снова отказалась»: the verb agrees with the name, which so is no genitive («мэр Киева
    /// заявил»).
    func isSlavicDeed(of hit: MatchedPassage.Hit, at start: Int, in passage: MatchedPassage) -> Bool {
        var at = start
        for _ in 0..<2 where passage.isClose(at + 1) && passage.word(at, isIn: SlavicWordLists.adverbs) { at += 1 }
        if passage.endsInVowel(hit) {
            guard passage.endsLikeFeminine(hit) else { return false }
            if passage.word(at, isIn: SlavicWordLists.femininePast) { return true }
            let first = hit.tokens.lowerBound
            let isApart = !passage.isClose(first) || passage.word(first - 1, isIn: SlavicWordLists.conjunctions)
            return isApart
                && (isPresent(at, in: passage) || isDeed(at, endsAsOne: passage.endsInFemininePast(at), in: passage))
        }
        return passage.word(at, isIn: SlavicWordLists.masculinePast)
            || isDeed(at, endsAsOne: passage.endsInMasculinePast(at), in: passage) || isPresent(at, in: passage)
    }

    /// A verb in the present, known or by its ending.
    private func isPresent(_ index: Int, in passage: MatchedPassage) -> Bool {
        passage.word(index, isIn: SlavicWordLists.present)
            || isDeed(index, endsAsOne: passage.endsInPresent(index), in: passage)
    }

    /// A word that ends as a verb does and tells not what befalls a town.
    private func isDeed(_ index: Int, endsAsOne: Bool, in passage: MatchedPassage) -> Bool {
        endsAsOne && !passage.tokens[index].flags.contains(.capitalised)
            && !passage.word(index, isIn: SlavicWordLists.befalls)
    }

    /// «У Києві заявили», «в Киеве ранее говорили», «як кажуть у Москві»: unnamed speakers in a capital are its government.
    func isPlaceOfSpeakers(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard passage.word(first - 1, isIn: SlavicWordLists.inside) else { return false }
        var at = hit.tokens.upperBound
        guard passage.isClose(at) else {
            return passage.isClose(first - 1)
                && (passage.word(first - 2, isIn: SlavicWordLists.spoken)
                    || passage.word(first - 2, isIn: SlavicWordLists.reported))
        }
        for _ in 0..<3 where passage.isClose(at + 1) && passage.word(at, isIn: SlavicWordLists.adverbs) { at += 1 }
        if passage.word(at, isIn: SlavicWordLists.spoken) { return true }
        // «У Києві повідомили про вибухи» may be anybody; «повідомили, що» is a statement.
        return passage.word(at, isIn: SlavicWordLists.reported) && passage.word(at + 1, isIn: SlavicWordLists.thats)
    }
}
