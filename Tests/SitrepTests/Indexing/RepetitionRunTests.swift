import Testing
import Xapian

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Everything that a search can see of an index, but for when its reports came in.
private struct IndexContent: Equatable {
    var reports: [String: Report] = [:]
    var repeated: [String] = []

    struct Report: Equatable {
        var terms: [DocumentTerm]
        var text: StoredText
        var removedBytes: Int
        var title: String
        var length: Int
    }

    init(_ path: String) throws {
        let folder = IndexFolder(path)
        let database = try folder.generation(of: try folder.manifest()).openDatabase()
        for document in try database.documentIDs(containing: []) {
            let record = try StoredRecord(decoding: try database.documentData(document))
            let terms = try database.documentTerms(document, withPositions: true)
            // The keys of stories are terms of reports that were written in place alone.
            let passing = [Schema.run.prefix.utf8, Schema.storyBand.prefix.utf8]
            reports[record.id] = Report(
                terms: terms.filter { term in !passing.contains { term.term.starts(with: $0) } },
                text: try StoredText(
                    decoding: try database.metadata(StoredText.metadataKey(reportKey: record.key))
                ),
                removedBytes: record.removedBytes,
                title: record.title,
                length: terms.reduce(0) { $0 + $1.frequency }
            )
        }
        repeated = try database.metadataEntries(prefix: RepeatedLine.metadataPrefix).map {
            String(decoding: $0.key, as: UTF8.self)
        }
    }
}

@Suite("An index has no lines that its sources repeat, whatever came in which order")
struct RepetitionRunTests {
    private static let footer = "Share the Velmora page\nOur offices: Harbour Street, Ukraine"

    private static func story(_ number: Int) -> String {
        "The \(number)th convoy reached the town by night, the regional governor told reporters there.\n\n"
            + "It carried flour, and \(number) people came to meet it at the bridge over the river at dawn."
    }

    private func run(_ folder: ScratchFolder) throws -> IndexContent {
        let indexer = Indexer(index: folder("index"))
        _ = Files.exists(folder("index/manifest")) ? try indexer.reindex() : try indexer.index([folder("reports")])
        return try IndexContent(folder("index"))
    }

    /// Whether a report has the footer still, and all that was made of its text agrees on that; `nil` for none.
    private func hasFooter(_ report: IndexContent.Report?) -> Bool? {
        guard let report else { return nil }
        let terms = report.terms.map { String(decoding: $0.term, as: UTF8.self) }
        #expect(terms.contains("velmora") == report.text.text.contains("Velmora"))
        #expect(
            report.text.mentions.contains { $0.surfaces.contains("Ukraine") } == report.text.text.contains("Ukraine")
        )
        #expect(report.text.whole.contains("Velmora"))
        return report.text.text.contains("Velmora")
    }

    @Test("The fourth story makes the first three lose a footer, and its going brings that back")
    func fourth() throws {
        let folder = try ScratchFolder()
        for number in 1...3 { try folder.write("reports/\(number).txt", Self.story(number) + "\n\n" + Self.footer) }
        let three = try run(folder)
        for report in three.reports.values {
            #expect(hasFooter(report) == true)
            #expect(report.removedBytes == 0)
        }
        try folder.write("reports/4.txt", Self.story(4) + "\n\n" + Self.footer)
        let four = try run(folder)
        #expect(four.reports.count == 4 && four.repeated.count == 2)
        for report in four.reports.values {
            #expect(hasFooter(report) == false)
            #expect(report.removedBytes == Self.footer.utf8.count - 1)
        }
        unlink(folder("reports/4.txt"))
        let again = try run(folder)
        #expect(again == three)
    }

    @Test("Copies of one story keep every line")
    func copies() throws {
        let folder = try ScratchFolder()
        for name in ["a", "b", "c", "d", "e"] {
            try folder.write("reports/\(name).txt", Self.story(1) + "\n\n" + Self.footer)
        }
        for report in try run(folder).reports.values { #expect(hasFooter(report) == true) }
    }

    @Test("A footer is counted within its source: an outlet, or a folder where none is known")
    func sources() throws {
        let folder = try ScratchFolder()
        for number in 1...4 {
            let text = Self.story(number) + "\n\n" + Self.footer
            try folder.write("reports/\(number % 2)/\(number).txt", text)
            let outlet = number == 4 ? "Other" : "The Velmora"
            let line = text.replacing("\n", with: "\\n")
            try folder.write(
                "reports/\(number)/x.json",
                #"{"id":"\#(number)","source":"\#(outlet)","text":"\#(line)"}"#
            )
        }
        for report in try run(folder).reports.values { #expect(hasFooter(report) == true) }
        let line = (Self.story(5) + "\n\n" + Self.footer).replacing("\n", with: "\\n")
        try folder.write("reports/y.json", #"{"id":"5","source":"the velmora","text":"\#(line)"}"#)
        let content = try run(folder)
        for id in ["1", "2", "3", "5"] { #expect(hasFooter(content.reports[id]) == false, "\(id)") }
        #expect(hasFooter(content.reports["4"]) == true)
    }

    @Test("Pages have a structure of their own and stay as they are")
    func pages() throws {
        let folder = try ScratchFolder()
        for number in 1...5 {
            let body = (Self.story(number) + "\n\n" + Self.footer).split(separator: "\n")
                .map { "<p>\($0)</p>" }.joined()
            try folder.write("reports/\(number).html", "<html><body><article>\(body)</article></body></html>")
        }
        let content = try run(folder)
        #expect(content.repeated.isEmpty && content.reports.count == 5)
    }

    @Test("A large build finds what is repeated as a small one does, and extract agrees with both")
    func manyAtOnce() throws {
        let folder = try ScratchFolder()
        for number in 1...150 {
            let rare = number % 40 == 0 ? "Sometimes seen\n" : ""
            try folder.write("reports/\(number).txt", "Velmora\n\n" + Self.story(number) + "\n\n" + rare + Self.footer)
        }
        let content = try run(folder)
        var extracted: [String: Article] = [:]
        try Extraction().run([folder("reports")]) { result in
            let report = try result.get()
            extracted[report.id] = report.article
        }
        #expect(extracted.count == 150 && content.reports.count == 150)
        for (id, article) in extracted {
            #expect(content.reports[id]?.text.text == article.text)
            #expect(content.reports[id]?.removedBytes == article.removedBytes)
            #expect(!article.text.contains("offices"))
            #expect(article.removed.map(\.text).contains("Share the Velmora page"))
        }
        #expect(extracted.values.count { $0.text.contains("Sometimes") } == 3)
        let one = folder("reports/7.txt")
        try Extraction().run([one]) { result in
            let article = try result.get().article
            #expect(article.text.contains("offices"))
        }
    }

    @Test("After any changes the index is that of a clean build", arguments: [1, 2, 3])
    func anyOrder(seed: UInt64) throws {
        let folder = try ScratchFolder()
        var random = SeededGenerator(seed: seed)
        let lines = ["Share it", "Our offices: Odesa", "Навіны Велмори", "שתף את הדף"]
        func report() -> String {
            func edge(_ lengths: ClosedRange<Int>) -> String {
                (0..<random.number(lengths)).map { _ in random.pick(lines) + random.pick(["\n", "\n\n"]) }.joined()
            }
            return edge(0...2) + Self.story(random.number(1...12)) + "\n\n" + edge(1...3)
        }
        var repeated: Set<[String]> = []
        for number in 0..<12 { try folder.write("reports/a/r\(number).txt", report()) }
        for step in 0..<12 {
            for _ in 0..<random.number(1...4) {
                let path = "reports/\(random.pick(["a", "b"]))/\(random.pick(["r", "s"]))\(random.number(0...11)).txt"
                switch random.number(0...3) {
                case 0: unlink(folder(path))
                case 1: rename(folder(path), folder("reports/b/moved\(random.number(0...3)).txt"))
                default: try folder.write(path, report())
                }
            }
            let changed = try run(folder)
            let clean = folder("clean\(step)")
            _ = try Indexer(index: clean).index([folder("reports")])
            let expected = try IndexContent(clean)
            #expect(changed == expected, "step \(step)")
            try Files.removeFolder(clean)
            repeated.insert(changed.repeated)
        }
        // Lines came and went.
        #expect(repeated.count > 2)
    }
}
