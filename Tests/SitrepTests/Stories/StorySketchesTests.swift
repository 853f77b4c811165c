import Testing

@testable import Sitrep

@Suite("Sketches tell reports apart as the fingerprints do")
struct StorySketchesTests {
    @Test("No pair that is one story is taken for two, and most others are told apart")
    func pairs() throws {
        let folder = try ScratchFolder()
        var prints = GeneratedStories(stories: 60, copies: 3, seed: 11).reports.map {
            GeneratedStories.fingerprint($0.text, day: $0.day)
        }
        prints += ["", "Alarm", "Alarm.", "Вибухи у Велморі.", "Вибухи у Велморі!"].map {
            GeneratedStories.fingerprint($0)
        }
        let sketches = try StorySketches(path: folder("sketches"))
        // Documents 3, 6, 9 …: the others are gone.
        for (number, print) in prints.enumerated() { try sketches.append(print, of: UInt32(3 * number + 3)) }
        try sketches.complete()
        #expect(try Files.names(in: folder("")) == [])

        var rejected = 0
        var apart = 0
        for (a, first) in prints.enumerated() {
            #expect(sketches.shingleCount(of: UInt32(3 * a + 3)) == first.shingleCount)
            for (b, second) in prints.enumerated() where a != b {
                let mayBe = sketches.mayBeOneStory(UInt32(3 * a + 3), UInt32(3 * b + 3))
                let isOne = StoryRelation.areOneStory(first, second)
                #expect(mayBe || !isOne)
                if !isOne { apart += 1 }
                if !mayBe { rejected += 1 }
            }
        }
        #expect(rejected > apart * 9 / 10)
        for gone in [0, 1, 2, 4, UInt32(3 * prints.count + 1), .max] {
            #expect(sketches.shingleCount(of: gone) == 0 && !sketches.mayBeOneStory(3, gone))
        }
    }

    @Test("Between reports of which thousands are gone, and at the last id")
    func far() throws {
        let folder = try ScratchFolder()
        let prints = GeneratedStories(stories: 2, copies: 3, seed: 3).reports.map {
            GeneratedStories.fingerprint($0.text, day: $0.day)
        }
        let documents: [UInt32] = [1, 60, 125, 126, 5_000, 2_000_000]
        let sketches = try StorySketches(path: folder("sketches"))
        for (document, print) in zip(documents, prints) { try sketches.append(print, of: document) }
        try sketches.complete()
        for (document, print) in zip(documents, prints) {
            #expect(sketches.shingleCount(of: document) == print.shingleCount)
            #expect(sketches.shingleCount(of: document + 1) == 0 || document == 125)
            #expect(sketches.mayBeOneStory(document, document))
        }
        let last = try StorySketches(path: folder("sketches"))
        try last.append(prints[0], of: .max)
    }

    @Test("A sketch of no report at all")
    func none() throws {
        let folder = try ScratchFolder()
        let sketches = try StorySketches(path: folder("sketches"))
        try sketches.complete()
        #expect(!sketches.mayBeOneStory(1, 2))
    }
}

@Suite("Reports that may tell one story share a key, others seldom do")
struct SharedKeysTests {
    private static func words(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in "word\(generator.number(0...700))" }
    }

    /// Pairs of words from a small stock stand in many texts; `numbers` stand at its end.
    private static func print(_ words: [String], numbers: [Int], day: Int) -> StoryFingerprint {
        let text = (words + numbers.map { "\($0) men" }).joined(separator: " ")
        return GeneratedStories.fingerprint(text, day: CalendarDate(daysSince1970: day))
    }

    private static func haveOne(_ a: StoryFingerprint, _ b: StoryFingerprint) -> Bool {
        !Set(StoryBands.keys(of: a)).isDisjoint(with: StoryBands.keys(of: b))
    }

    /// How many of a hundred texts share a key with a copy of another day that lost so many words and figures.
    private static func meetings(figures count: Int, lostWords: Int, lostFigures: Int) -> Int {
        var generator = SeededGenerator(seed: UInt64(count))
        return (0..<100).filter { story in
            let words = words(200, &generator)
            let numbers = (0..<count).map { 3 + $0 * 7 + story }
            let whole = print(words, numbers: numbers, day: 20_000)
            return haveOne(whole, print(words.dropLast(lostWords), numbers: numbers.dropLast(lostFigures), day: 20_004))
        }.count
    }

    @Test("A copy of another day that lost half of its text and of its ten or twelve figures", arguments: [10, 12])
    func halves(_ count: Int) {
        // Nine of ten, as half of their figures are in both.
        #expect(Self.meetings(figures: count, lostWords: 90, lostFigures: count - 5) >= 90)
    }

    @Test("A copy of another day that lost a third of its text, with few figures, many, and some", arguments: 0...12)
    func copies(_ count: Int) {
        #expect(Self.meetings(figures: count, lostWords: 66, lostFigures: count / 4) >= 98)
    }

    @Test("Thousands of texts without figures seldom meet by chance")
    func chance() {
        var generator = SeededGenerator(seed: 9)
        var holders: [StoryKey: Int] = [:]
        var meetings = 0
        for _ in 0..<4_000 {
            // Words of their own: nothing is in common but by chance.
            let words = (0..<40).map { _ in "word\(generator.number(0...9_999_999))" }
            for key in StoryBands.keys(of: GeneratedStories.fingerprint(words.joined(separator: " "))) {
                meetings += holders[key, default: 0]
                holders[key, default: 0] += 1
            }
        }
        // 8 million pairs with 40 keys of 24 bits: some 19; of 16 bits it would be 4,900.
        #expect(meetings < 60)
    }

    @Test("Texts that have nothing in common but their few figures", arguments: 0...5)
    func strangers(_ count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let numbers = Array([2, 3, 10, 12, 30].prefix(count))
        let prints = (0..<200).map { day in
            // Two pairs in a hundred are those of all texts.
            Self.print(
                ["an", "official", "said", "on", "that", "day"] + Self.words(200, &generator),
                numbers: numbers,
                day: day
            )
        }
        var met = 0
        for (place, print) in prints.enumerated() {
            for other in prints.dropFirst(place + 1) where Self.haveOne(print, other) { met += 1 }
        }
        // Of 19,900 pairs; with keys of one bin of the words and two of the figures it would be most of them.
        #expect(met < 1_000)
    }
}
