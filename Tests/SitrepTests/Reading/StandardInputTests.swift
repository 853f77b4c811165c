import Testing

@testable import Sitrep

@Suite("Reports that are no files") struct StandardInputTests {
    private func read(_ bytes: [UInt8]) throws -> [ReadRecord] {
        let reader = ReportReader(today: Timestamp.localToday())
        var records: [ReadRecord] = []
        try reader.read(bytes, named: "-") { records.append(try $0.get()) }
        return records
    }

    @Test(
        "What they are, their beginning tells",
        arguments: [
            ("", ReportFormat.text), ("A convoy", .text), ("{\"title\": \"x\"}", .json), (" \n{ \"a\": 1}", .json),
            ("{}", .json),
            ("[{\"a\": 1}]", .json), ("[]", .json), ("[Photo: a bridge] Text", .text), ("{Kyiv} text", .text),
            ("<!DOCTYPE html>", .html), ("\n <p>text", .html), ("<?xml version='1.0'?>", .html), ("< 5 km away", .text),
            ("# Heading", .markdown), ("#hashtag", .text), ("---\ntitle: x\n---\n", .markdown), ("--- text", .text),
            ("Київ", .text), ("غزة", .text),
        ]
    )
    func formats(text: String, format: ReportFormat) {
        #expect(ReportFormat(beginning: text) == format)
    }

    @Test("One report, or an array of them, in any encoding that files have")
    func reports() throws {
        let json = #"[{"id": "a", "text": "A convoy near Київ."}, {"text": "Another one."}]"#
        let records = try read(Array(json.utf8))
        #expect(records.count == 2 && records.allSatisfy(\.isOneOfMany))
        let one = try read(Array("{\"title\": \"T\", \"text\": \"Дрони.\"}".utf8))
        #expect(one.map(\.article.text) == ["Дрони."])
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "<title>Lviv</title><p>A convoy passed Lviv.</p>".utf16 {
            wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        #expect(try read(wide).map(\.article.title) == ["Lviv"])
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("{\"text\": \"A convoy.\"}".utf8)
        #expect(try read(marked).map(\.article.text) == ["A convoy."])
        let text = Array("A convoy passed.".utf8)
        #expect(try read(text).first?.digest == SHA256Digest.hex(text))
    }

    @Test(
        "What cannot be read says why",
        arguments: [
            ([], "empty"), ([0x1F, 0x8B, 8, 0], "gzip"), (Array("{\"a\": ".utf8), "not JSON"),
            (Array(repeating: 0, count: 100), "not text"), (Array(" \n ".utf8), "no text"),
        ]
    )
    func failures(bytes: [UInt8], reason: String) {
        let error = #expect(throws: ReadFailure.self) { try read(bytes) }
        #expect(error?.reason.contains(reason) == true && error?.path == "-", "\(error.debugDescription)")
    }

    @Test("More than a file may hold is refused")
    func tooLarge() {
        let reader = ReportReader(
            limits: ReadingLimits(maximumFileBytes: 10),
            today: Timestamp.localToday()
        )
        #expect(throws: ReadFailure.self) { try reader.read(Array("A long convoy.".utf8), named: "-") { _ in } }
    }
}
