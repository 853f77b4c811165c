/// Words that hold a sentence together and say nothing of its matter: articles, pronouns, prepositions, auxiliaries.
///
/// Short lists of the closed word classes of English, Ukrainian and Russian, made by grammar and not from any collection
/// of texts; folded, as words are in the index. In a search for any of several words they would rank what is merely long. “us” is none, for it is mostly a
/// country.
enum FunctionWords {
    /// Whether a folded word is one.
    static func contains(_ word: [UInt8]) -> Bool {
        word.withUnsafeBytes { english.contains($0) || ukrainian.contains($0) || russian.contains($0) }
    }

    private static let english: WordSet = [
        "a", "about", "above", "after", "again", "against", "all", "also", "although", "am", "among", "an", "and",
        "another", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both",
        "but", "by", "can", "could", "did", "do", "does", "doing", "done", "down", "during", "each", "either",
        "every", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers",
        "herself", "him", "himself", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just",
        "least", "less", "many", "may", "me", "might", "mine", "more", "most", "much", "must", "my", "neither", "no",
        "nor", "not", "of", "off", "on", "once", "only", "onto", "or", "other", "others", "our", "ours", "ourselves",
        "out", "over", "own", "per", "same", "shall", "she", "should", "since", "so", "some", "such", "than", "that",
        "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they", "this", "those", "though",
        "through", "to", "too", "under", "until", "up", "upon", "very", "via", "was", "we", "were", "what",
        "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "without", "would", "yet",
        "you", "your", "yours",
    ]

    private static let ukrainian: WordSet = [
        "а", "аби", "або", "але", "б", "без", "би", "бо", "був", "була", "були", "було", "бути", "в", "вам", "вас",
        "вже", "ви", "вона", "вони", "воно", "все", "всі", "всіх", "втім", "від", "він", "де", "для", "до", "ж", "з",
        "за", "зі", "й", "його", "йому", "коли", "крім", "лише", "мене", "ми", "мною", "між", "мій", "на", "над",
        "нам", "нас", "наш", "не", "нею", "ним", "них", "ні", "ніж", "о", "об", "однак", "оскільки", "ось", "от",
        "перед", "по", "при", "про", "проти", "під", "після", "разом", "саме", "своїх", "свій", "себе", "собі", "та",
        "так", "така", "таке", "такий", "також", "такі", "там", "те", "тим", "тих", "то", "того", "тоді", "той",
        "тому", "ту", "тут", "у", "усі", "хоча", "хто", "це", "цей", "цих", "цього", "цьому", "цю", "ця", "через",
        "чи", "чим", "що", "щоб", "щодо", "я", "як", "яка", "яке", "який", "яких", "якого", "якою", "якщо", "які",
        "є", "і", "із", "інший", "інші", "їй", "їм", "їх", "її",
    ]

    private static let russian: WordSet = [
        "а", "без", "более", "бы", "был", "была", "были", "было", "быть", "в", "вам", "вас", "весь", "во", "вот",
        "все", "всех", "вы", "где", "да", "даже", "для", "до", "его", "ее", "если", "есть", "еще", "ж", "же", "за",
        "здесь", "и", "из", "или", "им", "их", "к", "как", "ко", "когда", "которая", "которого", "которое", "которой",
        "которую", "которые", "который", "которых", "кто", "ли", "лишь", "между", "меня", "мне", "мной", "мы", "на",
        "над", "нам", "нас", "наш", "не", "него", "нее", "ней", "нет", "ни", "ним", "них", "но", "ну", "о", "об",
        "обо", "однако", "он", "она", "они", "оно", "от", "по", "под", "после", "потому", "при", "про", "с", "сам",
        "своих", "свой", "себя", "со", "так", "такая", "также", "такие", "такой", "там", "те", "тем", "то", "того",
        "тоже", "той", "том", "тот", "тут", "ты", "у", "уже", "хотя", "чего", "чем", "через", "что", "чтобы", "эта",
        "эти", "этим", "этих", "это", "этого", "этой", "этом", "этот", "эту", "я",
    ]
}
