internal import Xapian

/// The stories of reports that changed, together with what they meet in the index: the connected components of
/// ``StoryRelation`` over the reports that share a key of ``StoryBands``.
///
/// Memory is some bytes a report of the index, and some ten megabytes; see ``SortedRuns`` for the keys.
struct StorySettling {
    /// The documents whose stories are settled.
    private let changed: DocumentBitmap
    /// Those that did not change and share a key with one that did.
    private var met = DocumentBitmap()
    /// Those that were met and are gone.
    private var gone = DocumentBitmap()
    /// One of the documents of each story that was met.
    private var metStories: [String: UInt32] = [:]
    private let sets: UnionFind
    private var comparison: StoryComparison
    /// For a report that has the fingerprint of another one: the first of those that have it.
    private var firsts: [UInt32: UInt32] = [:]

    /// - Parameters:
    ///   - last: the highest id of a document.
    ///   - sketches: those of all documents, where all are gone over.
    init(_ changed: DocumentBitmap, last: DocumentID, sketches: StorySketches? = nil) {
        self.changed = changed
        comparison = StoryComparison(sketches)
        sets = UnionFind(count: Int(last.rawValue) + 1)
    }

    /// Joins the reports that changed with each other and with all others, and writes the file of bands.
    ///
    /// - Parameter runs: the keys of all documents.
    mutating func join(
        all runs: SortedRuns,
        in database: borrowing some DatabaseReading & ~Copyable,
        writing output: BandOutput
    ) throws {
        try joinEqual(runs, in: database)
        for section in 0..<StoryBands.sections {
            try runs.forEachGroup(of: section) { hash, group in
                let key = StoryKey(section: section, hash: hash)
                for document in group { try output.append(key, document) }
                if group.count > 1 { try join(group, key, in: database) }
            }
        }
    }

    /// Joins the reports that changed with each other and with those that the file of bands and the terms tell of.
    ///
    /// - Parameters:
    ///   - runs: the keys of the documents that changed.
    ///   - bands: `nil` where the index has no other documents.
    mutating func join(
        changed runs: SortedRuns,
        in database: borrowing some DatabaseReading & ~Copyable,
        bands: BandFile?
    ) throws {
        try joinEqual(runs, in: database)
        for section in 0..<StoryBands.sections {
            try runs.forEachGroup(of: section) { hash, group in
                let key = StoryKey(section: section, hash: hash)
                var group = group
                if let bands {
                    group += try bands.documents(with: key).filter { !changed.contains(DocumentID($0)) }
                    for document in try database.documentIDs(containing: key.term) where !changed.contains(document) {
                        group.append(document.rawValue)
                    }
                }
                if group.count > 1 { try join(group, key, in: database) }
            }
        }
    }

    /// Finds the reports of one fingerprint, of which one is compared for all; of those that changed and of the others
    /// apart. The latter are of one story already.
    private mutating func joinEqual(
        _ runs: SortedRuns,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        try runs.forEachGroup(of: SortedRuns.wholeSection) { _, group in
            guard group.count > 1 else { return }
            // Nearly always one: two fingerprints may have one hash.
            var different: [(document: UInt32, isChanged: Bool, fingerprint: StoryFingerprint)] = []
            for document in group {
                let isChanged = changed.contains(DocumentID(document))
                let fingerprint = try comparison.fingerprint(of: document, in: database)
                if let first = different.first(where: { $0.isChanged == isChanged && $0.fingerprint == fingerprint }) {
                    firsts[document] = first.document
                    sets.join(Int(document), Int(first.document))
                } else {
                    different.append((document, isChanged, fingerprint))
                }
            }
        }
    }

    /// Joins the reports that share a key, as far as they are of one story.
    private mutating func join(
        _ group: [UInt32],
        _ key: StoryKey,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        var mine: [UInt32] = []
        var others: [UInt32] = []
        for document in group where firsts[document] == nil {
            if changed.contains(DocumentID(document)) { mine.append(document) } else { others.append(document) }
        }
        if mine.dropFirst().contains(where: { !sets.areJoined(Int($0), Int(mine[0])) }) {
            var group = StoryGroup()
            for report in mine { try group.take(report, sets, &comparison, in: database) }
        }
        guard !mine.isEmpty else { return }
        for other in others {
            guard try meet(other, in: database) else { continue }
            for report in mine where !sets.areJoined(Int(report), Int(other)) {
                // What the file says of a key may be of a former text.
                if try comparison.areOneStory(report, other, in: database),
                    StoryBands(try comparison.fingerprint(of: other, in: database)).contains(key)
                {
                    sets.join(Int(report), Int(other))
                }
            }
        }
    }

    /// Notes a document that did not change, with the story that it is of.
    ///
    /// - Returns: whether it is there.
    private mutating func meet(
        _ document: UInt32,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Bool {
        let id = DocumentID(document)
        if met.contains(id) { return true }
        if gone.contains(id) { return false }
        guard let label = try Self.label(of: id, in: database) else {
            gone.insert(id)
            return false
        }
        if let first = metStories[label] {
            sets.join(Int(document), Int(first))
        } else if !label.isEmpty {
            metStories[label] = document
        }
        met.insert(id)
        return true
    }

    /// The label of a document, empty where it has none; `nil` where the document is gone.
    private static func label(
        of document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> String? {
        do throws(XapianError) {
            return try StoryMembers.label(of: document, in: database) ?? ""
        } catch {
            if error.code == .documentNotFound { return nil }
            throw error
        }
    }
}

extension StorySettling {
    /// The reports that changed and what they are joined with: each story as its documents, ascending; without those that
    /// tell a story alone.
    func components() -> [ArraySlice<UInt32>] {
        var shared = DocumentBitmap()
        for set in [changed, met] {
            set.forEachID { document in
                let root = sets.root(of: Int(document.rawValue))
                guard root != Int(document.rawValue) else { return }
                shared.insert(document)
                shared.insert(DocumentID(UInt32(root)))
            }
        }
        var placed: [(root: UInt32, document: UInt32)] = []
        shared.forEachID { placed.append((UInt32(sets.root(of: Int($0.rawValue))), $0.rawValue)) }
        placed.sort { ($0.root, $0.document) < ($1.root, $1.document) }
        let documents = placed.map(\.document)
        var components: [ArraySlice<UInt32>] = []
        var start = 0
        for end in 1...max(1, placed.count) where end >= placed.count || placed[end].root != placed[start].root {
            let component = documents[start..<min(end, placed.count)]
            // What was met and joined to nothing stays as it is.
            if component.contains(where: { changed.contains(DocumentID($0)) }) { components.append(component) }
            start = end
        }
        return components
    }

    /// A story as it is from now on.
    struct Story {
        var label: String
        /// The keys of all its reports, ascending.
        var keys: [String]
        /// The documents that bore another label, or none.
        var relabelled: [DocumentID] = []
        /// Labels of stories that went into this one.
        var swallowed: [String] = []
    }

    /// The story that the documents of a component tell.
    ///
    /// - Parameter hasLabels: whether any document bears a label yet.
    func story(
        of component: ArraySlice<UInt32>,
        in database: borrowing some DatabaseReading & ~Copyable,
        hasLabels: Bool
    ) throws -> Story {
        // Those that come in, and the stories that were there.
        var incoming: [(document: DocumentID, label: String?)] = []
        var present: [String: [String]] = [:]
        for document in component.lazy.map({ DocumentID($0) }) {
            let label = hasLabels ? try StoryMembers.label(of: document, in: database) : nil
            if let label, !changed.contains(document) {
                if present[label] == nil { present[label] = try StoryMembers.keys(of: label, in: database) }
            } else {
                incoming.append((document, label))
            }
        }
        let incomingKeys = try incoming.map { try StoredRecord.key(decoding: try database.documentData($0.document)) }
        let stories = present.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let keys = Set(incomingKeys)
        // A label stays where the report that it is the key of stays.
        let kept = incoming.compactMap(\.label).filter(keys.contains).min()
        guard let label = stories.first?.key ?? kept ?? keys.min() else {
            preconditionFailure("a component has a document at least")
        }
        var story = Story(label: label, keys: incomingKeys)
        story.relabelled = incoming.filter { $0.label != label }.map(\.document)
        for (number, other) in stories.enumerated() {
            story.keys += other.value
            guard number > 0 else { continue }
            story.swallowed.append(other.key)
            for key in other.value { story.relabelled += try database.documentIDs(containing: Schema.key.term(key)) }
        }
        story.keys.sort()
        return story
    }
}
