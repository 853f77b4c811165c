/// Drops places that are called like a month or a weekday where the name is a date: "on March 22", "in May", "since
/// last June".
///
/// What a word for settlements tells to be one ("the town of March") stays.
struct CalendarNames {
    let image: VocabularyImage

    /// Takes the places of such hits away.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.tokens.count == 1, passage.word(hit.tokens.lowerBound, isIn: Self.names),
                hit.concepts.contains(where: { image.facet(of: $0) == .region && !hit.isOwn($0) }),
                isDate(hit.tokens.lowerBound, in: passage),
                !PlaceContext(image: image).isNamedSettlement(i, in: passage)
            else { continue }
            passage.hits[i].concepts.removeAll { image.facet(of: $0) == .region }
        }
    }

    private func isDate(_ index: Int, in passage: MatchedPassage) -> Bool {
        if index + 1 < passage.tokens.count, passage.tokens[index + 1].flags.contains(.number) { return true }
        guard index > 0 else { return false }
        return passage.tokens[index - 1].flags.contains(.number) || passage.word(index - 1, isIn: Self.before)
    }

    private static let names: WordSet = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    /// What stands before a month or a day.
    private static let before: WordSet = [
        "in", "on", "since", "until", "till", "by", "during", "last", "this", "next", "early", "late", "mid", "every",
        "each", "of", "from", "to", "between", "before", "after", "through", "end", "st", "nd", "rd", "th",
    ]
}
