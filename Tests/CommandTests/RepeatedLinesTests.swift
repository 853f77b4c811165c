import Foundation
import Testing

@Suite("Lines that a source repeats at the edges of its texts")
struct RepeatedLinesTests {
    private struct Extracted: Decodable {
        var id: String
        var text: String
        var removed: Int
    }

    private static let footer = "Share the Velmora page\nOur offices stand in Harbour Street"

    private func write(_ number: Int, in store: ReportStore) throws {
        let text = "A convoy of \(number) lorries reached the town by night, the governor told reporters there."
        try store.write("\(number).txt", "\(text)\n\n\(Self.footer)\n")
    }

    @Test("index, reindex and extract leave them out alike, and bring them back")
    func alike() throws {
        let store = try ReportStore()
        for number in 1...3 { try write(number, in: store) }
        try store.build()
        #expect(try store.ids("velmora").count == 3)
        try write(4, in: store)
        #expect(try store.reindex().counts == [1, 0, 0, 3])
        #expect(try store.ids("velmora").isEmpty)
        #expect(try store.ids("convoy").count == 4)
        let extracted: [Extracted] = try SitrepProcess.run(["extract", store.reports, "--format", "ndjson"]).objects()
        #expect(extracted.count == 4)
        for report in extracted {
            #expect(report.removed == Self.footer.utf8.count - 1)
            let shown: [ReportAnswer] = try store.run("show", "--format", "json", report.id).json()
            #expect(shown.map(\.text) == [report.text])
        }
        try store.folder.remove("reports/2.txt")
        #expect(try store.reindex().counts == [0, 0, 1, 3])
        #expect(try store.ids("velmora").count == 3)
    }

    @Test("extract --verbose shows what was left out")
    func verbose() throws {
        let store = try ReportStore()
        for number in 1...4 { try write(number, in: store) }
        let text = try SitrepProcess.run(["extract", store.reports, "--verbose"]).text
        #expect(text.split(separator: "\n").count { $0.contains("repeated line") } == 8)
        #expect(text.contains("Our offices stand in Harbour Street"))
        let one = try SitrepProcess.run(["extract", store.reports + "/1.txt", "--verbose"]).text
        #expect(!one.contains("repeated line") && one.contains("Share the Velmora page"))
    }

    @Test("A report of the same outlet from elsewhere counts, and the others' files may be away then")
    func away() throws {
        let store = try ReportStore()
        func record(_ number: Int) -> String {
            #"{"id":"\#(number)","source":"Velmora","text":"\#(number) boats left at noon.\n\nShare the page"}"#
        }
        for number in 1...3 { try store.write("\(number).json", record(number)) }
        try store.build()
        #expect(try store.ids("share").count == 3)
        try store.folder.move("reports", to: "away")
        try store.build(try store.folder.write("more.jsonl", record(4)))
        #expect(try store.ids("share").isEmpty)
        #expect(try store.ids("boats").count == 4)
    }
}
