/// The vocabulary that an index was built with.
enum IndexVocabulary {
    /// Opens the vocabulary of a generation; the program's own one where that is the same.
    ///
    /// - Throws: ``SitrepError`` when it is neither at hand nor beside the database.
    static func open(_ generation: Generation, digest: String, index: String) throws(SitrepError) -> Vocabulary {
        if digest == Vocabulary.builtIn.digest { return .builtIn }
        do {
            return try Vocabulary.open(path: generation.vocabularyPath(digest: digest))
        } catch {
            throw SitrepError(
                .data,
                "the vocabulary of the index at \(index) is missing or damaged: \(error)",
                hint: IndexMetadata.rebuildHint
            )
        }
    }

    /// The built-in vocabulary extended by a folder of the user's.
    static func load(folder: String) throws(SitrepError) -> Vocabulary {
        do {
            return try Vocabulary.load(folder: folder, extending: .builtIn)
        } catch {
            throw unusable(folder, error)
        }
    }

    /// The error for a user's folder that cannot be used.
    static func unusable(_ folder: String, _ error: VocabularyError) -> SitrepError {
        SitrepError(
            .data,
            "the vocabulary in \(folder) cannot be used: \(error)",
            hint: "mend the file, or name another folder with --vocabulary"
        )
    }
}
