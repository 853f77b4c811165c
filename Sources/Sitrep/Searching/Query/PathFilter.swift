internal import Xapian

/// Narrows a search to files whose path matches a glob.
enum PathFilter {
    /// The reports of the files that match one of `globs`.
    static func query(_ globs: [String], in database: borrowing some DatabaseReading & ~Copyable) throws -> Query {
        let metadata = try SourceRecord.decode(try database.metadata(SourceRecord.metadataKey))
        let sources = Dictionary(uniqueKeysWithValues: metadata.sources.map { ($0.number, $0) })
        let patterns = globs.compactMap { GlobPattern($0) }
        var terms: [Query] = []
        for (_, value) in try database.metadataEntries(prefix: FileKey.metadataPrefix) {
            let file = try FileRecord(decoding: value)
            let absolute = sources[file.source]?.absolutePath(of: file) ?? file.relativePath
            if patterns.contains(where: {
                $0.matches(file.relativePath, isFolder: false) || $0.matches(absolute, isFolder: false)
            }) {
                terms.append(.term(file.fileKey.term))
            }
        }
        return terms.isEmpty ? .matchNothing : .or(terms)
    }
}
