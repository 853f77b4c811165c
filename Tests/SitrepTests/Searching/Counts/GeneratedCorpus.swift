@testable import Sitrep

/// Reports made of nonsense, of which everything is known without an index.
struct GeneratedCorpus {
    /// A facet value: what identifies it here, and the names from its root.
    struct Value: Hashable {
        /// The vocabulary's id, or the folded path of a value that it does not know.
        var key: String
        var path: [String]
        var isOwn: Bool
    }

    /// A value that reports give, with its parents.
    struct Given {
        var written: [String]
        /// Root first; the value itself is the last.
        var lineage: [Value]
    }

    /// A date with its precision: month and day are 0 where they are not known.
    struct Day: Hashable {
        var year: Int
        var month: Int
        var day: Int
    }

    struct Report {
        var id: String
        var file: Int
        var title: [String]
        var text: [String]
        var date: Day?
        var source: String?
        var language: String?
        /// What the record gives, and how it is written there.
        var given: [FacetKind: [Given]]
        /// All values and all their parents.
        var values: [FacetKind: Set<Value>]
    }

    static let seed: UInt64 = 20_260_611
    static let files = [
        "north/part1.ndjson", "north/part2.jsonl", "south/part1.jsonl", "south/deep/part3.ndjson", "rest.ndjson",
    ]
    /// Outlets and how each is written once case and punctuation are gone.
    static let sources = [
        "Reuters": "reuters", "REUTERS": "reuters", "Kyiv Post": "kyiv post", "Liga.net": "liga net",
        "ТАСС": "тасс", "Süd Kurier": "sud kurier", "The Daily Zubra": "the daily zubra",
    ]
    static let languages = ["en", "uk", "ru", "fr", "de"]

    private(set) var words: [String] = []
    private(set) var pools: [FacetKind: [Given]] = [:]
    private(set) var reports: [Report] = []

    init(reports count: Int) {
        var generator = SeededGenerator(seed: Self.seed)
        words = Self.words(140, &generator)
        for facet in FacetKind.allCases { pools[facet] = ValuePool.make(facet, &generator) }
        reports.reserveCapacity(count)
        for number in 0..<count {
            var report = report(number, &generator)
            // Some are re-posts of a report before them, most of them of the same day.
            if number > 0, generator.chance(15) {
                // Half of them of one report of a hundred, so that some stories are large.
                let recent = generator.number(max(0, number - 40)...number - 1)
                let earlier = reports[generator.chance(50) ? (number - 1) / 100 * 100 : recent]
                report.text = earlier.text
                report.date = Self.date(of: earlier, &generator)
            }
            reports.append(report)
        }
        // The files are read in the order of their paths, and the first to write a new value gives it its name.
        reports.sort { (Self.files[$0.file], $0.id) < (Self.files[$1.file], $1.id) }
    }

    /// Words of syllables that no vocabulary has and no English stemmer changes: they end in a, o or u.
    static func words(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
        var words: Set<String> = []
        while words.count < count {
            let word =
                (0..<generator.number(2...3)).map { _ in
                    generator.pick(["zu", "mo", "ra", "ke", "vi", "po", "du", "ga", "fe", "xo", "wi", "bu"])
                }.joined() + generator.pick(["zo", "ka", "bru", "mpa", "vlo", "ndu"])
            if FacetKind.allCases.allSatisfy({ Vocabulary.builtIn.resolve(word, in: $0).isEmpty }) {
                words.insert(word)
            }
        }
        return words.sorted()
    }

    /// A word; those at the front of the list are much more frequent.
    private func word(_ generator: inout SeededGenerator) -> String {
        words[min(generator.number(0...words.count - 1), generator.number(0...words.count - 1))]
    }

    private func report(_ number: Int, _ generator: inout SeededGenerator) -> Report {
        let title = (0..<generator.number(2...4)).map { _ in word(&generator) }
        let text = (0..<generator.number(6...14)).map { _ in word(&generator) }
        var report = Report(
            id: "report-\(number)",
            file: generator.number(0...Self.files.count - 1),
            title: title,
            text: text,
            date: date(&generator),
            source: generator.chance(80) ? generator.pick(Self.sources.keys.sorted()) : nil,
            language: generator.pick(Self.languages),
            given: [:],
            values: [:]
        )
        for facet in FacetKind.allCases {
            let pool = pools[facet] ?? []
            let given = (0..<generator.pick([0, 0, 1, 1, 2, 3])).map { _ in generator.pick(pool) }
            report.given[facet] = given
            report.values[facet] = Set(given.flatMap(\.lineage))
        }
        return report
    }

    private func date(_ generator: inout SeededGenerator) -> Day? {
        guard generator.chance(85) else { return nil }
        let year = generator.number(2019...2024)
        let month = generator.number(1...12)
        switch generator.number(0...9) {
        case 0: return Day(year: year, month: 0, day: 0)
        case 1, 2: return Day(year: year, month: month, day: 0)
        default:
            return Day(
                year: year,
                month: month,
                day: generator.number(1...CalendarDate.days(inMonth: month, of: year))
            )
        }
    }
}

extension GeneratedCorpus {
    /// The same day, or one that is far enough from it to be another story's; where the day is not known, what is.
    private static func date(of repost: Report, _ generator: inout SeededGenerator) -> Day? {
        guard let day = repost.date, day.day > 0,
            let date = CalendarDate(daysSince1970: day.days.lowerBound + generator.pick([0, 0, 0, 30]))
        else { return repost.date }
        return Day(year: date.year, month: date.month, day: date.day)
    }

    /// The number of the story of each report: equal texts, which are short here, of one day or of an unknown one.
    var stories: [Int] {
        struct Key: Hashable {
            var text: [String]
            var day: Day?
        }
        var numbers: [Key: Int] = [:]
        return reports.map { report in
            let key = Key(text: report.text, day: report.date.flatMap { $0.day > 0 ? $0 : nil })
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return number
        }
    }

    /// Writes the reports as files of lines.
    func write(to folder: ScratchFolder) throws {
        var generator = SeededGenerator(seed: Self.seed + 1)
        var lines = [[String]](repeating: [], count: Self.files.count)
        for report in reports { lines[report.file].append(Self.line(report, &generator)) }
        for (file, lines) in zip(Self.files, lines) {
            try folder.write(file, lines.joined(separator: "\n") + "\n")
        }
    }

    private static func line(_ report: Report, _ generator: inout SeededGenerator) -> String {
        var fields = [
            #""id":"\#(report.id)""#, #""title":"\#(report.title.joined(separator: " "))""#,
            #""text":"\#(report.text.joined(separator: " "))""#,
        ]
        if let date = report.date { fields.append(#""date":"\#(date.written)""#) }
        if let source = report.source { fields.append(#""source":"\#(source)""#) }
        if let language = report.language { fields.append(#""language":"\#(language)""#) }
        for facet in FacetKind.allCases {
            let given = report.given[facet] ?? []
            guard !given.isEmpty else { continue }
            // A path may be a string or a list of names.
            let values = given.map { value in
                generator.chance(50)
                    ? #""\#(value.written.joined(separator: "/"))""#
                    : "[" + value.written.map { #""\#($0)""# }.joined(separator: ",") + "]"
            }
            fields.append(#""\#(facet.rawValue)":[\#(values.joined(separator: ","))]"#)
        }
        return "{" + fields.joined(separator: ",") + "}"
    }
}

extension GeneratedCorpus.Day {
    /// `2024`, `2024-11` or `2024-11-13`.
    var written: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)" + (month == 0 ? "" : "-" + two(month)) + (day == 0 ? "" : "-" + two(day))
    }

    /// The first and the last day that it may mean.
    var days: ClosedRange<Int> {
        let first = CalendarDate(year: year, month: max(month, 1), day: max(day, 1))?.daysSince1970 ?? 0
        let lastMonth = month == 0 ? 12 : month
        let lastDay = day == 0 ? CalendarDate.days(inMonth: lastMonth, of: year) : day
        return first...(CalendarDate(year: year, month: lastMonth, day: lastDay)?.daysSince1970 ?? first)
    }
}
