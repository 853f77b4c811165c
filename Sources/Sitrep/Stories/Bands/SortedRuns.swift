/// Hashes of documents, sorted with bounded memory: section by section, by hash and then by document.
///
/// An external merge sort (D. Knuth, "The Art of Computer Programming" 3, 5.4). The hashes of some thousand documents
/// are sorted in memory, which is a run; where there are more documents, runs are written to a file without a name and
/// merged when they are read. Eight bytes a hash in memory or in that file; time all but linear.
final class SortedRuns {
    private let sections: Int
    /// How many documents a run has, at most.
    private let capacity: Int
    private let spillPath: String
    /// The run in the making: of each section room for `capacity` entries, of which only what is used takes memory.
    private var room: UnsafeMutableBufferPointer<UInt64>
    private var counts: [Int]
    private var documents = 0
    private var file: TemporaryFile?
    /// Where in the file the sections of each run begin, in entries, and where the last one ends.
    private var starts: [[Int]] = []
    private var isSorted = false

    /// How many documents a run has, if nothing else is said: some ten megabytes.
    static let usualCapacity = 8_192

    /// - Parameter spillPath: where a file for what does not go into memory may stand for a moment.
    init(sections: Int, capacity: Int = usualCapacity, spillPath: String) {
        precondition(sections > 0 && capacity > 0)
        self.sections = sections
        self.capacity = capacity
        self.spillPath = spillPath
        counts = Array(repeating: 0, count: sections)
        room = .allocate(capacity: sections * capacity)
    }

    deinit { room.deallocate() }

    /// Adds a hash to the document that is being added: at most one of each section.
    @inline(__always)
    func add(_ hash: UInt32, section: Int, of document: UInt32) {
        precondition(section < sections && counts[section] < capacity && !isSorted)
        room[section * capacity + counts[section]] = UInt64(hash) << 32 | UInt64(document)
        counts[section] += 1
    }

    /// To be called behind the hashes of each document; documents come in the order of their ids.
    func endDocument() throws(SitrepError) {
        documents += 1
        if documents == capacity { try spill() }
    }

    /// The entries of a section: by hash, then by document. Nothing can be added any more.
    func entries(of section: Int) throws(SitrepError) -> MergedRuns {
        if !isSorted {
            if file == nil { sortRun() } else { try spill() }
            isSorted = true
        }
        guard let file else { return MergedRuns([UnsafeBufferPointer(rebasing: part(section))]) }
        let entries = try file.mapped().bindMemory(to: UInt64.self)
        return MergedRuns(starts.map { UnsafeBufferPointer(rebasing: entries[$0[section]..<$0[section + 1]]) })
    }

    private func part(_ section: Int) -> Slice<UnsafeMutableBufferPointer<UInt64>> {
        room[section * capacity..<section * capacity + counts[section]]
    }

    private func sortRun() {
        var spare = [UInt64](repeating: 0, count: counts.max() ?? 0)
        for section in 0..<sections {
            RadixSort.sortByHash(UnsafeMutableBufferPointer(rebasing: part(section)), &spare)
        }
    }

    /// Brings the run to the file and begins another one.
    private func spill() throws(SitrepError) {
        guard documents > 0 else { return }
        sortRun()
        let file: TemporaryFile
        if let begun = self.file { file = begun } else { file = try TemporaryFile(path: spillPath) }
        self.file = file
        var run: [Int] = []
        for section in 0..<sections {
            run.append(file.size / MemoryLayout<UInt64>.stride)
            try file.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: part(section))))
            counts[section] = 0
        }
        run.append(file.size / MemoryLayout<UInt64>.stride)
        starts.append(run)
        documents = 0
    }
}

/// The entries of several ascending lists in ascending order: a heap of the lists by their next entry.
struct MergedRuns: Sequence, IteratorProtocol {
    private struct Source {
        var next: UInt64
        var rest: Slice<UnsafeBufferPointer<UInt64>>
    }

    private var heap: [Source] = []

    /// The lists must live as long as this.
    init(_ runs: [UnsafeBufferPointer<UInt64>]) {
        for run in runs {
            if let first = run.first { heap.append(Source(next: first, rest: run.dropFirst())) }
        }
        for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    mutating func next() -> (hash: UInt32, document: UInt32)? {
        guard let least = heap.first?.next else { return nil }
        if let next = heap[0].rest.popFirst() {
            heap[0].next = next
            sink(0)
        } else {
            let last = heap.removeLast()
            if !heap.isEmpty {
                heap[0] = last
                sink(0)
            }
        }
        return (UInt32(truncatingIfNeeded: least >> 32), UInt32(truncatingIfNeeded: least))
    }

    /// Moves a list down to where both below it have greater entries.
    private mutating func sink(_ start: Int) {
        guard heap.count > 1 else { return }
        var place = start
        let source = heap[place]
        while true {
            var below = 2 * place + 1
            guard below < heap.count else { break }
            if below + 1 < heap.count, heap[below + 1].next < heap[below].next { below += 1 }
            guard heap[below].next < source.next else { break }
            heap[place] = heap[below]
            place = below
        }
        heap[place] = source
    }
}

/// Sorts by counting the bytes of a key, the lowest first.
enum RadixSort {
    /// Below so many entries comparing them is quicker.
    private static let fewest = 256

    /// Sorts entries that ascend in their lower halves by their upper ones, so that they ascend as a whole.
    ///
    /// - Parameter spare: room for as many entries.
    static func sortByHash(_ entries: UnsafeMutableBufferPointer<UInt64>, _ spare: inout [UInt64]) {
        guard entries.count >= fewest else {
            var entries = entries
            return entries.sort()
        }
        spare.withUnsafeMutableBufferPointer { spare in
            // Four passes, each of which keeps the order of the one before, so that the result lies in `entries`.
            for shift in stride(from: UInt64(32), to: 64, by: 16) {
                pass(UnsafeBufferPointer(entries), to: spare, shift)
                pass(UnsafeBufferPointer(rebasing: spare[..<entries.count]), to: entries, shift + 8)
            }
        }
    }

    private static func pass(
        _ entries: UnsafeBufferPointer<UInt64>,
        to sorted: UnsafeMutableBufferPointer<UInt64>,
        _ shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
            places.initialize(repeating: 0)
            for entry in entries { places[Int(entry >> shift & 0xFF)] += 1 }
            var start = 0
            for byte in 0..<256 {
                let count = places[byte]
                places[byte] = start
                start += count
            }
            for entry in entries {
                let byte = Int(entry >> shift & 0xFF)
                sorted[places[byte]] = entry
                places[byte] += 1
            }
        }
    }
}
