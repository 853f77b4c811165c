import Foundation
import Testing

@Suite("The picture in README")
struct PictureTests {
    private static let path = "Sources/Sitrep/Documentation.docc/Resources/search.svg"

    @Test("Its lines are those that its command prints now")
    func lines() throws {
        #expect(try Document("README.md").lines.contains { $0.contains(Self.path) })
        let picture = try String(contentsOf: SampleIndex.package.appendingPathComponent(Self.path), encoding: .utf8)
        let command = try #require(picture.firstMatch(of: /<title[^>]*>What (sitrep search .*) prints<\/title>/)).1
        let folder = try ExampleFolder(isIndexed: false)
        #expect(try SitrepProcess.run(["index", "Corpus"], folder: folder.folder.path).status == 0)
        let arguments = try ShellLine.arguments(Self.unescaped(String(command)))
        let printed = try SitrepProcess.terminalLines(arguments, folder: folder.folder.path)
        let expected = (["$ " + Self.unescaped(String(command))] + printed).map(Self.letters).filter { !$0.isEmpty }
        let shown = picture.matches(of: /<text [^>]*>(.*?)<\/text>/).map { row in
            Self.letters(Self.unescaped(String(row.1.replacing(/<[^>]*>/, with: ""))))
        }
        #expect(shown == expected, "make picture draws it anew")
    }

    /// A line without its blanks, which the picture has as distances, and without the time that it took.
    private static func letters(_ line: String) -> String {
        ShellLine.masked(line).filter { !$0.isWhitespace }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
