internal import Xapian

/// The reports of one file as an index holds them, so that those that are as they were need not be made ready again.
///
/// Sixteen bytes a report: the first 64 bits of the digest of its original bytes, and its key. In one file the same
/// bytes give the same report with the same id. Never changes, so that all threads may use it.
struct KnownReports: Sendable {
    private struct Entry {
        var digest: UInt64
        var key: UInt64
    }

    /// By their digests.
    private let entries: [Entry]
    /// Whether all of them came from the path that the file has now, on which depends what a report is.
    private let isRecognizable: Bool

    /// Of a file that the index does not know.
    static let none = KnownReports([], isRecognizable: false)

    private init(_ entries: consuming [Entry], isRecognizable: Bool) {
        entries.sort { ($0.digest, $0.key) < ($1.digest, $1.key) }
        self.entries = entries
        self.isRecognizable = isRecognizable
    }

    /// Reads them; some microseconds a report.
    ///
    /// - Parameter path: where the file is now; `nil` where none of them is to be recognized.
    init(of file: FileKey, path: String?, in database: borrowing some DatabaseReading & ~Copyable) throws {
        var entries: [Entry] = []
        var isRecognizable = path != nil
        for document in try database.documentIDs(containing: file.term) {
            let identity = try StoredRecord.identity(decoding: try database.documentData(document))
            entries.append(
                Entry(digest: Self.number(identity.digest), key: PreparedReport.number(ofKey: identity.key))
            )
            if identity.path != path { isRecognizable = false }
        }
        self.init(entries, isRecognizable: isRecognizable)
    }

    /// How many they are; each has a place below.
    var count: Int { entries.count }

    /// The key of the report at a place, as a number.
    func key(at place: Int) -> UInt64 { entries[place].key }

    /// The place of the report that these bytes gave; `nil` where none did. Logarithmic.
    func recognize(digest: String) -> Int? {
        guard isRecognizable else { return nil }
        let number = Self.number(digest)
        let place = firstPlace(from: number, key: 0)
        return place < entries.count && entries[place].digest == number ? place : nil
    }

    /// The place of a report. Logarithmic.
    func place(digest: String, key: UInt64) -> Int? {
        let number = Self.number(digest)
        let place = firstPlace(from: number, key: key)
        guard place < entries.count, entries[place].digest == number, entries[place].key == key else { return nil }
        return place
    }

    private func firstPlace(from digest: UInt64, key: UInt64) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if (entries[middle].digest, entries[middle].key) < (digest, key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func number(_ digest: String) -> UInt64 {
        UInt64(String(decoding: digest.utf8.prefix(16), as: UTF8.self), radix: 16) ?? 0
    }
}

/// Which of a file's known reports a run has met.
struct MetReports {
    let known: KnownReports
    private var met: [UInt64]
    /// How many were not met.
    private(set) var left: Int

    init(_ known: KnownReports) {
        self.known = known
        met = Array(repeating: 0, count: (known.count + 63) / 64)
        left = known.count
    }

    private func isMet(_ place: Int) -> Bool { met[place / 64] >> UInt64(place % 64) & 1 != 0 }

    /// Notes the report at a place.
    mutating func meet(_ place: Int) {
        guard !isMet(place) else { return }
        met[place / 64] |= 1 << UInt64(place % 64)
        left -= 1
    }

    /// The keys of the reports that were not met, as numbers.
    var unmetKeys: [UInt64] {
        guard left > 0 else { return [] }
        var keys: [UInt64] = []
        for place in 0..<known.count where !isMet(place) { keys.append(known.key(at: place)) }
        return keys
    }
}

/// Reads the known reports of files from one state of an index; for one thread.
final class KnownReportsReader {
    private let database: Database

    init(_ generation: Generation) throws(XapianError) {
        database = try generation.openDatabase()
    }

    func reports(of job: ChangeScan.Job) throws -> KnownReports {
        guard job.previous != nil else { return .none }
        return try KnownReports(of: job.fileKey, path: job.isKept ? nil : job.file.path, in: database)
    }
}
