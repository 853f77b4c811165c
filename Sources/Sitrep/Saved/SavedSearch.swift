/// A search that is kept under a name, to be run again.
public struct SavedSearch: Sendable, Equatable {
    /// What it is called: one line, not beginning with a hyphen.
    public var name: String
    /// The query as typed; empty for all reports that pass the filters.
    public var query = ""
    /// What narrows the search beside the query.
    public var filters = Filters()
    /// Whether words stand for themselves alone.
    public var literal = false
    /// The order of the hits; `nil` for the usual one.
    public var order: SearchRequest.Order?

    /// A search for all reports that pass filters.
    public init(name: String, filters: Filters = Filters()) {
        self.name = name
        // Of filters that say nothing there is one form.
        for key in SavedKey.filters {
            let values = key.values(in: filters).filter { !$0.isEmpty }
            if !values.isEmpty { key.set(values, in: &self.filters) }
        }
        self.filters.mainOnly = filters.mainOnly
        self.filters.undated = filters.undated
        self.filters.irrelevant = filters.irrelevant
    }

    /// What a request asks for, under no name.
    init(_ request: SearchRequest) {
        self.init(name: "", filters: request.filters)
        query = request.query
        literal = request.literal
        order = request.order
    }

    /// What is searched for; a saved search is never relaxed, so that all its words hold.
    public var request: SearchRequest {
        var request = SearchRequest()
        request.query = query
        request.filters = filters
        request.literal = literal
        request.order = order
        request.mayRelax = false
        return request
    }

    /// What tells what it asks for from anything else, whatever its name.
    var digest: String { String(SHA256Digest.hex(arguments.joined(separator: "\0").utf8).prefix(16)) }

    /// The longest name, in bytes.
    public static let longestName = 200

    /// A name as it is kept, without blanks at its ends; `nil` for one that cannot be: empty, too long, with a control
    /// character, or beginning as an option does.
    public static func name(_ text: String) -> String? {
        let name = TextLines.trimmed(text)
        let isPlain = name.unicodeScalars.allSatisfy { !($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) }
        let isBroken = name.unicodeScalars.contains { (0x2028...0x202E).contains($0.value) }
        guard !name.isEmpty, name.utf8.count <= longestName, isPlain, !isBroken, !name.hasPrefix("-") else {
            return nil
        }
        return name
    }
}

/// A key of a saved search in its file and, behind two hyphens, on the command line: where its values are.
enum SavedKey {
    case list(String, WritableKeyPath<Filters, [String]> & Sendable)
    case values(String, FacetKind, isExcluded: Bool)
    case text(String, WritableKeyPath<Filters, String?> & Sendable)

    /// The filters in the order in which they are written.
    static let filters: [SavedKey] =
        FacetKind.allCases.map { .values($0.rawValue, $0, isExcluded: false) }
        + [
            .list("source", \.sources), .list("language", \.languages), .list("tag", \.tags), .list("path", \.paths),
        ]
        + FacetKind.allCases.map { .values("not-" + $0.rawValue, $0, isExcluded: true) }
        + [
            .list("not-source", \.excludedSources), .list("not-language", \.excludedLanguages),
            .list("not-tag", \.excludedTags), .list("not-path", \.excludedPaths),
            .text("from", \.from), .text("to", \.to), .text("happened-from", \.happenedFrom),
            .text("happened-to", \.happenedTo), .text("added-from", \.addedFrom), .text("added-to", \.addedTo),
        ]

    /// The name of the key.
    var name: String {
        switch self {
        case .list(let name, _), .values(let name, _, _), .text(let name, _): name
        }
    }

    /// What filters say under the key; a text is a list of one.
    func values(in filters: Filters) -> [String] {
        switch self {
        case .list(_, let path): filters[keyPath: path]
        case .values(_, let facet, let isExcluded):
            (isExcluded ? filters.excludedValues : filters.values)[facet] ?? []
        case .text(_, let path): filters[keyPath: path].map { [$0] } ?? []
        }
    }

    /// Whether it has one value at most.
    var isText: Bool { if case .text = self { true } else { false } }

    func set(_ values: [String], in filters: inout Filters) {
        switch self {
        case .list(_, let path): filters[keyPath: path] = values
        case .values(_, let facet, let isExcluded):
            if isExcluded { filters.excludedValues[facet] = values } else { filters.values[facet] = values }
        case .text(_, let path): filters[keyPath: path] = values.first
        }
    }
}

extension SavedSearch {
    /// The names of the keys that are no filters.
    enum Key {
        static let name = "name"
        static let query = "query"
        static let main = "main"
        static let literal = "literal"
        static let undated = "undated"
        static let irrelevant = "irrelevant"
        static let sort = "sort"
        static let yes = "true"

        /// All keys, for messages.
        static let all =
            [name, query] + SavedKey.filters.map(\.name) + [undated, irrelevant, main, literal, sort]
    }

    /// What it says, by the names of the keys, in the order in which they are written; only what it says anything of.
    public var fields: [(key: String, values: [String])] {
        var fields: [(key: String, values: [String])] = [(Key.name, [name])]
        if !query.isEmpty { fields.append((Key.query, [query])) }
        for key in SavedKey.filters {
            let values = key.values(in: filters)
            if !values.isEmpty { fields.append((key.name, values)) }
        }
        if let undated = filters.undated { fields.append((Key.undated, [undated.rawValue])) }
        if let irrelevant = filters.irrelevant { fields.append((Key.irrelevant, [irrelevant.rawValue])) }
        if filters.mainOnly { fields.append((Key.main, [Key.yes])) }
        if literal { fields.append((Key.literal, [Key.yes])) }
        if let order { fields.append((Key.sort, [order.rawValue])) }
        return fields
    }

    /// The arguments of `sitrep search` that search for the same.
    public var arguments: [String] {
        var arguments: [String] = []
        for (key, values) in fields where key != Key.name && key != Key.query {
            let isFlag = key == Key.main || key == Key.literal
            // A value that begins with a hyphen would be taken for an option.
            for value in values {
                arguments += isFlag ? ["--" + key] : value.hasPrefix("-") ? ["--\(key)=\(value)"] : ["--" + key, value]
            }
        }
        if !query.isEmpty { arguments += query.hasPrefix("-") ? ["--", query] : [query] }
        return arguments
    }
}
