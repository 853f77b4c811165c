/// The text of a file of saved searches, changed line by line, so that comments, order and layout stay as a person left
/// them.
///
/// After a change the text is read again; where it does not say what it is to say, the file is laid out in a way that is
/// not understood here, and the change is refused.
struct SavedText {
    /// What the file says, in its order.
    private(set) var searches: [SavedSearch]
    private var text: YAMLListText

    private static let form = YAMLListText.Form(
        key: "searches",
        entry: "search",
        entries: "searches",
        firstKey: SavedSearch.Key.name,
        head: [
            "# Searches that are kept with this index; edit them by hand as you like.",
            "# The keys are those of: sitrep help saved add",
        ]
    )

    /// Reads a file. Linear in its size.
    ///
    /// - Throws: `syntax` and `format` errors that name the line.
    init(_ bytes: [UInt8], path: String) throws(VocabularyError) {
        text = try YAMLListText(bytes, path: path, form: Self.form)
        searches = try Self.searches(text)
    }

    /// The bytes of the file.
    var bytes: [UInt8] { text.bytes }

    private static func searches(_ text: YAMLListText) throws(VocabularyError) -> [SavedSearch] {
        var names: Set<String> = []
        var searches: [SavedSearch] = []
        for node in text.nodes {
            let search = try search(node, text.path)
            guard names.insert(search.name).inserted else {
                throw node.failure("the name “\(search.name)” is taken", "give each search its own", in: text.path)
            }
            searches.append(search)
        }
        return searches
    }

    private static func search(_ node: YAMLNode, _ path: String) throws(VocabularyError) -> SavedSearch {
        guard case .mapping(let fields) = node.value else {
            throw node.failure("a search has no keys", "write “- name: ” and what it asks for below it", in: path)
        }
        var search = SavedSearch(name: "")
        var seen: Set<String> = []
        for (key, value) in fields {
            guard let name = key.text, SavedSearch.Key.all.contains(name) else {
                let keys = SavedSearch.Key.all.joined(separator: ", ")
                throw key.failure("“\(key.text ?? "")” is no key of a saved search", "the keys are \(keys)", in: path)
            }
            guard seen.insert(name).inserted else {
                throw key.failure("\(name) stands twice in one search", "put them together", in: path)
            }
            try take(name, value, path, &search)
        }
        guard !search.name.isEmpty else {
            throw node.failure("a search has no name", "give it one: “- name: ”", in: path)
        }
        return search
    }

    private static func take(_ key: String, _ node: YAMLNode, _ path: String, _ search: inout SavedSearch)
        throws(VocabularyError)
    {
        typealias Key = SavedSearch.Key
        switch key {
        case Key.name:
            guard let name = SavedSearch.name(try node.text(of: key, in: path)) else {
                throw node.failure("a search cannot have this name", "take a short one, of one line", in: path)
            }
            search.name = name
        case Key.query: search.query = try node.text(of: key, in: path)
        case Key.undated: search.filters.undated = try choice(node, key, path)
        case Key.irrelevant: search.filters.irrelevant = try choice(node, key, path)
        case Key.sort: search.order = try choice(node, key, path)
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

    private static func choice<Value: RawRepresentable & CaseIterable>(
        _ node: YAMLNode,
        _ key: String,
        _ path: String
    ) throws(VocabularyError) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try node.text(of: key, in: path)) else {
            let values = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw node.failure("\(key) cannot be “\(node.text ?? "")”", "write one of: \(values)", in: path)
        }
        return value
    }

    // MARK: - Changes

    /// Adds a search at the end.
    ///
    /// - Throws: a `format` error, and changes nothing, where the layout is not understood.
    mutating func add(_ search: SavedSearch) throws(VocabularyError) {
        let fields = search.fields.map { field -> YAMLListText.Field in
            let isList = SavedKey.filters.contains { $0.name == field.key && !$0.isText }
            return (
                field.key, isList ? .list(field.values.map(PlainYAML.scalar)) : .scalar(field.values.first ?? "")
            )
        }
        try change([], adding: [fields], to: searches + [search])
    }

    /// Takes a search away.
    ///
    /// - Throws: as ``add(_:)``.
    mutating func remove(_ number: Int) throws(VocabularyError) {
        var rest = searches
        rest.remove(at: number)
        try change([try text.replacing(number, with: nil)], adding: [], to: rest)
    }

    private mutating func change(
        _ edits: [YAMLEdit],
        adding new: [[YAMLListText.Field]],
        to wanted: [SavedSearch]
    ) throws(VocabularyError) {
        var changed = text
        try changed.change(edits, adding: new)
        guard let read = try? Self.searches(changed), read == wanted else { throw text.notUnderstood }
        text = changed
        searches = read
    }
}
