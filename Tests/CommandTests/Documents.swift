import CommandLineInfo
import Foundation
import Testing

/// A page of the documentation, in Markdown.
struct Document {
    let name: String
    let lines: [String]

    init(_ path: String) throws {
        name = path
        lines = try String(contentsOf: SampleIndex.package.appendingPathComponent(path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// README and the pages of the catalogue.
    static var all: [Document] {
        get throws {
            let catalogue = "Sources/Sitrep/Documentation.docc"
            let folder = SampleIndex.package.appendingPathComponent(catalogue).path
            let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
            return try [Document("README.md")] + pages.sorted().map { try Document(catalogue + "/" + $0) }
        }
    }

    /// The lines between fences, a block each.
    var blocks: [[String]] {
        var blocks: [[String]] = []
        var isInside = false
        for line in lines {
            if line.hasPrefix("```") {
                isInside.toggle()
                if isInside { blocks.append([]) }
            } else if isInside {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks
    }

    /// The commands that a reader can type, without the remarks behind them.
    var examples: [String] {
        blocks.joined().compactMap { line in
            let command = line.hasPrefix("$ ") ? String(line.dropFirst(2)) : line
            guard command.hasPrefix("sitrep ") else { return nil }
            return command.range(of: "  +#", options: .regularExpression).map { String(command[..<$0.lowerBound]) }
                ?? command
        }
    }

    /// The commands whose output is shown, each with that.
    var transcripts: [(command: String, output: [String])] {
        var found: [(command: String, output: [String])] = []
        for block in blocks where block.first?.hasPrefix("$ sitrep ") ?? false {
            for line in block {
                if line.hasPrefix("$ ") {
                    found.append((String(line.dropFirst(2)), []))
                } else {
                    found[found.count - 1].output.append(line)
                }
            }
        }
        return found
    }
}

/// A folder with all that the examples of the documentation name: reports, an index of the sample reports, queries.
final class ExampleFolder {
    let folder: TemporaryFolder

    /// - Parameter isIndexed: whether `Index` is there already.
    init(isIndexed: Bool = true) throws {
        folder = try TemporaryFolder()
        let files = FileManager.default
        let corpus = SampleIndex.corpus
        try files.copyItem(atPath: corpus, toPath: folder.path("Corpus"))
        guard isIndexed else { return }
        try files.copyItem(atPath: corpus + "/scrapes", toPath: folder.path("articles"))
        try files.copyItem(atPath: corpus + "/notes", toPath: folder.path("saved-pages"))
        try files.copyItem(atPath: corpus + "/pages/lebanon-ceasefire.html", toPath: folder.path("page.html"))
        try folder.write(
            "crawl.jsonl",
            #"{"id": "crawled-1", "title": "Grid", "text": "Drones struck a power station."}"#
        )
        try folder.write("topics.tsv", "1\tdrones kyiv\n2\tlong range missiles\n")
        try folder.write(
            "my-vocabulary/own.yaml",
            "facet: weapon\nconcepts:\n- id: sample-drone\n  name: Sample drone\n"
        )
        // Where examples copy what they found.
        try FileManager.default.createDirectory(atPath: folder.path("case"), withIntermediateDirectories: true)
        #expect(try run("gzip crawl.jsonl").status == 0)
        #expect(try run("sitrep index Corpus articles/ --quiet").status == 0)
    }

    /// Runs a line in the shell, as a reader does; with the built program as `sitrep`.
    func run(_ line: String) throws -> (status: Int32, errors: String) {
        try folder.write("errors", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // What goes on until it is stopped is stopped, as by Ctrl-C.
        let stopped = line.hasPrefix("sitrep watch") ? "timeout --preserve-status -s INT 4 " + line : line
        process.arguments = ["-c", stopped]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        var variables = ProcessInfo.processInfo.environment
        for name in ["SITREP_INDEX", "SITREP_VOCABULARY"] { variables[name] = nil }
        variables["XDG_CONFIG_HOME"] = folder.path("config")
        variables["PATH"] =
            SitrepProcess.executable.deletingLastPathComponent().path + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("errors")))
        try process.run()
        let status = SitrepProcess.wait(for: process, [line])
        return (status, try String(contentsOfFile: folder.path("errors"), encoding: .utf8))
    }

    /// Runs examples one after the other, each of which must find something or nothing, without a complaint.
    func expect(_ examples: [String], of name: String) throws {
        for example in examples {
            // The only other program that an example may pipe into; the test cannot have it installed.
            if example.contains("| jq"), Installed.jq == nil { continue }
            let (status, errors) = try run(example)
            #expect([0, 1].contains(status) && !errors.contains("error:"), "\(name): \(example): \(status) \(errors)")
        }
    }
}
