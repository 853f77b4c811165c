internal import Xapian

/// The keys of reports, sorted: the sections are those of ``StoryBands``, and one of the fingerprints as a whole.
extension SortedRuns {
    /// The section by which equal fingerprints find each other.
    static let wholeSection = StoryBands.sections

    /// So many fingerprints are read from the database at once.
    private static let usualPageSize = 1_024

    convenience init(ofStories capacity: Int, spillPath: String) {
        self.init(sections: StoryBands.sections + 1, capacity: capacity, spillPath: spillPath)
    }

    /// The keys of all documents of a database: one pass over the fingerprints in it.
    ///
    /// - Parameter sketches: where their sketches go as well.
    static func ofAll(
        in database: borrowing some DatabaseReading & ~Copyable,
        capacity: Int = usualCapacity,
        pageSize: Int = usualPageSize,
        spillPath: String,
        sketches: StorySketches? = nil
    ) throws -> SortedRuns {
        let runs = SortedRuns(ofStories: capacity, spillPath: spillPath)
        var next = DocumentID(1)
        while true {
            let page = try database.values(in: Schema.storyFingerprintSlot, from: next, limit: pageSize)
            for (document, value) in page {
                let fingerprint = try runs.add(value, of: document)
                try sketches?.append(fingerprint, of: document.rawValue)
            }
            guard page.count == pageSize, let last = page.last?.id, last.rawValue < .max else {
                try sketches?.complete()
                return runs
            }
            next = DocumentID(last.rawValue + 1)
        }
    }

    /// The keys of some documents.
    static func of(
        _ documents: DocumentBitmap,
        in database: borrowing some DatabaseReading & ~Copyable,
        capacity: Int = usualCapacity,
        spillPath: String
    ) throws -> SortedRuns {
        let runs = SortedRuns(ofStories: capacity, spillPath: spillPath)
        for document in documents.documentIDs {
            try runs.add(try database.documentValue(document, in: Schema.storyFingerprintSlot), of: document)
        }
        return runs
    }

    /// Adds the keys of a document, and returns its fingerprint.
    @discardableResult
    private func add(_ value: [UInt8], of document: DocumentID) throws -> StoryFingerprint {
        let fingerprint = try StoryFingerprint(decoding: value)
        let id = document.rawValue
        StoryBands(fingerprint).forEachKey { add($0.hash, section: $0.section, of: id) }
        // A text of one word has nothing to compare.
        if fingerprint.shingleCount > 0 {
            let hash = value.withUnsafeBytes { ImageHash.token($0) }
            add(UInt32(truncatingIfNeeded: hash >> 32), section: Self.wholeSection, of: id)
        }
        try endDocument()
        return fingerprint
    }

    /// Calls `body` for each hash of a section with the documents that have it, ascending.
    func forEachGroup(of section: Int, _ body: (UInt32, [UInt32]) throws -> Void) throws {
        var group: [UInt32] = []
        var hash: UInt32 = 0
        for entry in try entries(of: section) {
            if entry.hash != hash, !group.isEmpty {
                try body(hash, group)
                group.removeAll(keepingCapacity: true)
            }
            hash = entry.hash
            group.append(entry.document)
        }
        if !group.isEmpty { try body(hash, group) }
    }
}

extension BandFile {
    /// Writes the file of a database anew, from the fingerprints in it.
    ///
    /// Some microseconds a report; see ``SortedRuns`` for the memory.
    ///
    /// - Parameter revision: that of the index which the database holds.
    static func write(
        _ database: borrowing some DatabaseReading & ~Copyable,
        revision: Int,
        to path: String
    ) throws {
        let runs = try SortedRuns.ofAll(in: database, spillPath: path + ".runs")
        let output = try BandOutput(path: path, uuid: try database.uuid, revision: revision)
        for section in 0..<StoryBands.sections {
            for (hash, document) in try runs.entries(of: section) {
                try output.append(StoryKey(section: section, hash: hash), document)
            }
        }
        try output.complete()
    }
}
