import Foundation
import Testing

@testable import Sitrep

/// Publishers' texts, which are not part of the project: the suite runs where they lie beside the package.
private let realReports: String? = {
    let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let folder = package.appendingPathComponent("../shared/data/reports").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()

/// Every figure that a careful reader would write down, and nothing else.
@Suite("Figures of real reports", .enabled(if: realReports != nil, "no ../shared/data/reports beside the package"))
struct RealReportClaimsTests {
    static let expected: [String: [String]] = [
        "000": [
            "intercepted 34 drones · Russia", "intercepted 50 drones · Ukraine", "launched 73 drones · Ukraine",
            "other 4 drones · Ukraine", "lost_from_radar 19 drones · Ukraine",
            "intercepted 27 drones · Kursk Oblast", "area 1400 km2 about · Kursk Oblast", "area 800 km2 · Kursk Oblast",
            "killed_or_wounded 25000 people · Kursk Oblast", "intercepted 12 drones about · Ukraine",
            "intercepted 2 missiles · Kursk Oblast", "intercepted 27 drones · Kursk Oblast",
        ],
        "001": [
            "intercepted 4 missiles · Ukraine", "intercepted 37 drones · Ukraine", "wounded 1 people · Brovary",
            "killed 1 people · Kherson Oblast", "troops 50000 people · Kursk Oblast",
        ],
        "002": [
            "launched 24…- missiles and drones dozens · Ukraine", "launched 6 missiles · Ukraine",
            "launched 90 drones · Ukraine", "intercepted 4 missiles · Ukraine", "intercepted 37 drones · Ukraine",
            "jammed 47 drones · Ukraine", "troops 10000…- people over · Kursk Oblast",
            "troops 50000 people about · Kursk Oblast",
        ],
        "003": [
            "wounded 1 people · Brovary", "intercepted 4 missiles · Ukraine", "intercepted 37 drones · Ukraine",
            "killed 1 people · Kherson Oblast", "launched 90 drones about · Ukraine",
            "killed 4 people · Kryvyi Rih", "troops 50000 people · Kursk Oblast",
        ],
        "004": [
            "killed_or_wounded 3000 people about · Kursk Oblast", "troops 10000…12000 people · Russia",
            "launched 78 missiles · Ukraine", "launched 106 drones · Ukraine", "intercepted 59 missiles · Ukraine",
            "intercepted 54 drones · Ukraine", "jammed 52 drones · Ukraine", "launched 31 drones · Ukraine",
            "intercepted 20 drones · Ukraine", "jammed 11 drones · Ukraine",
        ],
    ]

    @Test("All that a reader would write down, with the place", arguments: expected.keys.sorted())
    func figures(of number: String) throws {
        let folder = try #require(realReports)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix(number) }
        )
        let article = try #require(readFile(folder + "/" + name).only)
        let found = claims(article.text, title: article.headline, on: article.published)
        let written = found.map { claim in
            let place = claim.place.flatMap { Vocabulary.builtIn.path(of: $0, in: .region).last } ?? "-"
            return short(claim) + " · " + place
        }
        #expect(written == Self.expected[number])
    }
}
