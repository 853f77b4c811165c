internal import Xapian

/// The stories of reports that changed, together with what they meet in the index.
struct StorySettling {
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
        /// Reports that changed, of one fingerprint.
        case changed([DocumentID])
        /// A report that did not change and tells a story alone.
        case single(DocumentID)
        /// A story of which no report changed, by its label.
        case story(String)
    }

    private var nodes: [Node] = []
    private var graph: StoryGraph
    private let changed: Set<DocumentID>

    init(_ documents: [DocumentID], in database: borrowing some DatabaseReading & ~Copyable) throws {
        var comparison = StoryComparison()
        var alike: [[DocumentID]] = []
        for document in documents {
            let number = comparison.number(of: try Self.fingerprint(of: document, in: database))
            if number == alike.count { alike.append([]) }
            alike[number].append(document)
        }
        changed = Set(documents)
        nodes = alike.map { .changed($0) }
        graph = StoryGraph(comparison)
        graph.joinChanged()
    }

    private static func fingerprint(
        of document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> StoryFingerprint {
        try StoryFingerprint(decoding: try database.documentValue(document, in: Schema.storyFingerprintSlot))
    }

    /// Joins the reports that changed to those of the index that did not.
    ///
    /// Each key is looked up once, however many reports have it; no two that are joined already are compared, and of a
    /// story that all of them are joined with no further fingerprint is read.
    mutating func meet(in database: borrowing some DatabaseReading & ~Copyable) throws {
        guard try database.documentCount > changed.count else { return }
        var nodesOfStories: [String: Int] = [:]
        var nodesOfDocuments: [DocumentID: Int] = [:]
        var numbers: [DocumentID: Int] = [:]
        try StoryBands.forEachKey(of: graph.comparison.fingerprints) { key, reports in
            for document in try database.documentIDs(containing: StoryBands.term(of: key))
            where !changed.contains(document) {
                let node: Int
                if let known = nodesOfDocuments[document] {
                    node = known
                } else {
                    let label = try StoryMembers.label(of: document, in: database)
                    node = label.flatMap { nodesOfStories[$0] } ?? graph.addNode()
                    if node == nodes.count { nodes.append(label.map { .story($0) } ?? .single(document)) }
                    if let label { nodesOfStories[label] = node }
                    nodesOfDocuments[document] = node
                }
                for report in reports where !graph.areJoined(report, node) {
                    let number: Int
                    if let known = numbers[document] {
                        number = known
                    } else {
                        number = graph.number(of: try Self.fingerprint(of: document, in: database))
                        numbers[document] = number
                    }
                    if graph.areOneStory(report, number) { graph.join(report, node) }
                }
            }
        }
    }

    /// The stories that came of it.
    mutating func stories(in database: borrowing some DatabaseReading & ~Copyable) throws -> [Story] {
        let count = nodes.prefix { if case .changed = $0 { true } else { false } }.count
        // What was met and joined to nothing stays as it is.
        return try graph.components().filter { $0[0] < count }.map {
            try story(of: $0.map { nodes[$0] }, in: database)
        }
    }

    private func story(of nodes: [Node], in database: borrowing some DatabaseReading & ~Copyable) throws -> Story {
        // Those that come in, and the stories that were there.
        var incoming: [DocumentID] = []
        var present: [(label: String, keys: [String])] = []
        for node in nodes {
            switch node {
            case .changed(let documents): incoming += documents
            case .single(let document): incoming.append(document)
            case .story(let label): present.append((label, try StoryMembers.keys(of: label, in: database)))
            }
        }
        let labels = try incoming.map { try StoryMembers.label(of: $0, in: database) }
        if incoming.count == 1, present.isEmpty { return Story(relabelled: labels[0] == nil ? [] : incoming) }
        let incomingKeys = try incoming.map {
            try StoredRecord(decoding: try database.documentData($0)).key
        }
        present.sort { ($1.keys.count, $0.label) < ($0.keys.count, $1.label) }
        let keys = Set(incomingKeys)
        // A label stays where the report that it is the key of stays.
        let kept = labels.compactMap(\.self).filter(keys.contains).min()
        guard let label = present.first?.label ?? kept ?? keys.min() else { return Story() }
        var story = Story(label: label, keys: incomingKeys)
        for (document, old) in zip(incoming, labels) where old != label { story.relabelled.append(document) }
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
