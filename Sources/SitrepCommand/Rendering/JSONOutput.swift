import Sitrep

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes values as JSON to stdout.
enum JSONOutput {
    /// One object or array with a line break at the end; indented for a person at a terminal.
    static func write(_ value: some Encodable) throws {
        Output.write(try string(value, Output.outputIsTerminal ? [.prettyPrinted] : []) + "\n")
    }

    /// One object on a line of its own.
    static func writeLine(_ value: some Encodable) throws {
        Output.write(try string(value, []) + "\n")
    }

    /// An array that is written element by element.
    struct List {
        private var isEmpty = true

        mutating func write(_ value: some Encodable) throws {
            Output.write((isEmpty ? "[\n" : ",\n") + (try JSONOutput.string(value, [])))
            isEmpty = false
        }

        func finish() { Output.write(isEmpty ? "[]\n" : "\n]\n") }
    }

    private static func string(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: try encoder.encode(value), as: UTF8.self)
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
