/// A user's own vocabulary: a folder of YAML files that a person can read and edit, which extends the built-in one.
///
/// It lies outside of the program and of any index, so it survives upgrades of both.
public struct UserVocabulary: Sendable {
    /// The folder that is used where none is named; it need not exist. `nil` where the user has no place for one.
    public var standardFolder: String?

    /// A vocabulary whose standard folder, absolute or not, is named; an empty name counts as none.
    public init(standardFolder: String?) {
        self.standardFolder = standardFolder.flatMap { $0.isEmpty ? nil : SystemPath.absolute($0) }
    }

    /// The standard folder, where it holds a vocabulary file.
    public var standardFolderInUse: String? { standardFolder.flatMap { Self.hasFiles($0) ? $0 : nil } }

    /// The folder that an index was built with; `nil` where there is no index, or the built-in vocabulary alone.
    public static func folder(rememberedBy index: String) -> String? {
        guard let manifest = try? IndexFolder(index).manifest(), let folder = manifest.vocabularyFolder else {
            return nil
        }
        return folder.isEmpty ? nil : folder
    }

    /// The built-in vocabulary extended by a folder.
    ///
    /// - Parameters:
    ///   - folder: `nil` or empty for the built-in vocabulary alone.
    ///   - mustExist: whether the standard folder must be there too, as any other one must.
    ///   - wasUsed: whether names from it are in use: then it may be empty, but not be gone, as on another machine.
    /// - Throws: ``SitrepError`` when the folder cannot be used.
    public func load(
        folder: String?,
        mustExist: Bool = true,
        wasUsed: Bool = false
    ) throws(SitrepError) -> Vocabulary {
        guard let folder, !folder.isEmpty else { return .builtIn }
        if wasUsed, Files.isAbsent(folder) {
            throw SitrepError(
                .data,
                "the folder of your vocabulary is gone: \(folder), whose names the reports of the index have",
                hint: "bring it back (a backup has its files, in \(IndexBackup.vocabularyName)), or do without: "
                    + "sitrep reindex --vocabulary ''"
            )
        }
        // The user has taken all of it away, and means the built-in vocabulary.
        if !mustExist, folder == standardFolder, !Self.hasFiles(folder) { return .builtIn }
        return try IndexVocabulary.load(folder: folder)
    }

    /// The built-in vocabulary extended by the standard folder, where that is in use.
    public func loadStandard() throws(SitrepError) -> Vocabulary { try load(folder: standardFolderInUse) }

    /// Whether there is a vocabulary file in a folder; where that cannot be told, an error tells it later.
    private static func hasFiles(_ folder: String) -> Bool {
        guard Files.exists(folder) else { return false }
        guard let names = try? SystemPath.names(inFolder: folder) else { return true }
        return names.contains(where: VocabularySource.isFileName)
    }
}
