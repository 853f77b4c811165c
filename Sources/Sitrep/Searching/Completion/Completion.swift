/// What the beginning of a value can become.
public struct Completion: Sendable, Hashable {
    /// The whole value, as results show it; behind the parents that were typed before it.
    public var value: String
    /// The spelling of it that begins as what was typed; `nil` where only a form made by a rule does.
    public var spelling: String?
    /// How many reports have it; `nil` where no index was asked.
    public var reports: Int?
    /// What else is worth knowing, such as the title of a report; empty for nothing.
    public var remark: String

    /// What a beginning can become, with what is known of it.
    public init(value: String, spelling: String?, reports: Int? = nil, remark: String = "") {
        self.value = value
        self.spelling = spelling
        self.reports = reports
        self.remark = remark
    }

    /// So many are offered at most: more than a person reads.
    public static let limit = 50
}

/// The beginning of a facet's value, cut into the parents that are whole and the name that may be cut off.
struct TypedValue {
    /// What stands before the last slash, with it; empty for none.
    let parents: String
    /// The folded tokens of what stands behind it.
    let tokens: [[UInt8]]
    /// The same as one text.
    let folded: String

    init(_ text: String) {
        let name = text.lastIndex(of: "/").map { text[text.index(after: $0)...] } ?? text[...]
        parents = String(text[..<name.startIndex])
        let cut = Tokenizer.tokenize(String(name))
        tokens = cut.tokens.map { Array(cut.folded($0)) }
        folded = cut.tokens.indices.map { cut.string($0) }.joined(separator: " ")
    }

    /// Whether a name begins as what was typed, whatever its case, accents and hyphens.
    func begins(_ name: String) -> Bool { PlainName.of(name).utf8.starts(with: folded.utf8) }
}

extension ConceptDirectory {
    /// The concepts of a facet that have a spelling which begins as what was typed, its parents left aside.
    func concepts(beginningAs typed: TypedValue, in facet: FacetKind) -> [ConceptID] {
        let own = (self.own[facet] ?? [:]).filter { typed.begins($0.value.name) }.map(\.key)
        return vocabulary.concepts(beginningWith: typed.tokens, in: facet) + own
    }

    /// The concepts that lie in what was typed before the last slash; all where nothing was.
    func concepts(_ ids: [ConceptID], in facet: FacetKind, below typed: TypedValue) -> [ConceptID] {
        guard !typed.parents.isEmpty else { return ids }
        let parents = Set(resolve(String(typed.parents.dropLast()), in: facet))
        return ids.filter { lineage(of: $0, in: facet).dropLast().contains(where: parents.contains) }
    }

    /// What is offered for a concept.
    func completion(of id: ConceptID, in facet: FacetKind, _ typed: TypedValue, reports: Int?) -> Completion {
        let path = path(of: id, in: facet)
        let name = path.last ?? id.rawValue
        let spelling = typed.begins(name) ? name : spellings(of: id, in: facet).first(where: typed.begins)
        return Completion(
            value: typed.parents + name,
            spelling: spelling.map { typed.parents + $0 },
            reports: reports,
            remark: path.dropLast().joined(separator: "/")
        )
    }

    /// The values of a facet that what was typed can become, whether a report has them or not: the most populous first,
    /// then by name; nothing for nothing typed.
    func completions(of text: String, in facet: FacetKind, limit: Int) -> [Completion] {
        let typed = TypedValue(text)
        guard !typed.tokens.isEmpty else { return [] }
        let found = concepts(concepts(beginningAs: typed, in: facet), in: facet, below: typed)
            .compactMap { concept($0, in: facet) }
            .sorted {
                let (a, b) = ($0.population, $1.population)
                return a != b ? a > b : ($0.name, $0.id) < ($1.name, $1.id)
            }
        return Completion.distinct(found.lazy.map { completion(of: $0.id, in: facet, typed, reports: nil) }, limit)
    }
}

extension Completion {
    /// The first ones, of several with the same value the first alone.
    static func distinct(_ all: some Sequence<Completion>, _ limit: Int) -> [Completion] {
        var values: Set<String> = []
        var found: [Completion] = []
        for completion in all {
            if found.count >= limit { break }
            if values.insert(completion.value).inserted { found.append(completion) }
        }
        return found
    }
}

extension Vocabulary {
    /// The values of a facet that what was typed can become; nothing for nothing typed.
    ///
    /// A value is found by the beginning of any of its spellings. Places with more people come first. Values that lie in
    /// a parent follow it and a slash.
    public func completions(of text: String, in facet: FacetKind, limit: Int = Completion.limit) -> [Completion] {
        ConceptDirectory(vocabulary: self).completions(of: text, in: facet, limit: limit)
    }
}
