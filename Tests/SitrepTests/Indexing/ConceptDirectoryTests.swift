import Testing
import Xapian

@testable import Sitrep

@Suite("Values that no vocabulary knows find their place")
struct ConceptDirectoryTests {
    private var directory = ConceptDirectory(vocabulary: .builtIn)

    private mutating func add(_ path: String, _ facet: FacetKind = .region) throws -> ConceptID {
        let names = path.split(separator: "/").map(String.init)
        let (id, new) = try #require(directory.place(names, in: facet))
        directory.add(new)
        return id
    }

    @Test mutating func aKnownOneIsItself() throws {
        let (id, new) = try #require(directory.place(["Ukraine", "Kyiv Oblast", "Brovary"], in: .region))
        #expect(new.isEmpty)
        #expect(directory.path(of: id, in: .region) == ["Ukraine", "Kyiv Oblast", "Brovary"])
        #expect(try add("Україна/Київська область") == Vocabulary.builtIn.resolve("Kyiv Oblast", in: .region).first)
    }

    @Test mutating func belowAKnownParent() throws {
        let (id, new) = try #require(directory.place(["Ukraine", "Kyiv Oblast", "Novozubra"], in: .region))
        #expect(new.map(\.name) == ["Novozubra"])
        #expect(new.first?.parent == Vocabulary.builtIn.resolve("Kyiv Oblast", in: .region).first)
        directory.add(new)
        #expect(directory.path(of: id, in: .region) == ["Ukraine", "Kyiv Oblast", "Novozubra"])
        #expect(directory.lineage(of: id, in: .region).map(\.rawValue).dropLast() == ["ua", "ua-32"])
        #expect(directory.place(["Ukraine", "Kyiv Oblast", "NOVOZUBRA"], in: .region)?.id == id)
        #expect(directory.place(["Ukraine", "Kyiv Oblast", "NOVOZUBRA"], in: .region)?.new.isEmpty == true)
        #expect(directory.concept(id, in: .actor) == nil, "a facet has its own")
    }

    @Test("Parents in a circle, as a damaged index may have them, come to an end")
    func circle() {
        let (a, b) = (ConceptID(rawValue: "=a"), ConceptID(rawValue: "=b"))
        let own = [
            Concept(facet: .region, id: a, name: "A", parent: b, kind: nil),
            Concept(facet: .region, id: b, name: "B", parent: a, kind: nil),
        ]
        let directory = ConceptDirectory(vocabulary: .builtIn, own: own)
        #expect(directory.lineage(of: a, in: .region) == [b, a])
    }

    @Test mutating func severalLevelsAtOnce() throws {
        let (id, new) = try #require(directory.place(["Atlantea", "Zubra Oblast", "Vorunda"], in: .region))
        #expect(new.map(\.name) == ["Atlantea", "Zubra Oblast", "Vorunda"])
        #expect(new.map(\.parent) == [nil, new[0].id, new[1].id])
        directory.add(new)
        let sibling = try #require(directory.place(["Atlantea", "Zubra Oblast", "Melitu"], in: .region))
        #expect(sibling.new.map(\.name) == ["Melitu"])
        #expect(directory.path(of: id, in: .region) == ["Atlantea", "Zubra Oblast", "Vorunda"])
        #expect(directory.place(["Atlantea", "Zubra Oblast"], in: .region)?.id == new[1].id)
    }

    @Test("A new value is one and the same under every spelling of its parents")
    mutating func oneUnderEverySpelling() throws {
        let id = try add("Ukraine/Novozubra")
        #expect(try add("Україна/novozubra") == id)
        #expect(try add("UKRAINE/Novozubra") == id)
        #expect(directory.own[.region]?.count == 1)
        #expect(directory.resolve("Україна/Novozubra", in: .region) == [id])
        // Also when the other spelling comes first.
        var other = ConceptDirectory(vocabulary: .builtIn)
        let placed = try #require(other.place(["Україна", "Novozubra"], in: .region))
        other.add(placed.new)
        #expect(placed.id == id)
    }

    @Test mutating func theSameNameInTwoPlaces() throws {
        let first = try add("Ukraine/Novozubra")
        let second = try add("Poland/Novozubra")
        #expect(first != second)
        #expect(Set(directory.resolve("novozubra", in: .region)) == [first, second])
        #expect(directory.resolve("Poland/Novozubra", in: .region) == [second])
        #expect(directory.resolve("Poland/Nowhere", in: .region) == [])
        #expect(directory.resolve("Russia/Novozubra", in: .region) == [])
    }

    @Test mutating func namesWithSlashes() throws {
        let (id, new) = try #require(directory.place(["Zubra radar", "ZZ/TPQ-99"], in: .weapon))
        directory.add(new)
        #expect(directory.place(["Zubra radar", "ZZ/TPQ-99"], in: .weapon)?.id == id)
        #expect(directory.resolve("ZZ/TPQ-99", in: .weapon) == [id])
    }

    @Test func pathsWithoutAName() {
        #expect(directory.place([], in: .region) == nil)
        #expect(directory.place(["", " - ", "…"], in: .region) == nil)
    }

    @Test mutating func emptyLevelsAreLeftOut() throws {
        #expect(try add("Ukraine/ - /Novozubra") == add("Ukraine/Novozubra"))
    }

    @Test("An id of any length fits into a packed value, and no vocabulary has it")
    mutating func idsAreBounded() throws {
        let id = try add("Ukraine/" + String(repeating: "довганазва ", count: 60))
        #expect(id.rawValue.utf8.count <= 120 && id.rawValue.hasPrefix("="))
        let other = try add("Ukraine/" + String(repeating: "довганазва ", count: 60) + "2")
        #expect(other != id)
        _ = try PackedValues.encode([Array(id.rawValue.utf8)])
    }

    @Test func metadataRoundTrip() throws {
        for parent in [nil, ConceptID(rawValue: "ua")] {
            let concept = Concept(
                facet: .weapon,
                id: ConceptID(rawValue: "=a/b"),
                name: "B «ї»",
                parent: parent,
                kind: nil
            )
            let (key, value) = ConceptDirectory.entry(of: concept)
            #expect(try ConceptDirectory.concept(key: Array(key.utf8), value: value) == concept)
        }
        #expect(try ConceptDirectory.concept(key: Array("concept/unknown/x".utf8), value: []) == nil)
        #expect(throws: ByteReader.Malformed.self) {
            try ConceptDirectory.concept(key: Array("concept/region/x".utf8), value: [9])
        }
    }
}
