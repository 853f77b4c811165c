import Testing
import Xapian

@testable import Sitrep

@Suite("An index that is built again keeps what it held of what cannot be read")
struct KeptReportsTests {
    @Test(
        "All of it, where all sources are gone, and when they are back they are read anew",
        arguments: [(51, 1, true), (52, 2, true), (53, 1, false)] as [(UInt64, Int, Bool)]
    )
    func gone(seed: UInt64, shards: Int, inBulk: Bool) throws {
        let made = try KeptIndex(seed: seed, shards: shards)
        let expected = try made.content()
        try made.hide("reports")
        let summary = try made.rebuild { $0.writesInBulk = inBulk }
        #expect(try made.content() == expected)
        #expect(summary.stored == expected.reports && summary.added == 0 && summary.failed == 1)
        #expect(summary.remarks.count == 1 && summary.remarks[0].contains(made.folder("reports")))
        // As long as they are gone nothing changes, whatever is run.
        #expect(try made.reindex().unchanged == expected.reports)
        #expect(try made.rebuild().stored == expected.reports)
        #expect(try made.content() == expected)

        try made.show("reports")
        let back = try made.reindex()
        #expect([back.unchanged, back.added, back.changed, back.removed] == [expected.reports, 0, 0, 0])
        #expect(try made.content() == expected)
        #expect(try made.files().allSatisfy { !$0.isKept })
        let revision = try made.reindex().revision
        #expect(revision == back.revision)
        #expect(try Dumped.parts(made.index) == made.clean(shards: shards))
    }

    @Test("Of two sources that of the one that is gone, with the changes of the other")
    func half() throws {
        let made = try KeptIndex(seed: 54)
        try made.folder.write("more/1.txt", "A convoy of forty lorries near Lviv.")
        try made.folder.write("more/2.txt", "A drone fell on Odesa.")
        let line = #"{"id":"n1","text":"The same id as one of the other source, read from here."}"#
        try made.folder.write("more/3.jsonl", line)
        _ = try Indexer(index: made.index).index([made.folder("more")])
        let before = try made.content()
        try made.hide("reports")
        Files.remove(made.folder("more/2.txt"))
        try made.folder.write("more/4.txt", "Storm Shadow missiles struck a depot near Kursk.")
        let summary = try made.rebuild()
        let after = try made.content()
        #expect(after.reports == before.reports)
        let (gone, new) = (Set(before.ids).subtracting(after.ids), Set(after.ids).subtracting(before.ids))
        #expect(gone == ["2.txt"] && new == ["4.txt"])
        #expect(summary.added == 3)
        #expect(summary.stored + summary.added == after.reports)
        try made.show("reports")
        _ = try made.reindex()
        #expect(try made.content().arrivals == after.arrivals)
    }

    @Test("Of one source what lies in a folder that cannot be read; what is gone beside it leaves")
    func folder() throws {
        let made = try KeptIndex(seed: 55)
        let expected = try made.content()
        let inside = expected.ids.filter { $0.hasPrefix("3/") }
        let outside = try #require(expected.ids.first { $0.hasPrefix("4/") })
        try #require(!inside.isEmpty)
        try made.hide("reports/3")
        // Nobody can tell what is behind it, in whose place it now stands.
        try made.link("reports/3", to: made.folder("nowhere"))
        Files.remove(made.folder("reports/" + outside))
        let summary = try made.rebuild()
        #expect(summary.stored == inside.count)
        #expect(Set(try made.content().ids) == Set(expected.ids).subtracting([outside]))
        #expect(try made.files().filter(\.isKept).count == inside.count)
        Files.remove(made.folder("reports/3"))
        try made.show("reports/3")
        _ = try made.reindex()
        #expect(try Dumped.parts(made.index) == made.clean())
    }

    @Test("Of a file that is there and cannot be read")
    func file() throws {
        let made = try KeptIndex(seed: 56)
        let records = #"[{"id":"a1","text":"A convoy passed Lutsk."},{"id":"a2","text":"A convoy passed Rivne."}]"#
        try made.folder.write("reports/list.json", records)
        _ = try made.reindex()
        let expected = try made.content()
        try made.folder.write("reports/list.json", "[{")
        for _ in 0..<2 {
            let summary = try made.rebuild()
            #expect(summary.stored == 2 && summary.failed == 1)
            #expect(try made.content() == expected)
        }
        try made.folder.write("reports/list.json", records.replacing("Rivne", with: "Kovel"))
        let summary = try made.reindex()
        #expect(summary.changed == 1 && summary.failed == 0)
        #expect(try Dumped.parts(made.index) == made.clean())
    }

    @Test("Of a folder that is empty and lies on another device, in a rebuild and in the runs after it")
    func otherDevice() throws {
        let made = try KeptIndex(seed: 57)
        try made.folder.write("more/1.txt", "A convoy of forty lorries near Lviv.")
        _ = try Indexer(index: made.index).index([made.folder("more")])
        let expected = try made.content()
        try made.changeMetadata { $0.sources[0].device += 1 }
        try made.hide("reports")
        try Files.makeFolder(made.folder("reports"))
        // Nor does what somebody saves there meanwhile stand for what was.
        try made.folder.write("reports/stray.txt", "A convoy that stays out for now.")
        // A run that writes must not take the empty place for the one that it knows.
        try made.folder.write("more/1.txt", "A convoy of fifty lorries near Lviv.")
        for round in 0..<3 {
            let summary = round == 1 ? try made.rebuild() : try made.reindex()
            #expect(summary.failures.map(\.path) == [made.folder("reports")])
            #expect(summary.removed == 0 && summary.stored == (round == 1 ? expected.reports - 1 : 0))
            #expect(try made.content().ids == expected.ids)
        }
        Files.remove(made.folder("reports/stray.txt"))
        try made.show("reports")
        #expect(try made.reindex().unchanged == expected.reports)
        #expect(try Dumped.parts(made.index) == made.clean("reports", "more"))
    }

    @Test("Not as it was stored, but as it is read, once it can be read again")
    func readAnew() throws {
        let made = try KeptIndex(seed: 58)
        let id = try #require(try made.content().ids.first)
        let key = ReportPreparation.key(of: id)
        // What an older program may have made of it.
        let other = StoredText(text: "Other words of an older reader.", mentions: [], given: [:])
        try made.change { try $0.setMetadata(other.encoded(), for: StoredText.metadataKey(reportKey: key)) }
        try made.hide("reports")
        _ = try made.rebuild()
        #expect(try made.texts()[id] == other.text)
        try made.show("reports")
        _ = try made.reindex()
        #expect(try Dumped.parts(made.index) == made.clean())
    }

    @Test("Whether what is there can be read is asked first, and of the reports only where they are needed")
    func asksFirst() throws {
        let made = try KeptIndex(seed: 68)
        let before = try made.content()
        let asked = Monitor([FormerState]())
        let options: (inout Indexer.Options) -> Void = {
            $0.canRead = { state in
                asked.withValue { $0.append(state) }
                return true
            }
        }
        try made.rebuild(options)
        #expect(asked.withValue { $0 } == [.arrivals])
        try made.hide("reports")
        try made.rebuild(options)
        #expect(asked.withValue { $0 } == [.arrivals, .arrivals, .reports])
        #expect(try made.content() == before)
    }

    @Test("What cannot be read without a crash is not read: without it a run ends, or says what it does without")
    func crashing() throws {
        let made = try KeptIndex(seed: 69)
        let before = try made.content()
        try made.hide("reports")
        for unread in [FormerState.arrivals, .reports] {
            let error = #expect(throws: SitrepError.self) {
                try made.rebuild { $0.canRead = { $0 != unread } }
            }
            #expect(error?.code == .io && error?.message.contains(made.folder("reports")) == true)
            #expect(try made.content() == before)
        }
        let trouble = SitrepError(.io, "killed")
        #expect(throws: trouble) { try made.rebuild { $0.canRead = { _ in throw trouble } } }
        try made.show("reports")
        let summary = try made.rebuild { $0.canRead = { _ in false } }
        #expect(summary.added == before.reports && summary.remarks.count == 1)
        #expect(summary.remarks[0].contains("first came in"))
    }

    @Test("The same of a file that was moved meanwhile, with the time when it first came in")
    func moved() throws {
        let made = try KeptIndex(seed: 59)
        let expected = try made.content()
        let id = try #require(expected.ids.first { $0.hasSuffix(".txt") })
        try made.hide("reports")
        _ = try made.rebuild()
        try made.show("reports")
        try Files.rename(made.folder("reports/" + id), to: made.folder("reports/elsewhere.txt"))
        let summary = try made.reindex()
        #expect(summary.moved == 1 && summary.added == 0 && summary.removed == 0)
        #expect(try made.content().arrivals["elsewhere.txt"] == expected.arrivals[id])
        #expect(try Dumped.parts(made.index) == made.clean())
    }

    @Test("What is damaged is a failure, and all else is kept", arguments: [1, 2])
    func damaged(shards: Int) throws {
        let made = try KeptIndex(seed: 60, shards: shards)
        let expected = try made.content()
        let lost = Array(expected.ids.filter { $0.hasSuffix(".txt") }.prefix(2))
        let text = StoredText.metadataKey(reportKey: ReportPreparation.key(of: lost[0]))
        let document = try made.document(lost[1])
        let other = try #require(expected.ids.last { $0.hasSuffix(".txt") })
        let entry = FileKey(source: 1, relativePath: other).metadataKey
        try made.change { database in
            for shard in DocumentID(1).rawValue...UInt32(shards) {
                try database.setMetadata([1, 2, 3], for: text, beside: DocumentID(shard))
            }
            try database.setValue("Other outlet", of: document, in: try #require(Schema.source.slot))
            // One of which only the path tells the file.
            try database.setMetadata([], for: entry)
        }
        try made.hide("reports")
        let summary = try made.rebuild()
        let paths = lost.map { made.folder("reports/" + $0) } + [made.folder("reports")]
        #expect(Set(summary.failures.map(\.path)) == Set(paths))
        #expect(Set(try made.content().ids) == Set(expected.ids).subtracting(lost))
        try made.show("reports")
        _ = try made.reindex()
        #expect(try Dumped.parts(made.index) == made.clean(shards: shards))
    }

    @Test("What is damaged so that nobody knows where it came from is told too")
    func unknown() throws {
        let made = try KeptIndex(seed: 63)
        let expected = try made.content()
        try made.change { database in
            var document = try Document()
            try document.setData([1, 2, 3])
            _ = try database.add(document)
        }
        try made.hide("reports")
        let failures = try made.rebuild().failures
        #expect(failures.map(\.path) == [made.folder("reports"), made.index])
        #expect(failures.last?.reason == "1 report in it cannot be read, nor from what file")
        #expect(try made.content() == expected)
    }

    @Test("A list of sources that is gone is a damage, never an index without sources")
    func sources() throws {
        let made = try KeptIndex(seed: 64)
        let expected = try made.content()
        let manifest = try Files.read(IndexFolder(made.index).manifestPath)
        try made.change { try $0.setMetadata([], for: SourceRecord.metadataKey) }
        let error = try #require(throws: SitrepError.self) { try made.reindex() }
        #expect(error.code == .data && error.hint?.contains("check --repair") == true)
        #expect(try Files.read(IndexFolder(made.index).manifestPath) == manifest)
        try made.hide("reports")
        let refused = try #require(throws: SitrepError.self) { try made.rebuild() }
        #expect(refused.code == .io && refused.message.contains("nor what the index held of it"))
        try made.show("reports")
        _ = try made.rebuild()
        #expect(try made.content() == expected)
    }

    @Test(
        "A report whose document leads to no file, and one whose document is gone, are told",
        arguments: [true, false]
    )
    func strayed(isThere: Bool) throws {
        let made = try KeptIndex(seed: 65)
        let expected = try made.content()
        let id = try #require(expected.ids.first { $0.hasSuffix(".txt") })
        let number = try made.document(id)
        try made.change { database in
            guard isThere else { return try database.delete(number) }
            var document = try Document()
            try document.setData(try database.documentData(number))
            try document.addBooleanTerm(Array((Schema.file.prefix + "0123456789abcdef0123456789abcdef").utf8))
            try database.replace(number, with: document)
        }
        try made.hide("reports")
        let failures = try made.rebuild().failures
        #expect(failures.map(\.path) == [made.folder("reports"), made.folder("reports/" + id)])
        #expect(Set(try made.content().ids) == Set(expected.ids).subtracting([id]))
        try made.show("reports")
        _ = try made.reindex()
        #expect(try made.content().ids == expected.ids)
    }

    @Test("Where nothing of the index can be read it is not built again, and stays; the advice leads on")
    func unreadable() throws {
        let made = try KeptIndex(seed: 61)
        let main = try made.generation.databaseFolders[0] + "/iamglass"
        try Files.replace(main, with: Array("nonsense".utf8))
        try made.hide("reports")
        let error = try #require(throws: SitrepError.self) { try made.rebuild() }
        #expect(error.code == .io && error.message.contains(made.folder("reports")))
        #expect(error.hint?.contains("run the same command again") == true && error.hint?.contains("forget") == false)
        #expect(Files.exists(main))
        try made.show("reports")
        _ = try made.rebuild()
        #expect(try Dumped.parts(made.index) == made.clean())
    }

    @Test("Shards of different runs are brought together without their sources")
    func torn() throws {
        var made = try KeptIndex(seed: 62, shards: 3)
        let first = try made.generation.databaseFolders[0]
        try made.copy(first, to: made.folder("kept"))
        try made.reports.add(30)
        try made.reports.change(5)
        _ = try made.reindex()
        try Files.removeFolder(first)
        try made.copy(made.folder("kept"), to: first)
        let database = try made.generation.openDatabase()
        let ids = try database.documentIDs(containing: []).map {
            try StoredRecord(decoding: try database.documentData($0)).id
        }
        try made.hide("reports")
        // Neither forgets nor writes to it before.
        let error = #expect(throws: SitrepError.self) { try Indexer(index: made.index).forget(made.folder("reports")) }
        #expect(error?.hint?.contains("sitrep reindex") == true)
        #expect(try made.reindex().stored == ids.count)
        #expect(Set(try made.content().ids) == Set(ids))
        try made.show("reports")
        _ = try made.reindex()
        #expect(try Dumped.parts(made.index) == made.clean(shards: 3))
        #expect(try Indexer(index: made.index).forget(made.folder("reports")).removed > 0)
    }
}
