import Foundation
import Testing
import Xapian

/// A folder for one test, removed when the test lets go of it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "XapianTests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a database in it.
    func database(_ name: String = "database") -> String { path + "/" + name }
}

/// A document with words at positions 1, 2, 3…, and data.
func document(_ words: String, data: String = "") throws(XapianError) -> Document {
    var document = try Document()
    for (index, word) in words.split(separator: " ").enumerated() {
        try document.addPosting(String(word), at: index + 1)
    }
    try document.setData(data)
    return document
}

/// Writes documents of words into a new database, and commits.
func write(_ texts: [String], to path: String) throws(XapianError) {
    var writer = try WritableDatabase(path: path, mode: .create)
    for text in texts { try writer.add(try document(text, data: text)) }
    try writer.close()
}

/// Writes documents of words into a new database of which some are then gone, and some have a digit in slot 1.
func writeWithGaps(_ texts: [String], to path: String) throws(XapianError) {
    try write(texts, to: path)
    var database = try WritableDatabase(path: path, mode: .open)
    let end = UInt32(texts.count)
    for id in stride(from: UInt32(3), to: end, by: 17) { try database.delete(DocumentID(id)) }
    for id in stride(from: UInt32(1), to: end, by: 5) where id % 17 != 3 {
        try database.setValue(bytes("\(id % 9)"), of: DocumentID(id), in: Slot(1))
    }
    try database.commit()
}

/// The code of the error that `body` throws; `nil` when it throws none.
func code(_ body: () throws(XapianError) -> Void) -> XapianError.Code? {
    do throws(XapianError) {
        try body()
        return nil
    } catch {
        return error.code
    }
}

/// Bytes of text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The ids with these numbers.
func ids(_ numbers: UInt32...) -> [DocumentID] { numbers.map { DocumentID($0) } }

/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Values that are no packed ones: cut off, with an empty entry, with more of the entry before than that has, with an entry
/// of more than 255 bytes; in the first entry and behind a good one.
let malformedPackedValues: [[UInt8]] = [
    [0], [0, 0], [1, 1, 9], [3, 1], [0, 2, 1], [0, 1, 9, 2, 0], [0, 1, 9, 1, 255] + [UInt8](repeating: 7, count: 255),
    [0, 1, 9, 0], [0, 1, 9, 0, 0], [0, 1, 9, 1, 2, 7], [0, 1, 9, 2, 1, 7],
]
