import Foundation
import Xapian

@testable import Sitrep

/// The tables of a database that are read without the library: which documents have a word, and where in each.
enum FuzzTables {
    private static let path = FuzzInput.folder + "/tables"
    private static let names = ["postlist.glass", "position.glass"]
    private static let made = Result { try make() }

    /// Makes a database with tables of two levels and with a list of several pieces.
    ///
    /// - Returns: the bytes of the tables.
    private static func make() throws -> [[UInt8]] {
        var writer = try WritableDatabase(path: path, mode: .create, blockSize: 2_048)
        for number in 0..<1_300 {
            var document = try Document()
            try document.addPosting("all", at: 1 + number % 3)
            for place in 0..<number % 7 {
                try document.addPosting("word\(place)", at: 2 + place * (number % 5 + 1))
            }
            try writer.add(document)
        }
        try writer.close()
        return try names.map { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0))) }
    }

    private static func put(_ tables: [[UInt8]]) throws {
        for (name, table) in zip(names, tables) { try Files.replace(path + "/" + name, with: table, isSynced: false) }
    }

    private static let queries: [Query] = [
        .term("all"), .term("word3"), .and([.term("word1"), .term("word5")]), .phrase(["all", "word0"]),
        .phrase(["word0", "word1", "word2"]), .or([.term("word2"), .phrase(["word4", "word5"])]),
    ]

    /// Every four bytes change one byte of a table: where, the lowest byte first, in the highest bit in which of the two,
    /// and what then stands there.
    static func run(_ bytes: [UInt8]) throws {
        var tables = try made.get()
        try put(tables)
        // The library reads on in these files, as it may not hold where others stand.
        let database = try Database(path: path)
        for start in stride(from: 0, through: bytes.count - 4, by: 4) {
            let place = Int(bytes[start]) | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2] & 0x7F) << 16
            let table = Int(bytes[start + 2] >> 7)
            tables[table][place % tables[table].count] = bytes[start + 3]
        }
        try put(tables)
        let parameters = ScoringParameters(k1: 1, b: 0.5, minimumNormalisedLength: 0.5)
        for query in queries {
            guard let found = try? database.matchingSet(query) else { continue }
            let lengths = [UInt32](repeating: 4, count: found.count)
            _ = try? database.scores(of: query, found, lengths: lengths, parameters)
        }
        for word in ["all", "word3", "none"] { _ = try? database.documentIDs(containing: Array(word.utf8)) }
    }
}
