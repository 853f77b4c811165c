internal import Xapian

extension ReportWriter {
    /// Groups the reports that this run wrote, and those of stories that lost one, to stories.
    ///
    /// To be called when all reports are written and taken out. What comes of it depends on nothing but the reports that
    /// the index then holds: not on the order in which they came.
    mutating func settleStories() throws {
        guard !stories.isEmpty else { return }
        var changed = stories.changed
        for label in stories.loosened {
            for key in try StoryMembers.keys(of: label, in: writer.database) {
                changed.formUnion(try writer.database.documentIDs(containing: Schema.key.term(key)))
            }
        }
        var settling = try StorySettling(changed.sorted(), in: writer.database)
        try settling.meet(in: writer.database)
        for label in stories.loosened {
            try writer.database.setMetadata([], for: StoryMembers.metadataKey(label: label))
        }
        for story in try settling.stories(in: writer.database) { try write(story) }
        stories = StoryLedger()
    }

    private mutating func write(_ story: StorySettling.Story) throws {
        guard let slot = Schema.story.slot else { return }
        for document in story.relabelled {
            try writer.database.setValue(Array((story.label ?? "").utf8), of: document, in: slot)
        }
        for label in story.swallowed {
            try writer.database.setMetadata([], for: StoryMembers.metadataKey(label: label))
        }
        if let label = story.label {
            try writer.database.setMetadata(
                StoryMembers.encode(story.keys),
                for: StoryMembers.metadataKey(label: label)
            )
        }
    }
}

/// The stories of reports that changed, together with what they meet in the index.
private struct StorySettling {
    /// A story as it is from now on.
    struct Story {
        /// `nil` for a report that tells one alone.
        var label: String?
        /// The keys of all its reports, ascending.
        var keys: [String] = []
        /// The documents that bore another label, or none.
        var relabelled: [DocumentID] = []
        /// Labels of stories that went into this one.
        var swallowed: [String] = []
    }

    /// What a node of the graph stands for.
    private enum Node {
        case changed(DocumentID)
        case single(DocumentID)
        case story(String)
    }

    private var nodes: [Node]
    private var graph: StoryGraph
    private let changed: [DocumentID: Int]

    init(_ documents: [DocumentID], in database: borrowing some DatabaseReading & ~Copyable) throws {
        nodes = documents.map { .changed($0) }
        changed = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($0.element, $0.offset) })
        graph = StoryGraph(try documents.map { try Self.fingerprint(of: $0, in: database) })
        graph.joinChanged()
    }

    private static func fingerprint(
        of document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> StoryFingerprint {
        try StoryFingerprint(
            decoding: try database.documentValue(document, in: Schema.storyFingerprint.slot ?? Slot(0))
        )
    }

    /// A report of the index that did not change and shares a key with one that did.
    private struct Met {
        var node: Int
        /// Read when it is compared for the first time.
        var fingerprint: StoryFingerprint?
    }

    /// Joins the reports that changed to those of the index that did not.
    ///
    /// Each key is looked up once, however many reports have it, and no two that are joined already are compared, so that
    /// of a story of many copies hardly any is read.
    mutating func meet(in database: borrowing some DatabaseReading & ~Copyable) throws {
        guard try database.documentCount > changed.count else { return }
        var numbers: [String: Int] = [:]
        var met: [DocumentID: Met] = [:]
        let fingerprints = graph.fingerprints
        try StoryBands.forEachKey(of: fingerprints) { key, reports in
            for document in try database.documentIDs(containing: StoryBands.term(of: key))
            where changed[document] == nil {
                var other: Met
                if let known = met[document] {
                    other = known
                } else {
                    let label = try StoryMembers.label(of: document, in: database)
                    other = Met(node: label.flatMap { numbers[$0] } ?? graph.addNode())
                    if other.node == nodes.count { nodes.append(label.map { .story($0) } ?? .single(document)) }
                    if let label { numbers[label] = other.node }
                    met[document] = other
                }
                for report in reports where !graph.areJoined(report, other.node) {
                    let fingerprint = try other.fingerprint ?? Self.fingerprint(of: document, in: database)
                    if other.fingerprint == nil {
                        other.fingerprint = fingerprint
                        met[document] = other
                    }
                    if StoryRelation.areOneStory(fingerprints[report], fingerprint) { graph.join(report, other.node) }
                }
            }
        }
    }

    /// The stories that came of it.
    mutating func stories(in database: borrowing some DatabaseReading & ~Copyable) throws -> [Story] {
        // What was met and joined to nothing stays as it is.
        try graph.components().filter { $0[0] < changed.count }.map {
            try story(of: $0.map { nodes[$0] }, in: database)
        }
    }

    private func story(of nodes: [Node], in database: borrowing some DatabaseReading & ~Copyable) throws -> Story {
        if nodes.count == 1, case .changed(let document) = nodes[0] {
            let label = try StoryMembers.label(of: document, in: database)
            return Story(relabelled: label == nil ? [] : [document])
        }
        // Those that come in, with the labels that they bear, and the stories that were there.
        var incoming: [(document: DocumentID, key: String, label: String?)] = []
        var present: [(label: String, keys: [String])] = []
        for node in nodes {
            switch node {
            case .changed(let document), .single(let document):
                let record = try StoredRecord(decoding: try database.documentData(document))
                incoming.append((document, record.key, try StoryMembers.label(of: document, in: database)))
            case .story(let label): present.append((label, try StoryMembers.keys(of: label, in: database)))
            }
        }
        present.sort { ($1.keys.count, $0.label) < ($0.keys.count, $1.label) }
        let keys = Set(incoming.map(\.key))
        // A label stays where the report that it is the key of stays.
        let kept = incoming.compactMap(\.label).filter(keys.contains).min()
        guard let label = present.first?.label ?? kept ?? keys.min() else { return Story() }
        var story = Story(label: label, keys: Array(keys))
        story.relabelled = incoming.filter { $0.label != label }.map(\.document)
        for (number, other) in present.enumerated() {
            story.keys += other.keys
            guard number > 0 else { continue }
            story.swallowed.append(other.label)
            for key in other.keys { story.relabelled += try database.documentIDs(containing: Schema.key.term(key)) }
        }
        story.keys.sort()
        return story
    }
}
