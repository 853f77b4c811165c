import Foundation
import Testing

@Suite("A case file stands alone and can be verified")
struct ExportTests {
    private let store: ReportStore

    private static let records =
        #"{"id": "r1", "text": "A convoy passed Odesa, 12 drones fell.", "date": "2024-11-02"}"#
        + "\n" + #"{"id": "../../r\u00002 \"'`$(x)", "title": "Київ\nтут", "text": "Конвой, convoy."}"# + "\n"

    init() throws {
        store = try ReportStore()
        try store.write(
            "a.txt",
            "2024-11-13\n\nA convoy passed Kyiv; 73 drones were launched and 50 of them shot down."
        )
        try store.write("list.json", #"[ {"text": "A convoy in the list."},  {"text": "Quiet in the list."} ]"#)
        try store.write("one.json", #"{"text": "A convoy by itself."}"#)
        try store.write("many.jsonl", Self.records)
        try store.write("=bad \n name.md", "# A convoy\n\nA convoy in Markdown.")
        try store.write("page.html", "<p>A convoy passed on a page.</p>")
        try store.build()
    }

    private var folder: String { store.folder.path("case") }

    private func export(_ arguments: String...) throws -> Outcome {
        try store.run(["export"] + arguments + (arguments.contains("--to") ? [] : ["--to", folder]))
    }

    private struct Manifest: Decodable {
        var query: String
        var options: [String: [String]]
        var command: String
        var interpreted: String
        var total: Int
        var reports: [Report]

        struct Report: Decodable {
            var id: String
            var key: String
            var sha256: String
            var path: String
            var original: Original
            var text: File
        }
        struct Original: Decodable {
            var file: String?
            var state: String
            var reason: String?
        }
        struct File: Decodable {
            var file: String
            var sha256: String
        }
    }

    private func manifest(_ folder: String) throws -> Manifest {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(
            Manifest.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
        )
    }

    /// The status of `sha256sum -c` alone, in a folder.
    private func verify(_ folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "sha256sum --strict -c SHA256SUMS"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return SitrepProcess.wait(for: process)
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    private var leftovers: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: store.folder.path).filter { $0.contains("unfinished") }
        }
    }

    @Test("It holds the originals to the byte, texts, tables and checksums, and verifies wherever it is moved")
    func whole() throws {
        try store.run("mark", "a.txt", "--tag", "lead", "--note", "=HYPERLINK()", "--drop-region", "Kyiv").expectDone()
        let outcome = try export("convoy")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let manifest = try self.manifest(folder)
        #expect(manifest.total == 7 && manifest.reports.count == 7)
        #expect(manifest.reports.prefix(2).map(\.id) == ["r1", "a.txt"])
        for report in manifest.reports {
            let file = try #require(report.original.file)
            #expect(report.original.state == "verified")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
            if !report.path.hasSuffix(".jsonl") && !report.path.hasSuffix("list.json") {
                #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: report.path)))
            }
        }
        let originals = try files(folder + "/originals").map { folder + "/originals/" + $0 }
        let contents = try originals.map { try String(contentsOfFile: $0, encoding: .utf8) }
        for report in manifest.reports {
            let text = try String(contentsOfFile: folder + "/" + report.text.file, encoding: .utf8)
            #expect(text.contains("Key: \(report.key)\n") && report.key.utf8.count == 16)
        }
        #expect(contents.contains(#"{"text": "A convoy in the list."}"#))
        #expect(contents.contains(String(Self.records.split(separator: "\n")[0])))
        let reports = try String(contentsOfFile: folder + "/reports.csv", encoding: .utf8)
        #expect(reports.contains(",lead,'=HYPERLINK(),no,") && reports.contains(",verified,texts/"))
        let figures = try String(contentsOfFile: folder + "/figures.csv", encoding: .utf8)
        #expect(figures.contains(",a.txt,launched,73,73,drones,"))
        let marks = try String(contentsOfFile: folder + "/marks.csv", encoding: .utf8)
        #expect(marks.contains(",a.txt,tag,lead,") && marks.contains(",a.txt,drop-region,Ukraine/Kyiv,"))
        let sums = try String(contentsOfFile: folder + "/SHA256SUMS", encoding: .utf8)
        #expect(sums.split(separator: "\n").count == (try files(folder).count) - 1)
        #expect(try String(contentsOfFile: folder + "/README.txt", encoding: .utf8).contains("sha256sum -c SHA256SUMS"))
        // Elsewhere, without the sources and the index.
        try store.folder.move("case", to: "other/place/moved")
        try store.folder.remove("reports")
        try store.folder.remove("Index")
        let moved = store.folder.path("other/place/moved")
        #expect(try verify(moved) == 0)
        for name in try files(moved) {
            #expect(
                name.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || "-./".utf8.contains($0)
                        || ["README.txt", "SHA256SUMS"].contains(name)
                }
            )
        }
        for name in ["reports.csv", try self.manifest(moved).reports[0].text.file, try files(moved + "/originals")[0]] {
            let path = moved + "/" + (name.contains("/") || name.hasSuffix("csv") ? name : "originals/" + name)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            try (before + [0x20]).write(to: URL(fileURLWithPath: path))
            #expect(try verify(moved) != 0, "\(name)")
            try before.write(to: URL(fileURLWithPath: path))
        }
        #expect(try verify(moved) == 0)
    }

    private func reports(of name: String) throws -> [String: Manifest.Report] {
        Dictionary(uniqueKeysWithValues: try manifest(store.folder.path(name)).reports.map { ($0.id, $0) })
    }

    @Test("An original that has changed or is gone is told, and its cleaned text is there still")
    func lostOriginals() throws {
        try store.write("a.txt", "Something else.")
        try store.write("many.jsonl", Self.records.replacingOccurrences(of: "12 drones", with: "13 drones"))
        try store.folder.remove("reports/page.html")
        let outcome = try export("convoy", "--format", "json")
        #expect(outcome.status == 1)
        let summary = try outcome.object()
        #expect(summary["verified"] as? Int == 4 && summary["changed"] as? Int == 2 && summary["missing"] as? Int == 1)
        #expect(outcome.errors.contains("changed: \(store.reports)/a.txt"))
        #expect(outcome.errors.contains("missing: \(store.reports)/page.html"))
        let reports = try self.reports(of: "case")
        #expect(reports["a.txt"]?.original.state == "changed" && reports["a.txt"]?.original.file == nil)
        #expect(reports["r1"]?.original.state == "changed")
        #expect(reports["page.html"]?.original.state == "missing" && reports["page.html"]?.original.reason != nil)
        let text = try #require(reports["a.txt"]?.text.file)
        #expect(try String(contentsOfFile: folder + "/" + text, encoding: .utf8).contains("73 drones were launched"))
        #expect(try verify(folder) == 0)
    }

    @Test("The same query gives the same bytes but for the date, and leaves out what is irrelevant or undated")
    func stable() throws {
        try store.run("mark", "one.json", "--irrelevant").expectDone()
        #expect(try export("convoy", "--to", store.folder.path("x")).status == 0)
        #expect(try export("convoy", "--to", store.folder.path("y")).status == 0)
        let (x, y) = (try store.folder.state(of: "x"), try store.folder.state(of: "y"))
        #expect(Set(x.keys) == Set(y.keys))
        for (name, file) in x where !["README.txt", "manifest.json", "SHA256SUMS"].contains(name) {
            #expect(file.bytes == y[name]?.bytes, "\(name)")
        }
        #expect(try reports(of: "x")["one.json"] == nil)
        let summary = try export("convoy", "--until", "2024-11-05", "--format", "json", "--to", store.folder.path("z"))
        #expect(try summary.object()["reports"] as? Int == 1 && summary.object()["undated"] as? Int == 4)
        #expect(try reports(of: "z").keys.sorted() == ["r1"])
        // Nothing that was left out or taken in goes without saying.
        let narrowed = store.folder.path("narrowed")
        let options = [
            "--irrelevant", "include", "--undated", "include", "--until", "2025", "--literal", "--not-path",
            "no.txt",
        ]
        #expect(try store.run(["export", "convoy", "--to", narrowed] + options).status == 0)
        let told = try manifest(narrowed)
        let wanted = ["irrelevant": "include", "undated": "include", "to": "2025", "literal": "true"]
        #expect(told.options == wanted.merging(["not-path": "no.txt"]) { $1 }.mapValues { [$0] })
        #expect(told.interpreted.contains("--irrelevant include") && told.total == 7)
        let command = "--not-path no.txt --to 2025 --undated include --irrelevant include --literal convoy"
        #expect(told.command == "sitrep search " + command)
        let readMe = try String(contentsOfFile: narrowed + "/README.txt", encoding: .utf8)
        #expect(readMe.contains(told.command))
        let all = store.folder.path("all")
        #expect(try export("--irrelevant", "include", "--to", all).status == 0)
        #expect(try manifest(all).total == 8)
    }

    @Test("A case file inside a source, finished or not, is no report of it, and that it lies there is told")
    func insideSource() throws {
        let inside = store.reports + "/case"
        let outcome = try export("convoy", "--to", inside)
        #expect(outcome.status == 0 && outcome.errors.contains("lies in the source \(store.reports)"))
        #expect(try verify(inside) == 0)
        #expect(try String(contentsOfFile: inside + "/SHA256SUMS", encoding: .utf8).contains("  .sitrepignore\n"))
        // One whose writer was killed.
        try FileManager.default.copyItem(atPath: inside, toPath: inside + ".unfinished-1")
        let before = try store.ids("convoy")
        try store.reindex()
        #expect(try store.ids("convoy") == before)
        #expect(try !export("convoy").errors.contains("lies in"))
    }

    @Test("A folder that is there, or cannot be written, stays as it is, and nothing half done is left")
    func refused() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try export("convoy").expectError(64, "is there already")
        #expect(try files(folder).isEmpty)
        try export("convoy", "--to", store.folder.path("none/case")).expectError(66, "no folder")
        try FileManager.default.createSymbolicLink(atPath: store.folder.path("link"), withDestinationPath: "nowhere")
        try export("convoy", "--to", store.folder.path("link")).expectError(64, "is there already")
        try export("nosuchword", "--to", store.folder.path("nothing")).expectNothing()
        #expect(!FileManager.default.fileExists(atPath: store.folder.path("nothing")))
        try export("region:Nowhere", "--to", store.folder.path("nothing")).expectError(64, "unknown region")
        #expect(try store.run("export", "convoy").status == 64)
        #expect(try leftovers.isEmpty)
    }

    @Test("--to of other commands is told to be --until, and no folder is named like a date")
    func misread() throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: store.folder.path("")).sorted()
        try export("--from", "2024-11", "--to", "2024-12", "--to", folder).expectError(64, "--until")
        for name in ["2024-12", "2024", "2024-12-01", "yesterday", "7d", "2024-11..2024-12"] {
            try export("convoy", "--to", name).expectError(64, "--until", "./\(name)")
        }
        try export("convoy", "--to", "").expectError(64, "--to")
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder.path("")).sorted() == before)
        #expect(try export("convoy", "--to", store.folder.path("2024-12")).status == 0)
    }

    @Test("Where the disk takes no more, nothing is there and nothing is left")
    func full() throws {
        // No file may be larger than this many blocks; the manifest would be.
        let path = store.folder.path("full")
        let command = "ulimit -f 1; exec \"$0\" export convoy --index \"$1\" --to \"$2\""
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command, SitrepProcess.executable.path, store.index, path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        #expect(SitrepProcess.wait(for: process) == 74)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try leftovers.isEmpty)
    }
}

extension Outcome {
    fileprivate func expectNothing(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(status == 1 && text.contains("nothing written"), "\(errors)\(text)", sourceLocation: sourceLocation)
    }
}
