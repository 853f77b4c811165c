extension QueryRow {
    /// Words, phrases and operators, each with the reports of the sample that a reader would hand over for it.
    static let words: [QueryRow] = [
        QueryRow(
            queries: ["hospital", "hospitals", "HOSPITAL", "hospital*"],
            only: [
                "arc-2023-05-29", "col-002", "col-005", "kestrel-20241113-0877", "notes/el-fasher.md",
                "notes/hillcrest-digest-grid.md", "pages/fenmarket-grid.html", "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["=hospital"],
            only: ["arc-2023-05-29", "col-005", "kestrel-20241113-0877", "notes/el-fasher.md"]
        ),
        QueryRow(
            queries: ["=hospitals", "\"hospitals\"", "hospitals AND =hospitals"],
            only: [
                "col-002", "notes/el-fasher.md", "notes/hillcrest-digest-grid.md", "pages/fenmarket-grid.html",
                "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["market nikopol", "market AND nikopol", "nikopol market", "(market) (nikopol)"],
            only: ["pages/nikopol-market.html", "scrapes/brief-26-december.txt", "scrapes/highlight-reader.txt"]
        ),
        QueryRow(
            queries: ["houthi OR hezbollah", "(houthi OR hezbollah)"],
            only: ["col-001", "pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["gaza -lebanon", "gaza NOT lebanon", "-lebanon gaza", "gaza -(lebanon OR sudan)"],
            only: ["col-001"]
        ),
        QueryRow(
            queries: ["port (wheat OR grain)"],
            only: [
                "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "scrapes/krivoy-rog-odessa.txt",
            ]
        ),
        // OR joins less than AND does.
        QueryRow(
            queries: ["port wheat OR hezbollah", "hezbollah OR port wheat"],
            only: [
                "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "pages/lebanon-ceasefire.html", "scrapes/krivoy-rog-odessa.txt",
            ]
        ),
        QueryRow(
            queries: ["ceasefire -(jeddah OR london)"],
            only: ["pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: [
                "\"black sea fleet\"", "“black sea fleet”", "«Black Sea Fleet»", "\"Black Sea Fleet\u{200F}\"",
            ],
            only: ["pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html"]
        ),
        QueryRow(
            queries: ["\"sea black\"", "\"fleet sea\""],
            only: []
        ),
        QueryRow(
            queries: ["„Повітряних сил“", "«повітряних сил»"],
            only: ["pages/rizdvo-uk.html", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: ["\"air defences\"", "=\"air defences\""],
            only: ["scrapes/northgate-kyiv-dateline.txt"]
        ),
        QueryRow(
            queries: ["poltav*"],
            only: ["col-003", "feeds/newsarticle-267-drones.json", "scrapes/liveblog-24-november.txt"]
        ),
        QueryRow(
            queries: ["substat*"],
            only: ["col-003", "pages/ravensbourne-utf16.html"]
        ),
        QueryRow(
            queries: ["безпіл*", "БЕЗПІЛ*"],
            only: ["pages/rizdvo-uk.html", "scrapes/kyiv-koi8u.txt"]
        ),
        QueryRow(
            queries: ["kh-555", "Х-555", "Kh 555"],
            only: [
                "arc-2023-09-21", "col-002", "notes/hillcrest-digest-grid.md", "pages/december-2023.html.gz",
                "pages/fenmarket-grid.html", "pages/rizdvo-uk.html", "pages/zaporozhye-soup.htm",
                "scrapes/christmas-morning-barrage.txt", "scrapes/friday-barrage.txt",
                "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["zelensky~", "zelenskiy~", "Zelenskyi~"],
            only: [
                "notes/long-range-arms.md", "pages/brightwater-kyiv-combined-attack.html", "scrapes/0c41d2e7.txt",
                "scrapes/highlight-reader.txt", "scrapes/liveblog-24-november.txt",
            ]
        ),
        QueryRow(
            queries: ["hospitol~", "hosptial~"],
            only: [
                "arc-2023-05-29", "col-002", "col-005", "kestrel-20241113-0877", "notes/el-fasher.md",
                "notes/hillcrest-digest-grid.md", "pages/fenmarket-grid.html", "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["wheat NEAR/4 algeria", "algeria NEAR/2 wheat", "(wheat OR grain) NEAR/3 algeria"],
            only: ["scrapes/krivoy-rog-odessa.txt"]
        ),
        QueryRow(
            queries: ["wheat NEAR/1 algeria", "bulk NEAR/1 rubymar"],
            only: []
        ),
        QueryRow(
            queries: ["bulk NEAR/3 rubymar", "\"bulk carrier\" NEAR/1 rubymar", "rubym* NEAR/2 bulk"],
            only: ["col-001"]
        ),
        QueryRow(
            queries: ["(wheat OR grain) NEAR/3 (port OR store)"],
            only: ["pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html"]
        ),
        QueryRow(
            queries: ["title:ceasefire"],
            only: ["pages/lebanon-ceasefire.html"]
        ),
        QueryRow(
            queries: ["title:\"north korean\""],
            only: ["ast-4", "scrapes/highlight-reader.txt", "scrapes/kn-23-and-shaheds.txt"]
        ),
        QueryRow(
            queries: ["title:kinzhal*"],
            only: ["arc-2024-01-02", "col-006", "scrapes/kinzhal-night-16-05-2023.txt"]
        ),
        QueryRow(
            queries: ["title:=kinzhals"],
            only: ["arc-2024-01-02", "col-006"]
        ),
        QueryRow(
            queries: ["title:hospital"],
            only: ["pages/fenmarket-grid.html"]
        ),
        QueryRow(
            queries: ["hospital title:generators", "title:\"hospitals on generators\""],
            only: ["pages/fenmarket-grid.html"]
        ),
        QueryRow(
            queries: ["кораблекрушение"],
            only: []
        ),
        QueryRow(
            queries: ["oreshnik -dnipro", "oreshnik NOT \"dnipro\""],
            only: []
        ),
        QueryRow(
            queries: ["ATACMS HIMARS"],
            options: ["--any"],
            only: [
                "ast-3", "feeds/dnipro-21-november.json", "notes/long-range-arms.md",
                "pages/france-scalp-cp1252.html", "scrapes/explainer-undated.txt", "scrapes/friday-barrage.txt",
                "scrapes/liveblog-24-november.txt", "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: ["atacms himars"],
            only: ["scrapes/explainer-undated.txt"]
        ),
    ]
}
