internal import Xapian

/// The folder of an index: a manifest, the generation that it names, and the writers' lock.
struct IndexFolder: Sendable {
    /// Absolute.
    let path: String

    init(_ path: String) {
        var path = SystemPath.absolute(path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    var manifestPath: String { path + "/" + Manifest.fileName }

    func generation(named name: String, shards: Int) -> Generation {
        Generation(path: path + "/" + name, shards: shards)
    }

    /// The generation that a manifest names.
    func generation(of manifest: Manifest) -> Generation {
        generation(named: manifest.generation, shards: manifest.shards)
    }

    /// What an index folder may hold beside our own files, so that a fresh one can be told from somebody's documents.
    private static let harmless: Set<String> = [
        "README.md", WriterLock.fileName, Manifest.fileName + ".new", MarksFile.fileName, MarksFile.fileName + ".new",
        MarksLock.fileName, ShardList.fileName, IndexBackup.vocabularyName,
    ]

    /// Whether it reads shards behind servers, and is written elsewhere.
    var readsServers: Bool { Files.exists(path + "/" + ShardList.fileName) }

    /// The manifest of an index that is there.
    ///
    /// - Throws: ``SitrepError`` saying that there is no folder, that it is no index, or that the manifest is damaged.
    func manifest() throws(SitrepError) -> Manifest {
        guard Files.exists(manifestPath) else {
            if !Files.exists(path) {
                throw SitrepError(
                    .notFound,
                    "there is no index at \(path)",
                    hint: "build one with: sitrep index PATH… (or name another with --index)"
                )
            }
            guard (try? generationNumbers())?.isEmpty ?? true else { throw lostManifest() }
            let isFresh = (try? holdsNothingForeign()) ?? false
            throw SitrepError(
                .notFound,
                isFresh ? "there is no index in \(path) yet" : "\(path) is not an index",
                hint: "build one with: sitrep index PATH… (or name another with --index)"
            )
        }
        let bytes = try Files.read(manifestPath)
        do {
            return try Manifest(decoding: bytes)
        } catch {
            throw SitrepError(
                .data,
                "the index at \(path) is damaged: its \(Manifest.fileName) cannot be read",
                hint: "have it made again from what is there with: \(ShellCommand.checking(path, "--repair"))"
            )
        }
    }

    /// Shards that are of different runs are an index to be built again.
    func checkShards(of database: borrowing some DatabaseReading & ~Copyable) throws {
        guard try IndexMetadata.isTorn(database) else { return }
        throw SitrepError(
            .data,
            "the shards of the index at \(path) are of different runs: one was cut off while it ended",
            hint: "bring them together with: \(ShellCommand.reindexing(path))"
        )
    }

    private func lostManifest() -> SitrepError {
        SitrepError(
            .data,
            "the index at \(path) is damaged: its \(Manifest.fileName) is missing",
            hint: "have it made again from what is there with: \(ShellCommand.reindexing(path))"
        )
    }

    /// Whether there is nothing here that is not ours.
    func holdsNothingForeign() throws(SitrepError) -> Bool {
        try Files.names(in: path).allSatisfy {
            $0.hasPrefix(".") || Self.harmless.contains($0) || SavedSearches.fileNames.contains($0)
                || Generation.isName($0) || Generation.isUnfinishedName($0) || ShardStubs.isName($0)
        }
    }

    /// Makes the folder where it is missing, and refuses one that holds something else.
    func prepare() throws(SitrepError) {
        if Files.exists(manifestPath) { return }
        try Files.makeFolder(path)
        guard try holdsNothingForeign() else {
            throw SitrepError(
                .usage,
                "\(path) holds other files and is not an index",
                hint: "name an empty or a new folder with --index"
            )
        }
    }

    /// Makes the manifest name a generation: from then on readers open that one.
    func publish(_ manifest: Manifest) throws(SitrepError) {
        CrashPoint.reach(.beforeManifest)
        try Files.replace(manifestPath, with: manifest.encoded())
        CrashPoint.reach(.afterManifest)
    }

    /// The numbers of the complete generations that are there, ascending.
    func generationNumbers() throws(SitrepError) -> [Int] {
        try Files.names(in: path).compactMap(Generation.number(ofName:)).sorted()
    }

    /// Removes what an interrupted run left, and of the complete generations all but the one that the manifest names.
    ///
    /// To be called with the writers' lock held. A reader that still has an old one open keeps its files until it
    /// closes them.
    func removeGenerations(except kept: String) {
        removeAll { Generation.isUnfinishedName($0) || (Generation.isName($0) && $0 != kept) }
    }

    /// Removes what an interrupted run left.
    func removeUnfinished() {
        removeAll(where: Generation.isUnfinishedName)
    }

    private func removeAll(where isOld: (String) -> Bool) {
        guard let names = try? Files.names(in: path) else { return }
        for name in names where isOld(name) {
            // What cannot be removed now is tried again by the next run; it is never read.
            try? Files.removeFolder(path + "/" + name)
        }
    }
}
