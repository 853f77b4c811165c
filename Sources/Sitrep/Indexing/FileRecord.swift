internal import Xapian

/// What the index remembers of a file, so that the next run opens only what changed.
struct FileRecord: Equatable, Sendable {
    /// The number of the source that it belongs to.
    var source: Int
    /// The path relative to the source, or the file's name where the source is that file.
    var relativePath: String
    var status: FileStatus
    /// SHA-256 of the file's bytes in hexadecimal; empty when it could not be read, and behind ``keptMark`` where an index
    /// that was built again could not read the file and kept its reports.
    var digest: String
    /// How many reports it gave.
    var reports: Int
    /// How many of its records failed; such a file is read again by every run, so that its failures are not forgotten.
    var failures: Int

    /// What names the file in the index: the metadata key's end and the term of its reports.
    var fileKey: FileKey { FileKey(source: source, relativePath: relativePath) }

    func encoded() -> [UInt8] {
        var out = ByteWriter()
        out.write(source)
        out.write(relativePath)
        out.write(status.size)
        out.write(UInt64(bitPattern: status.modified))
        out.write(status.inode)
        out.write(digest)
        out.write(reports)
        out.write(failures)
        return out.summed
    }

    init(decoding bytes: [UInt8]) throws(ByteReader.Malformed) {
        var input = ByteReader(bytes)
        source = try input.int()
        relativePath = try input.string()
        status = FileStatus(
            size: try input.int(),
            modified: Int64(bitPattern: try input.number()),
            inode: try input.number()
        )
        digest = try input.string()
        reports = try input.int()
        failures = try input.int()
        try input.checkSum()
    }

    init(source: Int, relativePath: String, status: FileStatus, digest: String, reports: Int, failures: Int) {
        self.source = source
        self.relativePath = relativePath
        self.status = status
        self.digest = digest
        self.reports = reports
        self.failures = failures
    }
}

extension FileRecord {
    /// Stands before the digest of a file whose reports come from what an earlier index held of them.
    private static let keptMark = "kept "

    /// Whether its reports come from what an earlier index held of them, so that all of it is read anew when it can be.
    var isKept: Bool { digest.hasPrefix(Self.keptMark) }

    /// The digest without the mark.
    var contentDigest: String { isKept ? String(digest.dropFirst(Self.keptMark.count)) : digest }

    /// What stands for its digest when it could not be read, or not to its end.
    var unreadDigest: String { isKept ? Self.keptMark : "" }

    /// The file as one whose reports come from what the index held, with a status that it never has.
    func kept(reports: Int) -> FileRecord {
        var file = self
        file.status = FileStatus(size: status.size, modified: 0, inode: 0)
        if !isKept { file.digest = Self.keptMark + digest }
        file.reports = reports
        return file
    }
}

/// What names a file in the index: short and of fixed length, whatever its path.
struct FileKey: Hashable, Sendable {
    /// 128 bits of a SHA-256, in hexadecimal.
    let rawValue: String

    init(source: Int, relativePath: String) {
        rawValue = String(SHA256Digest.hex("\(source)/\(relativePath)".utf8).prefix(32))
    }

    init(rawValue: String) { self.rawValue = rawValue }

    /// The prefix of the metadata keys of all files.
    static let metadataPrefix = "file/"

    var metadataKey: String { Self.metadataPrefix + rawValue }

    /// The file that a document came from; `nil` for one without.
    init?(of document: DocumentID, in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) {
        self.init(among: try database.documentTerms(document))
    }

    /// The file that a document with these terms came from; `nil` for one without.
    init?(among terms: [DocumentTerm]) {
        let prefix = Schema.file.prefix.utf8
        guard let term = terms.first(where: { $0.term.starts(with: prefix) })?.term else { return nil }
        rawValue = String(decoding: term.dropFirst(prefix.count), as: UTF8.self)
    }

    /// The term that the file's reports carry.
    var term: [UInt8] { Schema.file.term(rawValue) }
}
