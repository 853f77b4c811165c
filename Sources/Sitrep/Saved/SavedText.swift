/// The text of a file of saved searches, changed line by line, so that comments, order and layout stay as a person left
/// them.
///
/// After a change the text is read again; where it does not say what it is to say, the file is laid out in a way that is
/// not understood here, and the change is refused.
struct SavedText {
    /// The path that errors name.
    let path: String
    /// What the file says, in its order.
    private(set) var searches: [SavedSearch] = []
    private var lines: [[UInt8]]
    /// The entries as they stand in the text.
    private var nodes: [YAMLNode] = []
    private var hasList = false

    private static let listKey = "searches"
    private static let head = [
        "# Searches that are kept with this index; edit them by hand as you like.",
        "# The keys are those of: sitrep help saved add",
    ]

    /// Reads a file. Linear in its size.
    ///
    /// - Throws: `syntax` and `format` errors that name the line.
    init(_ bytes: [UInt8], path: String) throws(VocabularyError) {
        self.path = path
        lines = YAMLLines.split(bytes)
        try read()
    }

    /// The bytes of the file.
    var bytes: [UInt8] { YAMLLines.joined(lines) }

    private mutating func read() throws(VocabularyError) {
        searches = []
        nodes = []
        hasList = false
        guard let root = try YAMLNode.parse(bytes, file: path), root.text != "" else { return }
        guard case .mapping(let fields) = root.value else {
            throw failure("the file is no list of searches", "begin it with a line: \(Self.listKey):", root)
        }
        var names: Set<String> = []
        for (key, value) in fields {
            guard key.text == Self.listKey, !hasList else {
                throw failure(
                    "“\(key.text ?? "")” cannot stand here",
                    "keep one key at the margin, \(Self.listKey):, and all searches below it",
                    key
                )
            }
            hasList = true
            switch value.value {
            case .scalar(""): break
            case .sequence(let items):
                nodes = items
                for item in items {
                    let search = try search(item)
                    guard names.insert(search.name).inserted else {
                        throw failure("the name “\(search.name)” is taken", "give each search its own", item)
                    }
                    searches.append(search)
                }
            default: throw failure("\(Self.listKey) is no list", "begin each search with “- name: ”", value)
            }
        }
    }

    private func search(_ node: YAMLNode) throws(VocabularyError) -> SavedSearch {
        guard case .mapping(let fields) = node.value else {
            throw failure("a search has no keys", "write “- name: ” and what it asks for below it", node)
        }
        var search = SavedSearch(name: "")
        var seen: Set<String> = []
        for (key, value) in fields {
            guard let name = key.text, SavedSearch.Key.all.contains(name) else {
                let keys = SavedSearch.Key.all.joined(separator: ", ")
                throw failure("“\(key.text ?? "")” is no key of a saved search", "the keys are \(keys)", key)
            }
            guard seen.insert(name).inserted else {
                throw failure("\(name) stands twice in one search", "put them together", key)
            }
            try take(name, value, &search)
        }
        guard !search.name.isEmpty else { throw failure("a search has no name", "give it one: “- name: ”", node) }
        return search
    }

    private func take(_ key: String, _ node: YAMLNode, _ search: inout SavedSearch) throws(VocabularyError) {
        typealias Key = SavedSearch.Key
        switch key {
        case Key.name:
            guard let name = SavedSearch.name(try node.text(of: key, in: path)) else {
                throw failure("a search cannot have this name", "take a short one, of one line", node)
            }
            search.name = name
        case Key.query: search.query = try node.text(of: key, in: path)
        case Key.undated: search.filters.undated = try choice(node, key)
        case Key.irrelevant: search.filters.irrelevant = try choice(node, key)
        case Key.sort: search.order = try choice(node, key)
        case Key.main: search.filters.mainOnly = try node.isTrue(key, in: path)
        case Key.literal: search.literal = try node.isTrue(key, in: path)
        default:
            guard let filter = SavedKey.filters.first(where: { $0.name == key }) else { return }
            let values =
                (filter.isText ? [try node.text(of: key, in: path)] : try node.list(of: key, in: path).map(\.text))
                .filter { !$0.isEmpty }
            if !values.isEmpty { filter.set(values, in: &search.filters) }
        }
    }

    private func choice<Value: RawRepresentable & CaseIterable>(
        _ node: YAMLNode,
        _ key: String
    ) throws(VocabularyError) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try node.text(of: key, in: path)) else {
            let values = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure("\(key) cannot be “\(node.text ?? "")”", "write one of: \(values)", node)
        }
        return value
    }

    private func failure(_ message: String, _ hint: String, _ node: YAMLNode?) -> VocabularyError {
        VocabularyError(code: .format, message: message, hint: hint, file: path, line: node?.line)
    }

    // MARK: - Changes

    /// Adds a search at the end.
    ///
    /// - Throws: a `format` error, and changes nothing, where the layout is not understood.
    mutating func add(_ search: SavedSearch) throws(VocabularyError) {
        try change(to: searches + [search]) { text in
            if text.lines.isEmpty { text.lines = Self.head.map { Array($0.utf8) } }
            if !text.hasList { text.lines.append(Array((Self.listKey + ":").utf8)) }
            let hyphen = text.nodes.first.flatMap { YAMLLines.hyphen(of: $0, in: text.lines) }
            let margin = String(repeating: " ", count: hyphen ?? 0)
            for (number, field) in search.fields.enumerated() {
                let isList = SavedKey.filters.contains { $0.name == field.key && !$0.isText }
                let value: PlainYAML =
                    isList ? .list(field.values.map(PlainYAML.scalar)) : .scalar(field.values.first ?? "")
                let start = margin + (number == 0 ? "- " : "  ")
                let new = YAMLLines.lines(field.key, value, margin: start, indent: margin.utf8.count + 2)
                text.lines += new.map { Array($0.utf8) }
            }
        }
    }

    /// Takes a search away.
    ///
    /// - Throws: as ``add(_:)``.
    mutating func remove(_ number: Int) throws(VocabularyError) {
        var rest = searches
        rest.remove(at: number)
        try change(to: rest) { text in
            let limit = number + 1 < text.nodes.count ? text.nodes[number + 1].line - 1 : text.lines.count
            // Where there is no such line nothing is taken away, and the layout is refused.
            if let range = YAMLLines.range(from: text.nodes[number], before: limit, in: text.lines) {
                text.lines.removeSubrange(range)
            }
        }
    }

    private mutating func change(
        to wanted: [SavedSearch],
        _ body: (inout SavedText) -> Void
    ) throws(VocabularyError) {
        var changed = self
        body(&changed)
        let isUnderstood: Bool
        do {
            try changed.read()
            isUnderstood = changed.searches == wanted
        } catch {
            isUnderstood = false
        }
        guard isUnderstood else {
            throw failure(
                "the file is laid out in a way that cannot be changed here",
                "change it by hand, or write each search and each key on lines of their own",
                nil
            )
        }
        self = changed
    }
}
