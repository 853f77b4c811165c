/// What a word like "village" or "district" says of the name beside it.
struct PlaceType {
    /// How large the thing is, or what it is.
    enum Level {
        case settlement, district, division, area, facility, feature
    }

    var level: Level
    /// "Villages": names a list.
    var isPlural = false
    /// "Region", "camp": also said of what is no place, so that a word that places follow must stand before.
    var isWeak = false

    /// Whether a concept of the vocabulary is what the word says.
    func fits(_ concept: Int, in image: VocabularyImage) -> Bool {
        guard image.facet(of: concept) == .region else { return false }
        switch level {
        case .settlement, .facility: return Self.isSettlement(concept, image)
        case .district: return image.kind(of: concept, is: "admin2") || image.kind(of: concept, is: "district")
        case .division: return image.kind(of: concept, is: "admin1")
        case .area, .feature: return false
        }
    }

    /// Whether the word is evidence that a name which may mean something else means a concept: a village is no oblast.
    func supports(_ concept: Int, in image: VocabularyImage) -> Bool {
        guard image.facet(of: concept) == .region else { return false }
        let isLarge = image.kind(of: concept, is: "admin1") || image.kind(of: concept, is: "country")
        return level == .settlement || level == .facility ? !isLarge : true
    }

    private static func isSettlement(_ concept: Int, _ image: VocabularyImage) -> Bool {
        image.kind(of: concept, is: "city") || image.kind(of: concept, is: "town")
            || image.kind(of: concept, is: "village")
    }
}

extension PlaceType {
    /// What a folded English word for a place says when it stands behind a name ("Tugas village") or before "of".
    static func english(_ word: String) -> PlaceType? { table[word] }

    /// What a folded Ukrainian or Russian word, in any case, says of the name that follows it ("село Кремяне").
    static func cyrillic(_ word: String) -> PlaceType? { cyrillicTable[word] }

    /// The words of ``english(_:)``; asked first, without a string.
    static let englishWords = WordSet(Array(table.keys))
    /// The words of ``cyrillic(_:)``.
    static let cyrillicWords = WordSet(Array(cyrillicTable.keys))

    private static let table = make([
        ("village hamlet town settlement suburb neighbourhood neighborhood kibbutz moshav", .settlement, false, false),
        ("villages hamlets towns settlements suburbs neighbourhoods neighborhoods", .settlement, true, false),
        // "The mayor of Tugas": said of a settlement alone.
        ("mayor outskirts", .settlement, false, true),
        ("city camp", .settlement, false, true),
        ("cities camps", .settlement, true, true),
        (
            "district township subdistrict county municipality chiefdom raion woreda payam commune", .district, false,
            false
        ),
        ("districts townships subdistricts counties municipalities chiefdoms raions", .district, true, false),
        ("territory locality canton", .district, false, true),
        ("territories localities cantons", .district, true, true),
        ("province governorate oblast voivodeship", .division, false, false),
        ("provinces governorates oblasts", .division, true, false),
        ("state region department", .division, false, true),
        ("states regions departments", .division, true, true),
        ("area", .area, false, true),
        ("areas", .area, true, true),
        ("airport airbase airfield aerodrome prison dam reservoir", .facility, false, false),
        ("base bridge crossing checkpoint", .facility, false, true),
        ("river lake island valley mountain mountains peninsula canal strait bay", .feature, false, true),
        ("islands rivers lakes", .feature, true, true),
    ])

    private static let cyrillicTable = make([
        (
            """
            село селі селу селом місто місті місту містом селище селищі селищу селищем хутір хуторі хутору хутором \
            станиця станиці станицю станицею смт аул аулі пункт пункту пункті пунктом пункта пункте
            """, .settlement, false, false
        ),
        (
            """
            села міста селища селе город города городе городу городом деревня деревни деревне деревню деревней поселок \
            поселка поселке поселку поселком пгт хутор хутора хуторе станица станицы станице станицу станицей аула ауле \
            кишлак кишлака кишлаке
            """, .settlement, false, false
        ),
        (
            """
            пунктів пунктах пунктов пунктами сіл селах селами містах містами селищ селищах хуторах селах сел городах \
            городов деревень деревнях поселков поселках
            """, .settlement, true, false
        ),
        ("районі районе", .area, false, true),
        ("районах", .area, true, true),
        (
            """
            аеродром аеродрому аеродромі аеродромом аэродром аэродрома аэродроме аэродрому авіабаза авіабази авіабазі \
            авіабазу авиабаза авиабазы авиабазе авиабазу
            """, .facility, false, false
        ),
        (
            """
            мис мису мисі мысі мыс мыса мысе мысу річка річки річці річку река реки реке реку озеро озера озері озере \
            острів острова острові остров острове
            """, .feature, false, false
        ),
    ])

    private static func make(_ rows: [(words: String, level: Level, isPlural: Bool, isWeak: Bool)]) -> [String:
        PlaceType]
    {
        var types: [String: PlaceType] = [:]
        for row in rows {
            for word in row.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                types[String(word)] = PlaceType(level: row.level, isPlural: row.isPlural, isWeak: row.isWeak)
            }
        }
        return types
    }
}
