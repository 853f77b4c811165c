/// The words that tell a country from the state that acts, folded.
enum StateWordLists {
    /// What follows is a place.
    static let inside: WordSet = [
        "in", "inside", "within", "into", "across", "throughout", "over", "near", "around", "through", "via", "outside",
        "beyond", "enter", "enters", "entering", "entered", "leave", "leaves", "leaving", "left", "visit", "visits",
        "visited", "visiting", "reach", "reaches", "reached", "flee", "flees", "fled", "fleeing", "exit", "exited",
        "crossed", "toured", "touring", "neighbouring", "neighboring", "bordering", "borders",
        "в", "у", "во", "по", "над", "через", "біля", "возле", "из", "з", "із", "зі", "до", "внутри", "поза",
        "всередині", "около", "вокруг",
    ]
    /// What follows is a place and a party.
    static let against: WordSet = [
        "attacked", "attacking", "targeting", "hit", "hitting", "struck", "striking",
        "invade", "invades", "invaded", "invading", "bombed", "bombing", "bombard", "bombarded", "bombarding",
        "shelled", "shelling", "pounded", "pounding", "на", "против", "проти", "атакував", "атакувала", "атакували",
        "атакує", "атакують", "обстріляв", "обстріляла", "обстріляли", "атаковал", "атаковала", "атаковали", "атакует",
        "атакуют", "обстрелял", "обстреляла", "обстреляли", "бомбили",
    ]
    /// The same where they are verbs and no nouns: behind ``verbal``.
    static let attacks: WordSet = ["attack", "attacks", "strike", "strikes", "bomb", "target", "shell"]
    /// Before the plain form of a verb.
    static let verbal: WordSet = [
        "to", "will", "would", "could", "can", "may", "might", "must", "should", "not", "ever", "again", "cannot",
    ]
    /// What follows is a place, but for what a party sends or is sent ("aid from Norway").
    static let away: WordSet = ["from", "toward", "towards"]
    /// What follows is a party, and a place where it is attacked.
    static let aimed: WordSet = ["on", "at", "against"]
    static let with: WordSet = ["with", "з", "із", "зі", "с", "со"]
    /// May stand between a preposition and a country's name.
    static let determiners: WordSet = [
        "the", "other", "both", "all", "entire", "whole", "neighbouring", "neighboring", "nearby", "wartime", "postwar",
        "prewar", "modern",
    ]
    /// Behind a hyphen, before a country: "war-torn Sudan", "rebel-held Syria".
    static let plights: WordSet = [
        "torn", "ravaged", "ruled", "held", "hit", "stricken", "wracked", "racked", "scarred", "battered", "era",
        "governed", "run", "annexed",
    ]
    /// "The border with Romania".
    static let bordering: WordSet = [
        "border", "borders", "frontier", "bordering", "crossing", "crossings", "boundary", "кордон", "кордону",
        "кордоні", "кордоном", "межує", "межують", "граница", "границы", "границе", "границу", "границей", "граничит",
        "граничат",
    ]
    /// What goes from one country to another: "trafficking between Iraq and Syria".
    static let ways: WordSet = [
        "road", "roads", "route", "routes", "highway", "railway", "line", "strait", "straits", "corridor", "pipeline",
        "ferry", "ferries", "flight", "flights", "train", "trains", "traffic", "trafficking", "smuggling", "travel",
        "travels", "travelled", "traveled", "travelling", "movement", "buffer", "strip", "gap", "located", "lies",
        "sandwiched", "squeezed", "wedged", "straddling",
    ]
    /// In a clause that says where a country lies.
    static let lying: WordSet = [
        "border", "borders", "bordered", "bordering", "lies", "straddles", "neighbours", "neighbors", "frontier",
        "landlocked", "located", "situated",
    ]
    /// Behind the name of a head of state or government.
    static let administrations: WordSet = ["administration", "government", "regime", "cabinet"]
    /// A share of a country where "of" follows, and something else before a verb or an adjective.
    static let shares: WordSet = ["most", "part", "parts"]
    /// Before "of" and a country.
    static let amounts: WordSet = [
        "all", "much", "rest", "half", "whole", "percent", "cent", "third", "quarter", "fifth",
    ]
    /// Before "from" and a party: "troops from North Korea".
    static let senders: WordSet = [
        "troops", "soldiers", "forces", "fighters", "mercenaries", "officials", "ammunition", "gas", "oil",
        "independence", "independent", "delegation", "delegations", "representatives", "diplomats", "leaders",
        "peacekeepers", "instructors", "advisers", "advisors", "envoys", "ministers", "pilots", "pressure", "backing",
    ]
    /// Before "toward" and a party.
    static let attitudes: WordSet = [
        "policy", "policies", "stance", "attitude", "attitudes", "approach", "hostility", "hostile", "rhetoric",
        "aggression", "aggressive", "behaviour", "behavior", "conduct", "friendly", "position", "gesture", "overtures",
        "ambitions", "intentions", "steps", "sympathy",
    ]
    /// What goes to a place, or lies beside it.
    static let moving: WordSet = [
        "go", "goes", "going", "went", "gone", "travel", "travels", "travelled", "traveled", "travelling", "return",
        "returns", "returned", "returning", "flew", "fly", "flying", "flight", "flights", "move", "moved", "moving",
        "movement", "deploy", "deployed", "deploying", "deployment", "deported", "deportation", "fled", "flee",
        "fleeing", "come", "came", "coming", "arrive", "arrived", "visit", "visits", "visited", "trip", "trips",
        "taken", "took", "take", "transferred", "transported", "brought", "bring", "bringing", "route", "road",
        "next", "adjacent", "back", "sent", "send", "sending", "troops", "soldiers", "escape", "escaped", "crossed",
        "crossing", "cross", "border", "journey", "exported", "evacuated", "moves", "relocated", "smuggled", "withdrew",
        "retreated", "shipped", "import", "imports", "entry", "access", "spread", "spilled", "north", "south",
        "east", "west", "war", "peace", "carry", "carried", "carrying", "smuggling", "fleeing", "migrated", "sailed",
        "sailing", "headed", "heading", "bound", "drove", "walked", "pilgrimage", "flow", "flows", "flowed", "pipeline",
        "transit",
    ]
    /// Goods in trade, which go from place to place.
    static let cargo: WordSet = [
        "grain", "wheat", "corn", "maize", "fuel", "cargo", "cargoes", "goods", "coal", "fertiliser", "fertilizer",
        "containers", "freight",
    ]
    /// Before "for" and a place.
    static let heading: WordSet = [
        "bound", "headed", "heading", "heads", "left", "leave", "leaves", "leaving", "departed", "departing",
        "destined",
        "sailed", "sailing", "visa", "visas",
    ]
    /// Before "off" where that belongs to the verb: "fend off Russia".
    static let fending: WordSet = [
        "fend", "fended", "fending", "fends", "cut", "cuts", "cutting", "hold", "held", "holding", "ward", "warding",
        "pay", "paid", "stave", "staved", "staving", "fight", "fought", "fighting", "write", "wrote", "scare", "shrug",
        "shrugged", "play", "break", "broke", "breaking", "wall", "seal", "sealed", "beat", "beating", "kick",
    ]
    /// Behind a hyphen: what comes from a country and is no deed of it, "Panama-flagged", "British-provided".
    static let origins: WordSet = [
        "flagged", "registered", "owned", "made", "built", "born", "designed", "style", "styled", "era", "type",
        "provided", "supplied", "donated", "produced", "manufactured", "developed", "inspired", "educated", "language",
        "speaking", "branded", "grown", "sourced", "bought", "listed",
    ]
    /// Behind a hyphen: where somebody is, "Pakistan-based".
    static let seats: WordSet = ["based", "bound", "bordering"]
    /// Behind a hyphen: what a party does for another, "Iran-backed".
    static let partisans: WordSet = [
        "backed", "aligned", "allied", "supported", "sponsored", "linked", "led", "armed", "funded", "trained",
    ]
    /// Sport: "the Georgia international", "the Ukrainian champions".
    static let players: WordSet = [
        "international", "internationals", "champion", "champions", "championship", "championships", "striker",
        "midfielder", "goalkeeper", "winger", "footballer", "footballers", "coach", "cup", "league",
        "athlete", "athletes", "olympian", "olympians", "boxer", "gymnast", "swimmer", "sprinter", "cyclist",
    ]
    /// What is given to a party: "aid to Ukraine".
    static let giving: WordSet = [
        "aid", "assistance", "support", "help", "weapons", "arms", "ammunition", "loan", "loans", "funding",
        "deliveries", "supplies", "given", "provided", "pledged", "committed", "according", "thanks", "commitment",
        "guarantees", "belongs", "loyal", "allied", "close", "due", "said", "offer", "message", "warning",
        "response",
    ]
    /// Deeds that happen inside of a country.
    static let deedsInside: WordSet = [
        "invasion", "occupation", "bombardment", "bombing", "shelling", "annexation", "control", "liberation",
        "destruction", "defence", "defense",
    ]
    /// What stands after a country but is no noun that the country's initials could describe.
    static let functions: WordSet = [
        "about", "after", "against", "ahead", "also", "although", "amid", "and", "are", "as", "at", "because", "before",
        "but", "by", "can", "could", "during", "for", "from", "had", "has", "have", "if", "in", "into", "is", "it",
        "last", "later", "may", "might", "must", "next", "not", "now", "of", "on", "or", "over", "said", "says",
        "should", "since", "so", "than", "that", "the", "their", "then", "this", "though", "through", "to", "too",
        "under", "until", "was", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would",
        "yet",
    ]
    /// "The Ukraine war".
    static let conflicts: WordSet = ["war", "conflict", "invasion", "crisis", "frontline", "front"]
    /// What happens in the country that has it: "Sudan's battles".
    static let events: WordSet = [
        "battles", "fighting", "clashes", "conflict", "conflicts", "violence", "unrest", "crisis", "famine", "drought",
        "insurgency", "uprising", "earthquake", "floods", "flooding", "cholera", "anarchy", "chaos", "battlefield",
        "battlefields", "frontline", "frontlines",
    ]
    /// Who fights in a country and not for it: "Mali's jihadists".
    static let rebels: WordSet = [
        "rebels", "insurgents", "jihadists", "guerrillas", "militants", "separatists", "warlords", "militias", "gangs",
        "cartels", "islamists",
    ]
    /// Whom a party is against.
    static let opposing: WordSet = ["with", "against", "over"]
    /// May stand between a country with a possessive and a place or a group in it.
    static let modifiers: WordSet = [
        "second", "third", "largest", "biggest", "main", "major", "key", "only", "industrial", "coastal", "breakaway",
        "disputed", "besieged", "restive", "remote", "mountainous", "rural", "annexed", "strategic", "ancient",
        "port", "ethnic", "paramilitary", "rebel", "militant", "armed", "jihadist", "islamist",
        "separatist", "opposition", "rival", "powerful", "shiite", "shia", "sunni", "notorious", "regional",
        "прикордонні", "прикордонних", "приграничные", "приграничных", "прифронтові", "прифронтовые", "східні",
        "південні", "северные", "восточные", "южные", "крупнейшие", "мирні", "мирные",
    ]
    /// Parts of a country that stand before or after its name.
    static let directions: WordSet = [
        "eastern", "western", "southern", "northern", "central", "northeastern", "northwestern", "southeastern",
        "southwestern", "northeast", "northwest", "southeast", "southwest", "east", "west", "north", "south",
        "occupied", "mainland", "border", "frontline", "controlled",
    ]
    /// Behind a word for a place: a body of the state or who serves it, "border guards", "port authority".
    static let bodies: WordSet = [
        "guard", "guards", "guardsman", "guardsmen", "service", "services", "agency", "agencies", "police", "patrol",
        "patrols", "force", "forces", "troops", "army", "authority", "authorities", "official", "officials", "chief",
        "command", "administration", "ministry", "minister", "council", "court", "governor", "governors", "government",
        "defence", "defense", "defences", "defenses", "policy", "security", "control", "group", "grouping", "groupings",
    ]
    /// What belongs to a country as a place: "Ukraine's border", "parts of Ukraine".
    static let places: WordSet = [
        "capital", "territory", "territories", "region", "regions", "province", "provinces", "oblast", "oblasts",
        "city", "cities", "town", "towns", "village", "villages", "border", "borders", "soil", "airspace", "coast",
        "coastline", "port", "ports", "east", "west", "north", "south", "part", "parts", "area", "areas", "most",
        "interior", "swathes", "swaths", "skies", "outskirts", "centre", "center", "land", "shores", "waters",
        "desert", "deserts", "mountains", "highlands", "valley", "countryside", "hinterland", "mainland", "island",
        "islands", "peninsula", "northeast", "northwest", "southeast", "southwest", "frontier", "district", "districts",
    ]
    /// The same in Ukrainian and Russian, where the country follows in the genitive.
    static let placesOfCountry: WordSet = [
        "територія", "території", "територію", "територією", "территория", "территории", "территорию",
        "территорией", "кордон", "кордону", "кордоні", "граница", "границы", "границе", "границу", "столиця",
        "столиці", "столица", "столицы", "столице", "регіони", "регіонів", "регионы", "регионов", "області",
        "областей", "области", "міста", "міст", "города", "городов", "півдні", "сході", "заході", "півночі", "юге",
        "востоке", "западе", "севере",
    ]
}
