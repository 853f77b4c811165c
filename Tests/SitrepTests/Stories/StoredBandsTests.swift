import Testing
import Xapian

@testable import Sitrep

@Suite("The file of bands belongs to its generation, and stories are the same without it")
struct StoredBandsTests {
    private struct Setting {
        let folder: ScratchFolder
        let indexer: Indexer
        var reports: [GeneratedStories.Report] = []

        init(seed: UInt64) throws {
            folder = try ScratchFolder()
            indexer = Indexer(index: folder("index"))
            reports = GeneratedStories(stories: 14, copies: 4, seed: seed).reports
        }

        func write(_ report: GeneratedStories.Report) throws {
            try folder.write("reports/\(report.id).json", StoryGroupingTests.json(report))
        }

        func generation() throws -> Generation {
            let index = IndexFolder(folder("index"))
            return index.generation(of: try index.manifest())
        }

        /// How many documents have terms for their keys.
        func documentsWithTerms() throws -> Int {
            let database = try generation().openDatabase()
            var documents: Set<DocumentID> = []
            for (term, _) in try database.allTerms(prefix: Schema.storyBand.prefix) {
                documents.formUnion(try database.documentIDs(containing: term))
            }
            return documents.count
        }

        /// The documents in the file; an error where it is not whole.
        func documentsInFile() throws -> Set<UInt32> {
            let generation = try generation()
            let database = try generation.openDatabase()
            let revision = try IndexMetadata.read(from: database, at: "").revision
            let file = try BandFile(path: generation.bandsPath, uuid: try database.uuid, revision: revision)
            var documents: Set<UInt32> = []
            try file.forEachEntry { documents.insert($1) }
            return documents
        }

        func check(_ comment: Comment) throws {
            #expect(
                try StoryGroupingTests.stories(folder("index")) == GeneratedStories.byDefinition(reports),
                comment
            )
        }
    }

    @Test("Through additions, changes and removals in place, a large run after them, and a rebuild")
    func lifetime() throws {
        var setting = try Setting(seed: 31)
        let all = setting.reports
        setting.reports = Array(all.prefix(all.count / 2))
        for report in setting.reports { try setting.write(report) }
        _ = try setting.indexer.index([setting.folder("reports")])
        try setting.check("at once")
        #expect(try setting.documentsWithTerms() == 0)
        #expect(try setting.documentsInFile().count == setting.reports.count)

        // Half of the others come one after the other, and some of the first change or go.
        for (number, report) in all.dropFirst(all.count / 2).prefix(all.count / 4).enumerated() {
            setting.reports.append(report)
            try setting.write(report)
            if number % 3 == 0 {
                let old = setting.reports.remove(at: number)
                Files.remove(setting.folder("reports/\(old.id).json"))
            } else if number % 3 == 1 {
                setting.reports[number].text = setting.reports[number + 5].text
                try setting.write(setting.reports[number])
            }
            _ = try setting.indexer.reindex()
        }
        try setting.check("in place")
        #expect(try setting.documentsWithTerms() > 0)
        let (name, inPlace) = (try setting.generation(), try setting.documentsWithTerms())

        // A run that reads much begins a new generation as a copy.
        for report in all.dropFirst(all.count / 2 + all.count / 4) {
            setting.reports.append(report)
            try setting.write(report)
        }
        try setting.folder.write("reports/blank.jsonl", String(repeating: "\n", count: 9 << 20))
        _ = try setting.indexer.reindex()
        #expect(try setting.generation() != name)
        try setting.check("copied")
        #expect(try setting.documentsWithTerms() == inPlace)
        #expect(try setting.documentsInFile().count == setting.reports.count)

        // What was written in place before the copy is found, too.
        for number in setting.reports.indices where number % 3 == 0 {
            setting.reports[number].text = setting.reports[(number + 4) % setting.reports.count].text
            try setting.write(setting.reports[number])
        }
        _ = try setting.indexer.reindex()
        try setting.check("in place again")

        _ = try setting.indexer.reindex(rebuilding: true)
        try setting.check("rebuilt")
        #expect(try setting.documentsWithTerms() == 0)
    }

    @Test(
        "Missing, cut off, damaged or of another index: it is made anew",
        arguments: ["missing", "cut", "byte", "other"]
    )
    func made(_ damage: String) throws {
        var setting = try Setting(seed: 32)
        let all = setting.reports
        setting.reports = Array(all.prefix(all.count * 2 / 3))
        for report in setting.reports { try setting.write(report) }
        _ = try setting.indexer.index([setting.folder("reports")])
        let path = try setting.generation().bandsPath
        let whole = try Files.read(path)
        for (number, report) in all.dropFirst(all.count * 2 / 3).enumerated() {
            // Every second run finds it damaged; those between find what the one before has made.
            switch number % 2 == 0 ? damage : "" {
            case "missing": Files.remove(path)
            case "cut": try Files.replace(path, with: Array(whole.prefix(whole.count / 2)))
            case "byte":
                var bytes = try Files.read(path)
                for place in stride(from: BandLayout.blockSize + 9, to: bytes.count, by: 64) { bytes[place] ^= 4 }
                try Files.replace(path, with: bytes)
            case "other":
                let other = try WritableDatabase(path: setting.folder("other-\(number)"), mode: .create)
                try BandFile.write(other, revision: 0, to: path)
            default: break
            }
            if number % 4 == 1 {
                let old = setting.reports.remove(at: 2)
                Files.remove(setting.folder("reports/\(old.id).json"))
            }
            setting.reports.append(report)
            try setting.write(report)
            _ = try setting.indexer.reindex()
        }
        try setting.check("after \(damage)")
        #expect(try setting.documentsInFile().count > 1)
        #expect(try Files.names(in: try setting.generation().path).allSatisfy { !$0.hasPrefix("bands.") })
    }
}

@Suite("Ids of documents stay what they are in a compact copy")
struct KeptIDsTests {
    @Test("With gaps, and with the highest ids gone")
    func gaps() throws {
        let folder = try ScratchFolder()
        var database = try WritableDatabase(path: folder("db"), mode: .create)
        for number in 1...40 {
            var document = try Document()
            try document.setData(Array("\(number)".utf8))
            try database.add(document)
        }
        for id in [1, 2, 17, 39, 40] { try database.delete(DocumentID(UInt32(id))) }
        try database.commit()
        let reader = try Database(path: folder("db"))
        try reader.compact(to: folder("copy"), options: .keepIDs)
        var copy = try WritableDatabase(path: folder("copy"), mode: .open)
        #expect(try copy.documentIDs(containing: "") == (try reader.documentIDs(containing: "")))
        for id in try reader.documentIDs(containing: "") {
            #expect(String(decoding: try copy.documentData(id), as: UTF8.self) == "\(id.rawValue)")
        }
        #expect(try copy.add(try Document()) == DocumentID(41))
    }
}
