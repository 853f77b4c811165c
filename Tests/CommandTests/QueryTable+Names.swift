extension QueryRow {
    /// Names and words of war under the spellings and in the scripts in which people type them.
    static let names: [QueryRow] = [
        QueryRow(
            queries: ["Kiev", "Kyiv", "kyiv", "Київ", "Киев", "Києва"],
            finds: [
                "scrapes/kiev-first-raid-in-weeks.txt", "pages/svodka-kiev-cp1251.htm", "scrapes/kyiv-koi8u.txt",
                "ast-3", "scrapes/krivoy-rog-odessa.txt",
            ],
            misses: [
                "notes/el-fasher.md", "pages/lebanon-ceasefire.html", "ast-2", "scrapes/nikolaev-bom.txt",
                "arc-2023-02-10",
            ]
        ),
        QueryRow(
            queries: ["=Kiev", "\"kiev\""],
            only: ["scrapes/kiev-first-raid-in-weeks.txt", "scrapes/krivoy-rog-odessa.txt"]
        ),
        QueryRow(
            queries: ["Kiev"],
            options: ["--literal"],
            only: ["scrapes/kiev-first-raid-in-weeks.txt", "scrapes/krivoy-rog-odessa.txt"]
        ),
        QueryRow(
            queries: ["Odessa", "Odesa", "Одеса", "Одесса", "Одесі"],
            finds: [
                "pages/rizdvo-uk.html", "scrapes/krivoy-rog-odessa.txt", "pages/harbour-light-odesa.html", "col-003",
                "scrapes/friday-barrage.txt",
            ],
            misses: ["scrapes/kharkov-s-300.txt", "col-001", "pages/svodka-kiev-cp1251.htm", "ast-2"]
        ),
        QueryRow(
            queries: ["=Odessa"],
            only: [
                "col-003", "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "pages/zaporozhye-soup.htm", "scrapes/krivoy-rog-odessa.txt", "scrapes/nikolaev-bom.txt",
            ]
        ),
        QueryRow(
            queries: ["Nikolaev", "Mykolaiv", "Миколаїв", "Николаев"],
            only: [
                "col-002", "pages/fenmarket-grid.html", "pages/rizdvo-uk.html", "pages/seventeen-november.html",
                "scrapes/kn-23-and-shaheds.txt", "scrapes/nikolaev-bom.txt", "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["Kharkov", "Kharkiv", "Харків", "Харьков"],
            finds: [
                "scrapes/kharkov-s-300.txt", "pages/rizdvo-uk.html", "arc-2023-02-10", "pages/zaporozhye-soup.htm",
            ],
            misses: ["scrapes/nikolaev-bom.txt", "ast-2", "pages/svodka-kiev-cp1251.htm"]
        ),
        QueryRow(
            queries: ["Krivoy Rog", "Kryvyi Rih", "Kryvyi Rig", "Кривий Ріг", "Кривой Рог"],
            finds: [
                "scrapes/krivoy-rog-odessa.txt", "scrapes/0c41d2e7.txt", "pages/rizdvo-uk.html", "ast-2",
                "notes/kryvyi-rih-strikes.md",
            ],
            misses: ["scrapes/nikolaev-bom.txt", "ast-1", "notes/el-fasher.md"]
        ),
        QueryRow(
            queries: ["\"krivoy rog\""],
            only: [
                "notes/kryvyi-rih-strikes.md", "pages/zaporozhye-soup.htm", "scrapes/kharkov-s-300.txt",
                "scrapes/krivoy-rog-odessa.txt",
            ]
        ),
        QueryRow(
            queries: ["Brovary", "Бровари", "Бровары"],
            finds: [
                "desk-note-31", "scrapes/kyiv-koi8u.txt", "pages/svodka-kiev-cp1251.htm",
                "scrapes/kn-23-and-shaheds.txt",
            ],
            misses: ["ast-3", "pages/rizdvo-uk.html"]
        ),
        QueryRow(
            queries: ["Zaporizhzhia", "Запорожье", "Запоріжжя", "Zaporozhye"],
            finds: ["pages/zaporozhye-soup.htm", "pages/rizdvo-uk.html", "scrapes/friday-barrage.txt", "col-006"],
            misses: ["ast-1", "scrapes/kyiv-koi8u.txt", "notes/el-fasher.md"]
        ),
        QueryRow(
            queries: ["Zelensky", "Zelenskyy", "Зеленський", "Зеленский"],
            only: [
                "notes/long-range-arms.md", "pages/brightwater-kyiv-combined-attack.html", "scrapes/0c41d2e7.txt",
                "scrapes/highlight-reader.txt", "scrapes/liveblog-24-november.txt",
            ]
        ),
        QueryRow(
            queries: ["scalp", "SCALP", "Storm Shadow", "storm shadow"],
            only: [
                "notes/long-range-arms.md", "pages/france-scalp-cp1252.html", "pages/harbour-light-odesa (1).html",
                "pages/harbour-light-odesa.html", "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: ["=scalp"],
            only: [
                "notes/long-range-arms.md", "pages/france-scalp-cp1252.html", "pages/harbour-light-odesa (1).html",
                "pages/harbour-light-odesa.html",
            ]
        ),
        QueryRow(
            queries: ["scalp"],
            options: ["--literal"],
            only: [
                "notes/long-range-arms.md", "pages/france-scalp-cp1252.html", "pages/harbour-light-odesa (1).html",
                "pages/harbour-light-odesa.html",
            ]
        ),
        QueryRow(
            queries: ["\"storm shadow\"", "storm NEAR/1 shadow"],
            only: [
                "notes/long-range-arms.md", "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: ["Kh-101", "X-101", "Х-101", "kh101", "Kh 101"],
            finds: ["col-003", "pages/rizdvo-uk.html", "scrapes/kyiv-koi8u.txt", "scrapes/friday-barrage.txt"],
            misses: [
                "ast-2", "scrapes/kn-23-and-shaheds.txt", "scrapes/nikolaev-bom.txt", "pages/svodka-kiev-cp1251.htm",
            ]
        ),
        QueryRow(
            queries: ["Kh-59", "X-59", "Х-59", "Kh59"],
            finds: ["col-003", "pages/rizdvo-uk.html", "ast-2", "scrapes/kharkov-s-300.txt"],
            misses: ["scrapes/kyiv-koi8u.txt", "scrapes/nikolaev-bom.txt", "ast-4"]
        ),
        QueryRow(
            queries: ["S-300", "С-300", "s300", "S 300"],
            finds: ["scrapes/kyiv-koi8u.txt", "pages/rizdvo-uk.html", "scrapes/kharkov-s-300.txt", "col-006"],
            misses: ["ast-2", "col-004", "pages/svodka-kiev-cp1251.htm"]
        ),
        QueryRow(
            queries: ["KN-23", "kn23", "KN 23"],
            finds: ["scrapes/kyiv-koi8u.txt", "ast-3", "scrapes/kn-23-and-shaheds.txt"],
            misses: ["ast-2", "scrapes/nikolaev-bom.txt", "pages/svodka-kiev-cp1251.htm"]
        ),
        QueryRow(
            queries: ["Kalibr", "Калібр", "Калибр", "калібри"],
            finds: ["pages/rizdvo-uk.html", "pages/harbour-light-odesa.html", "col-003"],
            misses: ["ast-2", "scrapes/kyiv-koi8u.txt", "notes/el-fasher.md"]
        ),
        QueryRow(
            queries: ["Kinzhal", "Кинжал", "Кинджал"],
            finds: ["col-006", "arc-2024-01-02", "pages/zaporozhye-soup.htm"],
            misses: ["ast-3", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: ["Шахед", "Shahed", "шахеди"],
            finds: [
                "pages/rizdvo-uk.html", "scrapes/kn-23-and-shaheds.txt", "scrapes/new-year-geran.txt",
                "pages/svodka-kiev-cp1251.htm",
            ],
            misses: ["ast-2", "notes/el-fasher.md", "scrapes/storm-shadow-debris.txt"]
        ),
        // Not the pronoun of the newsletters and the cookie notices.
        QueryRow(
            queries: ["US", "USA", "США"],
            only: [
                "col-001", "col-003", "notes/long-range-arms.md", "pages/france-scalp-cp1252.html",
                "pages/lebanon-ceasefire.html", "pages/svodka-kiev-cp1251.htm", "scrapes/explainer-undated.txt",
                "scrapes/kiev-first-raid-in-weeks.txt", "scrapes/krivoy-rog-odessa.txt",
                "scrapes/north-koreans-at-kursk.txt",
            ]
        ),
        QueryRow(
            queries: ["us"],
            only: ["col-002", "scrapes/north-koreans-at-kursk.txt"]
        ),
        // Words of war in all languages.
        QueryRow(
            queries: ["безпілотник", "беспилотник"],
            finds: ["pages/svodka-kiev-cp1251.htm", "scrapes/kyiv-koi8u.txt", "ast-1", "col-001"],
            misses: ["notes/el-fasher.md", "ast-4", "pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["ракета", "missile", "ракети"],
            finds: ["pages/svodka-kiev-cp1251.htm", "pages/rizdvo-uk.html", "col-001", "desk-note-31"],
            misses: ["notes/el-fasher.md", "ast-4", "scrapes/brief-26-december.txt", "pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["обстріл", "обстрел", "shelling"],
            only: ["notes/el-fasher.md", "pages/zaporozhye-soup.htm", "scrapes/brief-26-december.txt"]
        ),
        QueryRow(
            queries: ["втрати", "потери", "losses"],
            only: ["kestrel-20241113-0877", "scrapes/highlight-reader.txt"]
        ),
        QueryRow(
            queries: ["ceasefire", "CEASEFIRE", "припинення вогню"],
            only: ["col-004", "pages/lebanon-ceasefire.html", "scrapes/krivoy-rog-odessa.txt"]
        ),
    ]
}
