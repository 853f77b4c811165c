/// What runs that were cut off left in the folder of an index beside its present state, which is whole.
///
/// Files of marks and saved searches have locks of their own; what is left beside them is written over by the next change.
struct Leftovers {
    /// Absolute, in the order of their names; those in the folder first.
    let paths: [String]

    /// - Parameters:
    ///   - present: the generation that the manifest names.
    ///   - name: its name.
    init(_ folder: IndexFolder, beside present: Generation, named name: String) {
        func names(_ path: String) -> [String] { (try? Files.names(in: path)) ?? [] }
        let stubs = (1...present.shards).map { ShardStubs.name($0) + Self.unfinished }
        let inFolder = names(folder.path).filter { file in
            Generation.isUnfinishedName(file) || (Generation.isName(file) && file != name)
                || file == Manifest.fileName + Self.unfinished || stubs.contains(file)
        }
        let inGeneration = names(present.path).filter { file in
            Self.endings.contains(where: file.hasSuffix) || Self.databases.contains(file)
        }
        paths =
            inFolder.map { folder.path + "/" + $0 } + inGeneration.map { present.path + "/" + $0 }
            // Where Xapian writes what becomes its version file.
            + present.databaseFolders.map { $0 + "/v.tmp" }.filter(Files.isThere)
    }

    private static let unfinished = ".new"
    private static let endings = [unfinished, ".runs", ".sketches"]
    /// Those that a generation is made from.
    private static let databases = [
        Generation.emptyDatabaseName, Generation.addedDatabaseName, Generation.baseDatabaseName,
    ]

    /// Takes them away; to be called with the writers' lock held. What cannot be removed is tried again by the next run.
    ///
    /// Where the name of the present state may not be on the disk yet, all stays: a power cut may still bring the former one
    /// back.
    func remove() {
        guard let first = paths.first, let folder = FileName.folder(of: first) else { return }
        do { try Files.sync(folder: folder) } catch { return }
        for path in paths {
            if Files.isFolder(path) { try? Files.removeFolder(path) } else { Files.remove(path) }
        }
    }
}
