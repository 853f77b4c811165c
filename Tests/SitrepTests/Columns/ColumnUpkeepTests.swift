import Testing
import Xapian

@testable import Sitrep

@Suite("Columns follow every change of an index, and are done without where they cannot be trusted")
struct ColumnUpkeepTests {
    private let folder: ScratchFolder
    private var indexPath: String { folder("index") }

    init() throws {
        folder = try ScratchFolder()
        for number in 0..<40 { try write(number, place: number.isMultiple(of: 3) ? "Lviv" : "Харків") }
        _ = try Indexer(index: indexPath).index([folder("reports")])
    }

    private func write(_ number: Int, place: String, day: Int = 1) throws {
        let text = """
            {"id": "r\(number)", "date": "2024-11-\(day < 10 ? "0" : "")\(day)", "source": "Wire \(number % 4)",
             "text": "Report \(number) tells of a convoy near \(place), and of \(number) other things."}
            """
        try folder.write("reports/\(number).json", text)
    }

    private static let slots: [CountedSlot] = {
        let packed = [Schema.region, Schema.actor, Schema.tag].compactMap(\.slot).map {
            CountedSlot(slot: $0, groupSlot: Schema.storySlot)
        }
        let whole = [Schema.source, Schema.date].compactMap(\.slot).map {
            CountedSlot(slot: $0, format: .whole, groupSlot: Schema.storySlot)
        }
        return packed + whole + [FacetCounting.stories]
    }()

    /// Expects the counts of the present state to be those of the matcher.
    ///
    /// - Parameter changed: how many documents changed since the file was written; `nil` where no file is of use.
    private func check(_ changed: Int?, _ location: SourceLocation = #_sourceLocation) throws {
        let index = try SearchIndex(path: indexPath)
        try index.withState { state in
            let columns = try state.columns.columns(of: state.database)
            #expect(columns?.changed.ids.count == changed, sourceLocation: location)
            for query in [Query.matchAll, .matchNothing, .term(Schema.source.term("wire 1"))] {
                let expected = try state.database.facetCounts(query, slots: Self.slots)
                let found = try state.counts(query, slots: Self.slots)
                #expect(found == expected, sourceLocation: location)
            }
        }
    }

    private func columnsPath() throws -> String {
        let folder = IndexFolder(indexPath)
        return folder.generation(of: try folder.manifest()).columnsPath
    }

    private func reindex() throws -> RunSummary { try Indexer(index: indexPath).reindex() }

    @Test("New, changed and removed reports, one run after the other")
    func changes() throws {
        try check(0)
        try write(40, place: "Odesa", day: 2)
        _ = try reindex()
        try check(1)
        try write(3, place: "Odesa", day: 3)
        try write(41, place: "Київ", day: 3)
        _ = try reindex()
        try check(3)
        // A changed report again, and one that goes.
        try write(3, place: "Lviv", day: 4)
        Files.remove(folder("reports/7.json"))
        let summary = try reindex()
        #expect(summary.removed == 1)
        try check(4)
        // The copy of a report changes the story of the other.
        let text = try Files.read(folder("reports/5.json"))
        try folder.write("reports/copy.json", String(decoding: text, as: UTF8.self).replacing("r5", with: "copy"))
        _ = try reindex()
        try check(6)
        _ = try Indexer(index: indexPath).reindex(rebuilding: true)
        try check(0)
    }

    @Test("A file that is missing, cut off, damaged or foreign is not used, and the next run writes it anew")
    func damage() throws {
        let path = try columnsPath()
        let whole = try Files.read(path)
        var day = 1
        func runAnew() throws {
            day += 1
            try write(1, place: "Lviv", day: day)
            _ = try reindex()
            try check(0)
        }
        Files.remove(path)
        try check(nil)
        try runAnew()
        // What was the state a run ago is followed up by its note, as far as that is there.
        try Files.replace(path, with: whole)
        try check(1)
        Files.remove(path)
        try runAnew()
        try write(2, place: "Lviv", day: 20)
        _ = try reindex()
        try check(1)
        try Files.replace(path, with: whole)
        try check(nil)
        Files.remove(path)
        try runAnew()
        var damaged: [[UInt8]] = [[], Array(whole.prefix(40)), Array(whole.dropLast()), whole + [0]]
        for place in [0, 9, 17, 30, 45, 52, 60, 80] {
            damaged.append(whole)
            damaged[damaged.count - 1][place] ^= 1
        }
        for bytes in damaged {
            try Files.replace(path, with: bytes)
            try check(nil)
        }
        try runAnew()
        let other = try ScratchFolder()
        try other.write("reports/a.txt", "A convoy near Lviv.")
        _ = try Indexer(index: other("index")).index([other("reports")])
        let foreign = IndexFolder(other("index"))
        try Files.replace(
            path,
            with: Files.read(foreign.generation(of: try foreign.manifest()).columnsPath)
        )
        try check(nil)
        try runAnew()
    }

    @Test("Any byte of the file that is wrong gives wrong counts at worst, never a crash")
    func anyByte() throws {
        let path = folder("columns")
        let index = try SearchIndex(path: indexPath)
        try index.withState { state in
            try ColumnFile.write(state.database, revision: 1, to: path)
            let whole = try Files.read(path)
            let matches = try state.database.matchingSet(.matchAll)
            var random = SeededGenerator(seed: 5)
            for _ in 0..<2_000 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: ColumnLayout.headerSize..<bytes.count, using: &random)
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
                // Past the checksum of the table, as if that had been made of the damaged bytes.
                guard let file = try? ColumnFile(bytes: bytes, checksTable: false) else { continue }
                var counting = ColumnCounting(matches, .init(file: file, changed: ChangedDocuments([])))
                _ = try? counting.counts(of: Self.slots, in: state.database)
            }
        }
    }

    @Test("A reader of a state keeps counting it while a writer goes on")
    func overtaken() throws {
        let index = try SearchIndex(path: indexPath)
        try write(50, place: "Odesa", day: 9)
        _ = try reindex()
        // The file of a later state is not for this one.
        Files.remove(try columnsPath())
        try write(51, place: "Odesa", day: 9)
        _ = try reindex()
        try index.withState { state in
            guard state.members.revision == 1 else { return }
            let columns = try state.columns.columns(of: state.database)
            #expect(columns == nil)
            let found = try state.counts(.matchAll, slots: Self.slots)
            #expect(found.total == 40)
        }
    }

    @Test("Too many changes since, and the file is written anew")
    func limit() throws {
        for number in 100..<1_090 { try write(number, place: "Odesa", day: 5) }
        _ = try reindex()
        try check(990)
        for number in 1_100..<1_120 { try write(number, place: "Odesa", day: 6) }
        _ = try reindex()
        try check(0)
    }
}
