internal import Xapian

/// Whether a damaged index still tells what one that is built again takes over from it.
public enum IndexArrivals {
    /// Reads when each report first came in, and all else that is taken from it. On a damaged index that may crash or go
    /// round in circles, as ``IndexCheck`` may: to be called in a process of its own.
    ///
    /// - Returns: whether it could be read.
    /// - Throws: ``SitrepError`` `io` where the machine does not let it be read, which says nothing of the index.
    public static func canBeRead(index path: String) throws(SitrepError) -> Bool {
        let folder = IndexFolder(path)
        guard let manifest = try? folder.manifest() else { return false }
        let generation = folder.generation(of: manifest)
        do {
            let database = try generation.openDatabase()
            guard Heritage(of: generation, verifying: true) != nil else { return false }
            readReports(database)
            return true
        } catch {
            if error.isOfMachine || error.code == .outOfMemory { throw SitrepError(error, index: folder.path) }
            return false
        }
    }

    /// Reads what reports are made again from. What is damaged is left out then; here it counts that reading comes to an end.
    private static func readReports(_ database: borrowing Database) {
        _ = try? database.metadataEntries(prefix: FileKey.metadataPrefix)
        for document in (try? database.documentIDs(containing: [])) ?? [] {
            _ = try? database.documentTerms(document, withPositions: true)
            guard let data = try? database.documentData(document),
                let identity = try? StoredRecord.identity(decoding: data)
            else { continue }
            _ = try? database.metadata(StoredText.metadataKey(reportKey: identity.key), beside: document)
        }
    }
}
