import Testing
import Xapian

@testable import Sitrep

@Suite("Terms keep within what the database takes")
struct TermsTests {
    /// What Xapian counts: a NUL takes two bytes.
    private func cost(_ term: [UInt8]) -> Int { term.count + term.count { $0 == 0 } }

    @Test func shortOnesStayWhole() {
        #expect(Terms.bounded("XR", "kyiv".utf8) == Array("XRkyiv".utf8))
        let longest = [UInt8](repeating: 0x61, count: Terms.maximumLength - 2)
        #expect(Terms.bounded("XR", longest) == Array("XR".utf8) + longest)
        #expect(Terms.bounded("XR", longest + [0x61]).count <= Terms.maximumLength)
        #expect(Terms.bounded("XR", longest + [0x61]) != Array("XR".utf8) + longest)
        #expect(Terms.maximumLength <= Document.maximumTermLength)
    }

    @Test("Random texts of any length and script, with NULs, give terms in bounds, cut on characters, all different")
    func random() throws {
        var generator = SeededGenerator(seed: 3)
        var seen: [[UInt8]: String] = [:]
        for _ in 0..<3_000 {
            var text = ""
            // Long common beginnings, so that what tells two apart is what is cut off.
            let beginning = generator.pick(["", "a", "ж", "中", "😀"])
            for _ in 0..<generator.number(0...240) { text += beginning }
            for _ in 0..<generator.number(0...30) { text += generator.pick(["b", "ї", "語", "🛰", "\0", "\u{301}"]) }
            let term = Terms.bounded(Array(text.utf8), to: generator.pick([128, 240]))
            if term.count != text.utf8.count || term != Array(text.utf8) {
                #expect(String(validating: term, as: UTF8.self) != nil)
                #expect(cost(Array(text.utf8)) > 128)
                #expect(term.suffix(17).first == UInt8(ascii: "~"))
            }
            #expect(cost(term) <= 240)
            if let other = seen[term] { #expect(other == text) }
            seen[term] = text
        }
    }

    @Test("The database takes the longest term with NULs")
    func acceptedByTheDatabase() throws {
        let folder = try ScratchFolder()
        var database = try WritableDatabase(path: folder("db"), mode: .create)
        for text in [
            String(repeating: "\0", count: 300), String(repeating: "ж\0", count: 200),
            String(repeating: "x", count: 999),
        ] {
            var document = try Document()
            try document.addBooleanTerm(Schema.id.term(text))
            let id = try database.add(document)
            #expect(try database.documentIDs(containing: Schema.id.term(text)) == [id])
        }
        try database.commit()
    }
}
