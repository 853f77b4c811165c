import Sitrep

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes answers as JSON to stdout.
///
/// Every object that stands for itself, alone or as an element or a line, says the version of its shape. Characters
/// that would act on a terminal are written as escapes, which mean the same.
enum JSONOutput {
    /// The version of the shape of answers: keys may be added to it; a key that goes, or gets another meaning, makes
    /// the next one.
    static let schema = 1

    /// One object with a line break at the end; indented for a person at a terminal.
    static func write(_ value: some Encodable) throws {
        Output.write(try string(Answer(value: value), Output.outputIsTerminal ? [.prettyPrinted] : []) + "\n")
    }

    /// An array of objects, as ``write(_:)``.
    static func write(list values: [some Encodable]) throws {
        let answers = values.map { Answer(value: $0) }
        Output.write(try string(answers, Output.outputIsTerminal ? [.prettyPrinted] : []) + "\n")
    }

    /// One object on a line of its own.
    static func writeLine(_ value: some Encodable) throws {
        Output.write(try string(Answer(value: value), []) + "\n")
    }

    /// One object whose array under a key is written element by element; as it stands, the array is empty.
    struct Object {
        private let tail: String
        private var isEmpty = true

        /// Writes the object up to the first element.
        init(_ value: some Encodable, key: String) throws {
            let whole = try JSONOutput.string(Answer(value: value), [])
            // Within a string the quotes would be escaped.
            let array = "\"\(key)\":["
            guard let start = whole.firstRange(of: array + "]") else {
                throw EncodingError.invalidValue(
                    value,
                    EncodingError.Context(codingPath: [], debugDescription: "no empty array under \(key)")
                )
            }
            Output.write(String(whole[..<start.lowerBound]) + array)
            tail = String(whole[start.upperBound...])
        }

        mutating func write(_ element: some Encodable) throws {
            Output.write((isEmpty ? "" : ",") + (try JSONOutput.string(element, [])))
            isEmpty = false
        }

        func finish() { Output.write("]" + tail + "\n") }
    }

    /// An array that is written element by element.
    struct List {
        private var isEmpty = true

        mutating func write(_ value: some Encodable) throws {
            Output.write((isEmpty ? "[\n" : ",\n") + (try JSONOutput.string(Answer(value: value), [])))
            isEmpty = false
        }

        func finish() { Output.write(isEmpty ? "[]\n" : "\n]\n") }
    }

    /// One object on one line, for a file.
    static func text(_ value: some Encodable) throws -> String { try string(value, []) }

    /// The same with the version of its shape.
    static func answer(_ value: some Encodable) throws -> String { try string(Answer(value: value), []) }

    private static func string(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// JSON whose unsafe characters, which can only stand in strings, are escapes.
    static func escaped(_ json: String) -> String {
        guard Printable.mayBeUnsafe(json, keepsLineBreaks: true) else { return json }
        var result: [UInt8] = []
        result.reserveCapacity(json.utf8.count)
        for scalar in json.unicodeScalars {
            if scalar != "\n", Printable.isUnsafe(scalar) {
                for unit in scalar.utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u".utf8
                    result += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
                    result += digits.utf8
                }
            } else {
                result += scalar.utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// An object with the version of its shape, `schema`.
private struct Answer<Value: Encodable>: Encodable {
    let value: Value

    private enum Key: String, CodingKey { case schema }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(JSONOutput.schema, forKey: .schema)
    }
}

/// A value that is written as `null` when it is missing, instead of being left out.
struct OrNull<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

/// A range as `[start, end)`.
func offsets(_ range: Range<Int>) -> [Int] { [range.lowerBound, range.upperBound] }
