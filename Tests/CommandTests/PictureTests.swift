import Foundation
import Testing

@Suite("The pictures in README")
struct PictureTests {
    private static let folder = "Sources/Sitrep/Documentation.docc/Resources/"
    private static let path = folder + "search.svg"

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

    @Test(
        "A timeline and figures are drawn as they are drawn now, but for the day",
        arguments: [("timeline", "timeline.png"), ("figures", "figures.svg")]
    )
    func charts(name: String, shown: String) throws {
        let readme = try Document("README.md").lines
        #expect(readme.contains { $0.contains("<img src=\"\(Self.folder)\(shown)\"") })
        let command = try #require(readme.first { $0.hasPrefix("sitrep \(name) ") && $0.contains(shown) })
        let folder = try ExampleFolder(isIndexed: false)
        #expect(try SitrepProcess.run(["index", "Corpus"], folder: folder.folder.path).status == 0)
        var arguments = try ShellLine.arguments(command)
        arguments.replaceSubrange(arguments.count - 2..<arguments.count, with: ["--svg", "now.svg"])
        #expect(try SitrepProcess.run(arguments, folder: folder.folder.path).status == 0)
        let now = try String(contentsOfFile: folder.folder.path("now.svg"), encoding: .utf8)
        let kept = SampleIndex.package.appendingPathComponent(Self.folder + name + ".svg")
        #expect(
            Self.undated(try String(contentsOf: kept, encoding: .utf8)) == Self.undated(now),
            "make picture draws it anew"
        )
    }

    private static func undated(_ picture: String) -> String {
        picture.replacing(/Drawn on [0-9-]+ from an index of [0-9-]+/, with: "Drawn")
    }

    /// A line without its blanks, which the picture has as distances, and without the time that it took.
    private static func letters(_ line: String) -> String {
        ShellLine.masked(line).filter { !$0.isWhitespace }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
