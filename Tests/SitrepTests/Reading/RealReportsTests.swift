import Foundation
import Testing

@testable import Sitrep

/// Publishers' texts, which are not part of the project: the suite runs where they lie beside the package.
private let realReports: String? = {
    let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let folder = package.appendingPathComponent("../shared/data/reports").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()

@Suite("Real reports", .enabled(if: realReports != nil, "no ../shared/data/reports beside the package"))
struct RealReportsTests {
    private func articles() throws -> [Article] {
        var articles: [Article] = []
        try SourceWalker().walk(try #require(realReports)) { item in
            if case .file(let file) = item, let article = readFile(file.path).only { articles.append(article) }
        }
        return articles
    }

    @Test("Dates and where they come from")
    func dates() throws {
        let published = try articles().map(\.published)
        #expect(
            published.map { $0.date?.description } == ["2024-11-24", nil, "2024-11-13", "2024-11-13", "2024-12-29"]
        )
        #expect(published.map(\.origin) == [.lastUpdated, .none, .caption, .record, .byline])
    }

    @Test("No notice and no form is left")
    func clean() throws {
        for article in try articles() {
            let all = (article.title + "\n" + article.text).lowercased()
            for phrase in ["cookie", "leave a reply", "your email address", "highlight", "read more", "date 2024"] {
                #expect(!all.contains(phrase))
            }
            #expect(article.language == "en")
            #expect(!article.title.isEmpty && article.text.utf8.count > 1500)
        }
    }

    @Test("Titles: headlines leave the text, a first sentence stays in it")
    func titles() throws {
        let isInText = try articles().map { $0.text.hasPrefix($0.title) }
        #expect(isInText == [true, false, false, true, false])
    }
}
