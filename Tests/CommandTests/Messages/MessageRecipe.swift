import Foundation
import ServerFixture
import Testing

/// How a message of the page comes about.
struct MessageRecipe: CustomTestStringConvertible, Sendable {
    /// What not every machine has.
    enum Need: Sendable {
        /// A program without root's rights.
        case unprivileged
        /// The library that fails calls of the system.
        case faults
        /// Files and tools that Linux alone has.
        case linux
        /// Xapian's own server.
        case server

        var isMet: Bool {
            switch self {
            case .unprivileged: return SitrepProcess.canRunUnprivileged
            case .server: return DatabaseServer.program != nil
            case .linux, .faults:
                #if os(Linux)
                return self == .linux || FaultInjection.isAvailable
                #else
                return false
                #endif
            }
        }
    }

    /// The exit status with which the page lists it.
    let status: Int32
    /// As it stands on the page.
    let message: String
    let needs: [Need]
    /// What the program ends with, where that is another status than the section's.
    let ends: Int32
    let run: @Sendable (MessageScene) throws -> Outcome

    init(
        _ status: Int32,
        _ message: String,
        needs: Need...,
        ends: Int32? = nil,
        run: @escaping @Sendable (MessageScene) throws -> Outcome
    ) {
        (self.status, self.message, self.needs, self.ends) = (status, message, needs, ends ?? status)
        self.run = run
    }

    var testDescription: String { "\(status): \(message)" }

    /// Checks that a run ended as the page says: with its status, with the message, and with advice where the page has some.
    func check(_ outcome: Outcome, _ row: MessagePage.Row) {
        #expect(outcome.status == ends, "\(outcome.errors.prefix(2_000))")
        let lines = outcome.errors.components(separatedBy: "\n")
        if status == 1 {
            // Behind the path, and the line where there is one.
            let found = lines.contains { line in
                let failure = line.wholeMatch(of: /sitrep: failed: [^:]+: (?:line \d+: )?(.*)/)
                return failure.map { message.isMessage($0.1) } ?? false
            }
            #expect(found, "\(outcome.errors.prefix(2_000))")
            return
        }
        let prefix = "sitrep: error: "
        guard let place = lines.firstIndex(where: { $0.hasPrefix(prefix) }) else {
            Issue.record("no error: \(outcome.errors)")
            return
        }
        #expect(message.isMessage(lines[place].dropFirst(prefix.count)), "\(lines[place])")
        guard !row.advice.isEmpty else { return }
        #expect(lines.dropFirst(place + 1).first?.hasPrefix("  ") ?? false, "no advice: \(outcome.errors)")
    }
}

/// What a recipe works with: a folder of its own with an index that nobody else uses.
final class MessageScene: Sendable {
    let store: ReportStore
    var index: String { store.index }
    var folder: TemporaryFolder { store.folder }

    /// An index of a few reports, made once; ``MessageScene`` has copies of it.
    private static let model = Result<ReportStore, any Error> {
        let store = try ReportStore()
        try writeReports(store)
        try store.build()
        return store
    }

    /// The index reads its reports from elsewhere, until ``build(_:)`` makes another one.
    init() throws {
        store = try ReportStore()
        let model = try Self.model.get()
        try Self.copy(model.index, to: index)
    }

    private static func writeReports(_ store: ReportStore) throws {
        try store.write("a.txt", "A convoy of forty lorries passed Poltava.")
        let lines = (1...40).map {
            #"{"id": "r\#($0)", "date": "2024-11-13", "text": "A convoy of \#($0) lorries passed Poltava."}"#
        }
        try store.write("feed.jsonl", lines.joined(separator: "\n"))
    }

    /// Copies an index; of what is large and never changed there is a second name.
    static func copy(_ index: String, to path: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in try files.subpathsOfDirectory(atPath: index).sorted() {
            var isFolder: ObjCBool = false
            _ = files.fileExists(atPath: index + "/" + name, isDirectory: &isFolder)
            if isFolder.boolValue {
                try files.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
            } else if name.hasSuffix(".image") {
                try files.linkItem(atPath: index + "/" + name, toPath: path + "/" + name)
            } else {
                try files.copyItem(atPath: index + "/" + name, toPath: path + "/" + name)
            }
        }
    }

    /// Makes the index anew, of one report that lies in the folder `reports` here.
    func build(_ options: String...) throws {
        if FileManager.default.fileExists(atPath: index) { try folder.remove("Index") }
        try store.write("a.txt", "A convoy of forty lorries passed Poltava.")
        _ = try succeed(["index", store.reports] + options)
    }

    /// A folder with a vocabulary file.
    func ownVocabulary() throws -> String {
        try folder.write("own/weapons.yaml", "facet: weapon\nconcepts:\n- id: sample-drone\n  name: Sample drone\n")
        return folder.path("own")
    }

    /// Runs the program on the index.
    func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try SitrepProcess.run(arguments + ["--index", index], environment: environment)
    }

    /// Runs what is to be done before the message comes.
    @discardableResult
    func succeed(_ arguments: [String]) throws -> Outcome {
        let outcome = try run(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome
    }

    /// Reads files of `reports` without the index.
    func extract(_ options: [String] = []) throws -> Outcome {
        try store.write("a.txt", "A convoy.")
        return try SitrepProcess.run(["extract", store.reports, "--format", "ndjson"] + options)
    }

    /// The path of a file in the index.
    func file(_ name: String) throws -> String {
        let names = try FileManager.default.subpathsOfDirectory(atPath: index)
        return index + "/" + (try #require(names.first { $0 == name || $0.hasSuffix("/" + name) }))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

    /// Makes a table of the database unreadable.
    func damageTable() throws { try Data("x".utf8).write(to: URL(fileURLWithPath: file("docdata.glass"))) }

    /// Damages the text of a report in the index, and puts a link to nowhere in the place of its file.
    func loseReport() throws {
        try changeEntries(matching: "text/[0-9a-f]{16}", (8, 0x55), (9, 0x55), (10, 0x55))
        try folder.move("reports/a.txt", to: "a.txt")
        let link = store.reports + "/a.txt"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "none.txt")
    }

    /// Changes bytes of the table with the index's own entries, some places behind each occurrence of what matches.
    func changeEntries(matching pattern: String, _ changes: (place: Int, value: UInt8)...) throws {
        let url = URL(fileURLWithPath: try file("postlist.glass"))
        var bytes = try Data(contentsOf: url)
        // Byte by byte a character.
        let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        let expression = try NSRegularExpression(pattern: pattern)
        let found = expression.matches(in: text, range: NSRange(location: 0, length: bytes.count))
        #expect(!found.isEmpty, "\(pattern)")
        for match in found {
            for change in changes { bytes[match.range.upperBound + change.place] = change.value }
        }
        try bytes.write(to: url)
    }

    /// Runs the program so that calls for a file or folder fail.
    ///
    /// - Parameter fault: as `SITREP_FAULT_FAIL` takes it.
    func run(_ arguments: [String], failing fault: String, of path: String) throws -> Outcome {
        #if os(Linux)
        let environment = [
            "LD_PRELOAD": FaultInjection.library.path, "SITREP_FAULT_FOLDER": path, "SITREP_FAULT_FAIL": fault,
        ]
        return try run(arguments, environment: environment)
        #else
        throw CocoaError(.featureUnsupported)
        #endif
    }

    /// Runs the program in a shell, which may set limits and streams before.
    ///
    /// - Parameter line: with `"$0"` for the program, and `"$1"` and so on for the arguments.
    func shell(_ line: String, _ arguments: String..., before: [String] = []) throws -> Outcome {
        let process = Process()
        let errors = try folder.write("errors", "")
        let words = before + ["/bin/sh", "-c", line, SitrepProcess.executable.path] + arguments
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        let status = SitrepProcess.wait(for: process, words)
        return Outcome(status: status, output: Data(), errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// Runs `body` while this process holds a lock of the kernel's on a file of the index.
    func holding(_ name: String, _ body: () throws -> Outcome) throws -> Outcome {
        let lock = open(index + "/" + name, O_RDWR | O_CREAT, 0o666)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        defer { close(lock) }
        return try body()
    }
}
