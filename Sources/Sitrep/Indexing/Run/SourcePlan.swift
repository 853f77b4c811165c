/// Which sources an index has after a run, and which of them the run reads.
struct SourcePlan {
    private(set) var sources: [SourceRecord]
    /// The number for the next new source.
    private(set) var next: Int
    /// The numbers of the sources that are read.
    private(set) var toRead: Set<Int> = []
    /// The numbers of those that are no longer sources, whose reports leave the index or move to another source.
    private(set) var dropped: [Int] = []
    private(set) var remarks: [String] = []

    init(sources: [SourceRecord], next: Int) {
        self.sources = sources
        self.next = next
    }

    /// - Parameter isThere: whether a path can be reached now.
    /// - Throws: ``SitrepError`` when a path to forget is no source.
    mutating func apply(
        _ task: IndexRun.Task,
        excluded: [String],
        isThere: (String) -> Bool = Files.exists
    ) throws(SitrepError) {
        switch task {
        case .index(let paths):
            for path in paths { add(path, excluded: excluded, isThere) }
        case .reindex, .rebuild:
            toRead = Set(sources.map(\.number))
        case .forget(let path):
            try forget(path)
        }
    }

    private mutating func add(_ path: String, excluded: [String], _ isThere: (String) -> Bool) {
        if let place = sources.firstIndex(where: { $0.path == path }) {
            if !excluded.isEmpty { sources[place].excluded = excluded }
            toRead.insert(sources[place].number)
            return
        }
        if let outer = sources.first(where: { $0.contains(path) }) {
            // The reports there belong to the outer source, with ids relative to it.
            toRead.insert(outer.number)
            remarks.append("\(path) lies inside the source \(outer.path), which was brought up to date")
            if !excluded.isEmpty {
                remarks.append("--exclude was not taken: it belongs to a source, so name \(outer.path) with it")
            }
            return
        }
        let source = SourceRecord(number: next, path: path, excluded: excluded)
        next += 1
        // Sources inside the new one become part of it; their files are found again by content.
        // One that cannot be reached now stays a source: none of its files could be found.
        for inner in sources where source.contains(inner.path) && isThere(inner.path) {
            dropped.append(inner.number)
            toRead.remove(inner.number)
            remarks.append("the source \(inner.path) is now part of \(path)")
        }
        sources.removeAll { dropped.contains($0.number) }
        sources.append(source)
        toRead.insert(source.number)
    }

    private mutating func forget(_ path: String) throws(SitrepError) {
        guard let place = sources.firstIndex(where: { $0.path == path }) else {
            let known = sources.map { "  " + $0.path }.joined(separator: "\n")
            if let outer = sources.first(where: { $0.contains(path) }) {
                throw SitrepError(
                    .notFound,
                    "\(path) is not a source, it is part of \(outer.path)",
                    hint: "leave it out with a line in \(outer.path)/.sitrepignore and run: sitrep reindex"
                )
            }
            throw SitrepError(
                .notFound,
                "\(path) is not a source of this index",
                hint: known.isEmpty ? "the index has no sources" : "its sources are:\n" + known
            )
        }
        dropped.append(sources[place].number)
        sources.remove(at: place)
    }
}
