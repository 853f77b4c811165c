#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What names the present generation of an index; the one file that is replaced, by a rename, when a new one is ready.
struct Manifest: Codable, Equatable {
    /// The schema that the generation was written with.
    var schema: Int
    /// The name of the generation's folder.
    var generation: String
    /// The sources, so that an index whose database is lost can be built again.
    var sources: [Source]

    struct Source: Codable, Equatable {
        var path: String
        var excluded: [String]
    }

    static let fileName = "sitrep.json"

    init(schema: Int, generation: String, sources: [SourceRecord]) {
        self.schema = schema
        self.generation = generation
        self.sources = sources.map { Source(path: $0.path, excluded: $0.excluded) }
    }

    /// Reads a manifest.
    ///
    /// - Throws: an error of the decoder when the file is none.
    init(decoding bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
        // The name becomes part of a path: nothing but a name of ours may stand there.
        guard Generation.isName(generation) else {
            throw SitrepError(.data, "the manifest names no generation")
        }
    }

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}

/// One complete state of an index on disk: a folder with the database and the vocabulary it was made with.
struct Generation: Equatable {
    /// The folder's absolute path.
    let path: String

    var databasePath: String { path + "/database" }

    /// The vocabulary with this digest, beside the database.
    func vocabularyPath(digest: String) -> String { "\(path)/vocabulary-\(digest).image" }

    private static let prefix = "generation-"

    static func name(_ number: Int) -> String { prefix + String(number) }

    /// The number in a generation's name; `nil` for any other name.
    static func number(ofName name: String) -> Int? {
        guard name.hasPrefix(prefix) else { return nil }
        let digits = name.dropFirst(prefix.count)
        return digits.allSatisfy(\.isASCII) ? Int(digits) : nil
    }

    static func isName(_ name: String) -> Bool { number(ofName: name) != nil }
}
