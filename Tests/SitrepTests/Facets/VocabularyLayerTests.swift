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

@Suite("What an added layer matches is what one vocabulary of all would")
struct VocabularyLayerPropertyTests {
    private static let words = [
        "Kyiv", "Black", "Sea", "Fleet", "Grad", "US", "us", "Х", "101", "Київ", "Лозовая", "Брянск", "Мала",
        "Токмачка",
        "Storm", "غزة", "北京", "é", "OWL",
    ]

    private func spelling(_ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
    }

    private func concept(_ number: Int, _ random: inout SplitMix) -> String {
        let lists = ["aliases", "cased", "weak"].map { key in
            "\(key): ["
                + (0..<Int.random(in: 0...2, using: &random)).map { _ in "'\(spelling(&random))'" }
                .joined(separator: ", ") + "]"
        }
        let parent =
            number > 0 && Bool.random(using: &random) ? ", parent: c\(Int.random(in: 0..<number, using: &random))" : ""
        return "- {id: c\(number), name: '\(spelling(&random)) \(number)'\(parent), \(lists.joined(separator: ", "))}"
    }

    /// More spellings for a concept that is there.
    private func addition(_ number: Int, _ random: inout SplitMix) -> String {
        "- {id: c\(number), aliases: ['\(spelling(&random))', '\(spelling(&random))'], cased: ['\(spelling(&random))']}"
    }

    @Test func additions() throws {
        var random = SplitMix(state: 42)
        for _ in 0..<60 {
            let head = "facet: region\nconcepts:\n"
            let count = Int.random(in: 2...12, using: &random)
            let lower = (0..<count).map { concept($0, &random) }
            let upper = (count..<count + 4).map { concept($0, &random) }
            let more = [addition(0, &random), addition(count - 1, &random)]
            let baseFolder = try TemporaryFolder()
            try baseFolder.write("a.yaml", head + lower.joined(separator: "\n"))
            let base = try Vocabulary.load(folder: baseFolder.path)
            let ownFolder = try TemporaryFolder()
            try ownFolder.write("b.yaml", head + (more + upper).joined(separator: "\n"))
            let layered = try Vocabulary.load(folder: ownFolder.path, extending: base)
            #expect(layered.overlayBytes != nil)
            let files = try VocabularySource.read(folder: ownFolder.path)
            let definitions = try VocabularyDefinitions(files, extending: base.image.definitions())
            let merged = try Vocabulary(image: VocabularyCompiler.compile(definitions))
            #expect(layered.concepts(in: .region) == merged.concepts(in: .region))
            for concept in merged.concepts(in: .region) {
                #expect(
                    layered.spellings(of: concept.id, in: .region) == merged.spellings(of: concept.id, in: .region)
                )
            }
            for _ in 0..<30 {
                let text = (0..<20).map { _ in spelling(&random) }.joined(
                    separator: [" ", ", ", ". "].randomElement(using: &random) ?? ""
                )
                #expect(matches(layered, text) == matches(merged, text))
                let value = spelling(&random)
                #expect(layered.resolve(value, in: .region) == merged.resolve(value, in: .region), "\(value)")
            }
        }
    }

    private struct Match: Equatable {
        var span: Range<Int>
        var concepts: [String]
        var weak: [String]
    }

    private func matches(_ vocabulary: Vocabulary, _ text: String) -> [Match] {
        VocabularyMatcher(image: vocabulary.image).hits(in: text, Tokenizer.tokenize(text)).map { hit in
            func ids(_ concepts: [Int]) -> [String] { concepts.map { vocabulary.image.id(of: $0).rawValue }.sorted() }
            let weak = Array(hit.concepts).filter { hit.isWeak($0) }
            return Match(span: hit.span, concepts: ids(Array(hit.concepts)), weak: ids(weak))
        }
    }
}

@Suite("The changes between two vocabularies are told")
struct VocabularyChangesTests {
    let base: Vocabulary
    init() throws { base = try Fixture.vocabulary() }

    private func extend(_ text: String) throws -> Vocabulary {
        let folder = try TemporaryFolder()
        try folder.write("own.yaml", text)
        return try Vocabulary.load(folder: folder.path, extending: base)
    }

    private func changes(_ old: Vocabulary, _ new: Vocabulary) throws -> (spellings: [String], concepts: [String]) {
        let found = try #require(new.changes(since: old))
        return (found.spellings.map { $0.joined(separator: " ") }, found.concepts.map { "\($0.0.rawValue):\($0.1)" })
    }

    @Test func anAddedAliasIsAllThatChanges() throws {
        let found = try changes(base, try extend("facet: region\nconcepts: [{id: kyiv, aliases: [Kijów-Miasto]}]"))
        #expect(found.spellings == ["kijow miasto"])
        #expect(found.concepts == [])
        let weapon = try changes(base, try extend("facet: weapon\nconcepts: [{id: kh-10, aliases: [Kh10M]}]"))
        #expect(weapon.spellings == ["kh 10 m"])
    }

    @Test func addedAndRemovedAreTheSameBothWays() throws {
        let more = try extend(
            """
            facet: region
            stop: [Kyiv Post]
            concepts: [{id: irpin, name: Irpin, parent: ua-32}, {id: kyiv, drop: [Kiev]}, {id: brovary, kind: city}]
            """
        )
        let spellings = ["irpin", "kiev", "kyiv post"]
        for (old, new) in [(base, more), (more, base)] {
            let found = try changes(old, new)
            #expect(found.spellings == spellings)
            #expect(found.concepts == ["region:irpin"])
        }
        #expect(try #require(more.changes(since: more)).isEmpty)
    }

    @Test func renamedConcepts() throws {
        let renamed = try extend("facet: region\nconcepts: [{id: brovary, name: Brovary Town, parent: ua}]")
        let found = try changes(base, renamed)
        #expect(found.concepts == ["region:brovary"])
        #expect(found.spellings == ["brovary", "brovary town"])
    }

    @Test func removedConceptsComeWithAllBelow() throws {
        let without = try extend("facet: region\nconcepts: [{id: us, remove: true}]")
        for (old, new) in [(base, without), (without, base)] {
            let found = try changes(old, new)
            #expect(found.concepts == ["region:us"])
            #expect(Set(found.spellings).isSuperset(of: ["atlanta", "georgia", "u s", "united states", "us"]))
            #expect(!found.spellings.contains("kyiv"))
        }
    }

    @Test func anotherBaseChangesAll() throws {
        #expect(base.changes(since: .builtIn) == nil)
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", "facet: weapon\nreplace: true\nconcepts: [{id: spear, name: Spear}]")
        #expect(try Vocabulary.load(folder: folder.path, extending: base).changes(since: base) == nil)
    }
}
