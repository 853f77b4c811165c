internal import Xapian

/// Narrows a search to files whose path matches a glob.
enum PathFilter {
    /// The reports of the files that match one of `globs`.
    ///
    /// - Throws: ``SitrepError`` for a pattern without any name in it.
    static func query(_ globs: [String], in database: borrowing some DatabaseReading & ~Copyable) throws -> Query {
        let metadata = try SourceRecord.decode(try database.metadata(SourceRecord.metadataKey))
        let sources = Dictionary(uniqueKeysWithValues: metadata.sources.map { ($0.number, $0) })
        let patterns = try globs.map { glob throws(SitrepError) in
            guard let pattern = GlobPattern(glob) else {
                throw SitrepError(.usage, "“\(glob)” is no pattern for paths", hint: "write one as *.txt or notes/")
            }
            return pattern
        }
        var terms: [Query] = []
        for (_, value) in try database.metadataEntries(prefix: FileKey.metadataPrefix) {
            let file = try FileRecord(decoding: value)
            let absolute = sources[file.source]?.absolutePath(of: file) ?? file.relativePath
            if patterns.contains(where: {
                $0.selects(file: file.relativePath) || $0.selects(file: absolute)
            }) {
                terms.append(.term(file.fileKey.term))
            }
        }
        return terms.isEmpty ? .matchNothing : .or(terms)
    }
}
