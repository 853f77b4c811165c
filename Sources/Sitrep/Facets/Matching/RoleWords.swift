/// Words for the office or rank that a public person holds, folded, in English, Ukrainian and Russian.
///
/// Journalists, residents and the like are left out: their names are no facets.
enum RoleWords {
    /// The last word of a role, directly before a name: "Defense Minister Pistorius", "rebel commander Ali".
    static let before: WordSet = [
        "president", "premier", "minister", "chancellor", "king", "queen", "prince", "princess", "emir", "sultan",
        "sheikh", "sheik", "shaykh", "ayatollah", "imam", "pope", "patriarch", "metropolitan", "mufti",
        "governor", "mayor", "prefect", "commissioner", "commissar", "secretary", "undersecretary", "ambassador",
        "envoy", "diplomat", "consul", "senator", "congressman", "congresswoman", "representative", "lawmaker",
        "mp", "mep", "parliamentarian", "deputy", "speaker", "chairman", "chairwoman", "chair", "chairperson",
        "leader", "chief", "head", "boss", "director", "commander", "warlord", "general", "colonel", "major",
        "captain", "lieutenant", "sergeant", "brigadier", "marshal", "admiral", "commodore", "corporal", "spokesman",
        "spokeswoman", "spokesperson", "adviser", "advisor", "prosecutor", "judge", "negotiator", "coordinator",
        "administrator", "ombudsman", "ombudswoman", "rapporteur", "negus", "militant", "jihadist", "cofounder",
        "gen", "col", "maj", "capt", "lt", "sgt", "brig", "adm", "cmdr", "cdr", "sen", "rep", "gov", "amb",
        "президент", "президента", "президентом", "президенту", "премєр", "премєром", "премєра", "міністр",
        "міністра", "міністром", "губернатор", "губернатора", "губернатором", "мер", "мера", "мером", "голова",
        "голови", "головою", "очільник", "очільника", "очільником", "керівник", "керівника", "начальник",
        "начальника", "начальником", "командувач", "командувача", "командир", "командира", "командиром", "генерал",
        "генерала", "полковник", "полковника", "підполковник", "майор", "капітан", "адмірал", "речник", "речника",
        "речником", "речниця", "речниці", "радник", "радника", "посол", "посла", "депутат", "канцлер", "канцлера",
        "секретар", "секретаря", "уповноважений", "спікер",
        "министр", "министра", "министром", "премьер", "премьера", "мэр", "мэра", "мэром", "глава", "главы",
        "главой", "руководитель", "руководителя", "командующий", "командующего", "подполковник", "капитан",
        "адмирал", "представитель", "представителя", "советник", "советника", "секретарь", "пресссекретарь",
        "спикер", "уполномоченный", "замглавы", "врио",
    ]

    /// What makes a role one of the press, whose people are no facets.
    static let editorial: WordSet = [
        "news", "editorial", "bureau", "newsroom", "content", "photo", "video", "creative",
    ]

    /// A role said after a name: "Serhiy Popko, the head of the administration".
    static let after: WordSet = [
        "president", "premier", "minister", "chancellor", "governor", "mayor", "secretary", "ambassador", "envoy",
        "senator", "lawmaker", "speaker", "chairman", "chairwoman", "chair", "leader", "chief", "head", "director",
        "commander", "general", "colonel", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor",
        "prosecutor", "negotiator", "coordinator", "commissioner", "representative", "ombudsman", "rapporteur",
        "warlord",
        "президент", "міністр", "губернатор", "мер", "голова", "очільник", "керівник", "начальник", "командувач",
        "командир", "речник", "речниця", "радник", "посол", "депутат", "секретар",
        "министр", "мэр", "глава", "руководитель", "командующий", "представитель", "советник", "секретарь",
    ]

    /// What may stand between a role and the name that follows: "head of the regional military administration".
    static let office: WordSet = [
        "of", "for", "the", "and", "in", "at", "to", "on", "regional", "city", "military", "civil", "civilian",
        "district", "administration", "state", "government", "region", "oblast", "province", "provincial", "town",
        "council", "general", "staff", "armed", "forces", "army", "navy", "air", "force", "ministry", "service",
        "security", "defence", "defense", "foreign", "affairs", "interior", "intelligence", "department", "office",
        "committee", "commission", "parliament", "group", "movement", "party", "national", "federal", "joint",
        "command", "operations", "border", "guard", "brigade", "s",
        "обласної", "військової", "адміністрації", "міської", "районної", "області", "міста", "ова", "мва", "генштабу",
        "областной", "военной", "администрации", "городской", "районной", "области", "города", "генштаба", "региона",
    ]

    /// Words that lead from a role to a body, not to a person.
    static let links: WordSet = ["of", "for", "the", "in", "at", "to", "on", "and", "a", "an"]

    /// Bodies whose members are public persons.
    static let bodies: WordSet = [
        "ministry", "council", "brigade", "command", "army", "committee", "service", "agency", "department", "forces",
        "party", "parliament", "administration", "police", "navy", "corps", "regiment", "battalion", "staff", "guard",
        "government", "movement", "front", "militia", "inspectorate", "commission", "authority", "office",
    ]

    /// Words that end the search for a role behind a name.
    static let ends: WordSet = [
        "who", "whose", "whom", "which", "was", "were", "is", "are", "said", "told", "says", "had", "has", "with",
        "when", "where", "while", "but", "because", "as", "after", "before", "near", "from", "by", "against",
    ]

    /// What a full stop follows without ending a sentence.
    static let abbreviations: WordSet = [
        "gen", "lt", "col", "maj", "brig", "adm", "capt", "sgt", "cpl", "cmdr", "cdr", "sen", "rep", "gov", "amb", "mr",
        "mrs", "ms", "dr", "st", "prof", "rev", "hon", "pres", "г", "м", "с", "смт", "ген", "проф", "ст", "св",
    ]

    /// Words that stand before a role or a surname and belong to neither.
    static let titles: WordSet = [
        "mr", "mrs", "ms", "mister", "miss", "dr", "sir", "lord", "lady", "pan", "пан", "пані", "г", "господин",
    ]

    /// Capitalised words that are part of no person's name.
    static let noName: WordSet = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "telegram", "facebook", "twitter",
        "instagram", "youtube", "whatsapp", "tiktok", "christmas", "easter", "ramadan", "eid", "the", "this",
        "that", "these", "those", "and", "but", "for", "with", "from", "into", "his", "her", "its", "their", "our",
        "council", "ministry", "party", "army", "brigade", "division", "regiment", "battalion", "corps", "command",
        "parliament", "congress", "senate", "committee", "commission", "agency", "institute", "university",
        "department", "office", "service", "forces", "force", "guard", "guards", "bank", "court", "union", "nations",
        "states", "house", "school", "hospital", "church", "airport", "street", "square", "bridge",
        "region", "oblast", "province", "district", "county", "city", "town", "village", "island", "river", "sea",
        "war", "defence", "defense", "foreign", "interior", "security", "national", "international", "federal",
        "european", "western", "eastern", "northern", "southern", "north", "south", "east", "west", "central",
        "christian", "muslim", "islamic", "jewish", "orthodox", "catholic", "democratic", "republican", "republic",
        "people", "peoples", "liberation", "front", "movement", "resistance", "alliance", "coalition", "federation",
        "air", "black", "red", "white", "new", "old", "also", "however", "meanwhile", "later", "earlier", "in",
        "on", "at", "of", "to", "by", "as", "if", "it", "she", "we", "they", "you", "an", "is", "was", "no",
        "not", "when", "while", "after", "before", "during", "since", "according", "both", "all", "some", "many",
        "why", "what", "who", "how", "where", "read", "image", "photo", "video", "live", "update", "updated",
        "internet", "english", "world", "cold", "nobel", "peace", "prize", "state", "government", "staff", "general",
        "понеділок", "вівторок", "середу", "четвер", "пятницю", "суботу", "неділю", "понедельник", "вторник",
        "среду", "четверг", "пятницу", "субботу", "воскресенье",
    ]
}
