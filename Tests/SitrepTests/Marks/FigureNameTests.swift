import Testing

@testable import Sitrep

@Suite("A figure is named by its kind, number and unit")
struct FigureNameTests {
    private static let claims = [
        Claim(kind: .launched, least: 193, most: 193, unit: "drones", surface: "193 strike drones"),
        Claim(kind: .launched, least: 20, most: nil, unit: "missiles", qualifier: .atLeast),
        Claim(kind: .troops, least: 10_000, most: 12_000, unit: "people"),
        Claim(kind: .lostFromRadar, least: 19, most: 19, unit: "drones"),
        Claim(kind: .intercepted, least: 19, most: 19, unit: "missiles"),
        Claim(kind: .area, least: 800, most: 800, unit: "km2", qualifier: .about),
        Claim(kind: .killed, least: 24, most: nil, unit: "people", qualifier: .dozens),
        Claim(kind: .killed, least: 1, most: 1, unit: "people"),
    ]

    private func resolve(_ text: String) throws -> String {
        try FigureName.resolve(text, in: Self.claims, of: "r", option: "--drop-figure")
    }

    @Test(
        "Shorter and other ways of writing will do",
        arguments: [
            ("launched 193", "launched 193 drones"), ("Launched  193 DRONES", "launched 193 drones"),
            ("193 drones", "launched 193 drones"), ("193 strike drones", "launched 193 drones"),
            ("launched ≥20", "launched ≥ 20 missiles"), ("launched 20 missiles", "launched ≥ 20 missiles"),
            ("troops 10000-12000", "troops 10,000–12,000 people"), ("lost_from_radar 19", "lost from radar 19 drones"),
            ("area about 800 km2", "area about 800 km²"), ("killed dozens of people", "killed dozens of people"),
            ("killed 1", "killed 1 person"),
        ]
    )
    func names(text: String, name: String) throws {
        #expect(try resolve(text) == name)
    }

    @Test("What may be several figures, or is none, is refused with the figures of the report")
    func refused() {
        #expect(throws: SitrepError.self) { try resolve("19") }
        #expect(throws: SitrepError.self) { try resolve("launched 194") }
        #expect(throws: SitrepError.self) { try resolve("") }
        do throws(SitrepError) {
            _ = try FigureName.resolve("launched 19", in: Self.claims, of: "r", option: "--drop-figure")
        } catch {
            #expect(error.hint?.contains("lost from radar 19 drones") == true)
        }
    }

    @Test("Of several with one name the words of the report name one")
    func words() throws {
        let two = ["two drones", "both drones"].map {
            Claim(kind: .launched, least: 2, most: 2, unit: "drones", surface: $0)
        }
        func resolve(_ text: String) throws -> String {
            try FigureName.resolve(text, in: two, of: "r", option: "--drop-figure")
        }
        #expect(try resolve("launched 2") == "launched 2 drones")
        #expect(try resolve("both drones") == "launched 2 drones (“both drones”)")
        #expect(try resolve("launched 2 drones (“two drones”)") == "launched 2 drones (“two drones”)")
        #expect(FigureName.isName("launched 2 drones (“two drones”)", of: two[0]))
        #expect(!FigureName.isName("launched 2 drones (“two drones”)", of: two[1]))
    }

    @Test("What the file says names no other figure, but may leave out the unit")
    func exact() {
        #expect(FigureName.isName("launched 193", of: Self.claims[0]))
        #expect(!FigureName.isName("launched 20 missiles", of: Self.claims[1]))
        #expect(!FigureName.isName("19", of: Self.claims[3]))
    }

    @Test("Struck figures are stored beside the others")
    func coding() throws {
        for isCut in [false, true] {
            for (given, struck) in [(0, 0), (2, 0), (0, 2), (3, 4)] {
                let list = ClaimList(
                    claims: Array(Self.claims.prefix(given)),
                    struck: Array(Self.claims.suffix(struck)),
                    isCut: isCut && given > 0
                )
                #expect(try ClaimList(decoding: list.encoded()) == list)
            }
        }
    }
}
