import Foundation

@testable import Sitrep

/// A temporary folder for files to read; removed with the value.
final class ReadingFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sitrep-reading-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = SystemPath.real(folder.path) ?? folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders that it needs, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

/// What a file gave: records and failures in order.
struct ReadOutcome {
    var records: [ReadRecord] = []
    var failures: [ReadFailure] = []
    var content: FileContent?
    /// The whole file's failure.
    var failure: ReadFailure?

    var articles: [Article] { records.map(\.article) }
    var only: Article? { records.count == 1 && failures.isEmpty && failure == nil ? records[0].article : nil }
}

/// The day that the tests take for today.
let readingDay = CalendarDate(year: 2026, month: 11, day: 21)!

func readFile(_ path: String, limits: ReadingLimits = .standard, today: CalendarDate = readingDay) -> ReadOutcome {
    var outcome = ReadOutcome()
    do {
        outcome.content = try ReportReader(limits: limits, today: today).read(path: path) { result in
            switch result {
            case .success(let record): outcome.records.append(record)
            case .failure(let failure): outcome.failures.append(failure)
            }
        }
    } catch {
        outcome.failure = error as? ReadFailure
    }
    return outcome
}

/// A text file's article.
func readText(_ text: String, ending: String = ".txt", today: CalendarDate = readingDay) throws -> Article? {
    let folder = try ReadingFolder()
    return readFile(try folder.write("report" + ending, text), today: today).only
}

/// One gzip member (RFC 1952).
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    crc = ~crc
    func little(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.compress(bytes) + little(crc)
        + little(UInt32(truncatingIfNeeded: bytes.count))
}

func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }
