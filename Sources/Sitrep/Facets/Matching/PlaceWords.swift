/// The words that tell whether a capitalised word beside "village" or "Airport" is the name of a place, folded.
enum PlaceWords {
    /// What may stand between a name and its type: "Rukban refugee camp".
    static let modifiers: WordSet = [
        "air", "naval", "military", "army", "force", "refugee", "displacement", "idp", "prison", "detention",
        "border", "international", "civilian", "frontline", "coastal", "mining", "fishing", "farming", "resort",
        "port", "mountain", "surrounding", "nearby", "neighbouring", "neighboring", "adjacent", "other",
    ]
    /// Modifiers that part a list from the rest of it: "Bambo, Tongo and surrounding areas".
    static let surrounding: WordSet = [
        "surrounding", "nearby", "neighbouring", "neighboring", "adjacent", "other",
    ]
    /// Modifiers that make a weak word a strong one: "refugee camp", "air base".
    static let strengthening: WordSet = [
        "air", "naval", "military", "army", "force", "refugee", "displacement", "border",
    ]

    /// What a place follows, before the name of one.
    static let before: WordSet = [
        "in", "near", "at", "from", "to", "toward", "towards", "around", "outside", "inside", "into", "across",
        "over", "on", "between", "through", "beyond", "within", "throughout", "along", "above", "of", "including",
        "entered", "reached", "captured", "seized", "took", "left", "fled", "hit", "struck", "shelled", "bombed",
        "attacked", "invaded", "besieged", "stormed", "occupied", "visited", "off", "via", "and", "crossed", "в", "у",
        "біля", "на", "з", "із", "до", "під", "над", "около", "из", "под", "возле",
    ]
    /// What may stand between such a word and the name.
    static let between: WordSet = [
        "the", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
        "southeastern", "southwestern", "remote", "nearby", "neighbouring", "neighboring", "both", "upper", "lower",
    ]

    /// Capitalised words that begin no name of a place: what begins sentences, peoples, creeds, days and months.
    static let openers: WordSet = [
        "він", "вона", "воно", "он", "она", "оно", "senate", "house", "assembly",
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "one",
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands",
        "another", "other", "others", "every", "each", "any", "some", "many", "most", "both", "several", "few", "all",
        "no", "such", "nearby", "near", "in", "at", "on", "from", "to", "of", "by", "with", "for", "and", "but", "or",
        "as", "if", "when", "while", "after", "before", "since", "until", "during", "around", "outside", "inside",
        "across", "between", "within", "through", "into", "over", "under", "behind", "beyond", "along", "against",
        "toward", "towards", "about", "like", "than", "not", "only", "also", "even", "still", "now", "then", "there",
        "here", "where", "which", "what", "who", "whose", "why", "how", "it", "he", "she", "they", "we", "you", "i",
        "local", "small", "large", "big", "tiny", "whole", "entire", "remote", "border", "coastal", "rural", "urban",
        "poor", "rich", "main", "key", "strategic", "holy", "ancient", "historic", "neighbouring", "neighboring",
        "surrounding", "adjacent", "occupied", "besieged", "liberated", "captured", "abandoned", "deserted", "ruined",
        "frontline", "industrial", "residential", "mountain", "fishing", "mining", "farming", "tribal", "native",
        "home", "ghost", "model", "global", "olympic", "potemkin", "national", "international", "regional", "federal",
        "capital", "provincial", "administrative", "military", "refugee", "training", "summer", "army", "police",
        "government", "rebel", "rebels", "opposition", "enemy", "security", "school", "congressional", "electoral",
        "business", "financial", "special", "economic", "autonomous", "judicial", "sovereign", "disputed", "buffer",
        "member", "nation", "secretary", "deep", "welfare", "failed", "islamic", "christian", "muslim", "jewish",
        "kurdish", "druze", "alawite", "shiite", "shia", "sunni", "yazidi", "yezidi", "rohingya", "palestinian",
        "bedouin", "arab", "tatar", "hindu", "buddhist", "sikh", "catholic", "orthodox", "protestant", "maronite",
        "turkmen", "tuareg", "berber", "pashtun", "hazara", "masalit", "fulani", "hausa", "dinka", "nuer", "hutu",
        "tutsi", "serb", "croat", "bosniak", "soviet", "nazi", "african", "asian", "european", "american", "western",
        "eastern", "northern", "southern", "central", "northeastern", "northwestern", "southeastern", "southwestern",
        "schengen", "euro", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "united", "islamist", "mainland", "inner", "outer", "middle",
        "upper", "lower", "greater", "first", "second", "third", "цей", "це", "ця", "ці", "той", "та", "те", "ті",
        "у", "в", "на", "з", "із", "до", "і", "й", "а", "але", "як", "за", "по", "про", "при", "під", "над", "біля",
        "коли", "де", "що", "його", "її", "їх", "ми", "ви", "вони", "он", "она", "они", "мы", "вы", "и", "но", "как",
        "из", "от", "под", "около", "когда", "где", "что", "его", "ее", "их", "этот", "эта", "это", "эти", "после",
        "також", "также",
    ]

    /// Words that facilities and waters have beside their names, and that make no name with each other.
    static let general: WordSet = [
        "international", "regional", "national", "central", "main", "road", "rail", "railway", "highway", "nuclear",
        "power", "thermal", "hydroelectric", "hydropower", "hydro", "electric", "air", "naval", "navy", "military",
        "army", "force", "base", "north", "south", "east", "west", "northern", "southern", "eastern", "western",
        "new", "old", "state", "federal", "maximum", "security", "high", "city", "town", "village", "memorial",
        "general", "public", "children", "women", "men", "oil", "gas", "sea", "river", "port", "friendship", "border",
        "joint", "forward", "operating", "domestic", "civil", "district", "county", "provincial", "municipal",
        "local", "royal", "airport", "long", "big", "great", "little", "upper", "lower", "grand", "desert",
        "suspension", "railroad", "space", "test", "missile", "special", "training", "field", "plant", "station",
        "treasure", "capital", "teaching", "autonomous",
    ]

    /// The last word of the capitalised name of a building or works; the whole is its name.
    static let facilities: WordSet = [
        "airport", "airbase", "airfield", "aerodrome", "prison", "dam", "bridge", "refinery", "reservoir", "hospital",
        "stadium", "shipyard", "cosmodrome", "spaceport", "barracks", "monastery", "mosque", "cathedral", "tunnel",
    ]
    /// The same where one of ``facilityKinds`` stands before it: "Air Base", "Nuclear Power Plant".
    static let kindedFacilities: WordSet = [
        "base", "plant", "station", "crossing", "camp", "terminal",
    ]
    static let facilityKinds: WordSet = [
        "air", "naval", "military", "army", "force", "operating", "power", "nuclear", "thermal", "railway", "metro",
        "border", "refugee", "hydroelectric", "pumping", "oil", "grain",
    ]
    /// The last word of the name of a piece of land or a water; a word that places follow must stand before.
    static let features: WordSet = [
        "river", "lake", "island", "islands", "beach", "valley", "mountain", "mountains", "hills", "heights",
        "peninsula", "bay", "strait", "desert", "plateau", "reservoir", "canal", "delta", "archipelago", "atoll",
        "reef", "shoal", "spit", "gorge", "creek",
    ]
    /// The last word of the capitalised name of a settlement or division; what stands before it is its name.
    static let divisions: WordSet = [
        "village", "town", "township", "district", "subdistrict", "municipality", "chiefdom", "territory", "province",
        "governorate", "oblast", "raion", "region", "state", "camp", "commune", "prefecture", "settlement",
        "neighbourhood", "neighborhood",
    ]
    /// All of these: what the last word of a capitalised name of a place may be.
    static let lastWords = WordSet(facilities.words + kindedFacilities.words + features.words + divisions.words)
    /// The first word of the name of a place.
    static let fronts: WordSet = [
        "camp", "fort", "mount", "lake", "cape", "jebel", "jabal", "wadi",
    ]
    /// The same where the word is no part of the name: "Barangay Tugas".
    static let settlementFronts: WordSet = [
        "barangay", "kibbutz", "moshav",
    ]
    /// Before "of" and the name of a place.
    static let beforeOf: WordSet = [
        "village", "villages", "town", "towns", "hamlet", "hamlets", "city", "cities", "settlement", "settlements",
        "township", "townships", "municipality", "municipalities", "district", "districts", "province", "provinces",
        "governorate", "governorates", "region", "regions", "suburb", "suburbs", "neighbourhood", "neighbourhoods",
        "neighborhood", "neighborhoods", "island", "islands", "commune", "communes", "county", "counties", "chiefdom",
        "mayor", "outskirts",
    ]
    /// Between a type and a name: "a village called Tugas".
    static let callings: WordSet = [
        "called", "named",
    ]
    /// Persons of a village, whose name may follow that of the village: "голова села Іван Петренко".
    static let villagers: WordSet = [
        "голова", "голови", "голову", "головою", "староста", "старости", "старосту", "старостою", "мер", "мера",
        "мером", "житель", "жителя", "жительниця", "мешканець", "мешканця", "мешканка", "мешканки", "уродженець",
        "очільник", "глава", "главы", "главе", "главой", "старосты", "мэр", "мэра", "мэром", "жительница",
        "жительницы", "уроженец", "уроженца",
    ]
}
