import Foundation
import Testing

@Suite("The tables of a case file can be read with nothing else at hand")
struct CaseTablesTests {
    private let store: ReportStore

    init() throws {
        store = try ReportStore()
        try store.write(
            "a.txt",
            "2024-11-13\n\nA convoy passed Kyiv; 73 drones were launched and 50 of them shot down."
        )
        try store.write("page.html", "<p>A convoy passed on a page.</p>")
        try store.build()
    }

    private var folder: String { store.folder.path("case") }

    private func export(_ query: String) throws -> Outcome { try store.run("export", query, "--to", folder) }

    private struct Manifest: Decodable {
        var reports: [Report]

        struct Report: Decodable {
            var id: String
            var key: String
            var text: File
        }
        struct File: Decodable {
            var file: String
        }
    }

    private func manifest() throws -> Manifest {
        try JSONDecoder().decode(
            Manifest.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
        )
    }

    @Test("Figures stand where their offsets say, in the files of texts; the read-me lists reports and columns")
    func offsets() throws {
        try store.write(
            "title.json",
            #"{"id": "t", "title": "Ніч\u009b1m: 20 drones downed over Kyiv", "date": "2024-11-14", "source": "Кедр","#
                + #" "text": "A convoy \u202eleft\u009b31m. The air force said that 50 drones were shot down."}"#
        )
        try store.build()
        #expect(try export("convoy").status == 0)
        let reports = try manifest().reports
        let rows = try String(contentsOfFile: folder + "/figures.csv", encoding: .utf8).components(separatedBy: "\r\n")
        var seen: [String] = []
        for row in rows.dropFirst() where !row.isEmpty {
            let cells = row.components(separatedBy: ",")
            let report = try #require(reports.first { $0.key == cells[0] })
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + report.text.file))
            let (start, end) = (try #require(Int(cells[cells.count - 2])), try #require(Int(cells[cells.count - 1])))
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            // Who prints the file is not at the mercy of a report.
            let all = String(decoding: bytes, as: UTF8.self).unicodeScalars
            #expect(!all.contains { [0x9B, 0x202E].contains($0.value) })
            #expect(row.contains("," + text + ","), "\(text): \(row)")
            seen.append(text)
        }
        #expect(seen.contains { $0.contains("20 drones") } && seen.contains { $0.contains("50 drones") })
        let readMe = try String(contentsOfFile: folder + "/README.txt", encoding: .utf8)
        let text = try #require(reports.first { $0.id == "t" }).text.file
        #expect(readMe.contains("- Ніч  1m: 20 drones downed over Kyiv\n  2024-11-14, Кедр: \(text)\n"))
        for table in ["reports", "figures", "marks"] {
            let lines = try String(contentsOfFile: folder + "/\(table).csv", encoding: .utf8)
            let section = try #require(readMe.components(separatedBy: "\n\(table).csv\n").last)
                .components(separatedBy: "\n\n")[0]
            let explained = Set(section.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
            for column in lines.prefix(while: { $0 != "\r\n" }).split(separator: ",") {
                #expect(explained.contains(String(column)), "\(table): \(column)")
            }
        }
    }

    @Test("Nothing is written into the folder of the index")
    func intoIndex() throws {
        for folder in [store.index + "/case", store.index + "/../Index/case", store.index] {
            try store.run("export", "convoy", "--to", folder).expectError(64, "the folder of the index")
        }
        #expect(!FileManager.default.fileExists(atPath: store.index + "/case"))
    }
}
