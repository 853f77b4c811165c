import Testing

@testable import Sitrep

@Suite("Tables agree with a count by hand")
struct CrossTableTests {
    private let generated: GeneratedIndex
    private let index: SearchIndex

    init() throws {
        generated = try GeneratedIndex.shared()
        index = try generated.open()
    }

    /// The names of a report's lines in a dimension; none for a report without a value.
    private func lines(_ report: GeneratedCorpus.Report, _ axis: TableAxis) -> Set<String> {
        switch axis.kind {
        case .region, .actor, .weapon:
            let values = axis.facet.flatMap { report.values[$0] } ?? []
            return Set(values.map { $0.path.joined(separator: "/").lowercased() })
        case .source: return Set([report.plainSource].compactMap(\.self))
        case .language: return Set([report.language].compactMap(\.self))
        case .month: return Set([report.month].compactMap(\.self))
        case .year: return Set([report.date.map { String($0.year) }].compactMap(\.self))
        }
    }

    private func name(_ value: FacetCount?, _ axis: TableAxis) -> String? {
        guard let value else { return nil }
        return axis.kind == .source ? PlainName.of(value.value) : value.path.joined(separator: "/").lowercased()
    }

    private func has(_ report: GeneratedCorpus.Report, _ name: String?, _ axis: TableAxis) -> Bool {
        let lines = lines(report, axis)
        return name.map(lines.contains) ?? lines.isEmpty
    }

    private func check(
        _ table: CrossTable,
        _ reports: [GeneratedCorpus.Report],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(table.total == reports.count, sourceLocation: sourceLocation)
        let axes = table.axes
        let names = axes.map { axis in axis.lines.map { name($0.value, axis.axis) } }
        /// Every combination of lines, one number a dimension.
        var cells: [[Int]] = [[]]
        for axis in axes { cells = cells.flatMap { cell in axis.lines.indices.map { cell + [$0] } } }
        for cell in cells {
            // Two values may have the same path and are then not told apart here.
            let wanted = axes.indices.map { names[$0][cell[$0]] }
            let isUnique = axes.indices.allSatisfy { axis in names[axis].count { $0 == wanted[axis] } == 1 }
            guard isUnique else { continue }
            let expected = reports.count { report in
                axes.indices.allSatisfy { has(report, wanted[$0], axes[$0].axis) }
            }
            let found = table.count(axes.indices.map { axes[$0].lines[cell[$0]].number })
            #expect(found == expected, "\(wanted)", sourceLocation: sourceLocation)
        }
        for (axis, names) in zip(axes, names) {
            for (line, name) in zip(axis.lines, names) where names.count(where: { $0 == name }) == 1 {
                let expected = reports.count { has($0, name, axis.axis) }
                #expect(line.count == expected, "\(name ?? "none")", sourceLocation: sourceLocation)
            }
        }
    }

    @Test(
        "One, two and three dimensions",
        arguments: [
            ["weapon"], ["weapon", "region:1"], ["source", "year"], ["month", "language"], ["actor", "actor"],
            ["region:2", "month", "source"],
        ]
    )
    func table(by names: [String]) throws {
        var request = SearchRequest()
        request.facetValues = 8
        let axes = try names.map { try #require(TableAxis($0)) }
        let table = try index.table(request, by: axes)
        #expect(table.axes.map(\.axis) == axes)
        #expect(table.axes.allSatisfy { !$0.values.isEmpty && $0.values.count <= 8 })
        check(table, generated.corpus.reports)
    }

    @Test("All filters hold, also those of the dimensions")
    func filtered() throws {
        var request = SearchRequest()
        request.facetValues = 6
        request.filters.from = "2021"
        request.filters.sources = ["Reuters"]
        let table = try index.table(request, by: [TableAxis(.source), TableAxis(.year)])
        let reports = generated.corpus.reports.filter { report in
            report.plainSource == "reuters" && report.date.map { $0.year >= 2021 } ?? false
        }
        check(table, reports)
        #expect(table.axes[0].values.count == 1 && table.axes[0].values[0].isChosen)
        let years = Set(reports.compactMap { $0.date?.year }).sorted()
        #expect(years.first == 2021 && table.axes[1].values.map(\.value) == years.map(String.init))
    }

    @Test("What has no line is told, levels are cut a dimension")
    func limits() throws {
        var request = SearchRequest()
        request.facetValues = 3
        let table = try index.table(request, by: [TableAxis(.region, depth: 1), TableAxis(.month)])
        #expect(table.axes[0].values.allSatisfy { $0.path.count == 1 })
        let months = Set(generated.corpus.reports.compactMap(\.month))
        #expect(table.axes[1].values.count == 3 && table.axes[1].hidden == months.count - 3)
        request.facetValues = nil
        #expect(try index.table(request, by: [TableAxis(.month)]).axes[0].values.count == months.count)
    }

    @Test("A table beyond all measure is refused")
    func tooLarge() throws {
        var request = SearchRequest()
        request.facetValues = nil
        let error = #expect(throws: SitrepError.self) {
            try index.table(
                request,
                by: [TableAxis(.region), TableAxis(.actor), TableAxis(.region), TableAxis(.actor)]
            )
        }
        #expect(error?.code == .usage)
    }

    @Test("Names of dimensions", arguments: ["region:0", "region:x", "month:2", "regions", "", ":1", "region:"])
    func badNames(name: String) {
        #expect(TableAxis(name) == nil)
    }
}
