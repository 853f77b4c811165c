/// Drops places and states whose name is a part of a larger one that is neither: "Kyiv Independent", "Minsk agreements",
/// "Washington Post", "the Cape Town Star"; and places that with an article are a paper ("told The Irrawaddy").
struct LargerNames {
    let image: VocabularyImage

    /// Takes the concepts of such hits away.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.contains(where: { isPlaceOrState($0) }) else { continue }
            if isPaper(hit, in: passage) || isBehindName(hit, in: passage) || isGivenName(hit, in: passage) {
                passage.hits[i].concepts = []
                continue
            }
            let end = hit.tokens.upperBound
            guard passage.isClose(end), !passage.tokens[end - 1].flags.contains(.possessive) else { continue }
            let isCapital = passage.tokens[end].flags.contains(.capitalised)
            guard
                (isCapital && isMedium(end, in: passage))
                    || (isCapital && passage.word(end, isIn: Self.bodies) && isPlace(hit))
                    || (passage.word(end, isIn: Self.texts) && isPlace(hit) && !isCountry(hit))
            else { continue }
            // The second word may be a place's name too ("Star"); without evidence it is none here.
            let next = passage.hits(touching: end..<end + 1)
            guard next.allSatisfy({ isDoubtful(passage.hits[$0]) }) else { continue }
            for j in next { passage.hits[j].concepts = [] }
            passage.hits[i].concepts = []
        }
    }

    /// A word that media are called by, unless it begins a compound: "Gaza Post-War Plan".
    private func isMedium(_ index: Int, in passage: MatchedPassage) -> Bool {
        passage.word(index, isIn: Self.media) && !passage.isHyphenated(index + 1)
    }

    /// "The Irrawaddy said", "The Irrawaddy media", "told The Irrawaddy": a place that is no country and whose
    /// spelling has no article, behind one, where it speaks, or where the article has a capital and it is told something.
    private func isPaper(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard hit.tokens.count == 1, passage.isClose(first), passage.word(first - 1, isIn: Self.article), isPlace(hit),
            !isCountry(hit)
        else { return false }
        let end = hit.tokens.upperBound
        let isClose = passage.isClose(end) && !passage.tokens[end - 1].flags.contains(.possessive)
        if isClose, passage.word(end, isIn: Self.speaks) { return true }
        guard passage.tokens[first - 1].flags.contains(.capitalised) else { return false }
        if isClose, passage.word(end, isIn: Self.outlets) { return true }
        guard passage.isClose(first - 1) else { return false }
        return passage.word(first - 2, isIn: Self.told)
            || passage.word(first - 2) == "to" && passage.word(first - 3) == "according"
    }

    /// "Dynamo Kyiv", "Interfax-Ukraine", "Radio Moscow", "the Treaty of Paris", "the Duke of York".
    private func isBehindName(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard passage.isClose(first), passage.tokens[first - 1].end - passage.tokens[first - 1].start > 1,
            !passage.tokens[first - 1].flags.contains(.possessive)
        else { return false }
        if passage.word(first - 1, isIn: Self.of) {
            return passage.isClose(first - 1) && passage.word(first - 2, isIn: Self.beforeOf) && !isCountry(hit)
                && passage.tokens[first - 2].flags.contains(.capitalised)
        }
        guard passage.tokens[first - 1].flags.contains(.capitalised) else { return false }
        return passage.word(first - 1, isIn: Self.mediaBefore)
            || passage.word(first - 1, isIn: Self.clubs) && isPlace(hit) && !isCountry(hit)
    }

    /// "Sydney Sweeney", "Florence Parly": a town's name that people bear too, before a capitalised word that no place's
    /// name is followed by.
    private func isGivenName(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        hit.tokens.count == 1 && passage.word(hit.tokens.lowerBound, isIn: Self.givenNames) && isPlace(hit)
            && !isCountry(hit) && PlaceContext(image: image).isBeforeName(hit, in: passage)
    }

    private func isDoubtful(_ hit: MatchedPassage.Hit) -> Bool {
        hit.tokens.count == 1 && hit.concepts.allSatisfy { hit.isWeak($0) && image.facet(of: $0) == .region }
    }

    private func isPlaceOrState(_ concept: Int) -> Bool {
        image.facet(of: concept) == .region || image.kind(of: concept, is: "state")
    }

    private func isPlace(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.facet(of: $0) == .region }
    }

    private func isCountry(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.facet(of: $0) == .region && image.kind(of: $0, is: "country") }
    }

    /// News media name themselves after a place or a nation.
    private static let media: WordSet = [
        "times", "post", "independent", "herald", "tribune", "guardian", "journal", "telegraph", "mirror", "star",
        "sun", "news", "today", "tv", "radio", "gazette", "chronicle", "examiner", "inquirer", "observer", "mail",
        "pravda", "insider", "review", "daily", "magazine", "broadcasting", "globe", "bulletin", "dispatch", "wire",
        "monitor", "courier", "online", "weekly", "newswire", "sentinel", "ledger", "podcast", "newsletter",
    ]
    private static let article: WordSet = ["the"]
    /// What a paper does and a region does not.
    private static let speaks: WordSet = ["said", "says", "wrote", "writes", "quoted", "cited"]
    private static let outlets: WordSet = ["media", "newspaper", "magazine", "website", "outlet"]
    /// What stands before the name of a paper.
    private static let told: WordSet = ["told", "newspaper", "magazine", "website", "outlet", "portal", "weekly"]
    private static let of: WordSet = ["of"]
    /// What is called after a place with "of" and does not lie there.
    private static let beforeOf: WordSet = [
        "treaty", "treaties", "university", "congress", "duke", "duchess", "earl", "prince", "princess",
    ]
    /// Media whose name ends with a place's.
    private static let mediaBefore: WordSet = [
        "interfax", "rbc", "rbk", "suspilne", "gazeta", "radio", "sputnik", "forbes", "vogue", "інтерфакс", "интерфакс",
        "рбк", "суспільне", "радіо", "радио",
    ]
    /// Sports clubs whose name ends with a town's.
    private static let clubs: WordSet = [
        "dynamo", "dinamo", "shakhtar", "zenit", "spartak", "lokomotiv", "cska", "metalist", "zorya", "vorskla",
        "chornomorets", "karpaty", "real", "atletico", "bayern", "borussia", "fc", "afc", "ac", "inter", "olympique",
        "maccabi", "hapoel", "beitar", "partizan", "rapid", "slavia", "galatasaray", "динамо", "шахтар", "шахтер",
        "зеніт", "зенит", "металіст", "спартак", "локомотив", "цска", "зоря", "ворскла", "карпати", "чорноморець",
    ]
    /// Towns whose names people bear as their first.
    private static let givenNames: WordSet = [
        "sydney", "milan", "florence", "paris", "charlotte", "madison", "dallas", "victoria", "austin", "houston",
        "lincoln", "phoenix", "orlando", "jackson", "aurora", "valencia", "adelaide", "santiago", "sofia", "geneva",
        "vienna", "london", "chelsea", "savannah", "brooklyn", "troy", "kent", "regina", "samara", "verona", "siena",
        "lourdes", "alexandria", "diego", "francisco", "salvador", "trinidad", "memphis", "bristol", "raleigh",
        "alma", "olga", "elena", "nadia", "sultan", "hamilton", "marshall", "wellington", "darwin", "nelson", "preston",
        "clifton", "carson", "tyler", "laurel", "florida", "carolina", "virginia", "dakota", "montana",
    ]
    /// Bodies that stand in a town and are no place.
    private static let bodies: WordSet = [
        "university", "institute", "school", "college", "academy", "exchange", "fc", "united", "club", "airlines",
        "airways", "symphony", "opera", "orchestra", "philharmonic", "film", "festival", "marathon", "olympics",
        "dynamo", "dynamos", "giants", "cowboys", "bulls", "lakers", "clippers", "knicks", "eagles", "bears",
        "patriots", "steelers", "sox", "yankees", "mets", "raiders", "rams", "chargers", "chiefs", "ravens",
    ]
    /// What is signed or adopted in a town and named after it.
    private static let texts: WordSet = [
        "agreement", "agreements", "accord", "accords", "convention", "conventions", "protocol", "protocols",
        "memorandum", "treaty", "declaration", "statute", "format", "consensus", "principles",
    ]
}
