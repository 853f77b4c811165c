/// News agencies named as the source in a report's text.
enum CreditLine {
    private static let agencies: Set<String> = [
        "Reuters", "AFP", "AP", "Associated Press", "dpa", "EFE", "ANSA", "PAP", "Xinhua", "Anadolu", "Interfax",
        "Interfax-Ukraine", "Ukrinform", "UNIAN", "TASS", "RIA Novosti", "Kyodo", "UPI", "PA Media", "Bloomberg",
        "RFE/RL", "Укрінформ", "УНІАН", "Інтерфакс-Україна", "Интерфакс", "ТАСС", "РИА Новости",
    ]

    /// The agency that a dateline (`KYIV (Reuters) -`), a line of its own or the end of a line (`/ Reuters`) names.
    ///
    /// An agency that no list knows is one where such a credit is called so, as `[MERIDIAN WIRE]`.
    ///
    /// - Parameter removed: what was taken out of a page before, as its credits.
    static func source(in lines: [ReportLine], removed: [String] = []) -> String? {
        known(in: lines) ?? UnlistedAgency.credited(in: lines.map(\.text), removed)
    }

    private static func known(in lines: [ReportLine]) -> String? {
        let texts = lines.lazy.map(\.text).filter { !$0.isEmpty }
        for line in texts.prefix(6) {
            // KYIV, Nov. 13 (Reuters) -
            let head = line.utf8.prefix(120)
            guard let open = head.firstIndex(of: UInt8(ascii: "(")),
                let close = head[open...].firstIndex(of: UInt8(ascii: ")"))
            else { continue }
            let name = String(Substring(head[head.index(after: open)..<close]))
            let after = line[line.utf8.index(after: close)...].drop { $0 == " " }
            if agencies.contains(name), after.first.map({ "-–—".contains($0) }) == true { return name }
        }
        for line in texts where line.utf8.count <= 60 {
            let bare = TextLines.trimmed(line.drop { "-–—(/ ".contains($0) }.prefix { $0 != ")" })
            if agencies.contains(bare) { return bare }
            for mark in ["/ ", "Source: ", "Джерело: ", "Источник: "] {
                guard let at = ByteSearch.offset(of: mark, in: bare) else { continue }
                let name = String(decoding: bare.utf8.dropFirst(at + mark.utf8.count), as: UTF8.self)
                if agencies.contains(name) { return name }
            }
        }
        return nil
    }
}
