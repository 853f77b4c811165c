/// Collects what looks like a name and stands for no concept, so that a user can see what the vocabulary lacks.
///
/// Runs of capitalised words inside of sentences, and designators (`X-77`, `T90M`), that no hit covers.
struct UnknownNames {
    /// A report has at most this many; the commonest are kept.
    static let most = 64
    /// Longer runs are headlines.
    private static let longest = 5

    private struct Key: Hashable {
        var folded: String
        var kind: CandidateName.Kind
    }

    /// The names, in the order in which they came, and their places.
    private var names: [CandidateName] = []
    private var places: [Key: Int] = [:]

    /// The names found, the commonest first, of equals the earlier.
    var candidates: [CandidateName] {
        names.indices
            .sorted { names[$0].count != names[$1].count ? names[$0].count > names[$1].count : $0 < $1 }
            .prefix(Self.most).map { names[$0] }
    }

    /// Looks at a text whose hits are final.
    mutating func add(_ passage: MatchedPassage, runs: [Range<Int>]) {
        for run in runs { addName(run, in: passage) }
        addDesignators(passage)
    }

    private mutating func addName(_ run: Range<Int>, in passage: MatchedPassage) {
        guard passage.hits(touching: run).isEmpty else { return }
        var range = run
        // The first word of a sentence has its capital from there.
        if passage.tokens[range.lowerBound].flags.contains(.sentenceStart),
            !passage.isAfterAbbreviation(range.lowerBound)
        {
            range = range.lowerBound + 1..<range.upperBound
        }
        func isNoName(_ index: Int) -> Bool {
            passage.word(index, isIn: RoleWords.noName) || passage.word(index, isIn: RoleWords.before)
                || passage.word(index, isIn: RoleWords.titles)
        }
        while let first = range.first, isNoName(first) { range = first + 1..<range.upperBound }
        guard !range.isEmpty, range.count <= Self.longest, !range.allSatisfy(isNoName) else { return }
        guard range.count > 1 || passage.tokens[range.lowerBound].end - passage.tokens[range.lowerBound].start > 2,
            !passage.isHeadline(at: range.lowerBound)
        else { return }
        count(range, .name, in: passage)
    }

    private mutating func addDesignators(_ passage: MatchedPassage) {
        let tokens = passage.tokens
        var at = 1
        while at < tokens.count {
            defer { at += 1 }
            let flags = tokens[at].flags
            guard flags.contains(.number), flags.contains(.joined) || flags.contains(.hyphenated),
                isPrefix(tokens[at - 1]), tokens[at].end - tokens[at].start <= 4,
                at < 2 || !(tokens[at - 1].flags.contains(.joined) || tokens[at - 1].flags.contains(.hyphenated))
            else { continue }
            var end = at + 1
            while end < tokens.count, end - at < 3, tokens[end].flags.contains(.joined) { end += 1 }
            if passage.hits(touching: at - 1..<end).isEmpty { count(at - 1..<end, .designator, in: passage) }
        }
    }

    /// One to five letters, the first of them a capital.
    private func isPrefix(_ token: Token) -> Bool {
        token.flags.contains(.capitalised) && !token.flags.contains(.number)
            && token.foldedEnd - token.foldedStart <= 10
            && (token.flags.contains(.allCapitals) || token.end - token.start <= 2)
    }

    private mutating func count(_ range: Range<Int>, _ kind: CandidateName.Kind, in passage: MatchedPassage) {
        let key = Key(folded: passage.words(range), kind: kind)
        if let place = places[key] {
            names[place].count += 1
        } else {
            places[key] = names.count
            names.append(CandidateName(text: passage.written(range), kind: kind, count: 1))
        }
    }
}
