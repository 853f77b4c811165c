#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The queries of a file, to be searched one after the other.
///
/// A line is `id<TAB>text`, or a JSON object with `id` and `text` (NDJSON); the two may stand in one file. Empty lines
/// are passed over. A line that is neither is told and costs the others nothing.
public struct QueryList: Sendable, Equatable {
    /// One query.
    public struct Entry: Sendable, Equatable {
        /// What names the query in the results; unique in its file.
        public var id: String
        /// The query as a person would type it.
        public var text: String
        /// Its line in the file, from 1.
        public var line: Int
    }

    /// The queries, in the order of the file.
    public private(set) var queries: [Entry] = []
    /// The lines that are no query.
    public private(set) var failures: [ReadFailure] = []

    /// No line of a file of queries is longer, in bytes.
    private static let longestLine = 1 << 20

    /// Reads a file, which may be packed with gzip.
    ///
    /// - Throws: ``SitrepError``: `notFound` where the file cannot be read, `data` where it is no text.
    public init(path: String) throws {
        do {
            var source = try ByteSource(path: path, limits: .standard)
            let bytes = try source.rest()
            if let text = TextDecoder.decode(bytes, declared: nil) {
                read(Array(text.utf8), path: path)
            } else if TextDecoder.isValidUTF8(bytes) {
                // A NUL in a line is that line's mistake.
                read(bytes, path: path)
            } else {
                throw SitrepError(.data, "\(path) is no text", hint: Self.forms)
            }
        } catch let failure as ReadFailure {
            throw SitrepError(
                .notFound,
                "the queries at \(path) \(Self.told(failure.description))",
                hint: Self.forms
            )
        }
    }

    /// `cannot be …` as a failure says it itself.
    private static func told(_ reason: String) -> String {
        reason.hasPrefix("cannot be ") ? reason : "cannot be read: " + reason
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameter path: what failures name.
    init(bytes: [UInt8], path: String) { read(bytes, path: path) }

    /// What a line may be, for messages.
    public static let forms = "a line is an id, a tab and the words, or {\"id\": …, \"text\": …}"

    private mutating func read(_ bytes: [UInt8], path: String) {
        var lines = LineBuffer(maximumLength: Self.longestLine)
        lines.bytes = bytes
        var known: [String: Int] = [:]
        while let (number, line) = lines.next(isEnd: true) {
            do {
                try add(line, number: number, &known)
            } catch {
                failures.append(ReadFailure(path: path, line: number, reason: error.reason))
            }
        }
    }

    private mutating func add(
        _ line: [UInt8]?,
        number: Int,
        _ known: inout [String: Int]
    ) throws(Malformed) {
        guard let line else { throw Malformed(reason: "more than \(Self.longestLine) bytes") }
        guard !line.contains(0) else { throw Malformed(reason: "not text") }
        guard let entry = try Self.entry(line, number: number) else { return }
        if let first = known[entry.id] { throw Malformed(reason: "the id “\(entry.id)” is that of line \(first)") }
        known[entry.id] = number
        queries.append(entry)
    }

    private struct Malformed: Error {
        var reason: String
    }

    /// The query of a line; `nil` for an empty one.
    private static func entry(_ line: [UInt8], number: Int) throws(Malformed) -> Entry? {
        let text = String(decoding: line, as: UTF8.self)
        let trimmed = TextLines.trimmed(text)
        guard let first = trimmed.utf8.first else { return nil }
        if first == UInt8(ascii: "{") { return try object(line, number: number) }
        guard let tab = text.utf8.firstIndex(of: 0x09) else { throw Malformed(reason: "no tab between id and words") }
        let id = TextLines.trimmed(String(text[..<tab]))
        guard !id.isEmpty else { throw Malformed(reason: "no id before the tab") }
        return Entry(id: id, text: TextLines.trimmed(String(text[text.utf8.index(after: tab)...])), line: number)
    }

    /// Deeper nesting is no query.
    private static let deepest = 100

    private static func object(_ line: [UInt8], number: Int) throws(Malformed) -> Entry {
        let fields: [String: JSONValue]
        do {
            guard try JSONScanner.scan(line).value.depth <= deepest else { throw Malformed(reason: "nested too deep") }
            fields = try JSONDecoder().decode([String: JSONValue].self, from: Data(line))
        } catch let error as JSONSyntaxError {
            throw Malformed(reason: "not JSON: \(error.reason)")
        } catch let error as Malformed {
            throw error
        } catch {
            throw Malformed(reason: "not JSON")
        }
        guard let id = fields["id"]?.identifier else { throw Malformed(reason: "no \"id\" in the object") }
        guard case .string(let text)? = fields["text"] else { throw Malformed(reason: "no \"text\" in the object") }
        return Entry(id: id, text: TextLines.trimmed(text), line: number)
    }
}
