extension CaseForms {
    /// The name of a village as the dictionary has it, from one of its case forms, where the ending tells it for certain:
    /// «Осиновки» is Осиновка, «Лобківського» Лобківське. Any other name is given back as it is.
    static func nominative(ofSettlement form: String) -> String {
        for (endings, nominative) in certain {
            for ending in endings where form.hasSuffix(ending) {
                let stem = form.unicodeScalars.dropLast(ending.unicodeScalars.count)
                if stem.count > 1 { return String(stem) + nominative }
            }
        }
        return form
    }

    private static let certain: [(endings: [String], nominative: String)] = [
        (["івки", "івку", "івкою"], "івка"), (["ївки", "ївку", "ївкою"], "ївка"),
        (["овки", "овку", "овкою", "овкой", "овке"], "овка"), (["евки", "евку", "евкою", "евкой", "евке"], "евка"),
        (["ського", "ському", "ським"], "ське"), (["цького", "цькому", "цьким"], "цьке"),
        (["ского", "скому", "ским", "ском"], "ское"), (["цкого", "цкому", "цким", "цком"], "цкое"),
    ]

    // MARK: Districts

    /// The name of a district in the nominative, from its adjective in any case: «Краснолуцькому» is Краснолуцький район.
    /// `nil` for what is no such adjective.
    static func nominative(ofDistrict adjective: String) -> String? {
        for (stem, endings) in districts {
            for ending in endings where adjective.hasSuffix(stem + ending) {
                let start = adjective.unicodeScalars.dropLast(ending.unicodeScalars.count)
                return start.count < 5 ? nil : String(start) + "ий район"
            }
        }
        return nil
    }

    /// "District" in the singular, folded.
    static let districtWords: WordSet = ["район", "району", "районі", "районом", "района", "районе"]

    private static let districts: [(stem: String, endings: [String])] = [
        ("ськ", ["ий", "ого", "ому", "им"]), ("цьк", ["ий", "ого", "ому", "им"]), ("зьк", ["ий", "ого", "ому", "им"]),
        ("ск", ["ий", "ого", "ому", "им", "ом"]), ("цк", ["ий", "ого", "ому", "им", "ом"]),
    ]
}
