import CommandLineInfo
import Foundation
import Testing

/// The manual pages, as `make man` writes them.
struct ManualPages {
    let folder: TemporaryFolder
    /// The pages by their names, such as `sitrep-search`.
    let pages: [String: String]

    /// The command tree as the program tells it.
    static var root: CommandInfo {
        get throws { try CommandInfo.decode(SitrepProcess.run(["--experimental-dump-help"]).output) }
    }

    init() throws {
        folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = SitrepProcess.executable.deletingLastPathComponent().appendingPathComponent(
            "WriteManual"
        )
        process.arguments = [folder.path, "2024-02-29"]
        let dump = try SitrepProcess.run(["--experimental-dump-help"]).output
        let input = Pipe()
        process.standardInput = input
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: dump)
        try input.fileHandleForWriting.close()
        #expect(SitrepProcess.wait(for: process) == 0)
        var pages: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            pages[String(file.dropLast(2))] = try String(contentsOfFile: folder.path(file), encoding: .utf8)
        }
        self.pages = pages
    }
}

extension CommandInfo {
    /// This command and those below it, each with the words that it is called by, without the parser's own `help`.
    func all(_ path: [String] = []) -> [(path: [String], command: CommandInfo)] {
        [(path, self)]
            + shownSubcommands.filter { $0.commandName != "help" }.flatMap { $0.all(path + [$0.commandName]) }
    }
}

@Suite("The manual pages")
struct ManualTests {
    @Test("Each command has a page with all sections and all options")
    func pages() throws {
        let manual = try ManualPages()
        let commands = try ManualPages.root.all()
        #expect(Set(manual.pages.keys) == Set(commands.map { (["sitrep"] + $0.path).joined(separator: "-") }))
        for (path, command) in commands {
            let name = (["sitrep"] + path).joined(separator: "-")
            let page = try #require(manual.pages[name])
            let sections = page.split(separator: "\n").filter { $0.hasPrefix(".Sh ") }.map { $0.dropFirst(4) }
            for section in [
                "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES",
                "SEE ALSO",
            ] {
                #expect(sections.contains(Substring(section)), "\(name): \(section)")
            }
            for option in command.shownArguments.flatMap({ $0.names ?? [] }) {
                #expect(page.contains("Fl \(option.typed.dropFirst())"), "\(name): \(option.typed)")
            }
            #expect(page.hasPrefix(".Dd February 29, 2024\n"))
            #expect(page.allSatisfy { $0.isASCII })
        }
    }

    @Test("They are good mdoc", .enabled(if: Installed.mandoc != nil, "mandoc is not installed"))
    func lint() throws {
        let manual = try ManualPages()
        let names = manual.pages.keys.sorted()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Installed.mandoc))
        process.arguments = ["-T", "lint"] + names.map { $0 + ".1" }
        // Pages that others refer to are looked for here too.
        process.currentDirectoryURL = URL(fileURLWithPath: manual.folder.path)
        try manual.folder.write("lint", "")
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: manual.folder.path("lint")))
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let status = SitrepProcess.wait(for: process)
        let complaints = try String(contentsOfFile: manual.folder.path("lint"), encoding: .utf8)
        #expect(status == 0 && complaints.isEmpty, "\(complaints)")
    }
}
