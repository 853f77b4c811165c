import Testing

@testable import Sitrep

@Suite("Paths that records gave are placed once")
struct PlacedPathsTests {
    private static let id = ConceptID(rawValue: "=a")

    @Test("A path is that of its facet and of its bytes")
    func bytes() {
        var paths = PlacedPaths()
        paths.note(Self.id, of: ["Atlantea", "Zubra"], in: .region)
        #expect(paths.concept(of: ["Atlantea", "Zubra"], in: .region) == Self.id)
        #expect(paths.concept(of: ["Atlantea", "Zubra"], in: .actor) == nil)
        #expect(paths.concept(of: ["Atlantea"], in: .region) == nil)
        #expect(paths.concept(of: ["AtlanteaZubra"], in: .region) == nil)
        #expect(paths.concept(of: ["Atlantea", "zubra"], in: .region) == nil)
        // One composed, one of letters; Unicode holds them for equal, a directory need not.
        paths.note(Self.id, of: ["\u{C11C}\u{C6B8}"], in: .region)
        #expect(paths.concept(of: ["\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}"], in: .region) == nil)
    }

    @Test("The last ones are known, however many there were, and none is so long that memory minds")
    func bounded() {
        var paths = PlacedPaths()
        for number in 0...PlacedPaths.most {
            let id = ConceptID(rawValue: "=\(number)")
            paths.note(id, of: ["\(number)"], in: .weapon)
            paths.note(id, of: ["\(number)"], in: .weapon)
            #expect(paths.concept(of: ["\(number)"], in: .weapon) == id)
        }
        #expect(paths.concept(of: ["0"], in: .weapon) == nil)
        let long = [String](repeating: String(repeating: "a", count: 60), count: 5)
        paths.note(Self.id, of: long, in: .weapon)
        #expect(paths.concept(of: long, in: .weapon) == nil)
    }

    @Test("Reports have the same values in one run as in a run each, also where spellings are equal only to Unicode")
    func oneRunAndSeveral() throws {
        let folder = try ScratchFolder()
        let records = [
            #"{"id": "1", "title": "One", "text": "Rain.", "region": ["Atlantea/\#u{C11C}\#u{C6B8}", "Atlantea"]}"#,
            #"{"id": "2", "title": "Two", "text": "Snow.", "region": ["Atlantea/\#u{1109}\#u{1165}\#u{110B}\#u{116E}\#u{11AF}"]}"#,
            #"{"id": "3", "title": "Three", "text": "Hail.", "region": ["atlantea/\#u{C11C}\#u{C6B8}", "ATLANTEA/Zubra"]}"#,
            #"{"id": "4", "title": "Four", "text": "Fog.", "region": ["Atlantea/Zubra", "atlantea/zubra"]}"#,
        ]
        let (whole, grown) = (folder("whole"), folder("grown"))
        for (number, record) in records.enumerated() {
            try folder.write("reports/\(number).json", record)
            _ = try Indexer(index: grown).index([folder("reports")])
        }
        _ = try Indexer(index: whole).index([folder("reports")])
        // Keys of stories are terms of what came later, and each run has its number.
        func terms(_ index: String) throws -> [[[UInt8]]] {
            let left = [Schema.storyBand, Schema.run].map { Array($0.prefix.utf8) }
            return try WholeContent(index).terms.sorted { $0.key < $1.key }.map { _, terms in
                terms.map(\.term).filter { term in !left.contains { term.starts(with: $0) } }
            }
        }
        let (terms, others) = (try terms(whole), try terms(grown))
        #expect(terms.count == records.count && terms == others)
    }
}
