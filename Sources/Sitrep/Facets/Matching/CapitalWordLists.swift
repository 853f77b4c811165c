/// The words that tell a government from the city it sits in, folded.
enum CapitalWordLists {
    /// What joins the last name of a list to those before it.
    static let joiners: WordSet = ["and", "or", "та", "і", "й", "и", "или", "або"]

    /// Who sits in a capital and acts for the state: "the authorities in Tehran".
    static let rulers: WordSet = [
        "authorities", "government", "leadership", "regime", "rulers", "leaders", "policymakers",
    ]
    /// What follows is a place.
    static let inside: WordSet = [
        "in", "near", "at", "around", "outside", "across", "over", "into", "inside", "through", "via", "within",
        "downtown", "central", "toward", "towards", "reached", "left", "visited", "visiting", "entered", "leaving",
        "hit", "struck", "shelled", "bombed", "captured", "в", "у", "во", "із", "з", "из", "до", "біля", "над",
    ]
    /// What is done to a party: "urged Moscow", "send Kyiv arms".
    static let asked: WordSet = [
        "help", "helps", "helped", "helping", "urge", "urges", "urged", "urging", "accuse", "accuses", "accused",
        "accusing", "blame", "blames", "blamed", "blaming", "pressure", "pressures", "pressured", "pressuring", "press",
        "presses", "pressed", "pressing", "push", "pushing", "warn", "warns", "warned", "warning", "tell", "tells",
        "told", "telling", "force", "forces", "forced", "forcing", "allow", "allows", "allowed", "allowing", "give",
        "gives", "gave", "giving", "send", "sends", "sent", "sending", "supply", "supplied",
        "provide", "provides", "provided", "providing", "ask", "asks", "asked", "asking", "support", "supports",
        "supported", "supporting", "backs", "backed", "backing", "arm", "arms", "armed", "arming", "equip", "equips",
        "equipped", "equipping", "fund", "funds", "funded", "funding", "finance", "finances", "financed", "financing",
        "criticise", "criticises", "criticised", "criticising", "criticize", "criticizes", "criticized", "criticizing",
        "condemn", "condemns", "condemned", "condemning", "denounce", "denounces", "denounced", "denouncing", "thank",
        "thanks", "thanked", "thanking", "praise", "praises", "praised", "praising", "convince", "convinces",
        "convinced", "convincing", "persuade", "persuades", "persuaded", "persuading", "encourage", "encourages",
        "encouraged", "encouraging", "sanction", "sanctions", "sanctioned", "sanctioning", "deter", "deters",
        "deterred", "deterring", "provoke", "provokes", "provoked",
        "provoking", "strengthen", "strengthens", "strengthened", "strengthening", "weaken", "weakens", "weakened",
        "weakening", "embolden", "emboldens", "emboldened", "emboldening", "punish", "punishes", "punished",
        "punishing", "compel", "compels", "compelled", "compelling", "oblige", "obliges", "obliged", "enable",
        "enables", "enabled", "enabling", "permit", "permits", "permitted", "permitting", "let", "lets", "letting",
        "assure", "assures", "assured", "assuring", "reassure", "reassures", "reassured", "reassuring", "inform",
        "informs", "informed", "informing", "notify", "notifies", "notified", "notifying", "remind", "reminds",
        "reminded", "reminding", "promise", "promises", "promised", "promising", "grant", "grants", "granted",
        "granting", "lend", "lends", "lent", "lending", "owe", "owes", "owed", "offer", "offers", "offered", "offering",
        "sell", "sells", "sold", "selling", "deny", "denies", "denied", "denying", "implore", "implores", "implored",
        "beg", "begs", "begged", "lobby", "lobbies", "lobbied", "lobbying", "prod", "prods", "prodded", "prodding",
        "nudge", "nudged", "nudging", "invite", "invites", "invited", "inviting", "suspect", "suspects", "suspected",
        "cost", "costs", "costing", "rebuke", "rebukes",
        "rebuked", "chide", "chided", "appease", "appeasing", "confront", "confronts", "confronted", "confronting",
        "counter", "counters", "countered", "countering", "want", "wants", "wanted", "wanting", "expect", "expects",
        "expected",
    ]
    /// Before "to", "from", "for", "of", "on" or "against" and a party: "supplied to Kyiv", "pressure on Moscow".
    static let dealings: WordSet = [
        "aid", "assistance", "support", "supplied", "supplies", "supply", "deliveries", "delivery", "dollars", "loyal",
        "allied", "close", "closer", "pledged", "provided", "providing", "provide", "given", "weapons", "arms",
        "ammunition", "belongs", "plea", "pleas", "appeal", "appeals", "message", "messages", "warning", "warnings",
        "signal", "signals", "commitment", "concessions", "guarantees", "guarantee", "pressure", "sanctions",
        "criticism", "critical", "accusations", "allegations", "threats", "threat", "demands", "demand", "response",
        "answer", "reaction", "permission", "approval", "orders", "instructions", "funding", "money", "loan", "loans",
        "help", "backing", "ally", "allies", "behalf", "influence", "control", "dependent", "depend", "depends",
        "independence", "independent", "charges", "war", "case", "stance", "policy", "leverage", "setback", "blow",
        "victory", "win", "defeat", "embarrassment", "important", "crucial", "vital", "priority", "problem",
        "according", "thanks", "shipment", "shipments", "transfer", "transfers", "missiles", "systems", "tanks", "jets",
        "packages", "package", "imposed", "tariffs", "statement", "comment", "denial", "letter", "proposal", "offer",
        "concern", "ambassador", "ambassadors", "envoy", "envoys", "overtures", "loyalty", "dependence", "reliance",
        "hostile", "hostility", "opposition", "debt", "supplier", "sales", "sale", "delivering", "deliver", "weaponry",
    ]
    /// What follows is a party.
    static let parties: WordSet = ["with", "by", "whether", "unless"]
    /// What follows is a party where one of ``dealings`` stands before.
    static let relating: WordSet = ["to", "from", "for", "of", "on", "against"]
    static let betweens: WordSet = ["between", "між", "между"]
    /// What may stand before either of two that are joined.
    static let among: WordSet = ["between", "між", "между", "and", "та", "і", "и", "або"]
    static let relatives: WordSet = ["which", "who"]
    /// Before a hyphen and a capital.
    static let leanings: WordSet = ["pro", "anti"]
    /// Behind a hyphen, beside participles.
    static let compounds: WordSet = ["led", "run", "friendly", "allied", "held"]
    /// Before a capital and the plain form of a verb: "did Moscow acknowledge".
    static let inverting: WordSet = ["did", "does", "do", "would", "will", "could", "can", "should", "might"]
    /// Between commas: "Washington, however, has".
    static let insertions: WordSet = [
        "however", "meanwhile", "too", "though", "also", "therefore", "instead", "in", "turn", "response", "for", "its",
        "part", "of", "course", "by", "contrast", "likewise", "nevertheless", "nonetheless",
    ]
    /// People and things of a town: "help Kyiv residents".
    static let townsfolk: WordSet = [
        "residents", "people", "citizens", "mayor", "hospital", "hospitals", "school", "schools", "children", "police",
        "firefighters", "suburb", "suburbs", "region", "oblast", "city", "street", "streets", "airport", "airports",
        "metro", "families", "civilians", "women", "commuters", "pensioners", "protesters", "students", "university",
        "museum", "museums", "district", "bureau", "office", "correspondent", "power", "hotel", "time",
    ]
    /// What a state has: "Beijing tariff demands".
    static let policies: WordSet = [
        "demands", "tariffs", "sanctions", "policy", "policies", "stance", "ambitions", "ultimatum", "embargo", "veto",
        "rhetoric", "denials", "accusations", "propaganda", "diplomacy", "forces", "troops", "proposal", "proposals",
        "pledges", "threats", "concessions", "aggression", "aid", "negotiators", "envoy", "envoys", "hawks",
    ]
    /// What such things are about.
    static let matters: WordSet = [
        "tariff", "trade", "arms", "weapons", "peace", "war", "foreign", "defence", "defense", "oil", "nuclear",
        "military", "security", "budget", "ceasefire", "territorial", "visa", "economic",
    ]
    /// "The Kabul government".
    static let governments: WordSet = [
        "government", "regime", "administration", "leadership", "junta", "leaders", "diplomats",
    ]
    /// Words for an attack, before "on", "at" or "against" and the country attacked.
    static let attacks: WordSet = [
        "attack", "attacks", "strike", "strikes", "airstrike", "airstrikes", "assault", "assaults", "invasion", "raid",
        "raids", "fire", "fired", "launched", "launch", "launching", "launches", "fires", "firing", "bombs", "rained",
        "advance", "march", "shelling", "barrage", "barrages", "missile", "missiles", "drones", "drone", "rockets",
        "aggression", "offensive", "bombardment", "bombing", "aimed", "shots", "incursion", "bombed", "dropped",
        "war", "salvo", "salvos", "onslaught", "campaign",
    ]
    /// Before "between" two governments.
    static let relations: WordSet = [
        "talks", "relations", "ties", "переговори", "переговоры", "переговорів", "переговоров", "відносини",
        "отношения",
        "угода", "соглашение", "обмін", "обмен", "війна", "война", "війни", "войны", "діалог", "диалог", "конфлікт",
        "конфликт", "домовленості", "договоренности", "tensions", "agreement", "agreements", "deal", "deals", "war",
        "conflict",
        "negotiations", "ceasefire", "truce", "pact", "treaty", "alliance", "cooperation", "partnership", "dialogue",
        "dispute", "disputes", "contacts", "exchange", "exchanges", "rift", "spat", "summit", "peace", "confrontation",
        "friction", "understanding", "meeting", "meetings", "mediate", "mediating", "mediation",
    ]
    /// What belongs to a city: "Moscow's airports".
    static let city: WordSet = [
        "airport", "airports", "street", "streets", "mayor", "suburb", "suburbs", "outskirts", "skies", "residents",
        "metro", "subway", "railway", "station", "stations", "hospital", "hospitals", "district", "districts", "square",
        "centre", "center", "downtown", "neighbourhood", "neighbourhoods", "neighborhood", "neighborhoods", "theatre",
        "theater", "university", "universities", "museum", "population", "city", "port", "bridge", "bridges",
        "buildings", "skyline", "cathedral", "mosque", "church", "zoo", "park", "parks", "police", "schools", "stadium",
        "prison", "hotel", "hotels", "heating", "town", "edge", "edges", "fringes", "quarter", "quarters", "approaches",
        "bank", "sirens", "siren", "alert", "defences", "defenses", "smog", "firefighters",
    ]
    /// Behind "Moscow and its".
    static let companions: WordSet = [
        "allies", "ally", "partners", "proxies", "backers", "friends", "supporters", "neighbours", "neighbors",
    ]
    static let auxiliaries: WordSet = [
        "has", "have", "had", "will", "would", "also", "again", "now", "repeatedly", "recently", "reportedly", "then",
        "could", "may", "might", "must", "should", "can", "cannot", "did", "does", "do", "not", "long", "already",
        "later", "previously", "since", "never", "still", "even", "itself", "officially", "immediately", "quickly",
        "publicly", "formally", "swiftly", "apparently", "firmly", "strongly", "yet", "just", "only", "always",
        "consistently", "meanwhile", "too", "both", "finally", "eventually", "ultimately", "initially", "instead",
        "simply",
        "nonetheless", "nevertheless", "clearly", "openly", "directly", "promptly", "flatly", "largely",
    ]
    /// What befalls a city.
    static let befalls: WordSet = [
        "been", "be", "was", "were", "are", "come", "came", "comes", "fell", "falls", "fallen", "fall", "lies", "sits",
        "saw",
        "sees", "seen", "woke", "wakes", "suffered", "suffers", "endured", "endures", "experienced", "remained",
        "remains", "became", "become", "attacked", "located", "shelled", "bombed", "hit", "struck", "besieged",
        "encircled", "captured", "targeted", "burned", "burnt", "burns", "plunged", "emptied", "collapsed", "erupted",
        "descended", "braced", "shook", "exploded", "swelled", "trembled", "damaged", "destroyed", "evacuated",
        "battered", "rocked", "hosted",
        "hosts", "host", "based", "born", "occupied", "liberated", "surrounded", "pounded", "headed",
    ]
    /// What may follow an auxiliary or adverb and is no verb.
    static let notVerbs: WordSet = [
        "in", "on", "at", "the", "a", "an", "and", "but", "as", "under", "home", "for", "from", "with", "to", "this",
        "that", "these", "those", "his", "her", "its", "their", "our", "my", "all", "some", "any", "no", "where",
        "when", "which", "who", "while", "after", "before", "during", "since", "by", "of", "into", "over", "or",
        "until", "through", "because", "if", "than", "near", "around", "about", "more", "most", "many", "much", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "hundreds", "thousands", "millions",
    ]
    /// Behind "is" or "was" and said of a government.
    static let states: WordSet = [
        "ready", "willing", "unwilling", "reluctant", "keen", "eager", "prepared", "concerned", "confident", "able",
        "unable", "determined", "committed", "unlikely", "likely", "right", "wrong", "responsible", "open", "serious",
        "interested", "convinced", "aware", "accused", "blamed", "expected", "opposed", "angry", "furious", "pleased",
        "set", "said", "reported", "believed", "also", "now", "not", "still", "sure", "silent", "wary", "behind",
    ]
    /// Verbs in the present and strong verbs that a government is the subject of.
    static let deeds: WordSet = [
        "accepts", "accuses", "acknowledges", "agrees", "aims", "announces", "answers", "appears", "argues", "asks",
        "backs", "began", "begins", "believes", "blames", "broke", "breaks", "brings", "brought", "calls", "claims",
        "condemns", "confirms", "considers", "continues", "contends", "controls", "cut", "cuts", "decides", "declares",
        "demands", "denies", "deploys", "describes", "dismisses", "does", "drew", "expects", "fears", "feels", "found",
        "fights", "fought", "fires", "gave", "gets", "gives", "got", "grew", "held", "holds", "hopes", "imposes",
        "insists", "intends", "invades", "keeps", "kept", "knew", "knows", "launches", "leads", "led", "lets", "lost",
        "loses", "made", "maintains", "makes", "may", "means", "met", "meets", "moves", "needs", "offers", "opposes",
        "paid", "pays", "plans", "plays", "pledges", "poses", "prefers", "prepares", "presents", "presses", "promises",
        "proposes", "pulls", "pushes", "put", "puts", "ran", "rejects", "recognises", "recognizes", "refuses", "relies",
        "reports", "requires", "responds", "retains", "runs", "said", "says", "seeks", "seems", "sells", "sends",
        "sent", "sets", "shares", "shot", "shows", "signals", "signs", "sold", "sought", "speaks", "spends", "spent",
        "spoke", "stands", "starts", "stays", "stood", "stops", "supplies", "supports", "suspects", "takes", "talks",
        "threatens", "thinks", "thought", "told", "took", "tries", "turns", "urges", "uses", "vows", "wages", "wants",
        "warns", "welcomes", "went", "wins", "withdrew", "won", "works", "wrote", "admits", "approves", "bans",
        "blasts", "blocks", "boosts", "breaches", "buys", "chooses", "concedes", "contests", "counts", "courts",
        "depends", "detains", "doubts", "eases", "ends", "escalates", "expels", "exports", "extends", "eyes", "faces",
        "favours", "favors", "finances", "freezes", "frees", "funds", "hails", "harbours", "harbors", "hints",
        "ignores", "indicates", "intensifies", "lacks", "lifts", "mobilises", "mobilizes", "mulls", "occupies",
        "orders", "owes", "prioritises", "prioritizes", "questions", "raises", "ratifies", "recalls", "regards",
        "releases", "resists", "restores", "restricts", "resumes", "risks", "severs", "slams", "suggests", "summons",
        "suspends", "targets", "tests", "tightens", "trains", "treats", "vetoes", "views", "violates", "weighs",
        "wishes", "chose", "forbade",
    ]
    /// The same in the plural: "Berlin and Paris want".
    static let pluralDeeds: WordSet = [
        "accept", "accuse", "acknowledge", "agree", "aim", "announce", "appear", "argue", "ask", "back", "began",
        "believe", "blame", "call", "claim", "condemn", "confirm", "consider", "continue", "decide", "declare",
        "demand", "deny", "deploy", "disagree", "discuss", "dispute", "expect", "fear", "fight", "fought",
        "held", "hold", "hope", "insist", "intend", "keep", "kept", "maintain", "meet", "met", "need", "negotiate",
        "negotiated", "offer", "oppose", "plan", "pledge", "prefer", "prepare", "promise", "propose", "push", "reject",
        "refuse", "resume", "said", "say", "seek", "seem", "share", "sign", "sought", "spoke",
        "support", "suspect", "swap", "swapped", "talk", "threaten", "traded", "think", "trade", "try", "urge", "vow",
        "wage", "want", "warn",
    ]
}
