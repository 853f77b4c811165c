import Testing

@testable import Sitrep

/// Reports for tests that compare two ways to one index: some of them copies, some with lines that their source repeats.
enum RandomReports {
    private static let places = ["Kyiv", "Харків", "Kherson", "Donetsk", "کابل", "Kursk"]
    private static let weapons = ["Storm Shadow", "Kh-101", "шахедів", "ATACMS", "F-16"]

    static func sentence(_ random: inout SeededGenerator) -> String {
        let words = (0..<Int.random(in: 6...18, using: &random)).map { _ in
            "word\(Int.random(in: 0..<400, using: &random))"
        }
        let place = places.randomElement(using: &random) ?? ""
        let weapon = weapons.randomElement(using: &random) ?? ""
        return "At least \(Int.random(in: 2...90, using: &random)) \(weapon) near \(place) "
            + words.joined(separator: " ") + ", the governor said on 3 May 2024."
    }

    /// The text of a report.
    static func text(_ random: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...6, using: &random)
        var text = (0..<count).map { _ in sentence(&random) }.joined(separator: "\n\n")
        if Int.random(in: 0..<9, using: &random) == 0 {
            text = String(repeating: "The same words were told by two agencies. ", count: 4)
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let (page, office) = (Int.random(in: 0..<5, using: &random), Int.random(in: 0..<40, using: &random))
            text += "\n\nShare the page of outlet \(page)\nOffice \(office)"
        }
        return text
    }

    /// A line of a lines file.
    ///
    /// - Parameter id: `nil` for a record without one.
    static func line(id: String?, _ random: inout SeededGenerator) -> String {
        let body = text(&random).replacing("\n", with: "\\n")
        let (outlet, place) = (Int.random(in: 0..<5, using: &random), Int.random(in: 0..<4, using: &random))
        let day = Int.random(in: 1...9, using: &random)
        return (id.map { "{\"id\":\"\($0)\"," } ?? "{")
            + #""source":"Outlet \#(outlet)","date":"2024-05-0\#(day)","region":["Own place/\#(place)"],"text":"\#(body)"}"#
    }
}
