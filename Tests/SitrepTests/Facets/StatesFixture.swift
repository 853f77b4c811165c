@testable import Sitrep

/// A vocabulary of states, capitals and what lies in them, for tests of who is meant by their names.
enum StatesFixture {
    /// Id, name, demonyms and other spellings of actors; id, name and spellings of the capital.
    private static let states = [
        (
            "ru", "Russia", "Russian, Russians, Kremlin, российские, російські, Росія, Россия", "Moscow",
            "Москва, Москви, Москві, Москвою, Москвы"
        ),
        (
            "ua", "Ukraine", "Ukrainian, Ukrainians, украинские, українські, украинской", "Kyiv",
            "Kiev, Київ, Києва, Києву, Києві, Києвом, Киев, Киева, Киеве, Киеву, Киевом"
        ),
        ("us", "United States", "American, Americans, US", "Washington", "Вашингтон, Вашингтоні"),
        ("cn", "China", "Chinese", "Beijing", "Пекін"),
        ("fr", "France", "French", "Paris", "Париж"),
        ("ve", "Venezuela", "Venezuelan", "Caracas", "Каракас"),
        ("co", "Colombia", "Colombian", "Bogotá", "Богота"),
        ("ye", "Yemen", "Yemeni", "Sanaa", "Сана"),
        ("sd", "Sudan", "Sudanese", "Khartoum", "Хартум"),
        ("td", "Chad", "Chadian", "N'Djamena", "Нджамена"),
        ("iq", "Iraq", "Iraqi, Iraqis", "Baghdad", "Багдад"),
        ("sy", "Syria", "Syrian", "Damascus", "Дамаск"),
        ("ro", "Romania", "Romanian", "Bucharest", "Бухарест"),
        ("lb", "Lebanon", "Lebanese", "Beirut", "Бейрут"),
        ("ly", "Libya", "Libyan", "Tripoli", "Триполі"),
        ("ir", "Iran", "Iranian, Iranians", "Tehran", "Тегеран"),
        ("eg", "Egypt", "Egyptian", "Cairo", "Каїр"),
        ("mm", "Myanmar", "Burmese", "Naypyidaw", "Нейп'їдо"),
        ("ge", "Georgia", "Georgian", "Tbilisi", "Тбілісі"),
    ]

    static func vocabulary() throws -> Vocabulary {
        var regions = "facet: region\nconcepts:\n"
        var actors = "facet: actor\nconcepts:\n"
        for (id, name, demonyms, capital, spellings) in states {
            let extra = id == "ua" ? ", aliases: [Україна, Україні, Украине, Украину, Україну, Україною]" : ""
            regions += "- {id: \(id), name: \(name), kind: country\(extra)}\n"
            regions +=
                "- {id: \(id)-capital, name: \"\(capital)\", kind: city, parent: \(id), aliases: [\(spellings)]}\n"
            let more = id == "ua" ? ", Україна, Україні, Украине, Украину, Україну, Україною" : ""
            actors += "- {id: \(id), name: \(name), kind: state, aliases: [\(demonyms)\(more)]}\n"
        }
        regions += """
            - {id: ru-sar, name: Saratov Oblast, kind: admin1, parent: ru, aliases: [Saratov region]}
            - {id: darfur, name: Darfur, kind: area, parent: sd}
            """
        actors += """
            - {id: houthis, name: Houthis, kind: armed-group, aliases: [Houthi]}
            - {id: hezbollah, name: Hezbollah, kind: armed-group}
            - {id: akhmat, name: Akhmat, kind: armed-group, parent: ru}
            - {id: defence-ru, name: Ministry of Defence of Russia, kind: ministry, parent: ru, aliases: [Russian Ministry of Defence]}
            - {id: defence-ua, name: Ministry of Defence of Ukraine, kind: ministry, parent: ua, aliases: [Ukrainian Ministry of Defence]}
            - {id: assad, name: Bashar al-Assad, kind: person, parent: sy, aliases: [Assad regime]}
            """
        return try Fixture.compile(regions, actors)
    }
}
