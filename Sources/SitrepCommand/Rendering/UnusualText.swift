import Sitrep

/// What is unusually frequent, for a person to read.
struct UnusualText {
    let style: Style

    /// A path is cut before a list gets narrower than this and stands below the others.
    private static let leastColumns = 64

    func write(_ found: UnusualValues) {
        FacetText(style: style).headline(
            total: found.total,
            interpreted: found.interpreted,
            undated: found.undated,
            irrelevant: found.irrelevant
        )
        guard found.total > 0 else { return }
        let sections = [
            section("Region", found.values[.region], found.total, found.reports),
            section("Actor", found.values[.actor], found.total, found.reports),
            section("Weapon", found.values[.weapon], found.total, found.reports),
            section("Source", found.sources, found.total, found.reports),
            section("Word", found.words, found.wordReports, found.reports),
        ]
        FacetColumns(style: style, leastColumns: Self.leastColumns).write(sections.compactMap { $0 })
        let lists = FacetKind.allCases.map { found.values[$0] } + [found.sources, found.words]
        FacetText.noteHidden(lists.reduce(0) { $0 + ($1?.hidden ?? 0) }, style)
        if lists.allSatisfy({ $0?.values.isEmpty ?? true }) {
            Output.write("Nothing is more frequent in them than in the whole index\n")
        } else if found.wordReports < found.total {
            Output.write("\nThe words are those of a sample of \(found.wordReports) of the reports\n")
        }
    }

    private func section(_ name: String, _ list: UnusualValues.List?, _ total: Int, _ reports: Int) -> FacetColumn? {
        guard let list, !list.values.isEmpty || list.hidden > 0 else { return nil }
        var column = FacetColumn(heading: name, alignsRemarks: true)
        column.lines = list.values.map { value in
            let label = name == "Word" ? value.value : value.path.joined(separator: "/")
            let usual = value.overall - value.count
            let rest = max(1, reports - total)
            return FacetColumn.Line(
                margin: FacetText.number(value.count) + " of \(total)  ",
                label: Printable.line(label),
                remark: "  elsewhere \(usual) of \(rest)"
            )
        }
        if list.hidden > 0 {
            let margin = String(repeating: " ", count: max(0, 7 - String(total).count))
            column.lines.append(.init(margin: margin, label: "… \(list.hidden) more"))
        }
        return column
    }
}

/// What is unusually frequent, as JSON.
struct UnusualObject: Encodable {
    let query: String
    let interpreted: String
    let total: Int
    let totalExact = true
    let undated: Int
    let irrelevant: Int
    let indexRevision: Int
    let reports: Int
    let wordReports: Int
    let wordsExact: Bool
    let measure = "log_likelihood_ratio"
    let unusual: [String: [Value]]
    let more: [String: Int]

    struct Value: Encodable {
        let value: String
        let path: [String]?
        let stem: String?
        let count: Int
        let indexCount: Int
        let score: Double

        init(_ value: UnusualValue, isWord: Bool) {
            self.value = value.value
            path = isWord ? nil : value.path
            stem = isWord ? value.path.first : nil
            count = value.count
            indexCount = value.overall
            score = (value.score * 1000).rounded() / 1000
        }
    }

    init(_ found: UnusualValues) {
        query = found.query
        interpreted = found.interpreted
        total = found.total
        undated = found.undated
        irrelevant = found.irrelevant
        indexRevision = found.revision
        reports = found.reports
        wordReports = found.wordReports
        wordsExact = found.wordReports == found.total
        let lists = UnusualObject.lists(found)
        unusual = Dictionary(
            uniqueKeysWithValues: lists.map { name, list in
                (name, list.values.map { Value($0, isWord: name == "word") })
            }
        )
        more = Dictionary(uniqueKeysWithValues: lists.map { ($0, $1.hidden) })
    }

    /// The lists by name.
    static func lists(_ found: UnusualValues) -> [(name: String, list: UnusualValues.List)] {
        FacetKind.allCases.map { ($0.rawValue, found.values[$0] ?? .init()) }
            + [("source", found.sources), ("word", found.words)]
    }
}

extension CSVOutput {
    /// A row a value.
    static func write(_ found: UnusualValues) {
        write(
            header: ["facet", "value", "path", "count", "index_count", "score"],
            UnusualObject.lists(found).flatMap { name, list in
                list.values.map { value in
                    [
                        .own(name), .text(value.value), .text(value.path.joined(separator: "/")), .number(value.count),
                        .number(value.overall), .own(String((value.score * 1000).rounded() / 1000)),
                    ]
                }
            }
        )
    }
}
