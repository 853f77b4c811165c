@testable import Sitrep

/// Reports of nonsense and copies of them, of which it is known which tell one story.
struct GeneratedStories {
    struct Report {
        var id: String
        /// The report that it is a copy of, or its own number.
        var story: Int
        /// How many of a hundred words were changed.
        var changed: Int
        var text: String
        var day: CalendarDate?
    }

    private(set) var reports: [Report] = []

    /// - Parameters:
    ///   - count: how many stories there are.
    ///   - copies: how many copies each has, at most.
    init(stories count: Int, copies: Int, seed: UInt64 = 77) {
        var generator = SeededGenerator(seed: seed)
        let words = GeneratedCorpus.words(900, &generator)
        for story in 0..<count {
            let length = generator.number(60...400)
            // Frequent words come first, as in every language.
            let text = (0..<length).map { at in
                let word = words[min(generator.number(0...899), generator.number(0...899))]
                if generator.chance(6) { return String(generator.number(3...9_999)) }
                return at % 12 == 0 || generator.chance(10) ? word.capitalized : word
            }
            let day = CalendarDate(daysSince1970: 19_000 + generator.number(0...900))
            reports.append(Report(id: "s\(story)", story: story, changed: 0, text: Self.joined(text), day: day))
            for copy in 0..<generator.number(0...copies) {
                let changed = generator.number(0...30)
                var edited = text.map { generator.chance(changed) ? generator.pick(words) : $0 }
                switch generator.number(0...3) {
                case 0: edited.removeLast(edited.count * generator.number(0...25) / 100)
                case 1:
                    let around = (0..<edited.count / 5).map { _ in generator.pick(words) }
                    edited = around.prefix(around.count / 2) + edited + around.suffix(around.count / 2)
                default: break
                }
                reports.append(
                    Report(
                        id: "s\(story)-\(copy)",
                        story: story,
                        changed: changed,
                        text: Self.joined(edited),
                        day: generator.chance(80) ? day : nil
                    )
                )
            }
        }
    }

    /// Sentences of twelve words.
    private static func joined(_ words: [String]) -> String {
        stride(from: 0, to: words.count, by: 12).map { start in
            words[start..<min(start + 12, words.count)].joined(separator: " ") + "."
        }.joined(separator: " ")
    }

    static func fingerprint(_ text: String, day: CalendarDate? = nil) -> StoryFingerprint {
        StoryFingerprint(
            Tokenizer.tokenize(text),
            published: PublishedDate(date: day, precision: day == nil ? nil : .day, origin: .none)
        )
    }

    /// The stories of reports by the definition: every pair with a key in common is compared.
    static func byDefinition(_ reports: [Report]) -> Set<Set<String>> {
        let prints = reports.map { fingerprint($0.text, day: $0.day) }
        let keys = prints.map { Set(StoryBands.terms(of: $0)) }
        let sets = UnionFind(count: reports.count)
        for a in reports.indices {
            for b in reports.indices.dropFirst(a + 1)
            where !keys[a].isDisjoint(with: keys[b]) && StoryRelation.areOneStory(prints[a], prints[b]) {
                sets.join(a, b)
            }
        }
        var byRoot: [Int: Set<String>] = [:]
        for number in reports.indices { byRoot[sets.root(of: number), default: []].insert(reports[number].id) }
        return Set(byRoot.values)
    }
}
