@testable import Sitrep

/// Makes random requests; most take their words and values from a report, so that something matches.
struct RequestMaker {
    typealias Condition = GeneratedRequest.Condition
    typealias Named = GeneratedRequest.Named

    let corpus: GeneratedCorpus
    private var generator: SeededGenerator
    private let own: [FacetKind: Set<GeneratedCorpus.Value>]

    init(corpus: GeneratedCorpus, seed: UInt64) {
        self.corpus = corpus
        generator = SeededGenerator(seed: seed)
        own = corpus.pools.mapValues { Set($0.flatMap(\.lineage).filter(\.isOwn)) }
    }

    mutating func next() -> GeneratedRequest {
        var request = GeneratedRequest()
        let model = generator.pick(corpus.reports)
        for _ in 0..<generator.pick([0, 1, 1, 1, 2, 2, 3]) { request.parts.append(textPart(model)) }
        for _ in 0..<generator.number(1...3) { addFilter(model, to: &request) }
        if generator.chance(6) {
            // An OR of whole lists at the top.
            request.parts = [.or([joined(request.parts, model), .and([word(model), textPart(model)])])]
        }
        return request
    }

    private mutating func joined(_ parts: [Condition], _ model: GeneratedCorpus.Report) -> Condition {
        parts.isEmpty ? word(model) : parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func word(_ model: GeneratedCorpus.Report) -> Condition {
        let word = generator.chance(90) ? generator.pick(model.text + model.title) : generator.pick(corpus.words)
        return .word(generator.chance(10) ? word.uppercased() : word)
    }

    private mutating func textPart(_ model: GeneratedCorpus.Report) -> Condition {
        switch generator.number(0...12) {
        case 0: return phrase(in: model.text)
        case 1: return generator.chance(50) ? phrase(in: model.title) : .phrase([model.text[0]], hyphenated: false)
        case 2: return .titleWord(generator.pick(model.title))
        case 3, 4: return .not(.word(generator.pick(corpus.words)))
        case 5: return .not(phrase(in: generator.pick(corpus.reports).text))
        case 6: return .or([word(model), .word(generator.pick(corpus.words))])
        case 7: return .or([word(model), facet(model), .and([textWord(model), .dates(span(model))])])
        case 8: return .or([facet(model), facet(generator.pick(corpus.reports))])
        case 9: return .not(.or([.word(generator.pick(corpus.words)), facet(generator.pick(corpus.reports))]))
        case 10: return .or([.dates(span(model)), .dates(span(generator.pick(corpus.reports)))])
        default: return word(model)
        }
    }

    private mutating func textWord(_ model: GeneratedCorpus.Report) -> Condition {
        generator.chance(30) ? .not(.word(generator.pick(corpus.words))) : word(model)
    }

    private mutating func phrase(in words: [String]) -> Condition {
        let length = min(generator.number(2...3), words.count)
        let start = generator.number(0...words.count - length)
        return .phrase(Array(words[start..<start + length]), hyphenated: generator.chance(25))
    }

    private mutating func addFilter(_ model: GeneratedCorpus.Report, to request: inout GeneratedRequest) {
        let other = generator.pick(corpus.reports)
        let facet = generator.pick(FacetKind.allCases)
        switch generator.number(0...12) {
        case 0, 1: request.values[facet, default: []].append(named(model, facet))
        case 2:
            request.values[facet, default: []] += (0..<generator.number(2...3)).map { _ in
                named(generator.chance(50) ? model : generator.pick(corpus.reports), facet)
            }
        case 3: request.excludedValues[facet, default: []] += [named(other, facet), named(other, facet)]
        case 4: request.parts.append(.facet(facet, named(model, facet)))
        case 5: request.parts.append(.not(.facet(facet, named(other, facet))))
        case 6: addDates(model, to: &request)
        case 7: request.parts.append(.dates(span(model)))
        case 8: request.undated = generator.pick(SearchRequest.Undated.allCases)
        case 9:
            request.sources.append(source(model.source))
            if generator.chance(50) { request.sources.append(source(nil)) }
        case 10:
            if generator.chance(50) {
                request.excludedSources.append(source(nil))
            } else {
                let name = source(model.source)
                request.parts.append(.source(name.text, plain: name.plain))
            }
        case 11: request.languages += [model.language ?? "en", generator.pick(GeneratedCorpus.languages)]
        default: request.paths.append(generator.pick(Self.globs))
        }
    }

    /// Globs and which of ``GeneratedCorpus/files`` they match.
    private static let globs: [(glob: String, files: Set<Int>)] = [
        ("north/*", [0, 1]), ("*.jsonl", [1, 2]), ("**/part1.*", [0, 2]), ("south/**", [2, 3]), ("rest.ndjson", [4]),
        ("part[23].*", [1, 3]), ("*/part?.ndjson", [0, 3]), ("nowhere/*", []),
    ]

    private mutating func source(_ name: String?) -> (text: String, plain: String) {
        let name = name ?? generator.pick(GeneratedCorpus.sources.keys.sorted())
        let plain = GeneratedCorpus.sources[name] ?? ""
        return (generator.pick([name, plain, name.uppercased()]), plain)
    }
}

extension RequestMaker {
    private mutating func facet(_ model: GeneratedCorpus.Report) -> Condition {
        let facet = generator.pick(FacetKind.allCases)
        return .facet(facet, named(model, facet))
    }

    /// A value of the report, or of its parents, by path, by name or by any spelling.
    private mutating func named(_ model: GeneratedCorpus.Report, _ facet: FacetKind) -> Named {
        let given = model.given[facet].flatMap { $0.isEmpty ? nil : $0 } ?? corpus.pools[facet] ?? []
        let value = generator.pick(generator.pick(given).lineage)
        var spellings = [value.path.joined(separator: "/"), value.path[value.path.count - 1]]
        if !value.isOwn {
            spellings += Vocabulary.builtIn.spellings(of: ConceptID(rawValue: value.key), in: facet)
                .filter { text in !text.contains { "\"“”„«»".contains($0) } }.prefix(6)
        }
        var text = generator.pick(spellings)
        if generator.chance(20) { text = text.uppercased() }
        // Upper case may lose what tells a spelling from another, so the vocabulary is asked about the final form.
        var keys = Set(Vocabulary.builtIn.resolve(text, in: facet).map(\.rawValue))
        if keys.isEmpty, !value.isOwn {
            text = value.path.joined(separator: "/")
            keys = Set(Vocabulary.builtIn.resolve(text, in: facet).map(\.rawValue))
        }
        let wanted = text.lowercased()
        for own in own[facet] ?? []
        where own.path.last?.lowercased() == wanted || own.path.joined(separator: "/").lowercased() == wanted {
            keys.insert(own.key)
        }
        return Named(text: text, keys: keys)
    }
}

extension RequestMaker {
    private mutating func addDates(_ model: GeneratedCorpus.Report, to request: inout GeneratedRequest) {
        guard request.from == nil, request.to == nil else { return }
        let (a, b) = (plainSpan(model), plainSpan(generator.pick(corpus.reports)))
        let (first, last) = a.days.lowerBound <= b.days.lowerBound ? (a, b) : (b, a)
        if generator.chance(75) { request.from = first }
        if request.from == nil || generator.chance(70) {
            request.to = last.days.upperBound >= first.days.lowerBound ? last : first
        }
        if generator.chance(30) { request.undated = generator.pick(SearchRequest.Undated.allCases) }
    }

    /// A day, a week, a month or a year near the report's date.
    private mutating func plainSpan(_ model: GeneratedCorpus.Report) -> GeneratedRequest.Span {
        let date = model.date ?? GeneratedCorpus.Day(year: generator.number(2019...2024), month: 6, day: 15)
        let full = GeneratedCorpus.Day(year: date.year, month: max(1, date.month), day: max(1, date.day))
        switch generator.number(0...5) {
        case 0: return span(full)
        case 1: return span(GeneratedCorpus.Day(year: date.year, month: full.month, day: 0))
        case 2:
            // The weeks of a year are those of its Thursdays.
            let thursdays = GeneratedCorpus.Day(year: date.year, month: 0, day: 0).days.filter {
                CalendarDate(daysSince1970: $0)?.weekday == 4
            }
            let week = generator.number(1...thursdays.count)
            let days = thursdays[week - 1] - 3...thursdays[week - 1] + 3
            return .init(text: "\(date.year)-W" + (week < 10 ? "0" : "") + "\(week)", days: days)
        case 3: return span(GeneratedCorpus.Day(year: date.year, month: full.month, day: 0))
        default: return span(GeneratedCorpus.Day(year: date.year, month: 0, day: 0))
        }
    }

    private func span(_ day: GeneratedCorpus.Day) -> GeneratedRequest.Span {
        .init(text: day.written, days: day.days)
    }

    /// A date or a range as a query has it.
    private mutating func span(_ model: GeneratedCorpus.Report) -> GeneratedRequest.Span {
        let (a, b) = (plainSpan(model), plainSpan(generator.pick(corpus.reports)))
        let (from, to) = a.days.lowerBound <= b.days.upperBound ? (a, b) : (b, a)
        let (least, most) = (-1_000_000, 4_000_000)
        switch generator.number(0...7) {
        case 0: return .init(text: from.text + "..", days: from.days.lowerBound...most)
        case 1: return .init(text: ".." + to.text, days: least...to.days.upperBound)
        case 2: return .init(text: ">=" + a.text, days: a.days.lowerBound...most)
        case 3: return .init(text: "<" + a.text, days: least...a.days.lowerBound - 1)
        case 4: return .init(text: ">" + a.text, days: a.days.upperBound + 1...most)
        case 5: return .init(text: "<=" + a.text, days: least...a.days.upperBound)
        case 6 where from.days.lowerBound <= to.days.upperBound:
            return .init(text: from.text + ".." + to.text, days: from.days.lowerBound...to.days.upperBound)
        default: return a
        }
    }
}
