internal import Xapian

extension IndexWriter {
    /// Publishes a state before the run's end, and goes on with a new generation that begins as a copy of that.
    ///
    /// To be called for a new generation, after ``endAdditions()``.
    func publishAndGoOn(metadata: IndexMetadata, vocabulary: Vocabulary, files: FileChanges) throws {
        CrashPoint.reach(.beforeSaving)
        try publish(metadata: metadata, vocabulary: vocabulary, files: files)
        CrashPoint.reach(.afterSaving)
        let present = generation
        mode = .copy
        generationName = Generation.name(((try folder.generationNumbers()).last ?? 0) + 1)
        generation = folder.generation(named: Generation.unfinishedName(1), shards: shardCount)
        isPublished = false
        uncommitted = 0
        try Files.makeEmptyFolder(generation.path)
        // In the place of the database before, which is closed by that: of each there is one writer.
        database = try WritableDatabase(path: generation.emptyDatabasePath, mode: .create)
        if inBulk, BulkDatabase.canReplace(emptyDatabaseAt: generation.emptyDatabasePath) {
            database = try BulkAdditions.openBase(present)
            additions = try BulkAdditions(to: present, in: generation)
            addsInBulk = true
            try Files.removeFolder(generation.path + "/" + Generation.emptyDatabaseName)
        } else {
            try present.copyDatabases(to: generation.databasePaths)
            try replaceEmptyDatabase(mode: .open)
        }
    }
}
