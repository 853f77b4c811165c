extension QueryRow {
    /// Reports of publishers, by their ids; their texts are not part of the project.
    static let real: [QueryRow] = [
        QueryRow(
            queries: ["Kiev", "Kyiv", "Київ"],
            finds: [
                "000_0b3ff1cf40ab14f2.txt", "002_18a56012c2c3e6b3.txt", "004_fb76b65d5a0d88e2.txt", "g17", "g32",
                "g35", "g59", "g70", "g75", "g88",
            ],
            misses: ["g00", "g25", "g42", "g50", "g62", "g76", "g80", "g84"]
        ),
        QueryRow(
            queries: ["=Kiev"],
            only: ["001_ad09d76b8a47aab8.txt"]
        ),
        QueryRow(
            queries: ["storm shadow", "SCALP", "weapon:scalp"],
            only: ["000_0b3ff1cf40ab14f2.txt"]
        ),
        QueryRow(
            queries: ["atacms", "weapon:ATACMS"],
            only: ["000_0b3ff1cf40ab14f2.txt"]
        ),
        QueryRow(
            queries: ["Krivoy Rog", "Kryvyi Rih", "Кривий Ріг"],
            only: ["003_537037fae6cc8770.txt", "g50"]
        ),
        QueryRow(
            queries: ["Бровари", "Brovary"],
            only: ["001_ad09d76b8a47aab8.txt", "003_537037fae6cc8770.txt"]
        ),
        QueryRow(
            queries: ["Lukashenko", "Лукашенко", "Лукашенка"],
            only: ["g80"]
        ),
        QueryRow(
            queries: ["Путін", "Putin", "Путин"],
            finds: ["000_0b3ff1cf40ab14f2.txt", "g08", "g33", "g40", "g51", "g63", "g75", "g88"],
            misses: ["001_ad09d76b8a47aab8.txt", "004_fb76b65d5a0d88e2.txt", "g25", "g50", "g76", "g78"]
        ),
        QueryRow(
            queries: ["Zelenskyy", "Зеленський", "zelensky~"],
            finds: ["000_0b3ff1cf40ab14f2.txt", "003_537037fae6cc8770.txt", "g25", "g38", "g70", "g75", "g84"],
            misses: ["002_18a56012c2c3e6b3.txt", "g08", "g33", "g42", "g59", "g63", "g80"]
        ),
        QueryRow(
            queries: ["sunak", "actor:\"Rishi Sunak\"", "Сунак"],
            only: ["g70"]
        ),
        QueryRow(
            queries: ["Lisichansk", "Lysychansk", "Лисичанськ", "region:Lysychansk"],
            only: ["g27", "g32", "g76", "g88"]
        ),
        QueryRow(
            queries: ["Mariupol", "Маріуполь", "region:mariupol"],
            only: ["g35", "g60", "g62", "g75", "g83"]
        ),
        QueryRow(
            queries: ["Kupyansk", "Kupiansk", "region:Kupiansk"],
            only: ["g40"]
        ),
        QueryRow(
            queries: ["Слов'янськ", "Sloviansk", "Slavyansk"],
            only: ["g25", "g88"]
        ),
        QueryRow(
            queries: ["\"death sentences\"", "=\"death sentences\""],
            only: ["g08"]
        ),
        QueryRow(
            queries: ["\"death sentence\""],
            only: []
        ),
        QueryRow(
            queries: ["pope NEAR/3 francis", "\"pope francis\""],
            only: ["g42"]
        ),
        QueryRow(
            queries: ["title:snyder", "snyder title:editor"],
            only: ["g62"]
        ),
        QueryRow(
            queries: ["himars OR atacms", "weapon:himars OR weapon:atacms"],
            only: ["000_0b3ff1cf40ab14f2.txt", "g25"]
        ),
        QueryRow(
            queries: ["nuclear -putin"],
            only: ["g77"]
        ),
        QueryRow(
            queries: ["mobiliz*"],
            only: ["g76"]
        ),
        QueryRow(
            queries: ["mobilis*"],
            only: ["g00"]
        ),
        QueryRow(
            queries: ["region:Belarus", "region:Беларусь"],
            only: ["g04", "g76", "g80"]
        ),
        QueryRow(
            queries: ["біженці", "беженцы", "refugees"],
            only: ["g83"]
        ),
        QueryRow(
            queries: ["НАТО", "NATO"],
            finds: [
                "001_ad09d76b8a47aab8.txt", "002_18a56012c2c3e6b3.txt", "g17", "g33", "g42", "g43", "g51", "g70",
                "g75", "g88",
            ],
            misses: ["000_0b3ff1cf40ab14f2.txt", "g04", "g32", "g50", "g63", "g78"]
        ),
        QueryRow(
            queries: ["EU", "ЕС"],
            only: ["g00", "g08", "g33", "g38", "g80", "g83"]
        ),
        QueryRow(
            queries: ["weapon:javelin", "javelin", "oreshnik", "Kh-101", "ceasefire"],
            only: []
        ),
        QueryRow(
            queries: ["date:2024-11-13", "date:2024-11-13..2024-11-13"],
            only: ["002_18a56012c2c3e6b3.txt", "003_537037fae6cc8770.txt"]
        ),
        QueryRow(
            queries: ["date:none"],
            only: ["001_ad09d76b8a47aab8.txt", "g00", "g48"]
        ),
        QueryRow(
            queries: ["path:*.jsonl date:2024", "path:gold/ date:2024..2025"],
            only: ["g17", "g62", "g63", "g70"]
        ),
        QueryRow(
            queries: ["date:2026", "date:>=2026"],
            only: ["g40", "g84"]
        ),
        QueryRow(
            queries: ["market nikopol"],
            only: ["004_fb76b65d5a0d88e2.txt"]
        ),
    ]
}
