import ServerFixture
import Testing
import Xapian

@testable import Sitrep

@Suite("Several indexes are searched as one")
struct SeveralIndexesTests {
    /// Indexes of their own over the reports of another one, those of a story together.
    ///
    /// - Parameter shards: how many databases each has.
    private func split(_ index: SpreadIndex, shards: [Int]) throws -> [String] {
        let one = try SearchIndex(path: index.whole)
        var parts: [String: Int] = [:]
        var stories = 0
        for id in try one.search(request { $0.limit = nil }).hits.map(\.id) where parts[id] == nil {
            for telling in try one.story(of: id).tellings { parts[telling.id] = stories % shards.count }
            stories += 1
        }
        for (id, part) in parts {
            let bytes = try Files.read(index.folder("reports/\(id)"))
            try index.folder.write("part-\(part)/\(id)", String(decoding: bytes, as: UTF8.self))
        }
        return try shards.enumerated().map { part, count in
            var options = Indexer.Options()
            options.shards = count
            _ = try Indexer(index: index.folder("index-\(part)"), options: options).index([index.folder("part-\(part)")]
            )
            return index.folder("index-\(part)")
        }
    }

    @Test(
        "Random requests have the hits, scores, snippets, stories and counts of one index of all reports",
        arguments: [[1, 1], [1, 2, 1], [2, 3]]
    )
    func equal(shards: [Int]) throws {
        var index = try SpreadIndex(70, seed: UInt64(shards.count + shards[1]))
        let paths = try split(index, shards: shards)
        try index.check(60, againstAll: paths)
        // In another order they are the same.
        try index.check(20, againstAll: paths.reversed())
    }

    @Test("Behind servers and at hand, mixed", .enabled(if: DatabaseServer.program != nil))
    func served() throws {
        var index = try SpreadIndex(60)
        let paths = try split(index, shards: [1, 2])
        let servers = try (1...2).map { try DatabaseServer(paths[1] + "/shard-\($0)") }
        let lines = servers.map { "remote 127.0.0.1:\($0.port)\n" }.joined()
        try Files.replace(paths[1] + "/shards", with: Array(lines.utf8))
        try index.check(40, againstAll: paths)
        #expect(try SearchIndex(paths: paths).shards.count == 2)
        withExtendedLifetime(servers) {}
    }

    @Test("Timelines and tables are those of one index")
    func counts() throws {
        var index = try SpreadIndex(60)
        let paths = try split(index, shards: [1, 2, 1])
        let (one, all) = (try SearchIndex(path: index.whole), try SearchIndex(paths: paths))
        for _ in 0..<12 {
            var request = index.request()
            request.mayRelax = false
            for precision in [EventDate.Precision.day, .month] {
                var (expected, found) = (
                    try one.timeline(request, by: precision, per: TableAxis("weapon")),
                    try all.timeline(request, by: precision, per: TableAxis("weapon"))
                )
                (expected.revision, expected.updated) = (0, "")
                (found.revision, found.updated) = (0, "")
                #expect(found == expected, "\(request)")
            }
            let axes = ["region", "month"].compactMap { TableAxis($0) }
            var (expected, found) = (try one.table(request, by: axes), try all.table(request, by: axes))
            (expected.revision, found.revision) = (0, 0)
            #expect(found == expected, "\(request)")
        }
    }

    @Test("Each report is shown with its text, whatever index has it, and its story with the reports of that")
    func details() throws {
        let index = try SpreadIndex(40)
        let paths = try split(index, shards: [1, 2])
        let (one, all) = (try SearchIndex(path: index.whole), try SearchIndex(paths: paths))
        for number in 0..<40 {
            let (expected, found) = (try one.report("\(number).txt"), try all.report("\(number).txt"))
            #expect(found.text == expected.text && found.digest == expected.digest)
            #expect(found.index.map(paths.contains) == true && expected.index == nil)
            #expect(try all.report(found.key).text == expected.text)
            let (story, same) = (try one.story(of: "\(number).txt"), try all.story(of: found.path))
            #expect(same.total == story.total && same.tellings.map(\.id) == story.tellings.map(\.id))
        }
    }

    // MARK: The same ids in several indexes

    /// Two indexes of two reports each, which tell one story; their ids are the same, what they tell is not.
    private func twins() throws -> (folder: ScratchFolder, paths: [String]) {
        let folder = try ScratchFolder()
        let texts = [
            "A convoy with fuel passed through Kharkiv before dawn and went on to the north, drivers said.",
            "Fishermen off Odesa found a drifting mine on Sunday and towed it ashore, the harbour office told.",
        ]
        for (place, text) in texts.enumerated() {
            for number in 0..<2 {
                try folder.write("part-\(place)/\(number).txt", text + (number == 0 ? "" : " More is not known."))
            }
            _ = try Indexer(index: folder("index-\(place)")).index([folder("part-\(place)")])
        }
        return (folder, [folder("index-0"), folder("index-1")])
    }

    private func request(_ query: String = "", _ change: (inout SearchRequest) -> Void = { _ in }) -> SearchRequest {
        var request = SearchRequest()
        request.query = query
        change(&request)
        return request
    }

    /// Checks what must not be mixed up.
    private func checkTwins(_ all: SearchIndex, _ folder: ScratchFolder) throws {
        for order in [SearchRequest.Order.newest, .oldest, .added, .relevance] {
            let grouped = try all.search(
                request("convoy OR mine") {
                    $0.groupsStories = true
                    $0.order = order
                }
            )
            #expect(grouped.total == 4 && grouped.stories == 2)
            #expect(grouped.hits.map(\.similar) == [1, 1], "\(order)")
            #expect(Set(grouped.hits.compactMap(\.index)) == Set(all.paths), "\(order)")
            for hit in grouped.hits {
                #expect(hit.snippet.text.contains(hit.index == all.paths[0] ? "convoy" : "mine"))
            }
        }
        let places = try all.search(request()).facets
        #expect(places.values[.region]?.first { $0.value == "Ukraine" }?.stories == 2)
        // A path chooses the files of one of them.
        for filter in [folder("part-1/"), folder("part-1") + "/*.txt"] {
            let found = try all.search(request { $0.filters.paths = [filter] })
            #expect(found.hits.map(\.index) == [all.paths[1], all.paths[1]], "\(filter)")
        }
        let rest = try all.search(request { $0.filters.excludedPaths = [folder("part-1/")] })
        #expect(rest.hits.map(\.index) == [all.paths[0], all.paths[0]])
        // What is like a report is not of its story, and may have its id.
        let like = try all.search(request { $0.similarTo = folder("part-0/0.txt") })
        #expect(Set(like.hits.compactMap(\.index)).isSubset(of: [all.paths[1]]))
        var shown: [ReportDetails] = []
        try all.forEachReport("0.txt") { shown.append($0) }
        #expect(shown.map(\.index) == all.paths)
        #expect(shown[0].text.contains("convoy") && shown[1].text.contains("mine"))
        let story = try all.story(of: folder("part-1/0.txt"))
        #expect(story.tellings.map(\.path) == [folder("part-1/0.txt"), folder("part-1/1.txt")])
        let error = #expect(throws: SitrepError.self) { try all.story(of: "0.txt") }
        #expect(error?.code == .usage && error?.hint?.contains(folder("part-1/0.txt")) == true)
    }

    @Test("Reports, files and stories of several indexes are told apart where they have the same names")
    func sameNames() throws {
        let (folder, paths) = try twins()
        try checkTwins(try SearchIndex(paths: paths), folder)
    }

    @Test("And so they are behind servers", .enabled(if: DatabaseServer.program != nil))
    func sameServedNames() throws {
        let (folder, paths) = try twins()
        let server = try DatabaseServer(paths[1] + "/generation-1/database")
        try Files.replace(paths[1] + "/shards", with: Array("remote 127.0.0.1:\(server.port)\n".utf8))
        try checkTwins(try SearchIndex(paths: paths), folder)
        withExtendedLifetime(server) {}
    }

    @Test("A report that two indexes hold is two reports")
    func sameReports() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/a.txt", "A convoy with fuel passed through Kharkiv before dawn.")
        try folder.write("reports/b.txt", "Fishermen off Odesa found a drifting mine on Sunday.")
        for name in ["one", "two"] { _ = try Indexer(index: folder(name)).index([folder("reports")]) }
        let all = try SearchIndex(paths: [folder("one"), folder("two")])
        let found = try all.search(request("convoy"))
        #expect(found.total == 2 && found.hits.map(\.id) == ["a.txt", "a.txt"])
        // Where one is wanted, it is that of the first.
        #expect(try all.story(of: "a.txt").total == 1)
        #expect(try all.report("a.txt").index == folder("one"))
    }

    /// Two indexes over the same reports, of which the second knows them as `changes` left them.
    private func overlapping(_ texts: [String: String], _ changes: [String: String] = [:]) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for (name, text) in texts { try folder.write("reports/" + name, text) }
        _ = try Indexer(index: folder("one")).index([folder("reports")])
        for (name, text) in changes { try folder.write("reports/" + name, text) }
        _ = try Indexer(index: folder("two")).index([folder("reports")])
        return folder
    }

    @Test("A report of which two indexes have another state each is named with its index, and a file of several too")
    func namedWithIndex() throws {
        let folder = try overlapping(["a.txt": "A convoy with fuel."], ["a.txt": "Fishermen found a mine."])
        let paths = [folder("one"), folder("two")]
        let all = try SearchIndex(paths: paths)
        for name in ["a.txt", folder("reports/a.txt")] {
            let error = #expect(throws: SitrepError.self) { try all.story(of: name) }
            let names = paths.map { $0 + ":" + name }
            #expect(error?.hint == "name one with its index: " + names.joined(separator: ", "))
            #expect(try names.map { try all.report($0).index } == paths)
            #expect(try all.difference(between: names[0], and: names[1]).0.id == "a.txt")
        }
        #expect(try all.report("\(paths[1])/:a.txt").text.contains("mine"))
        #expect(throws: SitrepError.self) { try all.report(folder("nowhere") + ":a.txt") }
        #expect(throws: SitrepError.self) { try all.report(":a.txt") }

        for (place, text) in ["A convoy with fuel.", "Fishermen found a mine."].enumerated() {
            let records = (1...2).map { #"{"id":"\#($0)","text":"\#(text) Number \#($0)."}"# + "\n" }
            try folder.write("part-\(place)/\(place) s.jsonl", records.joined())
            _ = try Indexer(index: folder("records \(place)")).index([folder("part-\(place)")])
        }
        let records = try SearchIndex(paths: [folder("records 0"), folder("records 1")])
        let error = #expect(throws: SitrepError.self) { try records.story(of: "1") }
        #expect(error?.hint?.contains("'\(folder("records 1")):1'") == true)
        #expect(try records.report(folder("records 1") + ":1").text == "Fishermen found a mine. Number 1.")
        #expect(try records.search(request { $0.similarTo = folder("records 1") + ":2" }).total >= 0)
    }

    @Test(
        "Where servers have the same reports, all searches but those by path are those of the indexes at hand",
        .enabled(if: DatabaseServer.program != nil)
    )
    func sameServedReports() throws {
        let folder = try overlapping([
            "a.txt": "A convoy with fuel passed through Kharkiv before dawn.",
            "b.txt": "Fishermen off Odesa found a drifting mine on Sunday.",
            "c.txt": "The convoy went on to Sumy with fuel for the harbour.",
        ])
        let paths = [folder("one"), folder("two")]
        let requests = [
            request { $0.similarTo = "a.txt" }, request("fuel sunday zebra"),
            request("fuel sunday zebra") { $0.filters.values[.region] = ["Kharkiv"] },
            request("dawn NEAR/4 convoy"),
        ]
        func answers() throws -> [[String]] {
            let all = try SearchIndex(paths: paths)
            return try requests.map { request in
                let found = try all.search(request)
                let regions = found.facets.values[.region]?.map { "\($0.value) \($0.count)" } ?? []
                return ["\(found.total)"] + found.hits.map { "\($0.id) \($0.index ?? "")" } + regions
            }
        }
        let expected = try answers()
        #expect(expected[0].first == "2" && expected[1].first == "6" && expected[2].first == "2")
        let servers = try paths.map { try DatabaseServer($0 + "/generation-1/database") }
        for (path, server) in zip(paths, servers) {
            try Files.replace(path + "/shards", with: Array("remote 127.0.0.1:\(server.port)\n".utf8))
        }
        #expect(try answers() == expected)
        let all = try SearchIndex(paths: paths)
        #expect(try all.search(request { $0.filters.paths = ["*.txt"] }).total == 6)
        // A folder and a copy of it have the same files, for the servers.
        try folder.write("copy/a.txt", "A convoy with fuel passed through Kharkiv before dawn.")
        _ = try Indexer(index: folder("three")).index([folder("copy")])
        let mixed = try SearchIndex(paths: [paths[0], folder("three")])
        let error = #expect(throws: SitrepError.self) {
            try mixed.search(request { $0.filters.paths = [folder("copy/")] })
        }
        #expect(error?.code == .usage && error?.message.contains("the same reports") == true)
        #expect(try mixed.search(request { $0.filters.paths = [folder("reports/b.txt")] }).total == 1)
        withExtendedLifetime(servers) {}
    }

    @Test("Figures of several indexes are told by the stories of each")
    func figures() throws {
        let folder = try ScratchFolder()
        for place in 0..<2 {
            let text =
                "Published: 2024-11-1\(place)\n\nRussia launched 120 drones at Ukraine overnight, the air force said on Sunday. "
                + "Most were shot down over Odesa, and the harbour office told of fires that were put out before dawn."
            try folder.write("part-\(place)/0.txt", text)
            try folder.write("part-\(place)/1.txt", text + " More is not known.")
            _ = try Indexer(index: folder("index-\(place)")).index([folder("part-\(place)")])
        }
        func figures(_ paths: [String]) throws -> Figures {
            try SearchIndex(paths: paths).figures(FiguresRequest())
        }
        let (one, all) = (try figures([folder("index-0")]), try figures([folder("index-0"), folder("index-1")]))
        #expect(one.reports == 2 && one.stories == 1)
        #expect(all.reports == 4 && all.stories == 2)
        #expect(one.rows.flatMap(\.reports).allSatisfy { $0.index == nil })
        // Each says where it comes from, as the ids do not.
        let told = all.rows.flatMap(\.reports).map { "\($0.id) \($0.index ?? "")" }
        #expect(Set(told).count == 4 && told.contains("1.txt " + folder("index-1")))
    }

    @Test("Values that only the records of one index gave are named and found in all")
    func ownValues() throws {
        let folder = try ScratchFolder()
        for (place, village) in ["Newbridge Cross", "Oldbridge Cross"].enumerated() {
            let record = #"{"id":"\#(place)","text":"A convoy.","region":["Ukraine/Kyiv Oblast/\#(village)"]}"#
            try folder.write("part-\(place)/a.jsonl", record + "\n")
            _ = try Indexer(index: folder("index-\(place)")).index([folder("part-\(place)")])
        }
        let all = try SearchIndex(paths: [folder("index-0"), folder("index-1")])
        for village in ["Newbridge Cross", "Oldbridge Cross"] {
            let found = try all.search(request { $0.filters.values[.region] = [village] })
            #expect(found.hits.map { $0.values(of: .region) } == [[["Ukraine", "Kyiv Oblast", village]]])
        }
    }

    @Test("A reader goes on while a writer changes one of them")
    func changes() throws {
        let (folder, paths) = try twins()
        let all = try SearchIndex(paths: paths)
        for round in 0..<8 {
            try folder.write("part-1/new-\(round).txt", "A convoy, number \(round), stood at the harbour of Odesa.")
            _ = try Indexer(index: paths[1]).reindex(rebuilding: round % 3 == 2)
            let found = try all.search(request("convoy OR mine") { $0.limit = nil })
            #expect(found.total >= 4 && found.total <= 5 + round && found.hits.count == found.total)
        }
        #expect(try SearchIndex(paths: paths).search(request()).total == 12)
    }

    // MARK: Errors

    @Test("One that is named twice, that is missing or damaged is named")
    func errors() throws {
        let (folder, paths) = try twins()
        func error(_ paths: [String]) -> SitrepError? {
            #expect(throws: SitrepError.self) { try SearchIndex(paths: paths) }
        }
        let twice = error([paths[0], paths[1], paths[0] + "/."])
        #expect(twice?.code == .usage && twice?.message.contains(paths[0]) == true)
        let missing = error([paths[0], folder("nowhere")])
        #expect(missing?.code == .notFound && missing?.message.contains(folder("nowhere")) == true)
        try Files.replace(paths[1] + "/manifest", with: Array("no manifest".utf8))
        let damaged = error(paths)
        #expect(damaged?.code == .data && damaged?.message.contains(paths[1]) == true)
        #expect(error([])?.code == .usage)
    }

    @Test("Indexes of different vocabularies are refused, with both named and what mends it")
    func vocabularies() throws {
        let (folder, paths) = try twins()
        let names = "facet: actor\nconcepts:\n- id: sample-legion\n  name: Sample Legion\n"
        try folder.write("names/actors.yaml", names)
        var options = Indexer.Options()
        options.vocabularyFolder = folder("names")
        _ = try Indexer(index: paths[1], options: options).reindex()
        let error = #expect(throws: SitrepError.self) { try SearchIndex(paths: paths) }
        #expect(error?.code == .data && paths.allSatisfy { error?.message.contains($0) == true })
        #expect(error?.hint?.contains("--index \(paths[1])") == true)
    }

    @Test("Where one of two has an older state of their vocabulary, that one is to be brought up to date")
    func staleVocabulary() throws {
        let (folder, paths) = try twins()
        let names = "facet: actor\nconcepts:\n- id: sample-legion\n  name: Sample Legion\n"
        try folder.write("my names/actors.yaml", names)
        var options = Indexer.Options()
        options.vocabularyFolder = folder("my names")
        for path in paths { _ = try Indexer(index: path, options: options).reindex() }
        _ = try SearchIndex(paths: paths)
        try folder.write("my names/actors.yaml", names + "- id: other-legion\n  name: Other Legion\n")
        _ = try Indexer(index: paths[1]).reindex()
        for order in [paths, paths.reversed()] {
            let error = #expect(throws: SitrepError.self) { try SearchIndex(paths: order) }
            #expect(error?.hint == "bring them to one: sitrep reindex --index \(paths[0])")
        }
        _ = try Indexer(index: paths[0]).reindex()
        _ = try SearchIndex(paths: paths)
        // Vocabularies that are as their folders are: one takes over that of the other.
        options.vocabularyFolder = ""
        _ = try Indexer(index: paths[1], options: options).reindex()
        let error = #expect(throws: SitrepError.self) { try SearchIndex(paths: paths) }
        let command = "sitrep reindex --vocabulary '\(folder("my names"))' --index \(paths[1])"
        #expect(error?.hint == "bring them to one: " + command)
        // What reads servers is not written there.
        try Files.replace(paths[1] + "/shards", with: Array("remote 127.0.0.1:1\n".utf8))
        #expect(ShellCommand.reindexing(paths[1]).contains("where the index is written"))
    }

    @Test("Damage that is met while a search runs is told of the index that has it")
    func damage() throws {
        let (folder, paths) = try twins()
        let generation = IndexFolder(paths[1]).generation(of: try IndexFolder(paths[1]).manifest())
        var database = try WritableDatabase(paths: generation.databasePaths, mode: .open)
        for (key, value) in try database.metadataEntries(prefix: StoredText.metadataKey(reportKey: "")) {
            try database.setMetadata(Array(value.prefix(2)) + [0xFF, 0xFF, 0xFF], for: key)
        }
        try database.commit()
        for order in [paths, paths.reversed()] {
            let all = try SearchIndex(paths: order)
            for call in [
                { _ = try all.search(request()) }, { _ = try all.report(folder("part-1/0.txt")) },
                { _ = try all.story(of: folder("part-1/0.txt")) },
            ] as [() throws -> Void] {
                let error = #expect(throws: SitrepError.self) { try call() }
                #expect(error?.code == .data && error?.message.contains("the index at \(paths[1]) is damaged") == true)
                #expect(error?.hint?.hasSuffix("sitrep check --repair --index \(paths[1])") == true)
            }
            // What does not need it is there.
            #expect(try all.search(request("convoy")).total == 2)
        }
    }

    @Test("Blocks of the files of one that are overwritten are never told of another")
    func damagedBlocks() throws {
        let folder = try ScratchFolder()
        for place in 0..<2 {
            for number in 0..<60 {
                let words = (0..<60).map { "word\(number * 60 + $0)x\(place)" }.joined(separator: " ")
                try folder.write("part-\(place)/\(number).txt", "A convoy passed through Kharkiv. " + words)
            }
            _ = try Indexer(index: folder("index-\(place)")).index([folder("part-\(place)")])
        }
        let paths = [folder("index-0"), folder("index-1")]
        let database = paths[1] + "/generation-1/database/"
        var noticed = 0
        for file in try Files.names(in: database) where file.hasSuffix(".glass") {
            let whole = try Files.read(database + file)
            for start in stride(from: 0, to: whole.count, by: 8192 * 3) {
                var bytes = whole
                for place in start + 4..<min(start + 8192, bytes.count) {
                    bytes[place] = UInt8(truncatingIfNeeded: place)
                }
                try Files.replace(database + file, with: bytes)
                do {
                    let all = try SearchIndex(paths: paths)
                    _ = try all.search(request("convoy OR word77*") { $0.limit = nil })
                    _ = try all.search(request { $0.similarTo = folder("part-1/7.txt") })
                } catch let error as SitrepError {
                    noticed += 1
                    #expect(error.message.contains(paths[1]), "\(file) \(start)")
                    #expect(!error.message.contains(paths[0]), "\(file) \(start): \(error)")
                }
            }
            try Files.replace(database + file, with: whole)
        }
        #expect(noticed > 0)
    }

    @Test("A path is that of a folder's file only from its beginning")
    func namedFiles() {
        for (text, isNamed) in [
            ("Couldn't open /data/database/postlist.glass", true), ("/data/x: no such file", true),
            ("'/data/x' is cut off", true), ("Couldn't open /srv/data/x", false), ("/database/x is cut off", false),
            ("/srv/data/x, copied from /data/x", true), ("EOF reading block 7", false),
        ] {
            #expect(text.namesFile(in: "/data") == isNamed, "\(text)")
        }
    }

    @Test("An empty index is searched with another one; one of another schema is named")
    func emptyAndOlder() throws {
        let (folder, paths) = try twins()
        try Files.makeFolder(folder("nothing"))
        _ = try Indexer(index: folder("empty")).index([folder("nothing")])
        for order in [[paths[0], folder("empty")], [folder("empty"), paths[0]]] {
            let all = try SearchIndex(paths: order)
            let found = try all.search(request("convoy"))
            #expect(found.total == 2 && found.hits.map(\.index) == [paths[0], paths[0]])
            #expect(try all.search(request("mine")).total == 0)
            #expect(try all.figures(FiguresRequest()).total == 0)
            #expect(try all.search(request { $0.filters.paths = ["*.txt"] }).total == 2)
        }
        let manifest = String(decoding: try Files.read(paths[1] + "/manifest"), as: UTF8.self)
        for (schema, word) in [(Schema.version - 1, "older"), (Schema.version + 1, "newer")] {
            let other = manifest.split(separator: "\n").map {
                $0.hasPrefix("schema ") ? "schema \(schema)" : String($0)
            }
            try Files.replace(paths[1] + "/manifest", with: Array((other.joined(separator: "\n") + "\n").utf8))
            let error = #expect(throws: SitrepError.self) { try SearchIndex(paths: paths) }
            #expect(error?.code == .data && error?.message.contains(word) == true)
            #expect(error?.message.contains(paths[1]) == true && error?.message.contains(paths[0]) == false)
            if word == "older" { #expect(error?.hint?.hasSuffix("sitrep reindex --index \(paths[1])") == true) }
        }
    }

    @Test("A copy of an index is not another one")
    func copies() throws {
        let (folder, paths) = try twins()
        func copy(_ name: String) throws {
            try Files.makeFolder(folder("copy") + "/" + name)
            for file in try Files.names(in: paths[0] + "/" + name) {
                try Files.replace(
                    "\(folder("copy"))/\(name)/\(file)",
                    with: try Files.read("\(paths[0])/\(name)/\(file)")
                )
            }
        }
        try copy("generation-1/database")
        for name in try Files.names(in: paths[0] + "/generation-1") where name != "database" {
            try Files.replace(
                "\(folder("copy"))/generation-1/\(name)",
                with: try Files.read("\(paths[0])/generation-1/\(name)")
            )
        }
        try Files.replace(folder("copy") + "/manifest", with: try Files.read(paths[0] + "/manifest"))
        let error = #expect(throws: SitrepError.self) { try SearchIndex(paths: paths + [folder("copy")]) }
        #expect(error?.code == .usage && error?.message.contains("\(paths[0]) and \(folder("copy"))") == true)
        // In the place of the original it is as good.
        #expect(try SearchIndex(paths: [folder("copy"), paths[1]]).search(request()).total == 4)
    }

    @Test("What belongs to one index is refused for several")
    func onlyOne() throws {
        let (folder, paths) = try twins()
        let all = try SearchIndex(paths: paths)
        for call in [
            { _ = try all.status() }, { _ = try all.checkup() }, { _ = try all.moment() }, { _ = try all.marks() },
            { _ = try all.search(request { $0.runs = 0..<2 }) },
        ] as [() throws -> Void] {
            #expect(throws: SitrepError.self) { try call() }
        }
        withExtendedLifetime(folder) {}
    }
}
