import Testing
import Xapian

@testable import Sitrep

@Suite("The reports that a change of the vocabulary can touch")
struct TouchedReportsTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A database of the words of some texts, document by document.
    private func database(_ texts: [String]) throws -> Database {
        var preparation = try ReportPreparation(vocabulary: .builtIn)
        var database = try WritableDatabase(path: folder("db"), mode: .create)
        for text in texts {
            let article = Article(title: "", text: text)
            let report = preparation.prepare(article, id: text, digest: "", line: nil, removedBytes: 0)
            var document = try Document()
            for posting in report.words.listedPostings { try document.addBooleanTerm(posting.term) }
            try document.addBooleanTerm(Schema.stem.term("drone"))
            _ = try database.add(document)
        }
        try database.commit()
        return try Database(path: folder("db"))
    }

    private func touched(_ spelling: String, _ texts: [String], _ database: borrowing Database) throws -> [String] {
        let tokens = Tokenizer.tokenize(spelling)
        let changes = VocabularyChanges(spellings: [tokens.tokens.indices.map { tokens.string($0) }], concepts: [])
        var touched = TouchedReports()
        return try touched.documents(changes, in: database).sorted().map { texts[Int($0.rawValue) - 1] }
    }

    @Test("A spelling touches the reports that have its words, in any order, and no others")
    func words() throws {
        let texts = ["The Black Sea.", "A sea, black as night.", "The sea.", "Чёрное море", "drones", ""]
        let database = try database(texts)
        #expect(try touched("Black Sea", texts, database) == ["The Black Sea.", "A sea, black as night."])
        #expect(try touched("чёрное", texts, database) == ["Чёрное море"])
        #expect(try touched("Sea of Marmara", texts, database) == [])
        #expect(try touched("Zdrone", texts, database) == [])
    }

    @Test("Letters and digits are looked for as they may be written together")
    func designators() throws {
        let texts = ["Kh101 hit", "Kh-101 hit", "a Kh 101", "an Kh1010", "101 men", "S-300PMU", "S300", "F-16s"]
        let database = try database(texts)
        #expect(try touched("Kh-101", texts, database).starts(with: ["Kh101 hit", "Kh-101 hit", "a Kh 101"]))
        #expect(try touched("S-300", texts, database) == ["S-300PMU", "S300"])
        #expect(try touched("F16", texts, database) == ["F-16s"])
        #expect(try touched("2S19M2", texts, database) == [])
    }

    @Test("Whatever text is found to mention a spelling, the spelling touches it", arguments: 0..<4)
    func never(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let parts = ["kh", "101", "S", "300", "x", "导", "弹", "京", "7", "ё", "é", "서울", "Black"]
        let gaps = ["", "", "-", " ", " ", ". ", ", ", "’s ", "\n", "\u{0}", "\u{301}", "\u{202E} "]
        let texts = (0..<120).map { number in
            (0..<random.number(1...6)).reduce("\(number). ") { text, _ in
                text + random.pick(parts) + random.pick(gaps)
            }
        }
        let database = try database(texts)
        for number in 0..<25 {
            let words = (0..<random.number(1...4)).map { _ in random.pick(parts) }
            let spelling = words.reduce("") { $0 + $1 + random.pick(["", "-", " "]) }
            try folder.write(
                "words\(number)/a.yaml",
                "facet: weapon\nconcepts:\n- id: a\n  name: Nameless thing\n  aliases: [\"\(spelling)\"]\n"
            )
            let extractor = FacetExtractor(vocabulary: try Vocabulary.load(folder: folder("words\(number)")))
            let mentioning = texts.filter { !extractor.extract(title: "", text: $0).mentions.isEmpty }
            let touched = Set(try touched(spelling, texts, database))
            #expect(touched.isSuperset(of: mentioning), "“\(spelling)”: \(Set(mentioning).subtracting(touched))")
        }
    }

    private func count(
        _ spellings: [[String]],
        _ concepts: [(FacetKind, ConceptID)],
        _ database: borrowing Database
    ) throws -> Int {
        var touched = TouchedReports()
        return try touched.documents(VocabularyChanges(spellings: spellings, concepts: concepts), in: database).count
    }

    @Test("A concept touches the reports that carry it, and a name those whose record gave it")
    func conceptsAndGivenNames() throws {
        try folder.write("reports/a.txt", "A raid on Brovary.")
        try folder.write(
            "reports/b.json",
            #"{"id": "b", "text": "Quiet.", "region": "Ukraine/Kyiv Oblast/Новий Яр", "actor": ["Sample  Légion"]}"#
        )
        let options = Indexer.Options()
        _ = try Indexer(index: folder("index"), options: options).index([folder("reports")])
        let index = IndexFolder(folder("index"))
        let database = try index.generation(of: try index.manifest()).openDatabase()
        let oblast = try #require(Vocabulary.builtIn.resolve("Kyiv Oblast", in: .region).first)
        #expect(try count([], [(.region, oblast)], database) == 2)
        #expect(try count([], [(.actor, oblast)], database) == 0)
        #expect(try count([["новий", "яр"]], [], database) == 1)
        #expect(try count([["sample", "legion"]], [], database) == 1)
        #expect(try count([[]], [], database) == 0)
    }
}
