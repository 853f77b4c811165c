import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("A vocabulary image answers as what it was made from, and damage does no harm")
struct VocabularyImageTests {
    @Test func bytesGiveTheSameAnswers() throws {
        let made = try Fixture.vocabulary()
        let opened = try Vocabulary(image: made.imageBytes)
        #expect(opened.digest == made.digest)
        #expect(opened.isIntact)
        for facet in FacetKind.allCases {
            #expect(opened.concepts(in: facet) == made.concepts(in: facet))
            for concept in made.concepts(in: facet) {
                #expect(opened.concept(concept.id, in: facet) == concept)
                #expect(opened.resolve(concept.name, in: facet).contains(concept.id))
            }
        }
        #expect(opened.image.definitions() == made.image.definitions())
    }

    @Test func compilingAgainGivesTheSameBytes() throws {
        let vocabulary = try Fixture.vocabulary()
        let again = try Fixture.vocabulary()
        #expect(vocabulary.imageBytes == again.imageBytes)
        // Taken apart and put together, too.
        let joined = try VocabularyDefinitions([], extending: vocabulary.image.definitions())
        #expect(try VocabularyCompiler.compile(joined) == vocabulary.imageBytes)
    }

    @Test func mappedFile() throws {
        let vocabulary = try Fixture.vocabulary()
        let folder = try TemporaryFolder()
        try folder.write("image", bytes: vocabulary.imageBytes)
        let opened = try Vocabulary.open(path: folder.path + "/image")
        #expect(opened.digest == vocabulary.digest)
        #expect(opened.path(of: ConceptID(rawValue: "brovary"), in: .region) == ["Ukraine", "Kyiv Oblast", "Brovary"])
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.open(path: folder.path + "/none") }
        #expect(error?.code == .unreadable)
        try folder.write("empty", "")
        #expect(throws: VocabularyError.self) { try Vocabulary.open(path: folder.path + "/empty") }
    }

    @Test func anotherVersionIsNamed() throws {
        var bytes = try Fixture.vocabulary().imageBytes
        bytes[8] = 200
        let error = #expect(throws: VocabularyError.self) { try Vocabulary(image: bytes) }
        #expect(error?.code == .version)
    }

    @Test func cutImagesAreRefused() throws {
        let bytes = try Fixture.vocabulary().imageBytes
        for length in stride(from: 0, to: bytes.count, by: 61) {
            #expect(throws: VocabularyError.self) { try Vocabulary(image: Array(bytes[0..<length])) }
        }
    }

    @Test func flippedBytesDoNoHarm() throws {
        let bytes = try Fixture.vocabulary().imageBytes
        var random = SplitMix(state: 20_241_113)
        var refused = 0
        for round in 0..<3000 {
            var damaged = bytes
            for _ in 0..<(1 + round % 4) {
                // Half of the flips hit the header and the tables behind it, where the numbers are.
                let range = round % 2 == 0 ? 0..<min(400, bytes.count) : 0..<bytes.count
                let value: UInt8 = round % 3 == 0 ? 0xFF : UInt8.random(in: 0...255, using: &random)
                damaged[Int.random(in: range, using: &random)] = value
            }
            guard let vocabulary = try? Vocabulary(image: damaged) else {
                refused += 1
                continue
            }
            exercise(vocabulary)
        }
        #expect(refused > 0 && refused < 3000)
    }

    private func exercise(_ vocabulary: Vocabulary) {
        _ = FacetExtractor(vocabulary: vocabulary).extract(
            title: "Kursk",
            text: "Kursk and Belgorod regions, Georgia, U.S. Kh-101 in Kyiv, Ukraine; Moscow said the Black Sea Fleet"
        )
        for facet in FacetKind.allCases {
            _ = vocabulary.resolve("Ukraine/Kyiv Oblast/Brovary", in: facet)
            _ = vocabulary.nearest(to: "Kursc", in: facet, limit: 3)
            for concept in vocabulary.concepts(in: facet).prefix(50) {
                _ = vocabulary.path(of: concept.id, in: facet)
                _ = vocabulary.spellings(of: concept.id, in: facet)
            }
        }
        _ = vocabulary.image.definitions()
        _ = vocabulary.isIntact
    }

    @Test func damageIsFoundWhenAskedFor() throws {
        var bytes = try Fixture.vocabulary().imageBytes
        bytes[bytes.count - 3] ^= 1
        #expect(try !Vocabulary(image: bytes).isIntact)
    }

    @Test func hashesSpreadOverTheTable() {
        let words = (0..<4000).map { "слово\($0)" }
        let slots = words.map { word in
            Array(word.utf8).withUnsafeBytes { ImageHash.slot(ImageHash.token($0), of: 5000) }
        }
        #expect(slots.allSatisfy { (0..<5000).contains($0) })
        #expect(Set(slots).count > 2500)
    }

    @Test func embeddedImageOpens() {
        #expect(!Vocabulary.builtIn.concepts(in: .region).isEmpty)
        #expect(Vocabulary.builtIn.isIntact)
        #expect(Vocabulary.builtIn.digest.count == 32)
    }

    /// Compiling the world's places takes seconds, and a minute without optimisation.
    private static var isOptimised: Bool {
        #if DEBUG
        false
        #else
        true
        #endif
    }

    @Test(.enabled(if: isOptimised)) func embeddedImageIsCurrent() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        let data = root + "/Sources/CVocabulary/Data"
        guard let current = try? Vocabulary.load(folder: data) else {
            // A checkout without the data has nothing to compare; one with faulty data says so here.
            let code = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: data) }?.code
            #expect(code == .empty || code == .unreadable)
            return
        }
        #expect(current.digest == Vocabulary.builtIn.digest, "the data has changed: run make vocabulary")
    }
}

/// A generator that gives the same numbers each time (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return mixBits(state)
    }
}
