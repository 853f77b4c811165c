internal import Xapian

extension IndexFolder {
    /// Whether a complete generation is there and the manifest is not.
    var lacksManifest: Bool {
        !Files.exists(manifestPath) && !((try? generationNumbers())?.isEmpty ?? true)
    }

    /// Makes the manifest anew where it is missing and a complete generation is there, as a first build leaves it that ends
    /// between naming its generation and publishing it.
    ///
    /// A generation gets its name when it is complete, and holds all that the manifest says. To be called with the writers'
    /// lock held.
    ///
    /// - Throws: ``SitrepError`` `data` where the generation cannot be read.
    func restoreManifest() throws(SitrepError) {
        guard lacksManifest, let number = try generationNumbers().last else { return }
        let name = Generation.name(number)
        let shards = try Files.names(in: path + "/" + name).count(where: ShardStubs.isName)
        let complete = generation(named: name, shards: max(1, shards))
        let metadata: IndexMetadata
        do {
            let database = try complete.openDatabase()
            metadata = try IndexMetadata.read(from: database, at: path)
        } catch {
            throw SitrepError(
                .data,
                "the index at \(path) is damaged: its \(Manifest.fileName) is missing, and \(name) cannot be read",
                hint: "bring the file back, or move the folder away and build the index again: sitrep index PATH…"
            )
        }
        try publish(Manifest(generation: name, shards: complete.shards, metadata: metadata))
    }

    /// Removes what runs that were cut off left beside the present state, which is whole.
    ///
    /// To be called with the writers' lock held. What cannot be removed is tried again by the next run. Files of marks and
    /// saved searches have locks of their own; what is left beside them is written over by the next change.
    func removeLeftovers(beside present: Generation, named name: String) {
        removeGenerations(except: name)
        Files.remove(manifestPath + ".new")
        for number in 1...present.shards { Files.remove("\(path)/\(ShardStubs.name(number)).new") }
        for file in (try? Files.names(in: present.path)) ?? []
        where [".new", ".runs", ".sketches"].contains(where: file.hasSuffix) {
            Files.remove(present.path + "/" + file)
        }
        // Where Xapian writes what becomes its version file.
        for folder in present.databaseFolders { Files.remove(folder + "/v.tmp") }
    }
}
