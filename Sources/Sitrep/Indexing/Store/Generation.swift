internal import Xapian

/// One complete state of an index on disk: a folder with the database, or the databases that are its shards, and the
/// vocabulary it was made with.
struct Generation: Equatable {
    /// The folder's absolute path.
    let path: String
    /// How many databases the reports are spread over, at least one.
    var shards = 1

    /// The folders of the databases, as the system wants their names.
    var databasePaths: [[UInt8]] { databaseFolders.map(PathBytes.bytes(of:)) }

    /// The folders of the databases.
    var databaseFolders: [String] {
        shards == 1 ? [path + "/database"] : (1...shards).map { "\(path)/\(ShardStubs.name($0))" }
    }

    /// Opens the databases for reading, as one.
    func openDatabase() throws(XapianError) -> Database { try Database(paths: databasePaths) }

    /// Writes compact copies of the databases, with the same ids.
    func copyDatabases(to paths: [[UInt8]]) throws(XapianError) {
        for (old, new) in zip(databasePaths, paths) { try Database(path: old).compact(to: new, options: .keepIDs) }
    }

    /// Brings the names of the databases' files to disk, to be called after a commit: Xapian brings what is in them there,
    /// but ends with a rename, which could still be undone by a power cut, with all that the commit did.
    func syncDatabaseNames() throws(SitrepError) {
        for folder in databaseFolders { try Files.sync(folder: folder) }
    }

    /// What the databases take on the disk, in bytes.
    var databaseSize: Int { databaseFolders.reduce(0) { $0 + Files.size(ofFolder: $1) } }

    /// The counted values by document, see ``ColumnLayout``.
    var columnsPath: String { path + "/columns" }

    /// Where an empty database stands while the database is written in bulk.
    var emptyDatabasePath: [UInt8] { PathBytes.bytes(of: path + "/" + Self.emptyDatabaseName) }

    static let emptyDatabaseName = "empty"

    /// Where documents stand that are added in bulk to a database, and the copy of that one if it is changed; see
    /// ``BulkAdditions``.
    var addedDatabasePaths: [[UInt8]] { paths(within: Self.addedDatabaseName) }
    var baseDatabasePaths: [[UInt8]] { paths(within: Self.baseDatabaseName) }

    /// The paths of databases, as many as there are shards, in a folder of the generation.
    private func paths(within folder: String) -> [[UInt8]] {
        (1...shards).map { PathBytes.bytes(of: "\(path)/\(folder)/\(ShardStubs.name($0))") }
    }

    static let addedDatabaseName = "added"
    static let baseDatabaseName = "base"

    /// The vocabulary with this digest, beside the database.
    func vocabularyPath(digest: String) -> String { "\(path)/vocabulary-\(digest).image" }

    /// The table of known files, beside the database.
    var filesPath: String { path + "/" + FileTableLayout.fileName }

    /// The file of bands, see ``BandLayout``.
    var bandsPath: String { path + "/bands" }

    private static let prefix = "generation-"

    static func name(_ number: Int) -> String { prefix + String(number) }

    /// The number in a generation's name; `nil` for any other name.
    static func number(ofName name: String) -> Int? {
        guard name.hasPrefix(prefix) else { return nil }
        let digits = name.dropFirst(prefix.count)
        return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }

    /// The name of a generation that is being written; it gets its own name when it is complete.
    static func unfinishedName(_ number: Int) -> String { unfinishedPrefix + String(number) }

    private static let unfinishedPrefix = "unfinished-"

    static func isUnfinishedName(_ name: String) -> Bool { name.hasPrefix(unfinishedPrefix) }

    static func isName(_ name: String) -> Bool { number(ofName: name) != nil }
}
