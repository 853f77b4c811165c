/// Whether a damaged index still tells what one that is built again takes over from it.
public enum IndexArrivals {
    /// Reads when each report first came in. On a damaged index that may crash or go round in circles, as
    /// ``IndexCheck`` may: to be called in a process of its own.
    ///
    /// - Returns: whether it could be read.
    public static func canBeRead(index path: String) -> Bool {
        let folder = IndexFolder(path)
        guard let manifest = try? folder.manifest() else { return false }
        return Heritage(of: folder.generation(of: manifest)) != nil
    }
}
