internal import Xapian

/// Compares reports by ``StoryRelation`` with bounded memory: what was read or found last is at hand, and where the sketches
/// of all reports are, most pairs need no more.
struct StoryComparison {
    private struct Entry {
        var document: UInt32
        var fingerprint: StoryFingerprint
    }

    /// Fingerprints, each in the place that its document's id gives: some ten megabytes at most.
    private var entries = [Entry?](repeating: nil, count: placesOfFingerprints)
    /// Pairs of documents that share a key and tell two stories, each in a place by its hash; they meet again at each key
    /// that they share.
    private var apart = [UInt64](repeating: 0, count: placesOfPairs)

    private let sketches: StorySketches?

    init(_ sketches: StorySketches? = nil) { self.sketches = sketches }

    private static let placesOfFingerprints = 1 << 14
    private static let placesOfPairs = 1 << 18

    /// The fingerprint of a document; throws `.documentNotFound`.
    mutating func fingerprint(
        of document: UInt32,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> StoryFingerprint {
        let place = Int(document) & (Self.placesOfFingerprints - 1)
        if let entry = entries[place], entry.document == document { return entry.fingerprint }
        let value = try database.documentValue(DocumentID(document), in: Schema.storyFingerprintSlot)
        let fingerprint = try StoryFingerprint(decoding: value)
        entries[place] = Entry(document: document, fingerprint: fingerprint)
        return fingerprint
    }

    /// How many pairs of words the text of a document has; throws `.documentNotFound`.
    mutating func shingleCount(
        of document: UInt32,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Int {
        if let sketches { return sketches.shingleCount(of: document) }
        return try fingerprint(of: document, in: database).shingleCount
    }

    /// Whether two reports that share a key are one story.
    mutating func areOneStory(
        _ a: UInt32,
        _ b: UInt32,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Bool {
        if let sketches, !sketches.mayBeOneStory(a, b) { return false }
        let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        let place = Int(truncatingIfNeeded: mixBits(pair)) & (Self.placesOfPairs - 1)
        if apart[place] == pair { return false }
        let first = try fingerprint(of: a, in: database)
        if StoryRelation.areOneStory(first, try fingerprint(of: b, in: database)) { return true }
        apart[place] = pair
        return false
    }
}
