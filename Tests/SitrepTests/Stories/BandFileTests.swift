import Testing

@testable import Sitrep

@Suite("The file of bands says which documents have which key")
struct BandFileTests {
    private static let uuid = "4a2c8d1e-0000-4000-8000-000000000001"

    /// Random entries: keys that one, several and hundreds of documents have, in the first section and the last.
    private static func entries(_ count: Int, seed: UInt64) -> [BandOutput.Entry] {
        var generator = SeededGenerator(seed: seed)
        var entries: Set<[UInt64]> = []
        while entries.count < count {
            let section = generator.pick([0, 40, 41, 80, StoryBands.sections - 1])
            let other: UInt32 = generator.next() >> 8
            let hash = generator.chance(50) ? other : generator.pick([0, 1, 77, 0xFF_FFFF])
            let document = generator.chance(10) ? generator.next() : UInt32(generator.number(1...900))
            entries.insert([StoryKey(section: section, hash: hash).number, UInt64(document)])
        }
        return entries.map { BandOutput.Entry(key: StoryKey(number: $0[0]), document: UInt32($0[1])) }.sorted()
    }

    private static func write(_ entries: [BandOutput.Entry], to path: String) throws {
        let output = try BandOutput(path: path, uuid: uuid, revision: 7)
        for entry in entries { try output.append(entry.key, entry.document) }
        try output.complete()
    }

    private static func open(_ path: String) throws -> BandFile { try BandFile(path: path, uuid: uuid, revision: 7) }

    @Test("Each key is found with its documents, in any order, and no other one", arguments: [0, 1, 2, 300, 9_000])
    func found(_ count: Int) throws {
        let folder = try ScratchFolder()
        let entries = Self.entries(count, seed: UInt64(count))
        try Self.write(entries, to: folder("bands"))
        let file = try Self.open(folder("bands"))
        #expect(file.entryCount == count)
        var all: [BandOutput.Entry] = []
        try file.forEachEntry { all.append(BandOutput.Entry(key: $0, document: $1)) }
        #expect(all == entries)
        let expected = Dictionary(grouping: entries, by: \.key).mapValues { $0.map(\.document) }
        for (key, documents) in expected { #expect(try file.documents(with: key) == documents) }
        var generator = SeededGenerator(seed: 3)
        var others = (0..<200).map { _ in StoryKey(section: generator.number(0...159), hash: generator.next() >> 8) }
        others += expected.keys.flatMap { [StoryKey(number: $0.number + 1), StoryKey(number: max($0.number, 1) - 1)] }
        for key in others { #expect(try file.documents(with: key) == expected[key] ?? []) }
    }

    @Test("A file that is cut off, foreign, later than the index or none is not taken")
    func refused() throws {
        let folder = try ScratchFolder()
        let path = folder("bands")
        #expect(throws: BandFile.Damaged.self) { try Self.open(path) }
        try Self.write(Self.entries(900, seed: 5), to: path)
        #expect(throws: BandFile.Damaged.self) { try BandFile(path: path, uuid: "other", revision: 7) }
        #expect(throws: BandFile.Damaged.self) { try BandFile(path: path, uuid: Self.uuid, revision: 6) }
        let bytes = try Files.read(path)
        for length in [0, 1, 47, 48, 1_023, 1_024, 2_048, bytes.count - 8, bytes.count - 1] {
            try Files.replace(path, with: Array(bytes.prefix(length)))
            #expect(throws: BandFile.Damaged.self, "\(length) bytes") { try Self.open(path) }
        }
        try Files.replace(path, with: bytes + [0])
        #expect(throws: BandFile.Damaged.self) { try Self.open(path) }
        try Files.replace(path, with: [UInt8](repeating: 0xFF, count: bytes.count))
        #expect(throws: BandFile.Damaged.self) { try Self.open(path) }
        try Files.replace(path, with: bytes)
        #expect(try Self.open(path).entryCount == 900)
    }

    @Test("A changed byte anywhere gives right answers or an error, never a wrong one")
    func damaged() throws {
        let folder = try ScratchFolder()
        let path = folder("bands")
        let entries = Self.entries(700, seed: 6)
        try Self.write(entries, to: path)
        let bytes = try Files.read(path)
        let expected = Dictionary(grouping: entries, by: \.key).mapValues { $0.map(\.document) }
        var generator = SeededGenerator(seed: 8)
        var (noticed, all) = (0, 0)
        for _ in 0..<150 {
            var changed = bytes
            changed[generator.number(0...bytes.count - 1)] ^= UInt8(generator.number(1...255))
            try Files.replace(path, with: changed)
            all += 1
            do {
                let file = try Self.open(path)
                for (key, documents) in expected {
                    let found = try file.documents(with: key)
                    #expect(found == documents)
                }
            } catch is BandFile.Damaged {
                noticed += 1
            }
        }
        // What lies behind the header's numbers is empty.
        #expect(noticed > all / 2)
    }
}

@Suite("Hashes of documents are sorted with bounded memory")
struct SortedRunsTests {
    @Test("As by sorting all of them at once", arguments: [1, 3, 64, 700, 100_000])
    func sorted(_ capacity: Int) throws {
        let folder = try ScratchFolder()
        var generator = SeededGenerator(seed: UInt64(capacity))
        let runs = SortedRuns(sections: 3, capacity: capacity, spillPath: folder("runs"))
        var expected: [[(hash: UInt32, document: UInt32)]] = [[], [], []]
        for document in 1...UInt32(1_500) {
            for section in 0..<2 where generator.chance(70) {
                let hash = generator.chance(20) ? 5 : UInt32(generator.next() as UInt32)
                runs.add(hash, section: section, of: document)
                expected[section].append((hash, document))
            }
            try runs.endDocument()
        }
        for section in 0..<3 {
            let found = Array(try runs.entries(of: section))
            let wanted = expected[section].sorted { ($0.hash, $0.document) < ($1.hash, $1.document) }
            #expect(found.elementsEqual(wanted) { $0 == $1 })
        }
        // What went to the disk has no name there.
        #expect(try Files.names(in: folder("")).isEmpty)
    }

    @Test("Without any document there are none")
    func empty() throws {
        let folder = try ScratchFolder()
        let runs = SortedRuns(sections: 2, spillPath: folder("runs"))
        #expect(Array(try runs.entries(of: 1)).isEmpty)
    }
}

@Suite("Sets of numbers grow together")
struct UnionFindTests {
    @Test("As by relabelling all of a set")
    func joined() {
        var generator = SeededGenerator(seed: 2)
        let sets = UnionFind(count: 300)
        var labels = Array(0..<300)
        for _ in 0..<220 {
            let (a, b) = (generator.number(0...299), generator.number(0...299))
            sets.join(a, b)
            let (old, new) = (max(labels[a], labels[b]), min(labels[a], labels[b]))
            labels = labels.map { $0 == old ? new : $0 }
            #expect(sets.areJoined(a, b))
        }
        #expect((0..<300).map(sets.root) == labels)
    }
}
