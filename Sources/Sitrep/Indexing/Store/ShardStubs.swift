/// The stub files in the folder of an index of several shards: `shard-1`, `shard-2` and so on, each naming the database
/// of the present generation that it stands for.
///
/// They give the shards names that stay when a generation follows another, for those who serve or copy them: Xapian's
/// own `xapian-tcpsrv` and `xapian-replicate-server` open a stub as they do a database, anew for each client. The index
/// itself does not read them.
enum ShardStubs {
    private static let prefix = "shard-"

    /// The name of a shard, from 1.
    static func name(_ number: Int) -> String { prefix + String(number) }

    static func isName(_ name: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        let digits = name.dropFirst(prefix.count)
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Makes the stubs name the databases of a generation, and takes away those of shards that there are no more.
    ///
    /// To be called when the generation is published and before another one is removed, after each run: what cannot be
    /// written now is the next one's to write.
    static func update(_ generation: Generation, named name: String, in folder: IndexFolder) {
        for stub in wrong(generation, named: name, in: folder) {
            let path = "\(folder.path)/\(stub)"
            guard shards(of: generation).contains(stub) else {
                Files.remove(path)
                continue
            }
            CrashPoint.reach(.beforeStubs)
            try? Files.replace(path, with: content(stub, name))
            CrashPoint.reach(.afterStubs)
        }
    }

    /// The stubs that are missing, name another database than the shard's of a generation, or are of no shard.
    static func wrong(_ generation: Generation, named name: String, in folder: IndexFolder) -> [String] {
        let shards = shards(of: generation)
        let others = ((try? Files.names(in: folder.path)) ?? []).filter { isName($0) && !shards.contains($0) }
        return shards.filter { (try? Files.read("\(folder.path)/\($0)")) != content($0, name) } + others
    }

    private static func shards(of generation: Generation) -> [String] {
        generation.shards > 1 ? (1...generation.shards).map(Self.name) : []
    }

    /// What a stub says; the path is one within its folder.
    private static func content(_ shard: String, _ generation: String) -> [UInt8] {
        Array("auto \(generation)/\(shard)\n".utf8)
    }
}
