/// The text of a YAML file that is one list below one key, changed line by line, so that comments, order and layout stay as
/// a person left them.
///
/// Whoever changes it reads it again; where it does not say what it is to say, the file is laid out in a way that is not
/// understood here, and the change is refused.
struct YAMLListText {
    /// A key of an entry and its value.
    typealias Field = (key: String, value: PlainYAML)

    /// What kind of list it is.
    struct Form: Sendable {
        /// The key of the list.
        let key: String
        /// What an entry is called, and several.
        let entry: String
        let entries: String
        /// The key that an entry begins with.
        let firstKey: String
        /// The lines that a new file begins with.
        let head: [String]
    }

    /// The path that errors name.
    let path: String
    private let form: Form
    private(set) var lines: [[UInt8]]
    /// The entries as they stand in the text.
    private(set) var nodes: [YAMLNode] = []
    private var hasList = false

    /// Reads a file. Linear in its size.
    ///
    /// - Throws: `syntax` and `format` errors that name the line.
    init(_ bytes: [UInt8], path: String, form: Form) throws(VocabularyError) {
        self.path = path
        self.form = form
        lines = YAMLLines.split(bytes)
        try read()
    }

    /// The bytes of the file.
    var bytes: [UInt8] { YAMLLines.joined(lines) }

    private mutating func read() throws(VocabularyError) {
        nodes = []
        hasList = false
        guard let root = try YAMLNode.parse(bytes, file: path), root.text != "" else { return }
        guard case .mapping(let fields) = root.value else {
            throw root.failure("the file is no list of \(form.key)", "begin it with a line: \(form.key):", in: path)
        }
        for (key, value) in fields {
            guard key.text == form.key, !hasList else {
                throw key.failure(
                    "“\(key.text ?? "")” cannot stand here",
                    "keep one key at the margin, \(form.key):, and all \(form.entries) below it",
                    in: path
                )
            }
            hasList = true
            switch value.value {
            case .scalar(""): break
            case .sequence(let items): nodes = items
            default:
                let hint = "begin each \(form.entry) with “- \(form.firstKey): ”"
                throw value.failure("\(form.key) is no list", hint, in: path)
            }
        }
    }

    /// The error for a layout that is not understood here.
    var notUnderstood: VocabularyError {
        VocabularyError(
            code: .format,
            message: "the file is laid out in a way that cannot be changed here",
            hint: "change it by hand, or write each \(form.entry) and each key on lines of their own",
            file: path
        )
    }

    // MARK: - Changes

    /// The lines of an entry, without what is empty or a comment before the next one.
    func range(of number: Int) throws(VocabularyError) -> Range<Int> {
        let limit = number + 1 < nodes.count ? nodes[number + 1].line - 1 : lines.count
        guard let range = YAMLLines.range(from: nodes[number], before: limit, in: lines) else { throw notUnderstood }
        return range
    }

    /// What writes an entry anew as a whole; `nil` takes it away.
    func replacing(_ number: Int, with fields: [Field]?) throws(VocabularyError) -> YAMLEdit {
        let margin = String(repeating: " ", count: YAMLLines.hyphen(of: nodes[number], in: lines) ?? 0)
        return YAMLEdit(range: try range(of: number), lines: fields.map { Self.lines(of: $0, margin: margin) } ?? [])
    }

    /// An entry as lines, its hyphen behind a margin.
    private static func lines(of fields: [Field], margin: String) -> [String] {
        fields.enumerated().flatMap { number, field in
            let start = margin + (number == 0 ? "- " : "  ")
            return YAMLLines.lines(field.key, field.value, margin: start, indent: margin.utf8.count + 2)
        }
    }

    /// Makes some edits, adds entries at the end, and reads the text again.
    ///
    /// - Parameter edits: from the top down.
    /// - Throws: a `format` error, and changes nothing, where the layout is not understood.
    mutating func change(_ edits: [YAMLEdit], adding new: [[Field]]) throws(VocabularyError) {
        var changed = self
        guard let edited = YAMLEdit.apply(edits, to: lines) else { throw notUnderstood }
        changed.lines = edited
        if !new.isEmpty {
            let hyphen = nodes.first.flatMap { YAMLLines.hyphen(of: $0, in: lines) }
            let margin = String(repeating: " ", count: hyphen ?? 0)
            var added: [String] = changed.lines.isEmpty ? form.head : []
            if !hasList { added.append(form.key + ":") }
            added += new.flatMap { Self.lines(of: $0, margin: margin) }
            changed.lines += added.map { Array($0.utf8) }
        }
        do throws(VocabularyError) {
            try changed.read()
        } catch {
            throw notUnderstood
        }
        self = changed
    }
}
