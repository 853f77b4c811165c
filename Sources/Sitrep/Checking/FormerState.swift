internal import Xapian

/// What an index that is built again takes over from the state that is there, which may be damaged.
///
/// Reading a damaged database may crash, or go round in circles, as ``IndexCheck`` may: ``canBeRead(index:)`` is to be called
/// in a process of its own.
public enum FormerState: String, Sendable {
    /// When each report first came in, with which run, and how the index describes itself.
    case arrivals
    /// That, and the reports themselves, with the sums that they were written with. It takes as long as a check of the
    /// reports.
    case reports

    /// Reads all of it.
    ///
    /// - Parameter path: the index folder.
    /// - Returns: whether something of it could be read. What is damaged is left out then; here it counts that reading comes to
    ///   an end.
    /// - Throws: ``SitrepError`` `io` where the machine does not let it be read, which says nothing of the index.
    public func canBeRead(index path: String) throws(SitrepError) -> Bool {
        let folder = IndexFolder(path)
        guard let manifest = try? folder.manifest() else { return false }
        let generation = folder.generation(of: manifest)
        do {
            let database = try generation.openDatabase()
            guard Heritage(of: generation) != nil else { return false }
            _ = try? database.metadataEntries(prefix: FileKey.metadataPrefix)
            if self == .reports { Self.readReports(database) }
            return true
        } catch {
            if error.isOfMachine || error.code == .outOfMemory { throw SitrepError(error, index: folder.path) }
            return false
        }
    }

    private static func readReports(_ database: borrowing Database) {
        for document in (try? database.documentIDs(containing: [])) ?? [] {
            guard let terms = try? database.documentTerms(document, withPositions: true),
                let data = try? database.documentData(document)
            else { continue }
            if let (_, bytes, _) = try? StoredRecord.parts(of: data) {
                _ = try? ContentSum(of: document, data: bytes, terms: terms, in: database)
            }
            guard let identity = try? StoredRecord.identity(decoding: data) else { continue }
            _ = try? database.metadata(StoredText.metadataKey(reportKey: identity.key), beside: document)
        }
    }
}
