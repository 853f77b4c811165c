import Testing

@testable import Sitrep

/// The claims of a text that was published on Wednesday, 13 November 2024.
func claims(
    _ text: String,
    title: String = "",
    on published: PublishedDate = EventDateFinderTests.wednesday
) -> [Claim] {
    let found = FacetExtractor(vocabulary: .builtIn).extract(title: title, text: text)
    return ClaimFinder.find(
        title: title,
        text: text,
        published: published,
        mentions: found.mentions,
        vocabulary: .builtIn
    )
}

/// A claim as tests write it: `intercepted 50 drones`, `killed 20…- people at least`.
func short(_ claim: Claim) -> String {
    func written(_ number: Double?) -> String {
        number.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "-"
    }
    let number = claim.least == claim.most ? written(claim.least) : written(claim.least) + "…" + written(claim.most)
    let qualifier = claim.qualifier.map { " " + $0.rawValue } ?? ""
    return claim.kind.rawValue + " " + number + " " + claim.unit + qualifier
}

@Suite("Numbers are read as people write them")
struct ClaimNumberTests {
    @Test(
        "Digits and words, thousands and decimals, ranges and qualifiers",
        arguments: [
            ("1,400 drones", "1400 drones"),
            ("1 400 drones", "1400 drones"),
            ("1\u{202F}400 drones", "1400 drones"),
            ("1.400 drones", "1400 drones"),
            ("1,234,567 drones", "1234567 drones"),
            ("1.4 thousand drones", "1400 drones"),
            ("3,5 thousand drones", "3500 drones"),
            ("1.275 million drones", "1275000 drones"),
            ("fifty-two drones", "52 drones"),
            ("one hundred and ninety-three drones", "193 drones"),
            ("two thousand five hundred drones", "2500 drones"),
            ("two thousand five hundred and six drones", "2506 drones"),
            ("two million five hundred thousand drones", "2500000 drones"),
            ("three hundred thousand drones", "300000 drones"),
            ("two dozen drones", "24 drones"),
            ("a dozen drones", "12 drones"),
            ("half a dozen drones", "6 drones"),
            ("at least 2000 Russian drones", "2000…- drones at least"),
            ("more than 1950 North Korean drones", "1950…- drones over"),
            ("about 20 drones", "20 drones about"),
            ("an estimated 200–300 drones", "200…300 drones about"),
            ("nearly two hundred drones", "200 drones nearly"),
            ("more than a hundred drones", "100…- drones over"),
            ("100+ drones", "100…- drones over"),
            ("at least 20 drones", "20…- drones at least"),
            ("no fewer than 20 drones", "20…- drones at least"),
            ("up to 20 drones", "-…20 drones up to"),
            ("10,000 to 12,000 drones", "10000…12000 drones"),
            ("10-12 thousand drones", "10000…12000 drones"),
            ("between 20 and 30 drones", "20…30 drones"),
            ("two or three drones", "2…3 drones"),
            ("dozens of drones", "24…- drones dozens"),
            ("several dozen drones", "24…- drones dozens"),
            ("hundreds of drones", "200…- drones hundreds"),
            ("tens of thousands of drones", "20000…- drones tens of thousands"),
            ("hundreds of thousands of drones", "200000…- drones hundreds of thousands"),
            ("٢٠ drones", "20 drones"),
        ]
    )
    func english(number: String, expected: String) {
        #expect(claims("Russia fired \(number).").map(short) == ["launched " + expected])
    }

    @Test(
        "Ukrainian and Russian numbers",
        arguments: [
            ("Росія запустила 1 400 дронів.", "1400 drones"),
            ("Росія запустила 1,4 тис. дронів.", "1400 drones"),
            ("Росія запустила півтори тисячі дронів.", "1500 drones"),
            ("Росія запустила «тисяча п’ятсот дронів».", "1500 drones"),
            ("Росія запустила сто двадцять п’ять дронів.", "125 drones"),
            ("Росія запустила близько двохсот дронів.", "200 drones about"),
            ("Росія запустила понад 50 дронів.", "50…- drones over"),
            ("Росія запустила кілька десятків дронів.", "20…- drones dozens"),
            ("Россия запустила полторы тысячи дронов.", "1500 drones"),
            ("Россия запустила две тысячи триста дронов.", "2300 drones"),
            ("Россия запустила не менее 50 дронов.", "50…- drones at least"),
            ("Россия запустила до 50 дронов.", "-…50 drones up to"),
            ("Россия запустила от 20 до 30 дронов.", "20…30 drones"),
            ("Россия запустила десятки дронов.", "20…- drones dozens"),
        ]
    )
    func slavic(text: String, expected: String) {
        #expect(claims(text).map(short) == ["launched " + expected])
    }

    @Test(
        "What is no figure: years, dates, times, ages, money, percentages, lengths, designators, scores",
        arguments: [
            "The Su-34 fired a Kh-101 on November 13, 2024.",
            "On 13 November drones were shot down, and on 13.11.2024.",
            "In 2022 soldiers were killed.",
            "A 30-day ceasefire was broken: a town was shelled for 22 months.",
            "Aid of $400 million was delivered; €20 and 30 dollars were lost.",
            "20 percent of the drones were shot down, then 30% of missiles.",
            "He was killed aged 45, 12 km from the 155th Brigade.",
            "Drones fired from 20 kilometres away were shot down at 9:30.",
            "They won 2-1 against Leopard 2 tanks.",
            "20 Patriot crews were killed time, 12 missile strikes hit five regions.",
            "The two men were killed.",
            "Resolution 2334 was launched on page 12.",
            "Drones 999999999999999999999999 drones launched.",
        ]
    )
    func none(text: String) { #expect(claims(text).map(short) == []) }
}
