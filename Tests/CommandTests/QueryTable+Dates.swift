extension QueryRow {
    /// Days of publication, of events and of arrival.
    static let dates: [QueryRow] = [
        QueryRow(
            queries: ["date:2024-11-13", "date:2024-11-13..2024-11-13"],
            only: [
                "desk-note-31", "kestrel-20241113-0877", "pages/brightwater-kyiv-combined-attack.html",
                "pages/svodka-kiev-cp1251.htm", "scrapes/0c41d2e7.txt", "scrapes/kyiv-koi8u.txt",
                "scrapes/north-koreans-at-kursk.txt", "scrapes/northgate-kyiv-dateline.txt",
            ]
        ),
        QueryRow(
            queries: [""],
            options: ["--from", "2024-11-13", "--to", "2024-11-13"],
            only: [
                "desk-note-31", "kestrel-20241113-0877", "pages/brightwater-kyiv-combined-attack.html",
                "pages/svodka-kiev-cp1251.htm", "scrapes/0c41d2e7.txt", "scrapes/kyiv-koi8u.txt",
                "scrapes/north-koreans-at-kursk.txt", "scrapes/northgate-kyiv-dateline.txt",
            ]
        ),
        QueryRow(
            queries: ["date:2024-W46 -date:2024-11-13", "date:2024-11-11..2024-11-17 -date:2024-11-13"],
            only: ["pages/seventeen-november.html", "scrapes/kharkov-s-300.txt"]
        ),
        QueryRow(
            queries: ["date:2023", "date:2023-01..2023-12"],
            only: [
                "arc-2023-02-10", "arc-2023-05-29", "arc-2023-09-21", "pages/december-2023.html.gz",
                "pages/harbour-light-odesa (1).html", "pages/harbour-light-odesa.html",
                "scrapes/archive-2023-11-25.txt.gz", "scrapes/kinzhal-night-16-05-2023.txt",
            ]
        ),
        QueryRow(
            queries: ["date:2024-11..2024-12 atacms"],
            only: [
                "ast-3", "feeds/dnipro-21-november.json", "notes/long-range-arms.md",
                "pages/france-scalp-cp1252.html", "scrapes/friday-barrage.txt", "scrapes/liveblog-24-november.txt",
                "scrapes/storm-shadow-debris.txt",
            ]
        ),
        QueryRow(
            queries: ["date:..2023-09", "date:<=2023-09", "date:<2023-10", "date<2023-10"],
            only: [
                "arc-2023-02-10", "arc-2023-05-29", "arc-2023-09-21", "pages/harbour-light-odesa (1).html",
                "pages/harbour-light-odesa.html", "scrapes/kinzhal-night-16-05-2023.txt",
            ]
        ),
        QueryRow(
            queries: ["date:2025-03..", "date>=2025-03", "date:>2025-02"],
            only: [
                "col-003", "col-004", "notes/kryvyi-rih-strikes.md", "notes/record-night-july-2025.md",
                "scrapes/krivoy-rog-odessa.txt",
            ]
        ),
        QueryRow(
            queries: ["date:none"],
            only: ["col-006", "scrapes/explainer-undated.txt", "scrapes/kiev-first-raid-in-weeks.txt"]
        ),
        QueryRow(
            queries: [""],
            options: ["--undated", "only"],
            only: ["col-006", "scrapes/explainer-undated.txt", "scrapes/kiev-first-raid-in-weeks.txt"]
        ),
        QueryRow(
            queries: ["kinzhal"],
            options: ["--undated", "only"],
            only: ["col-006"]
        ),
        QueryRow(
            queries: ["lviv", "lviv date:any"],
            options: ["--undated", "exclude"],
            only: [
                "col-002", "feeds/crawl-000117.json", "notes/hillcrest-digest-grid.md",
                "pages/december-2023.html.gz", "pages/fenmarket-grid.html", "scrapes/friday-barrage.txt",
                "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: [""],
            options: ["--from", "2025-04", "--undated", "include"],
            only: [
                "col-004", "col-006", "notes/kryvyi-rih-strikes.md", "notes/record-night-july-2025.md",
                "scrapes/explainer-undated.txt", "scrapes/kiev-first-raid-in-weeks.txt",
            ]
        ),
        QueryRow(
            queries: ["date:2025-04.. OR date:none"],
            only: [
                "col-004", "col-006", "notes/kryvyi-rih-strikes.md", "notes/record-night-july-2025.md",
                "scrapes/explainer-undated.txt", "scrapes/kiev-first-raid-in-weeks.txt",
            ]
        ),
        QueryRow(
            queries: ["himars date:any", "himars date:2000..2030"],
            only: []
        ),
        QueryRow(
            queries: ["happened:2025-04-04", "happened:2025-04-01..2025-04-05"],
            only: ["notes/kryvyi-rih-strikes.md"]
        ),
        QueryRow(
            queries: [""],
            options: ["--happened-from", "2025-04-04", "--happened-to", "2025-04-04"],
            only: ["notes/kryvyi-rih-strikes.md"]
        ),
        QueryRow(
            queries: ["happened:2022"],
            only: ["scrapes/explainer-undated.txt"]
        ),
        QueryRow(
            queries: ["trypillia happened:2024-04-11"],
            only: ["col-006"]
        ),
        QueryRow(
            queries: ["hospital added:7d..", "hospital added:yesterday..today"],
            only: [
                "arc-2023-05-29", "col-002", "col-005", "kestrel-20241113-0877", "notes/el-fasher.md",
                "notes/hillcrest-digest-grid.md", "pages/fenmarket-grid.html", "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["hospital"],
            options: ["--added-from", "yesterday"],
            only: [
                "arc-2023-05-29", "col-002", "col-005", "kestrel-20241113-0877", "notes/el-fasher.md",
                "notes/hillcrest-digest-grid.md", "pages/fenmarket-grid.html", "scrapes/tideline-grid-attack.txt",
            ]
        ),
        QueryRow(
            queries: ["hospital added:..2020", "hospital -added:1y..", "hospital added:<2020"],
            only: []
        ),
        QueryRow(
            queries: ["hospital"],
            options: ["--added-to", "2020"],
            only: []
        ),
        QueryRow(
            queries: ["hospital date:..3m", "hospital date:<3m"],
            only: [
                "arc-2023-05-29", "col-002", "col-005", "kestrel-20241113-0877", "notes/el-fasher.md",
                "notes/hillcrest-digest-grid.md", "pages/fenmarket-grid.html", "scrapes/tideline-grid-attack.txt",
            ]
        ),
    ]
}
