internal import Xapian

/// Finds what is unusually frequent among the values and words of matches.
struct UnusualFinder {
    private let compiled: CompiledQuery
    private let directory: ConceptDirectory
    private let buckets: FacetBuckets
    private let limit: Int?
    /// How many reports the index has.
    private let reports: Int

    init(_ request: SearchRequest, _ compiled: CompiledQuery, reports: Int, directory: ConceptDirectory) {
        self.compiled = compiled
        self.directory = directory
        self.reports = reports
        limit = request.facetValues
        buckets = FacetBuckets(
            directory: directory,
            pattern: request.facetMatch.map(FacetPattern.init),
            depth: request.facetDepth
        )
    }

    /// The unusual values of a facet.
    ///
    /// - Parameter total: how many reports match.
    func values(
        _ counted: [ValueCount],
        _ facet: FacetKind,
        of total: Int,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> UnusualValues.List {
        // Every match has what was asked for and what that lies in, and none but matches has what lies in it.
        let asked = compiled.concepts[facet] ?? []
        let above = Set(asked.flatMap { directory.lineage(of: $0, in: facet) })
        var found: [UnusualValue] = []
        for value in counted where value.count >= UnusualValues.fewestReports {
            let id = ConceptID(rawValue: String(decoding: value.value, as: UTF8.self))
            guard !above.contains(id), asked.isDisjoint(with: directory.lineage(of: id, in: facet)) else { continue }
            let overall = try database.termFrequency(Schema.field(of: facet).term(id.rawValue))
            guard let score = score(value.count, of: total, overall),
                let bucket = buckets.tree([value], facet, chosen: []).first
            else { continue }
            found.append(UnusualValue(bucket.count, overall: overall, score: score))
        }
        return list(found)
    }

    /// The unusual outlets.
    func sources(
        _ counted: [ValueCount],
        of total: Int,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> UnusualValues.List {
        var found: [UnusualValue] = []
        for bucket in buckets.plain(counted) where bucket.count.count >= UnusualValues.fewestReports {
            let plain = PlainName.of(bucket.count.value)
            guard !compiled.outlets.contains(plain) else { continue }
            let overall = try database.termFrequency(Schema.source.term(plain))
            guard let score = score(bucket.count.count, of: total, overall) else { continue }
            found.append(UnusualValue(bucket.count, overall: overall, score: score))
        }
        return list(found)
    }

    /// The unusual words of some reports. Words without a letter are none.
    func words(
        in read: [DocumentID],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> UnusualValues.List {
        var forms = try WordForms()
        let asked = forms.stems(ofNamesOf: compiled, directory).union(compiled.words.stems)
        let prefix = Schema.stem.prefix
        var found: [UnusualValue] = []
        for (term, count) in try database.termCounts(in: read, prefix: prefix, least: UnusualValues.fewestReports) {
            let stem = Array(term.dropFirst(prefix.utf8.count))
            // A digit begins no word but that of a number or a designator.
            guard let first = stem.first, !(0x30...0x39).contains(first), !asked.contains(stem),
                !compiled.words.exact.contains(stem)
            else { continue }
            let overall = try database.termFrequency(term)
            guard let score = score(count, of: read.count, overall) else { continue }
            let text = String(decoding: stem, as: UTF8.self)
            found.append(UnusualValue(value: text, path: [text], count: count, overall: overall, score: score))
        }
        var list = list(found)
        for index in list.values.indices {
            let stem = Array(list.values[index].path[0].utf8)
            if let form = try forms.commonest(of: stem, in: database) { list.values[index].value = form }
        }
        return list
    }

    /// The score of a value, where it is unusually frequent.
    private func score(_ count: Int, of part: Int, _ overall: Int) -> Double? {
        let score = LogLikelihood.score(inside: count, of: part, overall: max(overall, count), of: reports)
        return score >= LogLikelihood.significant ? score : nil
    }

    private func list(_ found: [UnusualValue]) -> UnusualValues.List {
        let sorted = found.sorted { a, b in
            a.score != b.score ? a.score > b.score : a.path.lexicographicallyPrecedes(b.path)
        }
        let shown = limit.map { Array(sorted.prefix($0)) } ?? sorted
        return UnusualValues.List(values: shown, hidden: sorted.count - shown.count)
    }
}

extension UnusualValue {
    fileprivate init(_ count: FacetCount, overall: Int, score: Double) {
        self.init(value: count.value, path: count.path, count: count.count, overall: overall, score: score)
    }
}

/// The words behind stems.
private struct WordForms: ~Copyable {
    private var stemming: Stemming

    init() throws(XapianError) { stemming = try Stemming() }

    /// The stems of the names of one word that the values asked for have: every match has one of them.
    mutating func stems(ofNamesOf compiled: CompiledQuery, _ directory: ConceptDirectory) -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        for (facet, concepts) in compiled.concepts {
            for spelling in concepts.flatMap({ directory.spellings(of: $0, in: facet) }) {
                let words = Words.words(of: Tokenizer.tokenize(spelling))
                guard words.count == 1 else { continue }
                found.formUnion(stemming.stems(ofQueryWord: Array(words[0].folded)))
            }
        }
        return found
    }

    /// The word of this stem that most reports of the index have; `nil` where none is near the stem.
    mutating func commonest(
        of stem: [UInt8],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> String? {
        // A stem may end otherwise than its words ("citi" for "city" and "cities").
        var start = stem
        if stem.count > 3 { start.removeLast(stem[stem.count - 1] < 0x80 ? 1 : 2) }
        var best: (word: [UInt8], reports: Int)?
        for (word, reports) in try database.allTerms(prefix: start) where reports > best?.reports ?? 0 {
            if stemming.stems(ofQueryWord: word).contains(stem) { best = (word, reports) }
        }
        return best.map { String(decoding: $0.word, as: UTF8.self) }
    }
}
