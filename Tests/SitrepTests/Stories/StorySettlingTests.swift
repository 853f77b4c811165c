import Testing
import Xapian

@testable import Sitrep

@Suite("Stories settled from sorted keys are those of the definition")
struct StorySettlingTests {
    /// The stories of reports by the definition: all that share a key are compared.
    private static func byDefinition(_ prints: [StoryFingerprint]) -> Set<Set<UInt32>> {
        var byKey: [StoryKey: [Int]] = [:]
        for (number, print) in prints.enumerated() {
            for key in StoryBands.keys(of: print) { byKey[key, default: []].append(number) }
        }
        let sets = UnionFind(count: prints.count)
        for group in byKey.values {
            for (place, a) in group.enumerated() {
                for b in group.dropFirst(place + 1) where StoryRelation.areOneStory(prints[a], prints[b]) {
                    sets.join(a, b)
                }
            }
        }
        let stories = Dictionary(grouping: prints.indices, by: sets.root).values.filter { $0.count > 1 }
        return Set(stories.map { Set($0.map { UInt32($0 + 1) }) })
    }

    private static func prints(_ stories: Int, seed: UInt64) -> [StoryFingerprint] {
        var generator = SeededGenerator(seed: seed)
        var prints = GeneratedStories(stories: stories, copies: 3, seed: seed).reports.map {
            GeneratedStories.fingerprint($0.text, day: $0.day)
        }
        // Exact copies, alerts, and texts of a word or none.
        for _ in 0..<stories { prints.append(generator.pick(prints)) }
        for text in ["", "Alarm", "Alarm.", "Explosions in Velmora.", "Вибухи у Велморі.", "explosions in velmora"] {
            for day in [nil, CalendarDate(daysSince1970: 19_000)] {
                prints.append(GeneratedStories.fingerprint(text, day: day))
            }
        }
        prints.shuffle(using: &generator)
        return prints
    }

    private static func database(_ prints: [StoryFingerprint], _ path: String) throws -> WritableDatabase {
        var database = try WritableDatabase(path: path, mode: .create)
        for print in prints {
            var document = try Document()
            try document.setValue(print.encoded(), in: Schema.storyFingerprintSlot)
            try database.add(document)
        }
        try database.commit()
        return database
    }

    @Test("All at once, with keys that go to the disk", arguments: [7, 100, 100_000])
    func all(_ capacity: Int) throws {
        let folder = try ScratchFolder()
        let prints = Self.prints(500, seed: UInt64(capacity))
        let database = try Self.database(prints, folder("db"))
        let expected = Self.byDefinition(prints)
        #expect(expected.count > 200)
        var changed = DocumentBitmap()
        for number in prints.indices { changed.insert(DocumentID(UInt32(number + 1))) }
        let sketches = try StorySketches(path: folder("sketches"))
        var settling = StorySettling(changed, last: try database.lastDocumentID, sketches: sketches)
        let runs = try SortedRuns.ofAll(
            in: database,
            capacity: capacity,
            pageSize: 13,
            spillPath: folder("runs"),
            sketches: sketches
        )
        let output = try BandOutput(path: folder("bands"), uuid: try database.uuid, revision: 1)
        try settling.join(all: runs, in: database, writing: output)
        try output.complete()
        let components = settling.components()
        #expect(Set(components.map(Set.init)) == expected)
        #expect(components.allSatisfy { $0.elementsEqual($0.sorted()) })

        // The file has the keys of all of them, and is the one that is written without stories.
        let file = try BandFile(path: folder("bands"), uuid: try database.uuid, revision: 1)
        var found: [UInt32: [StoryKey]] = [:]
        try file.forEachEntry { found[$1, default: []].append($0) }
        for (number, print) in prints.enumerated() {
            #expect(found[UInt32(number + 1)] ?? [] == StoryBands.keys(of: print).sorted())
        }
        try BandFile.write(database, revision: 1, to: folder("again"))
        #expect(try Files.read(folder("again")) == (try Files.read(folder("bands"))))
        #expect(Set(try Files.names(in: folder(""))) == ["again", "bands", "db"])
    }

    @Test("No reports at all, and a single one")
    func few() throws {
        for count in 0...1 {
            let folder = try ScratchFolder()
            let prints = Array(Self.prints(1, seed: 5).filter { $0.shingleCount > 20 }.prefix(count))
            let database = try Self.database(prints, folder("db"))
            try BandFile.write(database, revision: 0, to: folder("bands"))
            let file = try BandFile(path: folder("bands"), uuid: try database.uuid, revision: 0)
            #expect(file.entryCount == prints.reduce(0) { $0 + StoryBands.keys(of: $1).count })
            let settling = StorySettling(DocumentBitmap(), last: try database.lastDocumentID)
            #expect(settling.components().isEmpty)
        }
    }
}
