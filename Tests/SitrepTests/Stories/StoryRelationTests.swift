import Testing

@testable import Sitrep

@Suite("Copies and rewrites of a report are of its story, other reports are not")
struct StoryRelationTests {
    private static let text = """
        Forty-one drones crossed the border near Velmora on Tuesday night, the regional governor Ostap Hrynko said. \
        Air defences shot down 33 of them and five fell into open fields. A warehouse at the Lisne depot burned until \
        dawn, and 12 persons were brought to the hospital at Velmora. Power came back to most streets by noon. The \
        governor asked people to stay away from the depot, where sappers were at work. Officials across the border \
        did not comment on the raid.
        """

    private static func day(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
    }

    private static func areOneStory(_ a: String, _ b: String, days: (String?, String?) = (nil, nil)) -> Bool {
        func fingerprint(_ text: String, _ day: String?) -> StoryFingerprint {
            GeneratedStories.fingerprint(text, day: day.flatMap(Self.day))
        }
        let (first, second) = (fingerprint(a, days.0), fingerprint(b, days.1))
        let answer = StoryRelation.areOneStory(first, second)
        #expect(StoryRelation.areOneStory(second, first) == answer)
        return answer
    }

    @Test func aCopyWithOtherThingsAround() {
        #expect(Self.areOneStory(Self.text, Self.text))
        #expect(Self.areOneStory(Self.text, "SHARE THIS\n\n" + Self.text + "\n\nFollow us for more news of the day."))
        #expect(Self.areOneStory(Self.text, Self.text.uppercased()))
        let cut = Self.text.split(separator: ". ").prefix(4).joined(separator: ". ")
        #expect(Self.areOneStory(Self.text, cut))
    }

    @Test("A rewrite keeps the names and the figures")
    func aRewrite() {
        let rewrite = """
            Air defences shot down 33 of 41 drones that crossed the border near Velmora on Tuesday night. Five fell \
            into open fields, said Ostap Hrynko, who governs the region. Twelve persons (12) were brought to the \
            hospital at Velmora after a warehouse at the Lisne depot caught fire. Sappers were at work there.
            """
        #expect(Self.areOneStory(Self.text, rewrite, days: ("2024-11-12", "2024-11-13")))
        let other = """
            Rescuers in Velmora searched the river for a ferry that was lost in a storm on Tuesday. The regional \
            governor Ostap Hrynko said that 33 of the 41 passengers were brought to the hospital, and that boats of \
            the harbour at Lisne had saved five more before noon.
            """
        #expect(!Self.areOneStory(Self.text, other, days: ("2024-11-12", "2024-11-13")))
    }

    @Test("Issues of one bulletin tell each its own day")
    func bulletins() {
        func issue(_ figures: [Int]) -> String {
            let (a, b, c, d) = (figures[0], figures[1], figures[2], figures[3])
            return """
                The General Staff published its figures for the last day. Since the morning it counted \(a) clashes \
                along the front line, \(b) air strikes and \(c) attacks of drones, and settlements came under \
                artillery fire \(d) times. The figures could not be checked independently, as in all such statements.
                """
        }
        let first = issue([112, 47, 961, 3_870])
        #expect(!Self.areOneStory(first, issue([98, 51, 1_022, 4_101]), days: ("2025-02-03", "2025-02-04")))
        // The same figures on another day: a copy that came late.
        #expect(Self.areOneStory(first, first, days: ("2025-02-03", "2025-02-04")))
        #expect(Self.areOneStory(first, issue([112, 47, 961, 3_871]), days: ("2025-02-03", "2025-02-04")))
    }

    @Test("A list of which every issue leaves much as it was tells each its own day")
    func listsOfLosses() {
        func issue(_ added: Int) -> String {
            """
            The estimated losses of the army from the first day on are these: \(712_000 + 1_000 * added) persons, \
            tanks \(9_300 + 7 * added), armoured vehicles \(18_900 + 12 * added), artillery \(20_300 + 11 * added), \
            rocket launchers 1251, air defence systems 993, aircraft 369, helicopters 329, drones \
            \(18_600 + 31 * added), ships 28, submarines 1, lorries \(29_000 + 80 * added), special equipment \
            \(3_600 + added). The data are being checked.
            """
        }
        for days in [("2024-11-12", "2024-11-13"), ("2024-11-12", nil)] {
            #expect(!Self.areOneStory(issue(1), issue(2), days: days))
            #expect(Self.areOneStory(issue(1), issue(1), days: days))
        }
    }

    @Test(
        "Issues with few figures are each of its night, also where one of these comes again",
        arguments: [
            ([40, 16], [40, 33]), ([40, 16], [16, 33]), ([40, 16], [41, 33]), ([40, 16, 9], [40, 12, 11]),
        ]
    )
    func bulletinsOfFewFigures(first: [Int], second: [Int]) {
        func issue(_ figures: [Int]) -> String {
            let all = figures.map { "\($0) drones" }.joined(separator: " and ")
            return """
                The air force of the country said on Telegram that the enemy had launched and that it had shot down or \
                lost from its screens \(all) over several of its regions, and that mobile groups, aircraft and \
                electronic warfare had all had their part in beating back the raid, which went on until the morning.
                """
        }
        #expect(!Self.areOneStory(issue(first), issue(second), days: ("2024-10-01", "2024-11-20")))
        #expect(!Self.areOneStory(issue(first), issue(second), days: ("2024-10-01", "2024-10-02")))
        #expect(Self.areOneStory(issue(first), issue(first), days: ("2024-10-01", "2024-10-02")))
    }

    @Test(
        "A copy of a text without figures, of another day, to which the outlet added one",
        arguments: [
            "Reading time: 3 minutes. ", "Support our newsroom from 5 a month. ",
            "Updated at 17:45 on 14 November 2024. ",
        ]
    )
    func addedFigure(added: String) {
        let text = Self.text.filter { !$0.isNumber }
        let copy = added + text
        for days in [("2024-11-12", "2024-11-30"), ("2024-11-12", nil)] as [(String?, String?)] {
            #expect(Self.areOneStory(text, copy, days: days))
            let (first, second) = (
                GeneratedStories.fingerprint(text, day: days.0.flatMap(Self.day)),
                GeneratedStories.fingerprint(copy, day: days.1.flatMap(Self.day))
            )
            #expect(!Set(StoryBands.keys(of: first)).isDisjoint(with: StoryBands.keys(of: second)))
        }
        // A text of which half was written anew, with figures in it, is another one.
        let other =
            text.split(separator: ". ").prefix(2).joined(separator: ". ") + ". "
            + Self.text.uppercased().filter { $0 != "E" }
        #expect(!Self.areOneStory(text, other, days: ("2024-11-12", "2024-11-30")))
    }

    @Test("Short texts must be equal, and of one day", arguments: ["Explosions in Velmora.", alert])
    func shortTexts(text: String) {
        #expect(Self.areOneStory(text, text))
        #expect(Self.areOneStory(text, text.dropLast() + "!", days: ("2024-01-02", "2024-01-02")))
        #expect(!Self.areOneStory(text, text, days: ("2024-01-02", "2024-01-03")))
        #expect(!Self.areOneStory(text, text, days: ("2024-01-02", nil)))
        #expect(!Self.areOneStory("Explosions in Velmora.", "Explosions in Lisne."))
        #expect(!Self.areOneStory("", ""))
        #expect(!Self.areOneStory("One", "One"))
    }

    private static let alert = """
        An alert was declared in Velmora. People are asked to go to the nearest shelter, to stay away from windows, and \
        to call 112 when they need help.
        """

    @Test func aDigestIsNotTheStoryOfEachOfItsParts() {
        let others = (0..<4).map { number in
            Self.text.split(separator: " ").map { "\($0)\(number)" }.joined(separator: " ")
        }
        #expect(!Self.areOneStory(Self.text, ([Self.text] + others).joined(separator: "\n\n")))
    }

    @Test func everyScript() {
        let ukrainian = """
            Уночі над областю збили тридцять три безпілотники з сорока одного, повідомив голова обласної адміністрації \
            Остап Гринько. П'ять апаратів упали у відкритих полях, на складі поблизу Лісного сталася пожежа, до \
            лікарні у Вельморі доставили дванадцять осіб. До полудня світло повернули майже на всі вулиці.
            """
        #expect(Self.areOneStory(ukrainian, "Новини дня. " + ukrainian))
        #expect(!Self.areOneStory(ukrainian, Self.text))
        let hebrew =
            "הלילה יורטו שלושים ושלושה כלי טיס מעל האזור אמר המושל בבוקר יום שלישי לאחר שריפה במחסן ליד הכפר הקטן שבגבול"
        #expect(Self.areOneStory(hebrew, hebrew + " סוף"))
        let odd = "e\u{301}\u{0}\u{FFFD} \u{202E}" + Self.text
        #expect(Self.areOneStory(odd, Self.text))
    }

    @Test(
        "Encoding keeps a fingerprint; damage is an error",
        arguments: ["", "One two three. Four 55 Kyiv at 1999.", text]
    )
    func encoding(text: String) throws {
        for day in [nil, Self.day("2024-11-13"), Self.day("1969-12-30")] {
            let fingerprint = GeneratedStories.fingerprint(text, day: day)
            let bytes = fingerprint.encoded()
            #expect(try StoryFingerprint(decoding: bytes) == fingerprint)
            #expect(throws: ByteReader.Malformed.self) { try StoryFingerprint(decoding: Array(bytes.dropLast())) }
            #expect(throws: ByteReader.Malformed.self) { try StoryFingerprint(decoding: bytes + [0]) }
            #expect(throws: ByteReader.Malformed.self) { try StoryFingerprint(decoding: []) }
        }
    }

    @Test("Flipped bytes are an error or another fingerprint, never a crash", arguments: [1, 2, 3])
    func damage(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let whole = GeneratedStories.fingerprint(Self.text, day: Self.day("2024-11-13"))
        for _ in 0..<2_000 {
            var bytes = whole.encoded()
            for _ in 0...generator.number(0...3) {
                // The sketch is hashes, in which nothing can break: most damage goes to what comes behind it.
                let end = generator.chance(20) ? bytes.count : 90
                let at = bytes.count - generator.number(1...end)
                bytes[at] = UInt8(generator.number(0...255))
            }
            if generator.chance(10) { bytes.removeLast(generator.number(1...bytes.count)) }
            guard let damaged = try? StoryFingerprint(decoding: bytes) else { continue }
            #expect(StoryRelation.areOneStory(damaged, whole) == StoryRelation.areOneStory(whole, damaged))
            #expect(StoryBands.keys(of: damaged).count <= 3 * StoryBands.count)
        }
    }

    @Test("The list of a story's reports is read as it was written, or is an error")
    func lists() throws {
        let keys = ["00000000000000ff", "3fa94b2c81d01122", "ffffffffffffffff"]
        let bytes = StoryMembers.encode(keys)
        #expect(try StoryMembers.decode(bytes) == keys)
        #expect(try StoryMembers.decode([]) == [])
        for damaged in [
            Array(bytes.dropLast()), bytes + [1], StoryMembers.encode(keys.reversed()), bytes + bytes.suffix(8),
        ] {
            #expect(throws: ByteReader.Malformed.self) { try StoryMembers.decode(damaged) }
        }
    }

    @Test("A report has at most one key of each section, and the same text the same keys")
    func keys() {
        let reports = GeneratedStories(stories: 30, copies: 3, seed: 6).reports
        var prints = reports.map { GeneratedStories.fingerprint($0.text, day: $0.day) }
        prints += ["", "One", "Explosions in Velmora.", "Explosions in Velmora!", Self.alert].map {
            GeneratedStories.fingerprint($0)
        }
        prints.append(GeneratedStories.fingerprint("Explosions in Velmora.", day: Self.day("2024-11-13")))
        var counts: Set<Int> = []
        for print in prints {
            let keys = StoryBands.keys(of: print)
            #expect(Set(keys.map(\.section)).count == keys.count)
            #expect(keys.allSatisfy { $0.section < StoryBands.sections })
            #expect(keys == StoryBands.keys(of: print) && keys == keys.sorted())
            #expect(keys.allSatisfy(StoryBands(print).contains))
            #expect(!StoryBands(print).contains(StoryKey(section: 39, hash: 7)))
            let numbers = print.numbers.count
            let expected = [
                (print.day != nil, StoryBands.count), (numbers >= StoryBands.fewestOfMany, StoryBands.count),
                (numbers <= StoryBands.mostOfFew, StoryBands.count),
                (numbers <= StoryRelation.mostAdded, StoryBands.countOfCopies),
            ].filter(\.0).map(\.1).reduce(0, +)
            #expect(keys.count == (print.shingleCount == 0 ? 0 : print.isShort ? 1 : expected))
            counts.insert(keys.count)
        }
        // None, that of a short text, and those of others with and without a day and numbers.
        #expect(counts.isSuperset(of: [0, 1]) && counts.count > 4)
        let key = StoryKey(section: 41, hash: 0x0102FF)
        #expect(key.term == Array("XS".utf8) + [41, 1, 2, 0xFF] && StoryKey(number: key.number).hash == key.hash)
    }

    @Test("Alerts of two words and of one day are one story only where they are the same")
    func alerts() {
        let subjects = [
            "Air", "Tank", "Drone", "Kyiv", "Odesa", "Kharkiv", "Sumy", "Lviv", "Missile", "Rail", "Port", "Bridge",
        ]
        let events = [
            "alert", "explosions", "attack", "closed", "shelled", "warning", "strike", "fire", "outage", "raid",
        ]
        let texts = subjects.flatMap { subject in events.map { "\(subject) \($0)" } }
        let prints = texts.map { GeneratedStories.fingerprint($0, day: Self.day("2024-11-13")) }
        for (place, print) in prints.enumerated() {
            for other in prints.dropFirst(place + 1) { #expect(!StoryRelation.areOneStory(print, other)) }
            #expect(StoryRelation.areOneStory(print, print))
        }
        #expect(Set(prints.flatMap { StoryBands.keys(of: $0) }).count == texts.count)
    }

    @Test("The bins of a set of one element are those of others by chance alone")
    func oneElement() {
        var generator = SeededGenerator(seed: 6)
        let sketches = (0..<40).map { _ in MinHash([generator.next()]) }
        for (place, sketch) in sketches.enumerated() {
            for other in sketches.dropFirst(place + 1) { #expect(sketch.resemblance(to: other) < 0.05) }
            #expect(MinHash(decoding: sketch.encoded) == sketch && MinHash(decoding: sketch.values) == nil)
        }
    }

    @Test("The estimate is near the true resemblance")
    func resemblance() {
        var generator = SeededGenerator(seed: 5)
        for (shared, own) in [(300, 0), (300, 50), (200, 200), (50, 400), (0, 300)] {
            let common = (0..<shared).map { _ in generator.next() }
            let a = MinHash(common + (0..<own).map { _ in generator.next() })
            let b = MinHash(common + (0..<own).map { _ in generator.next() })
            let truth = Double(shared) / Double(shared + 2 * own)
            #expect(abs(a.resemblance(to: b) - truth) < 0.16)
        }
    }
}
