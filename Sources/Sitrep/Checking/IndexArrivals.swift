/// Whether a damaged index still tells what one that is built again takes over from it.
public enum IndexArrivals {
    /// Reads when each report first came in. On a damaged index that may crash or go round in circles, as
    /// ``IndexCheck`` may: to be called in a process of its own.
    ///
    /// - Returns: whether it could be read.
    /// - Throws: ``SitrepError`` `io` where the machine does not let it be read, which says nothing of the index.
    public static func canBeRead(index path: String) throws(SitrepError) -> Bool {
        let folder = IndexFolder(path)
        guard let manifest = try? folder.manifest() else { return false }
        let generation = folder.generation(of: manifest)
        do {
            _ = try generation.openDatabase()
        } catch {
            if error.isOfMachine || error.code == .outOfMemory { throw SitrepError(error, index: folder.path) }
            return false
        }
        return Heritage(of: generation, verifying: true) != nil
    }
}
