import Testing

@testable import Sitrep

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
