import Foundation
import Testing

/// Publishers' texts, which are not part of the project: the suite runs where they lie beside the package.
private let realReports: String? = {
    let folder = SampleIndex.package.appendingPathComponent("../shared/data/reports").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()

/// Every place, actor and weapon that a careful reader would write down, and nothing else. An adjective for forces or officials names the state; a capital, a seat of government
/// or "the administration" that acts is the state; a class of weapons counts where its word stands.
@Suite("Facets of real reports", .enabled(if: realReports != nil, "no ../shared/data/reports beside the package"))
struct RealReportFacetsTests {
    struct Expected: Sendable {
        var number: String
        var regions: Set<String>
        var actors: Set<String>
        var weapons: Set<String>
    }

    static let expected = [
        Expected(
            number: "000",
            regions: ["Europe", "France", "Kursk Oblast", "Kyiv", "Russia", "Ukraine", "United States"],
            actors: [
                "Alexei Smirnov", "Boris Pistorius", "Donald Trump", "France", "Jean-Noël Barrot",
                "Ministry of Defence of Russia", "North Korea", "Russia", "Serhii Popko", "Ukraine",
                "Ukrainian Air Force", "United Kingdom", "United States", "United States Department of Defense",
                "Vladimir Putin", "Volodymyr Zelenskyy",
            ],
            weapons: ["ATACMS", "Air defence", "Cruise missile", "Drone", "Missile", "Storm Shadow"]
        ),
        Expected(
            number: "001",
            regions: [
                "Brovary", "Brussels", "Donetsk Oblast", "Kherson Oblast", "Kursk Oblast", "Kyiv", "Russia", "Ukraine",
            ],
            actors: [
                "Antony Blinken", "Donald Trump", "Mark Rutte", "NATO", "North Korea", "Russia", "Ukraine",
                "Ukrainian Air Force", "United States", "United States Department of State", "Volodymyr Zelenskyy",
            ],
            weapons: ["Air defence", "Drone", "Missile"]
        ),
        Expected(
            number: "002",
            regions: ["Donetsk Oblast", "Kursk Oblast", "Kyiv", "Russia", "Ukraine"],
            actors: [
                "Antony Blinken", "Donald Trump", "Institute for the Study of War", "Joe Biden", "Mark Rutte", "NATO",
                "North Korea", "Russia", "South Korea", "Ukraine", "Ukrainian Air Force", "United States",
                "United States Department of Defense", "Vedant Patel", "Vladimir Putin",
            ],
            weapons: [
                "Air defence", "Artillery", "Ballistic missile", "Cruise missile", "Drone", "Electronic warfare",
                "Missile",
            ]
        ),
        Expected(
            number: "003",
            regions: [
                "Brovary", "Donetsk Oblast", "Kherson Oblast", "Kryvyi Rih", "Kursk Oblast", "Kyiv", "Rivnopil",
                "Russia", "Ukraine",
            ],
            actors: [
                "Donald Trump", "Ministry of Defence of Russia", "North Korea", "Russia", "South Korea", "Ukraine",
                "Ukrainian Air Force", "United States", "Volodymyr Zelenskyy",
            ],
            weapons: ["Air defence", "Ballistic missile", "Cruise missile", "Drone", "Missile"]
        ),
        Expected(
            number: "004",
            regions: ["Dnipropetrovsk Oblast", "Kursk Oblast", "Nikopol", "Novoivanovka", "Russia", "Ukraine"],
            actors: [
                "Donald Trump", "Joe Biden", "Main Directorate of Intelligence of Ukraine", "North Korea", "Russia",
                "Ukraine", "Ukrainian Air Force", "United States", "Volodymyr Zelenskyy",
            ],
            weapons: ["Cruise missile", "Drone", "Missile"]
        ),
    ]

    private struct Found: Decodable {
        var id: String
        var region: [Value]
        var actor: [Value]
        var weapon: [Value]

        struct Value: Decodable {
            var path: [String]
        }
    }

    @Test("All that a reader would write down, and nothing else", arguments: expected)
    func facets(of expected: Expected) throws {
        let outcome = try SitrepProcess.run([
            "extract", try #require(realReports), "--format", "ndjson", "--vocabulary", "",
        ])
        let reports = try outcome.text.split(separator: "\n").map {
            try JSONDecoder().decode(Found.self, from: Data($0.utf8))
        }
        let found = try #require(reports.first { $0.id.hasPrefix(expected.number) })
        func names(_ values: [Found.Value]) -> Set<String> { Set(values.compactMap(\.path.last)) }
        #expect(names(found.region) == expected.regions)
        #expect(names(found.actor) == expected.actors)
        #expect(names(found.weapon) == expected.weapons)
    }
}
