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
        let shards = generation.shards > 1 ? (1...generation.shards).map(Self.name) : []
        for shard in shards {
            // The path is one within the folder of the stub.
            let content = Array("auto \(name)/\(shard)\n".utf8)
            let path = "\(folder.path)/\(shard)"
            if (try? Files.read(path)) != content {
                CrashPoint.reach(.beforeStubs)
                try? Files.replace(path, with: content)
                CrashPoint.reach(.afterStubs)
            }
        }
        for other in (try? Files.names(in: folder.path)) ?? [] where isName(other) && !shards.contains(other) {
            Files.remove("\(folder.path)/\(other)")
        }
    }
}
