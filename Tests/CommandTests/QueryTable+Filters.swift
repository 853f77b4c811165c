extension QueryRow {
    /// Places, actors, weapons, outlets, languages and files.
    static let filters: [QueryRow] = [
        QueryRow(
            queries: ["region:lebanon", "region:Ливан", "region:\"Ліван\""],
            only: ["pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["region:nikopol", "region:Никополь", "region:\"Ukraine/Dnipropetrovsk Oblast/Nikopol\""],
            only: [
                "notes/kryvyi-rih-strikes.md", "pages/nikopol-market.html", "pages/seventeen-november.html",
                "scrapes/brief-26-december.txt", "scrapes/highlight-reader.txt",
            ]
        ),
        QueryRow(
            queries: ["nikopol"],
            options: ["--region", "Нікополь"],
            only: [
                "notes/kryvyi-rih-strikes.md", "pages/nikopol-market.html", "pages/seventeen-november.html",
                "scrapes/brief-26-december.txt", "scrapes/highlight-reader.txt",
            ]
        ),
        QueryRow(
            queries: ["region:\"kursk oblast\"", "region:\"Курська область\"", "region:\"Kursk region\""],
            finds: [
                "scrapes/kyiv-koi8u.txt", "pages/svodka-kiev-cp1251.htm", "ast-4", "scrapes/highlight-reader.txt",
            ],
            misses: ["notes/el-fasher.md", "ast-2", "desk-note-31", "pages/rizdvo-uk.html"]
        ),
        // Not where the name stands for the government alone.
        QueryRow(
            queries: ["region:kyiv", "region:Kiev", "region:\"Київ\""],
            finds: [
                "scrapes/kiev-first-raid-in-weeks.txt", "pages/svodka-kiev-cp1251.htm", "scrapes/kyiv-koi8u.txt",
                "col-004",
            ],
            misses: ["notes/el-fasher.md", "ast-2", "scrapes/nikolaev-bom.txt", "ast-4"]
        ),
        // A country takes in what lies in it.
        QueryRow(
            queries: ["region:ukraine"],
            finds: ["ast-2", "scrapes/nikolaev-bom.txt", "pages/rizdvo-uk.html", "desk-note-31"],
            misses: ["notes/el-fasher.md", "pages/lebanon-ceasefire.html", "col-001"]
        ),
        QueryRow(
            queries: ["-region:ukraine", "NOT region:ukraine"],
            finds: ["notes/el-fasher.md", "pages/lebanon-ceasefire.html", "col-001"],
            misses: ["ast-2", "scrapes/nikolaev-bom.txt", "pages/rizdvo-uk.html"]
        ),
        QueryRow(
            queries: ["region:none", "actor:none"],
            only: []
        ),
        QueryRow(
            queries: ["region:any actor:any"],
            finds: ["ast-4", "notes/el-fasher.md", "pages/rizdvo-uk.html"],
            misses: []
        ),
        QueryRow(
            queries: ["weapon:none"],
            only: ["ast-4"]
        ),
        QueryRow(
            queries: ["main-region:brovary"],
            only: ["desk-note-31"]
        ),
        QueryRow(
            queries: ["main-region:nikopol"],
            only: ["pages/nikopol-market.html"]
        ),
        QueryRow(
            queries: ["main-actor:hezbollah"],
            only: ["pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: [""],
            options: ["--main", "--actor", "Hezbollah"],
            only: ["pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["actor:houthis", "actor:\"Ansar Allah\"", "actor:Хуситы"],
            only: ["col-001"]
        ),
        QueryRow(
            queries: ["actor:RSF", "actor:\"Rapid Support Forces\""],
            only: ["notes/el-fasher.md"]
        ),
        QueryRow(
            queries: ["actor:hamas OR actor:RSF", "(actor:RSF) OR (actor:Hamas)"],
            only: ["notes/el-fasher.md", "pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["actor:\"North Korea\"", "actor:КНДР"],
            finds: [
                "ast-4", "scrapes/highlight-reader.txt", "scrapes/kyiv-koi8u.txt", "pages/svodka-kiev-cp1251.htm",
            ],
            misses: ["ast-2", "pages/rizdvo-uk.html", "notes/el-fasher.md"]
        ),
        QueryRow(
            queries: ["weapon:scalp", "weapon:\"storm shadow\""],
            only: [
                "notes/long-range-arms.md", "pages/france-scalp-cp1252.html", "pages/harbour-light-odesa (1).html",
                "pages/harbour-light-odesa.html", "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: ["weapon:\"storm shadow\" weapon:atacms"],
            only: ["notes/long-range-arms.md", "pages/france-scalp-cp1252.html", "scrapes/storm-shadow-debris.txt"]
        ),
        QueryRow(
            queries: ["weapon:scalp OR weapon:oreshnik"],
            only: [
                "feeds/dnipro-21-november.json", "notes/long-range-arms.md", "pages/france-scalp-cp1252.html",
                "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: [""],
            options: ["--weapon", "SCALP", "--weapon", "Oreshnik"],
            only: [
                "feeds/dnipro-21-november.json", "notes/long-range-arms.md", "pages/france-scalp-cp1252.html",
                "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: ["weapon:kinzhal", "weapon:Кинжал"],
            finds: ["col-006", "arc-2024-01-02", "feeds/dnipro-21-november.json"],
            misses: ["ast-3", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: ["weapon:himars"],
            only: ["scrapes/explainer-undated.txt"]
        ),
        QueryRow(
            queries: [""],
            options: ["--weapon", "Patriot", "--not-region", "Kyiv"],
            only: ["scrapes/explainer-undated.txt"]
        ),
        QueryRow(
            queries: [""],
            options: ["--region", "Kyiv", "--weapon", "Patriot"],
            only: ["arc-2024-01-02", "col-005", "scrapes/kinzhal-night-16-05-2023.txt"]
        ),
        QueryRow(
            queries: [""],
            options: ["--not-weapon", "Missile", "--not-weapon", "Drone"],
            only: ["ast-4", "notes/el-fasher.md", "pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: [""],
            options: ["--region", "Lebanon", "--region", "Yemen"],
            only: ["col-001", "pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["(region:lebanon OR region:yemen) missile"],
            only: ["col-001"]
        ),
        QueryRow(
            queries: ["ceasefire -region:lebanon"],
            only: ["col-004", "scrapes/krivoy-rog-odessa.txt"]
        ),
        QueryRow(
            queries: ["language:uk", "language:UK"],
            only: ["pages/rizdvo-uk.html", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: [""],
            options: ["--language", "uk", "--language", "ru"],
            only: ["pages/rizdvo-uk.html", "pages/svodka-kiev-cp1251.htm", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: [""],
            options: ["--not-language", "en"],
            only: ["pages/rizdvo-uk.html", "pages/svodka-kiev-cp1251.htm", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: ["source:\"eastmere observer\"", "source:\"Eastmere Observer\""],
            only: ["scrapes/kinzhal-night-16-05-2023.txt"]
        ),
        QueryRow(
            queries: ["nikopol"],
            options: ["--not-source", "Amber Street Telegraph"],
            finds: ["pages/nikopol-market.html"],
            misses: ["ast-1"]
        ),
        QueryRow(
            queries: ["source:none language:ru"],
            only: ["pages/svodka-kiev-cp1251.htm"]
        ),
        QueryRow(
            queries: ["path:notes/", "path:\"*.md\"", "path:notes/*.md"],
            only: [
                "notes/el-fasher.md", "notes/hillcrest-digest-grid.md", "notes/kryvyi-rih-strikes.md",
                "notes/long-range-arms.md", "notes/record-night-july-2025.md",
            ]
        ),
        QueryRow(
            queries: [""],
            options: ["--path", "*fasher*", "--path", "collector.jsonl"],
            only: ["col-001", "col-002", "col-003", "col-004", "col-005", "col-006", "notes/el-fasher.md"]
        ),
        QueryRow(
            queries: [""],
            options: ["--path", "notes/", "--not-path", "*fasher*"],
            only: [
                "notes/hillcrest-digest-grid.md", "notes/kryvyi-rih-strikes.md", "notes/long-range-arms.md",
                "notes/record-night-july-2025.md",
            ]
        ),
    ]
}
