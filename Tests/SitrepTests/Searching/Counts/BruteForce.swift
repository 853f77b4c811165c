@testable import Sitrep

/// Answers a generated request by going through all reports: what the index has to agree with.
struct BruteForce {
    /// What a filter narrows by, as far as the counts of a facet leave it out.
    private enum Kind: Hashable {
        case facet(FacetKind)
        case source
        case published
    }

    /// How many reports, and how many stories these tell.
    struct Count: Hashable, Comparable {
        var reports: Int
        var stories: Int

        static func < (a: Count, b: Count) -> Bool { (a.reports, a.stories) < (b.reports, b.stories) }
    }

    struct Answer: Equatable {
        var ids: Set<String> = []
        var stories = 0
        var undated = 0
        /// Counts by the path in small letters; two values may have the same path.
        var values: [FacetKind: [String: [Count]]] = [:]
        /// Counts by the name in small letters: an outlet is one, whatever its capitals.
        var sources: [String: Count] = [:]
        var months: [String: Count] = [:]
        /// Reports without a value.
        var missing: [CountedFacet: Int] = [.region: 0, .actor: 0, .weapon: 0, .source: 0, .published: 0]
    }

    private let reports: [GeneratedCorpus.Report]
    /// The words of each report.
    private let words: [Set<String>]
    /// The number of the story of each report.
    private let stories: [Int]

    init(_ corpus: GeneratedCorpus) {
        reports = corpus.reports
        stories = corpus.stories
        words = corpus.reports.map { Set($0.title + $0.text) }
    }

    func answer(_ request: GeneratedRequest) -> Answer {
        var answer = Answer()
        // The reports with each value.
        var found: [Int] = []
        var values: [FacetKind: [GeneratedCorpus.Value: [Int]]] = [:]
        var sources: [String: [Int]] = [:]
        var months: [String: [Int]] = [:]
        let countsUndated = request.undated == nil && hasDates(request)
        for index in reports.indices {
            let report = reports[index]
            guard let failed = failedKinds(request, index), failed.count <= 1 else { continue }
            if failed.isEmpty { found.append(index) }
            for facet in FacetKind.allCases where failed.isSubset(of: [.facet(facet)]) {
                for value in report.values[facet] ?? [] {
                    values[facet, default: [:]][value, default: []].append(index)
                }
                if report.values[facet]?.isEmpty ?? true { answer.missing[CountedFacet(facet), default: 0] += 1 }
            }
            if failed.isSubset(of: [.source]) {
                if let source = report.source {
                    sources[source.lowercased(), default: []].append(index)
                } else {
                    answer.missing[.source, default: 0] += 1
                }
            }
            guard failed.isSubset(of: [.published]) else { continue }
            if let month = report.month {
                months[month, default: []].append(index)
            } else {
                answer.missing[.published, default: 0] += 1
            }
            if report.date == nil, countsUndated { answer.undated += 1 }
        }
        for facet in FacetKind.allCases {
            var byPath: [String: [Count]] = [:]
            for (value, reports) in values[facet] ?? [:] {
                byPath[value.path.joined(separator: "/").lowercased(), default: []].append(count(reports))
            }
            answer.values[facet] = byPath.mapValues { $0.sorted() }
        }
        answer.ids = Set(found.map { reports[$0].id })
        answer.stories = count(found).stories
        answer.sources = sources.mapValues(count)
        answer.months = months.mapValues(count)
        return answer
    }

    private func count(_ reports: [Int]) -> Count {
        Count(reports: reports.count, stories: Set(reports.map { stories[$0] }).count)
    }

    private func hasDates(_ request: GeneratedRequest) -> Bool {
        let inQuery = request.parts.contains { kind(of: $0) == .published }
        return inQuery || request.from != nil || request.to != nil
    }

    /// The kinds of filter that a report does not pass; `nil` when it fails something that no facet leaves out.
    private func failedKinds(_ request: GeneratedRequest, _ index: Int) -> Set<Kind>? {
        let report = reports[index]
        var failed: Set<Kind> = []
        for part in request.parts {
            if let kind = kind(of: part) {
                if !matches(part, index, undated: request.undated) { failed.insert(kind) }
            } else if !matches(part, index) {
                return nil
            }
        }
        for (facet, named) in request.excludedValues where named.contains(where: { has($0, facet, report) }) {
            return nil
        }
        for name in request.excludedSources where report.plainSource == name.plain { return nil }
        if !request.languages.isEmpty {
            guard let language = report.language, request.languages.contains(language) else { return nil }
        }
        if !request.paths.isEmpty, !request.paths.contains(where: { $0.files.contains(report.file) }) { return nil }
        for (facet, named) in request.values where !named.contains(where: { has($0, facet, report) }) {
            failed.insert(.facet(facet))
        }
        if !request.sources.isEmpty, !request.sources.contains(where: { $0.plain == report.plainSource }) {
            failed.insert(.source)
        }
        if request.from != nil || request.to != nil {
            let days = (request.from?.days.lowerBound ?? -1_000_000)...(request.to?.days.upperBound ?? 4_000_000)
            if !isIn(days, report, request.undated) { failed.insert(.published) }
        } else if request.undated == .only {
            if report.date != nil { failed.insert(.published) }
        } else if request.undated == .exclude, report.date == nil {
            return nil
        }
        return failed
    }

    /// The kind of filter that a part is: one of them, or a group of that kind alone.
    private func kind(of part: GeneratedRequest.Condition) -> Kind? {
        switch part {
        case .facet(let facet, _): .facet(facet)
        case .source: .source
        case .dates: .published
        case .or(let parts), .and(let parts):
            Set(parts.map { kind(of: $0) }).count == 1 ? kind(of: parts[0]) : nil
        case .word, .phrase, .titleWord, .not: nil
        }
    }

    private func isIn(_ days: ClosedRange<Int>, _ report: GeneratedCorpus.Report, _ undated: SearchRequest.Undated?)
        -> Bool
    {
        guard let date = report.date else { return undated == .include || undated == .only }
        // Where only the month or the year is known, all of it has to lie in the span.
        let own = date.days
        return undated != .only && days.contains(own.lowerBound) && days.contains(own.upperBound)
    }

    private func has(_ value: GeneratedRequest.Named, _ facet: FacetKind, _ report: GeneratedCorpus.Report) -> Bool {
        report.values[facet]?.contains { value.keys.contains($0.key) } ?? false
    }

    private func matches(
        _ condition: GeneratedRequest.Condition,
        _ index: Int,
        undated: SearchRequest.Undated? = nil
    ) -> Bool {
        let report = reports[index]
        switch condition {
        case .word(let word): return words[index].contains(word.lowercased())
        case .phrase(let phrase, _): return stands(phrase, in: report.title) || stands(phrase, in: report.text)
        case .titleWord(let word): return report.title.contains(word)
        case .facet(let facet, let value): return has(value, facet, report)
        case .source(_, let plain): return report.plainSource == plain
        case .dates(let span): return isIn(span.days, report, undated)
        case .not(let inner): return !matches(inner, index)
        case .or(let parts): return parts.contains { matches($0, index, undated: undated) }
        case .and(let parts): return parts.allSatisfy { matches($0, index, undated: undated) }
        }
    }

    private func stands(_ phrase: [String], in words: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
    }
}

extension GeneratedCorpus.Report {
    /// The outlet, folded.
    var plainSource: String? { source.flatMap { GeneratedCorpus.sources[$0] } }

    /// The month of publication, where it is known.
    var month: String? {
        guard let date, date.month > 0 else { return nil }
        return GeneratedCorpus.Day(year: date.year, month: date.month, day: 0).written
    }
}
