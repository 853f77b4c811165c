import Testing

@testable import Sitrep

@Suite("A user's own names lie over a vocabulary without changing it")
struct VocabularyLayerTests {
    let base: Vocabulary
    init() throws { base = try Fixture.vocabulary() }

    private func id(_ text: String) -> ConceptID { ConceptID(rawValue: text) }
    private func extend(_ files: String...) throws -> Vocabulary {
        let folder = try TemporaryFolder()
        for (i, text) in files.enumerated() { try folder.write("\(i).yaml", text) }
        return try Vocabulary.load(folder: folder.path, extending: base)
    }

    @Test func theBaseStaysAsItIs() throws {
        let extended = try extend("facet: region\nconcepts: [{id: irpin, name: Irpin, parent: ua-32}]")
        #expect(extended.imageBytes == base.imageBytes)
        #expect(extended.digest.hasPrefix(base.digest) && extended.digest.count == 64)
        #expect(try #require(extended.overlayBytes).count < base.imageBytes.count / 2)
        #expect(base.overlayBytes == nil)
        #expect(extended.isIntact)
    }

    @Test func bothLayersAreMatched() throws {
        let extended = try extend(
            """
            facet: region
            concepts:
            - {id: irpin, name: Irpin, parent: ua-32, aliases: [Ірпінь]}
            - {id: black-sea, aliases: [Euxine]}
            - {id: coast, name: Black Sea Coast, parent: ru}
            """,
            "facet: actor\nconcepts: [{id: club, name: Kyiv Yacht Club}]"
        )
        func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: extended) }
        #expect(regions("Irpin, Euxine and Brovary") == ["black-sea", "brovary", "irpin"])
        #expect(regions("the Black Sea Coast") == ["coast"])
        #expect(regions("the Kyiv Yacht Club") == [])
        #expect(regions("the Kyiv Yacht") == ["kyiv"])
        #expect(
            Fixture.ids(.actor, "the Kyiv Yacht Club, the Black Sea Fleet", in: extended) == [
                "black-sea-fleet", "club",
            ]
        )
        #expect(regions("у Ірпіні") == ["irpin"])
        #expect(extended.path(of: id("irpin"), in: .region) == ["Ukraine", "Kyiv Oblast", "Irpin"])
        #expect(extended.resolve("Ukraine/Irpin", in: .region) == [id("irpin")])
        #expect(extended.nearest(to: "Irpen", in: .region, limit: 1) == ["Irpin"])
        #expect(extended.concepts(in: .region).map(\.id) == extended.concepts(in: .region).map(\.id).sorted())
        #expect(extended.concepts(in: .region).count == base.concepts(in: .region).count + 2)
    }

    @Test func namesParentsAndKindsAreReplaced() throws {
        let extended = try extend(
            """
            facet: region
            concepts:
            - {id: kyiv, name: City of Kyiv, kind: capital, parent: ua-32, population: 5}
            """
        )
        #expect(
            extended.concept(id("kyiv"), in: .region)
                == Concept(
                    facet: .region,
                    id: id("kyiv"),
                    name: "City of Kyiv",
                    parent: id("ua-32"),
                    kind: "capital",
                    population: 5
                )
        )
        #expect(extended.spellings(of: id("kyiv"), in: .region) == ["City of Kyiv", "Kyiv", "Kiev", "Київ", "Києва"])
        #expect(Fixture.ids(.region, "Kyiv, Kiev, Києві", in: extended) == ["kyiv"])
        #expect(extended.resolve("Kyiv Oblast/Kyiv", in: .region) == [id("kyiv")])
    }

    @Test func removedConceptsAreFoundNoMore() throws {
        let extended = try extend(
            """
            facet: region
            concepts:
            - {id: us, remove: true}
            - {id: savannah, parent: ge}
            - {id: nowhere, remove: true}
            """
        )
        #expect(extended.concept(id("us"), in: .region) == nil)
        #expect(extended.concept(id("us-ga"), in: .region) == nil)
        #expect(extended.concept(id("atlanta"), in: .region) == nil)
        #expect(extended.path(of: id("savannah"), in: .region) == ["Georgia", "Savannah"])
        #expect(extended.resolve("Georgia", in: .region) == [id("ge")])
        #expect(extended.resolve("Atlanta", in: .region) == [])
        #expect(extended.lineage(of: id("atlanta"), in: .region) == [])
        #expect(Fixture.ids(.region, "in Atlanta, Savannah and the U.S.", in: extended) == ["savannah"])
        #expect(Fixture.ids(.actor, "the U.S. said", in: extended) == ["us"])
        #expect(!extended.nearest(to: "Atlante", in: .region, limit: 9).contains("Atlanta"))
        #expect(extended.concepts(in: .region).allSatisfy { !["us", "us-ga", "atlanta"].contains($0.id.rawValue) })
    }

    @Test func aChildOfARemovedConceptNeedsAnotherParent() throws {
        let error = #expect(throws: VocabularyError.self) {
            try extend("facet: region\nconcepts:\n- {id: us, remove: true}\n- {id: atlanta, aliases: [ATL]}")
        }
        #expect(error?.code == .structure)
        #expect(error?.message.contains("is removed") == true)
        let both = #expect(throws: VocabularyError.self) {
            try extend("facet: region\nconcepts:\n- {id: us, remove: true, name: A}")
        }
        #expect(both?.code == .format)
    }

    @Test func droppedSpellingsStandForTheirConceptNoMore() throws {
        let extended = try extend(
            """
            facet: region
            concepts:
            - {id: kyiv, drop: [kiev, Києва]}
            - {id: us-ga, drop: [Georgia]}
            """,
            "facet: weapon\nconcepts: [{id: grad, drop: [Град]}]"
        )
        #expect(extended.resolve("Kiev", in: .region) == [])
        #expect(extended.spellings(of: id("kyiv"), in: .region) == ["Kyiv", "Київ"])
        #expect(Fixture.ids(.region, "Kiev, Києва", in: extended) == [])
        #expect(Fixture.ids(.region, "Києві", in: extended) == ["kyiv"])
        // A name that is dropped is shown still, and can be asked for.
        #expect(Fixture.ids(.region, "Atlanta in Georgia", in: extended) == ["atlanta", "ge"])
        #expect(extended.concept(id("us-ga"), in: .region)?.name == "Georgia")
        #expect(Fixture.ids(.weapon, "Grad, Град", in: extended) == ["grad"])
        #expect(Fixture.ids(.weapon, "Град", in: extended) == [])
    }

    @Test func stopPhrasesStandForNothing() throws {
        let own = try Fixture.compile(
            "facet: weapon\nstop: [Tank Top, Kyiv]\nconcepts: [{id: tank, name: Tank}, {id: k, name: Kyiv}]"
        )
        #expect(Fixture.ids(.weapon, "a tank top, TANK TOPPINGS, tank-top", in: own) == ["tank"])
        #expect(Fixture.ids(.weapon, "Kyiv", in: own) == [])
        #expect(own.resolve("tank top", in: .weapon) == [])
        #expect(own.resolve("Kyiv", in: .weapon) == [id("k")])
        let extended = try extend("facet: region\nstop: [Kyiv Post, Brovary, Black Sea]\nconcepts: []")
        #expect(Fixture.ids(.region, "Kyiv Post, Brovary", in: extended) == [])
        #expect(Fixture.ids(.region, "Kyiv, post", in: extended) == ["kyiv"])
        #expect(Fixture.ids(.actor, "Black Sea Fleet", in: extended) == ["black-sea-fleet"])
        #expect(extended.resolve("Brovary", in: .region) == [id("brovary")])
        // A user's own spelling goes before a phrase of the base.
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", "facet: weapon\nconcepts: [{id: top, name: Tank Top}]")
        let over = try Vocabulary.load(folder: folder.path, extending: own)
        #expect(Fixture.ids(.weapon, "a tank top", in: over) == ["top"])
    }

    @Test func givenAboveGoesBeforeDerivedBelow() throws {
        let below = try Fixture.compile(
            "facet: region\nconcepts: [{id: ru, name: Russia}, {id: b, name: Bryansk, parent: ru, aliases: [Брянск]}]"
        )
        #expect(Fixture.ids(.region, "Брянску", in: below) == ["b"])
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", "facet: region\nconcepts: [{id: x, name: Брянску}]")
        let over = try Vocabulary.load(folder: folder.path, extending: below)
        #expect(Fixture.ids(.region, "Брянску", in: over) == ["x"])
        try folder.write("a.yaml", "facet: region\nconcepts: [{id: b, drop: [Брянску]}]")
        let without = try Vocabulary.load(folder: folder.path, extending: below)
        #expect(Fixture.ids(.region, "Брянску", in: without) == [])
        #expect(Fixture.ids(.region, "Брянском", in: without) == ["b"])
    }

    @Test func bytesGiveTheSameAnswers() throws {
        let extended = try extend(
            "facet: region\nstop: [Kyiv Post]\nconcepts: [{id: irpin, name: Irpin}, {id: us, remove: true}]"
        )
        let overlay = try #require(extended.overlayBytes)
        let opened = try Vocabulary(image: base.imageBytes, overlay: overlay)
        #expect(opened.digest == extended.digest)
        for facet in FacetKind.allCases { #expect(opened.concepts(in: facet) == extended.concepts(in: facet)) }
        let folder = try TemporaryFolder()
        try folder.write("own", bytes: overlay)
        let mapped = try base.extended(overlay: folder.path + "/own")
        #expect(mapped.digest == extended.digest)
        var random = SplitMix(state: 3)
        for _ in 0..<300 {
            var damaged = overlay
            damaged[Int.random(in: damaged.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(throws: VocabularyError.self) { try Vocabulary(image: base.imageBytes, overlay: damaged) }
        }
        #expect(throws: VocabularyError.self) { try base.extended(overlay: folder.path + "/none") }
    }

    @Test func anOverlayOverAnotherBaseDoesNoHarm() throws {
        let extended = try extend(
            """
            facet: region
            concepts:
            - {id: irpin, name: Irpin, parent: ua-32}
            - {id: us, remove: true}
            - {id: kyiv, name: Kyiw}
            """
        )
        let other = try Fixture.compile("facet: region\nconcepts: [{id: a, name: Kyiv}]")
        let mixed = try Vocabulary(image: other.imageBytes, overlay: extended.overlayBytes)
        #expect(Fixture.ids(.region, "Kyiw, Irpin and Kyiv", in: mixed) == ["a"])
        _ = mixed.concepts(in: .region)
        _ = mixed.image.definitions()
        #expect(extended.changes(since: mixed) == nil)
    }

    @Test func extendingAgainJoinsAll() throws {
        let first = try extend(
            "facet: region\nstop: [Kyiv Post]\nconcepts: [{id: irpin, name: Irpin}, {id: us, remove: true}]"
        )
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", "facet: region\nconcepts: [{id: irpin, aliases: [Irpen]}]")
        let second = try Vocabulary.load(folder: folder.path, extending: first)
        #expect(second.overlayBytes == nil)
        #expect(Fixture.ids(.region, "Irpen, Kyiv Post, Atlanta", in: second) == ["irpin"])
    }
}
