import Foundation

@testable import Sitrep

/// What bytes from outside are given to, each for itself; none may crash, hang, or break a promise, whatever the bytes are.
///
/// The tests run each with a fixed number of inputs; built for it, see `Tests/Fuzzing/README.md`, a fuzzer runs one for as
/// long as it is let.
enum FuzzTarget: String, CaseIterable {
    /// A report as plain text, as a page, as Markdown, as one JSON document, and as lines of JSON, each also packed.
    case text, html, markdown, json, lines
    /// Dates: of publication, and of what happened.
    case dates
    /// Places, actors and weapons in a text, and the figures that it gives.
    case facets, figures
    /// A report all the way to what is written of it.
    case report
    /// A query against an index.
    case query
    /// Globs, ignore files and path filters.
    case globs
    /// YAML: vocabularies, marks, saved searches.
    case yaml
    /// Entries of the database, and its tables.
    case records, tables
    /// Files beside the database: columns, bands, known files, images of vocabularies, manifests and lists of shards.
    case columns, bands, known, image, folder
    /// The C headers: character sets, languages, packing, pages.
    case bytes

    /// Takes bytes as what this target reads.
    ///
    /// - Throws: only what would be an error of the target itself, such as a folder that cannot be made.
    func run(_ input: [UInt8]) throws {
        switch self {
        case .text: FuzzReading.read(input, .text)
        case .html: FuzzReading.read(input, .html)
        case .markdown: FuzzReading.read(input, .markdown)
        case .json: try FuzzReading.readFile(input, ending: "json")
        case .lines: try FuzzReading.readFile(input, ending: "jsonl")
        case .dates: FuzzFinding.dates(input)
        case .facets: FuzzFinding.facets(input)
        case .figures: FuzzFinding.figures(input)
        case .report: try FuzzFinding.report(input)
        case .query: try FuzzQuerying.search(input)
        case .globs: FuzzQuerying.globs(input)
        case .yaml: FuzzFiles.yaml(input)
        case .records: FuzzFiles.records(input)
        case .tables: try FuzzTables.run(input)
        case .columns: FuzzFiles.columns(input)
        case .bands: try FuzzFiles.bands(input)
        case .known: FuzzFiles.known(input)
        case .image: FuzzFiles.image(input)
        case .folder: try FuzzFiles.folder(input)
        case .bytes: FuzzBytes.run(input)
        }
    }
}

/// What every input may need.
enum FuzzInput {
    /// A report is written on this day at the latest.
    static let today = CalendarDate(year: 2026, month: 6, day: 15) ?? CalendarDate(year: 2026, month: 1, day: 1)!

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes to the first line break, and those behind it.
    static func parts(_ bytes: [UInt8]) -> (first: String, rest: String) {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
        return (text(Array(bytes[..<end])), text(Array(bytes[end...].dropFirst())))
    }

    /// Whether places in a text are in it, and no character is cut in two.
    static func check(_ ranges: [Range<Int>], in text: String) {
        let bytes = text.utf8
        for range in ranges {
            precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a place outside the text")
            for end in [range.lowerBound, range.upperBound] {
                let place = bytes.index(bytes.startIndex, offsetBy: end)
                precondition(place.samePosition(in: text.unicodeScalars) != nil, "a place within a character")
            }
        }
    }

    /// A folder of this process's own, gone when it ends.
    static let folder: String = {
        let path = NSTemporaryDirectory() + "/sitrep-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit {
            let path = NSTemporaryDirectory() + "/sitrep-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
            try? FileManager.default.removeItem(atPath: path)
        }
        return path
    }()

    /// Runs `body` with a file of these bytes, for what is read from files alone.
    static func withFile(_ bytes: [UInt8], ending: String, _ body: (String) throws -> Void) throws {
        let path = folder + "/\(UUID().uuidString).\(ending)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }
}
