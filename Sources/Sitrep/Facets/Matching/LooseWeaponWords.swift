/// Drops words for weapons that stand for none: "ruby mines", "the tank top", "to bomb the town", "went off like a
/// rocket".
struct LooseWeaponWords {
    let image: VocabularyImage

    /// Takes the weapons of such hits away.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard let weapon = hit.concepts.first(where: { image.facet(of: $0) == .weapon }), !hit.isOwn(weapon),
                isPit(hit, in: passage) || isVessel(hit, in: passage) || isVerb(hit, in: passage)
                    || isSimile(hit, in: passage)
            else { continue }
            passage.hits[i].concepts.removeAll { image.facet(of: $0) == .weapon }
        }
    }

    /// "Ruby mines", "the mine shaft".
    private func isPit(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        guard hit.tokens.count == 1, passage.word(hit.tokens.lowerBound, isIn: Self.mines) else { return false }
        let first = hit.tokens.lowerBound
        return passage.isClose(first) && passage.word(first - 1, isIn: Self.minerals)
            || passage.isClose(first + 1) && passage.word(first + 1, isIn: Self.ofPits)
    }

    /// "The tank top", "a tank of water": a vehicle's hit ends before the word that makes it another thing.
    private func isVessel(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        guard passage.isClose(end), passage.word(end - 1, isIn: Self.tank) else { return false }
        return passage.word(end, isIn: Self.ofTanks)
            || passage.word(end) == "of" && passage.word(end + 1, isIn: Self.inTanks)
    }

    /// "Began to bomb the town"; not "due to bomb attacks".
    private func isVerb(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard hit.tokens.count == 1, passage.isClose(first), passage.word(first, isIn: Self.verbs),
            passage.word(first - 1, isIn: Self.beforeVerbs)
        else { return false }
        return !(passage.isClose(first + 1) && passage.word(first + 1, isIn: Self.ofBombs))
            && !passage.isHyphenated(first + 1)
    }

    /// "Went off like a rocket"; not "it sounded like a rocket", where one may have been heard.
    private func isSimile(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        var at = hit.tokens.lowerBound
        // "A tank" is a spelling of its own.
        if !passage.word(at, isIn: Self.articles) {
            guard passage.isClose(at), passage.word(at - 1, isIn: Self.articles) else { return false }
            at -= 1
        }
        guard hit.concepts.allSatisfy({ image.kind(of: $0, is: "class") }), passage.isClose(at),
            passage.word(at - 1) == "like"
        else { return false }
        return !passage.word(at - 2, isIn: Self.seems)
    }

    private static let mines: WordSet = ["mine", "mines"]
    private static let minerals: WordSet = [
        "gold", "silver", "coal", "copper", "diamond", "cobalt", "coltan", "iron", "ore", "lithium", "uranium", "salt",
        "tin", "ruby", "jade", "sapphire", "emerald", "gem", "gems", "gemstone", "mineral", "zinc", "nickel", "bauxite",
        "manganese", "phosphate", "potash", "tungsten", "tantalum", "platinum", "sulphur", "sulfur", "asbestos",
        "amber", "opencast", "artisanal", "earth", "earths", "graphite", "titanium", "opal", "lead", "lignite",
        "chrome",
    ]
    private static let ofPits: WordSet = [
        "shaft", "shafts", "worker", "workers", "owner", "owners", "operator", "operators", "company", "tailings",
        "collapse", "rescue", "manager", "managers", "minister",
    ]
    private static let tank: WordSet = ["tank"]
    private static let ofTanks: WordSet = [
        "top", "tops", "engine", "engines", "car", "cars", "wagon", "wagons", "truck", "trucks", "farm", "farms",
    ]
    private static let inTanks: WordSet = [
        "water", "fuel", "oil", "gas", "petrol", "gasoline", "diesel", "oxygen", "milk", "acid", "ammonia", "kerosene",
    ]
    private static let verbs: WordSet = ["bomb", "shell", "mine"]
    private static let beforeVerbs: WordSet = [
        "to", "would", "will", "could", "can", "may", "might", "must", "should", "did", "not", "cannot", "cant",
        "didnt",
        "dont", "doesnt", "wont", "also", "they", "we", "you",
    ]
    /// What "bomb" makes a compound with.
    private static let ofBombs: WordSet = [
        "attack", "attacks", "blast", "blasts", "threat", "threats", "explosion", "explosions", "shelter", "shelters",
        "fragments", "damage", "disposal", "squad", "strike", "strikes", "hits", "makers", "maker", "craters", "crater",
        "plot", "plots", "casing", "casings", "production", "fire", "clearance", "removal", "fields", "victims",
        "injuries", "contamination", "risk", "risks", "hazard", "hazards", "incidents", "casualties", "shortages",
        "stocks", "supplies", "wounds",
    ]
    private static let articles: WordSet = ["a", "an"]
    private static let seems: WordSet = [
        "sounded", "sounds", "sound", "sounding", "looked", "looks", "look", "looking", "seemed", "seems", "appeared",
        "felt", "feels", "something", "anything", "weapon", "weapons", "more", "just", "much",
    ]
}
