#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A JSON value of any kind.
enum JSONValue: Decodable, Equatable {
    case null
    case string(String)
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Nothing that a report or a page says of itself lies deeper.
    private static let mostLevels = 24

    /// A value that lies deeper than anything that is looked at reads as null: each attempt to decode one as what it is not
    /// costs as much as it is deep.
    init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count <= Self.mostLevels else {
            self = .null
            return
        }
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(String.self) {
            // A NUL has no place in a text, and C strings would end there.
            self = .string(value.utf8.contains(0) ? String(value.map { $0 == "\0" ? " " : $0 }) : value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// A string that is not blank.
    var text: String? {
        guard case .string(let value) = self else { return nil }
        let trimmed = TextLines.trimmed(value)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// A string, or a number as it is written.
    var identifier: String? {
        switch self {
        case .integer(let value): String(value)
        case .number(let value): String(value)
        default: text
        }
    }

    /// A string, or the name of an object that has one.
    var name: String? {
        switch self {
        case .object(let fields): fields["name"]?.text ?? fields["title"]?.text
        case .list(let values): values.lazy.compactMap(\.name).first
        default: text
        }
    }

    /// The strings of a string or of a list of them.
    var texts: [String] {
        if case .list(let values) = self { values.compactMap(\.text) } else { text.map { [$0] } ?? [] }
    }
}

/// The fields of a report in a JSON file.
struct JSONRecord: Decodable {
    private var fields: [String: JSONValue] = [:]

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static let names = [
        "title", "headline", "text", "body", "content", "articleBody", "date", "published", "datePublished", "url",
        "link",
        "id", "source", "publisher", "language", "region", "actor", "weapon",
    ]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for name in JSONRecord.names {
            fields[name] = try container.decodeIfPresent(JSONValue.self, forKey: Key(stringValue: name))
        }
    }

    /// Decodes the bytes of one object.
    static func decode(_ bytes: ArraySlice<UInt8>) throws -> JSONRecord {
        try JSONDecoder().decode(JSONRecord.self, from: Data(bytes))
    }

    private func first<Value>(_ names: [String], _ read: (JSONValue) -> Value?) -> Value? {
        for name in names {
            if let value = fields[name].flatMap(read) { return value }
        }
        return nil
    }

    /// The record gives more than any report has.
    struct TooMuch: Error {
        var reason: String
    }

    /// So many values of a facet a record may give, each a path of at most so many levels.
    private static let maximumValues = 200
    private static let maximumLevels = 16

    /// What the record says of its report; `nil` when it has no text.
    func draft() throws(TooMuch) -> ArticleDraft? {
        let body = first(["text", "body", "content", "articleBody"]) { value in
            value.texts.isEmpty ? nil : value.texts.joined(separator: "\n\n")
        }
        guard let body else { return nil }
        var draft = ArticleDraft(text: HTMLFragment.plainText(body))
        draft.title = first(["title", "headline"], \.text).map { HTMLFragment.plainText($0) }
        draft.recordID = fields["id"]?.identifier
        draft.url = first(["url", "link"], \.text)
        draft.source = first(["source", "publisher"], \.name)
        draft.language = first(["language"], \.text).flatMap(LanguageCode.normalized)
        draft.published = first(["date", "published", "datePublished"], date)
        for kind in FacetKind.allCases {
            let paths = fields[kind.rawValue].map(JSONRecord.paths) ?? []
            guard paths.count <= Self.maximumValues else {
                throw TooMuch(reason: "\(kind.rawValue) has more than \(Self.maximumValues) values")
            }
            guard paths.allSatisfy({ $0.count <= Self.maximumLevels }) else {
                throw TooMuch(reason: "a path in \(kind.rawValue) has more than \(Self.maximumLevels) levels")
            }
            if !paths.isEmpty { draft.given[kind] = paths }
        }
        return draft
    }

    private func date(_ value: JSONValue) -> PublishedDate? {
        let parsed: ParsedDate? =
            switch value {
            case .integer(let seconds): DateParser.parse(secondsSince1970: seconds)
            case .number(let seconds) where seconds.magnitude < 1e15: DateParser.parse(secondsSince1970: Int64(seconds))
            default: value.text.flatMap { DateParser.parse($0) }
            }
        return parsed.map { PublishedDate(date: $0.date, precision: $0.precision, origin: .record) }
    }

    /// The paths of a facet's values: `"Ukraine/Kyiv"`, a list of such, or a list of lists of names.
    private static func paths(_ value: JSONValue) -> [[String]] {
        switch value {
        case .list(let values):
            values.flatMap { value -> [[String]] in
                if case .list = value { return value.texts.isEmpty ? [] : [value.texts] }
                return paths(value)
            }
        default:
            value.text.map { text in
                let path = text.utf8.split(separator: UInt8(ascii: "/"))
                    .map { TextLines.trimmed(String(Substring($0))) }
                    .filter { !$0.isEmpty }
                return path.isEmpty ? [] : [path]
            } ?? []
        }
    }
}
