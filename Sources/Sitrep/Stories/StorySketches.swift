/// The sketches of all reports, by document, in a file without a name: what tells most pairs of reports that share a key
/// apart, some ten nanoseconds a pair, without a look into the database.
///
/// 260 bytes a document on the disk, of which memory holds what the system has room for.
final class StorySketches {
    private static let stride = MinHash.bins + 4
    private static let mostZeros = 64

    private let file: TemporaryFile
    private var next: UInt64 = 0
    private var buffer: [UInt8] = []
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

    /// - Parameter path: where the file may stand for a moment.
    init(path: String) throws(SitrepError) {
        file = try TemporaryFile(path: path)
        buffer.reserveCapacity(1 << 16)
    }

    /// Adds the sketch of a document; they come in the order of their ids.
    func append(_ fingerprint: StoryFingerprint, of document: UInt32) throws {
        let place = UInt64(document)
        precondition(place >= next)
        // Documents that are gone leave rooms of zeros; many of them a hole, which takes no room on the disk.
        if place - next > Self.mostZeros {
            try flush()
            try file.skip(Int(place - next) * Self.stride)
        } else {
            for _ in next..<place { try append { $0.append(contentsOf: repeatElement(0, count: Self.stride)) } }
        }
        next = place + 1
        let count = UInt32(clamping: fingerprint.shingleCount)
        try append { buffer in
            buffer.append(contentsOf: fingerprint.shingles.values)
            withUnsafeBytes(of: count) { buffer.append(contentsOf: $0) }
        }
    }

    private func append(_ body: (inout [UInt8]) -> Void) throws {
        body(&buffer)
        if buffer.count + Self.stride > 1 << 16 { try flush() }
    }

    private func flush() throws {
        try buffer.withUnsafeBytes { try file.append($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// To be called once all are there, before the first question.
    func complete() throws {
        if !buffer.isEmpty { try flush() }
        bytes = try file.mapped()
    }

    /// How many pairs of words a report has, as its fingerprint says; 0 for a document that is not there.
    func shingleCount(of document: UInt32) -> Int {
        let place = (Int(document) + 1) * Self.stride
        guard place <= bytes.count else { return 0 }
        return Int(bytes.loadUnaligned(fromByteOffset: place - 4, as: UInt32.self))
    }

    /// Whether two reports may be one story: `false` only where ``StoryRelation/areOneStory(_:_:)`` is.
    func mayBeOneStory(_ a: UInt32, _ b: UInt32) -> Bool {
        let (first, second) = (shingleCount(of: a), shingleCount(of: b))
        guard first > 0, second > 0, StoryRelation.areLike(first, second) else { return false }
        // Short texts are compared whole.
        if min(first, second) < StoryFingerprint.shortest { return true }
        var equal: UInt16 = 0
        let (start, other) = (Int(a) * Self.stride, Int(b) * Self.stride)
        for bin in 0..<MinHash.bins {
            equal &+= bytes[start + bin] == bytes[other + bin] ? 1 : 0
        }
        return MinHash.resemblance(equalBins: Int(equal)) >= StoryRelation.least
    }
}
