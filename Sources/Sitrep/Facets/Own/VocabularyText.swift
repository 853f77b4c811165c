/// The text of a vocabulary file, changed line by line, so that comments, order and layout stay as a person left them.
///
/// Each change is made to the text and to a model of what the file says; where the new text does not say what the model
/// says, the file is laid out in a way that is not understood here, and the change is refused.
struct VocabularyText {
    /// The lines without their line feeds.
    private(set) var lines: [[UInt8]]
    /// What the file says.
    private(set) var model: PlainYAML
    /// The path that errors name.
    let path: String
    private var root: YAMLNode?

    /// The text of a file.
    ///
    /// - Throws: `syntax` and `format` errors for what is no YAML.
    init(_ bytes: [UInt8], path: String) throws(VocabularyError) {
        self.path = path
        lines = YAMLLines.split(bytes)
        root = try YAMLNode.parse(bytes, file: path)
        model = root.map { PlainYAML($0) } ?? .map([:])
    }

    /// The bytes of the file.
    var bytes: [UInt8] { YAMLLines.joined(lines) }

    /// Whether the file has an entry of this id.
    func hasConcept(_ id: String) -> Bool { model.concept(id) != nil }

    /// The strings of a concept's list; empty where it has none.
    func list(_ key: String, of id: String) -> [String] { model.concept(id)?.strings(key) ?? [] }

    /// The strings of a list at the top of the file; empty where it has none.
    func list(_ key: String) -> [String] { model.strings(key) }

    /// Adds an entry at the end of the concepts.
    mutating func add(concept fields: [(key: String, value: PlainYAML)]) throws(VocabularyError) {
        let entry = PlainYAML.map(Dictionary(fields, uniquingKeysWith: { $1 }))
        try change { model in
            model.edit("concepts") { $0 = .list(($0?.items ?? []) + [entry]) }
        } text: { text throws(VocabularyError) in
            let (place, indent) = try text.placeForConcept()
            var new: [String] = []
            for (number, field) in fields.enumerated() {
                let margin = String(repeating: " ", count: indent) + (number == 0 ? "- " : "  ")
                new += YAMLLines.lines(field.key, field.value, margin: margin, indent: indent + 2)
            }
            try text.insert(new, at: place)
        }
    }

    /// Takes an entry away.
    mutating func remove(concept id: String) throws(VocabularyError) {
        try change { model in
            model.edit("concepts") { list in
                let rest = (list?.items ?? []).filter { $0["id"] != .scalar(id) }
                list = rest.isEmpty ? .scalar("") : .list(rest)
            }
        } text: { text throws(VocabularyError) in
            let block = try text.block(of: id)
            text.lines.removeSubrange(block.start..<block.end)
        }
    }

    /// Takes an entry away that says nothing but its id.
    mutating func tidy(_ id: String) throws(VocabularyError) {
        if model.concept(id) == .map(["id": .scalar(id)]) { try remove(concept: id) }
    }

    /// Adds strings to a list of a concept, or of the file itself where `id` is `nil`.
    mutating func append(_ values: [String], to key: String, of id: String?) throws(VocabularyError) {
        guard !values.isEmpty else { return }
        try change { model in
            model.edit(concept: id) { entry in
                entry.edit(key) { $0 = .list(($0?.items ?? []) + values.map(PlainYAML.scalar)) }
            }
        } text: { text throws(VocabularyError) in
            try text.appendLines(values, to: key, in: try text.block(of: id))
        }
    }

    /// Takes strings out of a list; a list that has nothing left goes.
    mutating func remove(_ values: [String], from key: String, of id: String?) throws(VocabularyError) {
        for value in values {
            guard let place = (id.map { list(key, of: $0) } ?? list(key)).firstIndex(of: value) else { continue }
            try change { model in
                model.edit(concept: id) { entry in
                    entry.edit(key) { list in
                        var items = list?.items ?? []
                        items.remove(at: place)
                        list = items.isEmpty ? nil : .list(items)
                    }
                }
            } text: { text throws(VocabularyError) in
                try text.removeLine(place, from: key, in: try text.block(of: id))
            }
        }
    }

    /// Gives a concept a key that it does not have.
    mutating func set(_ key: String, to value: String, of id: String) throws(VocabularyError) {
        try change { model in
            model.edit(concept: id) { entry in entry.edit(key) { $0 = .scalar(value) } }
        } text: { text throws(VocabularyError) in
            let block = try text.block(of: id)
            let margin = String(repeating: " ", count: block.indent)
            try text.insert(["\(margin)\(key): \(YAMLScalar.written(value))"], at: block.end)
        }
    }

    /// Adds lines at the end of the file, for a file that is new.
    mutating func begin(_ head: [String]) throws(VocabularyError) {
        lines += head.map { Array($0.utf8) }
        try read()
        model = root.map { PlainYAML($0) } ?? .map([:])
    }

    // MARK: - Lines

    /// Puts lines before the line at `place`, from 0.
    mutating func insert(_ new: [String], at place: Int) throws(VocabularyError) {
        guard place <= lines.count else { throw notUnderstood(line: nil) }
        lines.insert(contentsOf: new.map { Array($0.utf8) }, at: place)
    }

    mutating func replaceLine(_ place: Int, with line: [UInt8]) { lines[place] = line }

    /// Takes away the lines from that of a node up to a boundary.
    mutating func removeLines(from node: YAMLNode, before boundary: Int) throws(VocabularyError) {
        guard let places = YAMLLines.range(from: node, before: boundary, in: lines) else {
            throw notUnderstood(line: node.line)
        }
        lines.removeSubrange(places)
    }

    /// The tree of the text as it was last read.
    var tree: YAMLNode? { root }

    /// The error for a layout that is not understood here.
    func notUnderstood(line: Int?) -> VocabularyError {
        VocabularyError(
            code: .format,
            message: "the file is laid out in a way that cannot be changed here",
            hint: "change it by hand, or write each concept and each list item on lines of their own",
            file: path,
            line: line
        )
    }

    private mutating func change(
        model edit: (inout PlainYAML) -> Void,
        text write: (inout VocabularyText) throws(VocabularyError) -> Void
    ) throws(VocabularyError) {
        var changed = self
        edit(&changed.model)
        try write(&changed)
        do {
            try changed.read()
        } catch {
            throw notUnderstood(line: nil)
        }
        guard changed.root.map({ PlainYAML($0) }) == changed.model else { throw notUnderstood(line: nil) }
        self = changed
    }

    private mutating func read() throws(VocabularyError) {
        root = try YAMLNode.parse(bytes, file: path)
    }
}
