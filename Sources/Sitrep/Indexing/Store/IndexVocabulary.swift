/// The vocabulary that an index was built with.
enum IndexVocabulary {
    /// The lower image of a vocabulary has a digest of so many digits; those of the image over it follow.
    private static let digits = 32

    /// The files that a vocabulary with this digest is kept in, beside the database: the large one, and the small one
    /// of the user's own names where there is one.
    static func paths(_ generation: Generation, digest: String) -> [String] {
        var paths = [generation.vocabularyPath(digest: String(digest.prefix(digits)))]
        let own = digest.dropFirst(digits)
        if !own.isEmpty { paths.append(generation.vocabularyPath(digest: String(own))) }
        return paths
    }

    /// Writes what of a vocabulary is not there yet: after a change of the user's own names that is the small file.
    ///
    /// - Parameter isKept: tells of a path whether what is there stays.
    static func store(
        _ vocabulary: Vocabulary,
        in generation: Generation,
        keeping isKept: (String) -> Bool = Files.exists
    ) throws {
        for (i, path) in paths(generation, digest: vocabulary.digest).enumerated() where !isKept(path) {
            CrashPoint.reach(.beforeVocabulary)
            try Files.replace(path, with: i == 0 ? vocabulary.imageBytes : vocabulary.overlayBytes ?? [])
            CrashPoint.reach(.afterVocabulary)
        }
    }

    /// Opens the vocabulary of a generation; the program's own one where that is the same.
    ///
    /// - Throws: ``SitrepError``: `data` when it is neither at hand nor beside the database, or damaged there; `io` where
    ///   the machine does not let it be read.
    static func open(_ generation: Generation, digest: String, index: String) throws(SitrepError) -> Vocabulary {
        let paths = paths(generation, digest: digest)
        do {
            let isBuiltIn = digest.prefix(digits) == Vocabulary.builtIn.digest
            let base = isBuiltIn ? Vocabulary.builtIn : try Vocabulary.open(path: paths[0])
            return paths.count == 1 ? base : try base.extended(overlay: paths[1])
        } catch {
            // What the machine does not let be read is no damage.
            if error.code == .unreadable, let hint = SystemTrouble.hint(for: error.message) {
                throw SitrepError(.io, "\(error.file ?? "the vocabulary of \(index)") \(error.message)", hint: hint)
            }
            throw SitrepError(
                .data,
                "the vocabulary of the index at \(index) is missing or damaged: \(error)",
                hint: IndexMetadata.repairHint(index)
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
