internal import Xapian

/// Reads those reports of an index that is built again whose files cannot be read now, and that the run did not find
/// elsewhere.
///
/// What is damaged is told, and never taken over.
final class LostReports: Sendable {
    private let parts: LostParts
    private let sources: [SourceRecord]
    /// Whether the sums behind the records are over what this program sums up.
    private let comparesSums: Bool
    /// The reports that the run has read: their keys as numbers.
    private let seen: Set<UInt64>
    private let problems = Monitor(Problems())

    private struct Problems {
        /// The paths of files of which a report cannot be read.
        var paths: [String] = []
        /// How many reports cannot be read so that nobody knows where they came from.
        var unknown = 0
        /// How many reports of each file were met that are not taken over from here: found elsewhere, or damaged.
        var met: [FileKey: Int] = [:]
    }

    /// - Parameters:
    ///   - sources: those of the new index, with the numbers that they had in the former one.
    ///   - schema: that of the former index.
    init(_ parts: LostParts, sources: [SourceRecord], seen: Set<UInt64>, schema: Int) {
        self.parts = parts
        self.sources = sources
        self.seen = seen
        comparesSums = schema == Schema.version
    }

    /// The report of a document; `nil` where it is not to be taken over, or is damaged.
    ///
    /// - Throws: ``XapianError`` where the database cannot be read for another reason, for then nothing may be taken for
    ///   lost.
    func read(_ document: DocumentID, _ database: borrowing Database) throws -> StoredReports.Packed? {
        let data = try sound { try database.documentData(document) }
        let identity = data.flatMap { try? StoredRecord.identity(decoding: $0) }
        let isSeen = identity.map { seen.contains(PreparedReport.number(ofKey: $0.key)) } ?? false
        let terms = try sound { try database.documentTerms(document, withPositions: comparesSums && !isSeen) }
        let key = FileKey(among: terms ?? [])
        if isSeen {
            if let key { meet(key) }
            return nil
        }
        guard let file = try file(of: key, path: identity?.path, in: database) else {
            problems.withValue { $0.unknown += 1 }
            return nil
        }
        guard parts.part(with: file) != nil else { return nil }
        guard let data, let terms, let record = try sound({ try self.record(of: document, data, terms, in: database) }),
            let text = try sound({ try self.text(of: record, document, in: database) })
        else {
            note(file)
            return nil
        }
        return StoredReports.Packed(record: record, text: text, file: file)
    }

    /// What `body` gives; `nil` where that is damaged.
    private func sound<Value>(_ body: () throws -> Value) throws -> Value? {
        do {
            return try body()
        } catch let error as XapianError where error.isOfMachine || error.code == .outOfMemory {
            throw error
        } catch {
            return nil
        }
    }

    private func text(
        of record: StoredRecord,
        _ document: DocumentID,
        in database: borrowing Database
    ) throws -> [UInt8] {
        try database.metadata(StoredText.metadataKey(reportKey: record.key), beside: document)
    }

    /// The record of a document that is as it was written.
    private func record(
        of document: DocumentID,
        _ data: [UInt8],
        _ terms: [DocumentTerm],
        in database: borrowing Database
    ) throws -> StoredRecord {
        let (record, bytes, sum) = try StoredRecord.parts(of: data)
        guard record.key == ReportPreparation.key(of: record.id) else { throw ByteReader.Malformed() }
        if comparesSums, let sum {
            let found = try ContentSum(of: document, data: bytes, terms: terms, in: database)
            guard found.value == sum else { throw ByteReader.Malformed() }
        }
        return record
    }

    /// The file of a report: by its entry, and where that is lost, or the term that leads to it, by the path that the report
    /// has.
    private func file(of key: FileKey?, path: String?, in database: borrowing Database) throws -> FileRecord? {
        if let key, let bytes = try sound({ try database.metadata(key.metadataKey) }),
            let file = try? FileRecord(decoding: bytes), file.fileKey == key
        {
            return file
        }
        guard let path else { return nil }
        for source in sources where source.contains(path) {
            let below = path.utf8.dropFirst(source.path.utf8.count).drop { $0 == UInt8(ascii: "/") }
            return FileRecord(
                source: source.number,
                relativePath: below.isEmpty ? FileName.last(path) : String(decoding: below, as: UTF8.self),
                status: FileStatus(size: 0, modified: 0, inode: 0),
                digest: "",
                reports: 0,
                failures: 0
            )
        }
        return nil
    }

    /// Notes that a report of a file was met that is not taken over from here.
    func meet(_ file: FileKey) { problems.withValue { $0.met[file, default: 0] += 1 } }

    /// Notes that a report of a file cannot be taken over.
    func note(_ file: FileRecord) { note(file, count: 1) }

    private func note(_ file: FileRecord, count: Int) {
        let root = sources.first { $0.number == file.source }
        let path = root?.absolutePath(of: file) ?? file.relativePath
        problems.withValue {
            $0.met[file.fileKey, default: 0] += count
            $0.paths += Array(repeating: path, count: count)
        }
    }

    /// Notes the reports that a file gave, by its entry, and that were not met: their documents are gone, or do not tell any
    /// more that they are of it.
    ///
    /// - Parameter kept: how many were taken over.
    func compare(_ file: FileRecord, kept: Int) {
        let met = problems.withValue { $0.met[file.fileKey] ?? 0 }
        // A damaged number is no reason to name a file a million times.
        let missing = min(file.reports - kept - met, Self.mostMissing)
        if missing > 0 { note(file, count: missing) }
    }

    private static let mostMissing = 1_000

    /// Whether a report that a file gave is not taken over and stands nowhere else.
    var lacksReports: Bool { problems.withValue { !$0.paths.isEmpty } }

    /// What could not be taken over.
    ///
    /// - Parameter index: the folder of the index.
    func failures(index: String) -> [ReadFailure] {
        let problems = problems.withValue { $0 }
        var failures = problems.paths.map {
            ReadFailure(path: $0, reason: "cannot be read now, and what the index held of a report of it is damaged")
        }
        if problems.unknown > 0 {
            let count = NumberText.count(problems.unknown, "report")
            let reason = "\(count) in it cannot be read, nor from what file"
            failures.append(ReadFailure(path: index, reason: reason))
        }
        return failures
    }
}
