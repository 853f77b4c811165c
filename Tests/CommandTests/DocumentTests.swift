import CommandLineInfo
import Foundation
import Testing

@Suite("README, the pages of the catalogue, the manual and the help texts")
struct DocumentTests {
    @Test("Each option that they name is one of the program's")
    func options() throws {
        let commands = try ManualPages.root.all().map(\.command)
        var known = Set(commands.flatMap(\.shownArguments).flatMap { $0.names ?? [] }.map(\.typed))
        known.insert("--generate-completion-script")
        // Those of the other programs that the pages tell how to use.
        let others = ["--exclude", "--interface", "--port", "--writable"]
        let texts =
            try Document.all.map { ($0.name, $0.lines.joined(separator: "\n")) }
            + commands.map { ($0.commandName, ($0.discussion ?? "") + ($0.abstract ?? "")) }
            + commands.flatMap(\.shownArguments).map { ($0.valueName ?? "", $0.abstract ?? "") }
        for (name, text) in texts {
            for word in text.matches(of: /(?:^|[^\w\-])(--[a-z][a-z0-9\-]*)/) {
                let isOther = name.hasSuffix("/Machines.md") && others.contains(String(word.1))
                #expect(known.contains(String(word.1)) || isOther, "\(name): \(word.1)")
            }
        }
    }

    @Test("Each example of the pages can be run")
    func pageExamples() throws {
        let folder = try ExampleFolder()
        for document in try Document.all { try folder.expect(document.examples, of: document.name) }
        #expect(try Document("README.md").examples.count > 10)
    }

    @Test("Each command has examples, which can be run and stand whole in its help and its manual page")
    func helpExamples() throws {
        let manual = try ManualPages()
        let folder = try ExampleFolder()
        for (path, command) in try ManualPages.root.all() {
            let examples = Discussion(command.discussion ?? "").examples
            #expect(!examples.isEmpty, "\(path)")
            let help = try SitrepProcess.run(path + ["--help"])
            #expect(help.status == 0)
            let page = try #require(manual.pages[(["sitrep"] + path).joined(separator: "-")])
            for example in examples {
                #expect(help.lines.contains("  " + example), "\(path): \(example)\n\(help.text)")
                let typed = example.replacingOccurrences(of: "-", with: "\\-")
                    .replacingOccurrences(of: "'", with: "\\(aq").replacingOccurrences(of: "\"", with: "\\(dq")
                #expect(page.contains("\n" + typed + "\n"), "\(example)")
            }
            try folder.expect(examples, of: path.joined(separator: " "))
        }
    }

    @Test("README shows what the program prints, on a terminal of 80 columns")
    func transcripts() throws {
        let folder = try ExampleFolder(isIndexed: false)
        let transcripts = try Document("README.md").transcripts
        #expect(transcripts.count > 1)
        for (command, output) in transcripts {
            let arguments = try ShellLine.arguments(command)
            let printed = try SitrepProcess.terminalLines(arguments, folder: folder.folder.path).map(ShellLine.masked)
            #expect(Self.trimmed(printed) == Self.trimmed(output.map(ShellLine.masked)), "\(command)")
        }
    }

    @Test("README tells the exit statuses that help tells")
    func statuses() throws {
        let words = try Document("README.md").lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        let statuses = ExitStatus.all.map { "\($0.code) \($0.meaning)" }.joined(separator: ", ")
        #expect(words.contains("Exit status: \(statuses)."))
    }

    @Test("Every link in README leads somewhere")
    func links() throws {
        let links = try Document("README.md").lines.joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/).map(\.1)
        #expect(links.count > 5)
        for link in links where !link.hasPrefix("https://") {
            let path = SampleIndex.package.appendingPathComponent(String(link)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(link)")
        }
    }

    /// Without blank lines at the end.
    private static func trimmed(_ lines: [String]) -> [String] {
        lines.reversed().drop { $0.isEmpty }.reversed()
    }
}

/// Command lines of the documentation.
enum ShellLine {
    /// The arguments behind the program's name, as a shell cuts them.
    static func arguments(_ line: String) throws -> [String] {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "sitrep() { for word; do printf '%s\\n' \"$word\"; done; }; " + line]
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        #expect(SitrepProcess.wait(for: process) == 0)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// A line with what differs from run to run masked: how long it took.
    static func masked(_ line: String) -> String {
        line.replacing(/\(\d+ ms\)/, with: "(T ms)").replacing(/in \d+\.\d+ s$/, with: "in T s")
    }
}
