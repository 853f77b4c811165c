internal import Xapian

extension IndexFolder {
    /// Whether a complete generation is there and the manifest is not.
    var lacksManifest: Bool {
        !Files.exists(manifestPath) && !((try? generationNumbers())?.isEmpty ?? true)
    }

    /// Makes the manifest anew where it is missing and a complete generation is there, as a first build leaves it that ends
    /// between naming its generation and publishing it.
    ///
    /// To be called with the writers' lock held.
    ///
    /// - Throws: as ``newestManifest()``.
    func restoreManifest() throws(SitrepError) {
        guard lacksManifest else { return }
        try publish(try newestManifest())
    }

    /// The manifest of the newest generation, as that itself tells it.
    ///
    /// A generation gets its name when it is complete, and holds all that the manifest says. An older one is not looked at:
    /// it would pass for the present state.
    ///
    /// - Throws: ``SitrepError``: `data` where there is none, it cannot be read, lacks a shard, or is of another schema; `io`
    ///   where the machine does not let it be read.
    func newestManifest() throws(SitrepError) -> Manifest {
        guard let number = try generationNumbers().last else { throw cannotRestore("no state of it is there") }
        let name = Generation.name(number)
        let names = try Files.names(in: path + "/" + name)
        let shards = names.filter(ShardStubs.isName)
        let count = max(1, shards.count)
        let isNumbered = names.contains("database") || Set(shards) == Set((1...count).map(ShardStubs.name))
        // The stubs tell of a shard that is gone where an older version wrote the database.
        let stubs = try Files.names(in: path).count(where: ShardStubs.isName)
        guard isNumbered, count <= Manifest.mostShards, stubs <= count else {
            throw cannotRestore("\(name) lacks one of its shards")
        }
        let schema: Int
        do {
            let database = try generation(named: name, shards: count).openDatabase()
            schema = try IndexMetadata.schema(of: database)
            let isReadable = (Schema.oldestReadable...Schema.version).contains(schema)
            if isReadable, try IndexMetadata.shardCount(toldBy: database) ?? count == count {
                // One of an older schema is built again next.
                let metadata = try IndexMetadata.readFormer(from: database, at: path)
                return Manifest(generation: name, shards: count, metadata: metadata)
            }
        } catch {
            if let error = error as? XapianError, error.isOfMachine { throw SitrepError(error, index: path) }
            throw cannotRestore("\(name) cannot be read")
        }
        if schema > Schema.version { throw IndexMetadata.wrongSchema(schema, at: path) }
        let isOlder = schema < Schema.oldestReadable
        throw cannotRestore(isOlder ? "\(name) is of an older sitrep" : "\(name) lacks one of its shards")
    }

    private func cannotRestore(_ reason: String) -> SitrepError {
        SitrepError(
            .data,
            "the index at \(path) is damaged: its \(Manifest.fileName) is missing or cannot be read, and \(reason)",
            hint: "bring that back from a copy; or take the folders generation-… and the \(Manifest.fileName) away, "
                + "which leaves marks and saved searches, and build the index again: sitrep index PATH…"
        )
    }

    /// Makes the manifest say what the present state does of its sources, its vocabulary and its limits: a run that changes
    /// the present database and is cut off before it has written the manifest leaves that as it was.
    ///
    /// To be called with the writers' lock held.
    func mendManifest(_ manifest: Manifest, of metadata: IndexMetadata) throws(SitrepError) {
        let right = Manifest(generation: manifest.generation, shards: manifest.shards, metadata: metadata)
        guard right != manifest, manifest.mended(metadata.sources) == metadata.sources else { return }
        try publish(right)
    }

    /// Removes what runs that were cut off left beside the present state, which is whole.
    ///
    /// To be called with the writers' lock held.
    func removeLeftovers(beside present: Generation, named name: String) {
        Leftovers(self, beside: present, named: name).remove()
    }
}

extension Manifest {
    /// The sources of a database that may be damaged: where the manifest has another path in the place of one that leads
    /// nowhere, and that path leads somewhere, it is the right one.
    func mended(_ known: [SourceRecord]) -> [SourceRecord] {
        guard known.count == sources.count else { return known }
        let (knownPaths, namedPaths) = (Set(known.map(\.path)), Set(sources.map(\.path)))
        return zip(known, sources).map { source, named in
            // One that stands elsewhere in the other list is right, and the order of the lists another.
            guard !namedPaths.contains(source.path), !knownPaths.contains(named.path),
                !Files.exists(source.path), Files.exists(named.path)
            else { return source }
            var source = source
            (source.path, source.excluded) = (named.path, named.excluded)
            return source
        }
    }
}
