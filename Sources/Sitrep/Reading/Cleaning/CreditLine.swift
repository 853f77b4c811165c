/// News agencies named as the source in a report's text.
enum CreditLine {
    private static let agencies = [
        "Reuters", "AFP", "AP", "Associated Press", "dpa", "EFE", "ANSA", "PAP", "Xinhua", "Anadolu", "Interfax",
        "Interfax-Ukraine", "Ukrinform", "UNIAN", "TASS", "RIA Novosti", "Kyodo", "UPI", "PA Media", "Bloomberg",
        "RFE/RL", "Укрінформ", "УНІАН", "Інтерфакс-Україна", "Интерфакс", "ТАСС", "РИА Новости",
    ]

    /// The agency that a dateline (`KYIV (Reuters) -`), a line of its own or the end of a line (`/ Reuters`) names.
    static func source(in lines: [ReportLine]) -> String? {
        let texts = lines.lazy.map(\.text).filter { !$0.isEmpty }
        for line in texts.prefix(6) {
            let head = String(String.UnicodeScalarView(line.unicodeScalars.prefix(100)))
            for agency in agencies {
                for dash in ["-", "–", "—"] where ByteSearch.contains(head, "(\(agency)) \(dash)") { return agency }
            }
        }
        for line in texts where line.utf8.count <= 60 {
            let bare = TextLines.trimmed(line.drop { "-–—(/".contains($0) }.prefix { $0 != ")" })
            for agency in agencies where bare == agency || bare.hasSuffix("/ \(agency)") || bare == "Source: \(agency)"
            {
                return agency
            }
        }
        return nil
    }
}
