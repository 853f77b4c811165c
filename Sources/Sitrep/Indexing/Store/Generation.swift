/// One complete state of an index on disk: a folder with the database and the vocabulary it was made with.
struct Generation: Equatable {
    /// The folder's absolute path.
    let path: String

    /// The database's folder, as the system wants its name.
    var databasePath: [UInt8] { PathBytes.bytes(of: databaseFolder) }

    /// The database's folder.
    var databaseFolder: String { path + "/database" }

    /// The counted values by document, see ``ColumnLayout``.
    var columnsPath: String { path + "/columns" }

    /// Where an empty database stands while the database is written in bulk.
    var emptyDatabasePath: [UInt8] { PathBytes.bytes(of: path + "/" + Self.emptyDatabaseName) }

    static let emptyDatabaseName = "empty"

    /// Where documents stand that are added in bulk to a database, and the copy of that one if it is changed; see
    /// ``BulkAdditions``.
    var addedDatabasePath: [UInt8] { PathBytes.bytes(of: path + "/" + Self.addedDatabaseName) }
    var baseDatabasePath: [UInt8] { PathBytes.bytes(of: path + "/" + Self.baseDatabaseName) }

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
