/// The text of a file of marks, changed line by line, so that comments, order and layout stay as a person left them.
///
/// After a change the text is read again; where it does not say what it is to say, the file is laid out in a way that is
/// not understood here, and the change is refused.
struct MarksText {
    /// The path that errors name.
    let path: String
    /// What the file says, in its order.
    private(set) var entries: [MarkEntry] = []
    private var lines: [[UInt8]]
    /// The entries as they stand in the text.
    private var nodes: [YAMLNode] = []
    /// The line behind that of the key of the list, from 0; `nil` for a file without it.
    private var listStart: Int?

    private static let listKey = "marks"
    private static let head = [
        "# What persons say of the reports of this index. Edit it by hand as you like, then run: sitrep reindex",
        "# What can stand here is told by: sitrep help mark",
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
        entries = []
        nodes = []
        listStart = nil
        guard let root = try YAMLNode.parse(bytes, file: path), root.text != "" else { return }
        guard case .mapping(let fields) = root.value else {
            throw failure("the file is no list of marks", "begin it with a line: \(Self.listKey):", line: root.line)
        }
        for (key, value) in fields {
            guard key.text == Self.listKey, listStart == nil else {
                throw failure(
                    "“\(key.text ?? "")” cannot stand here",
                    "keep one key at the margin, \(Self.listKey):, and all entries below it",
                    line: key.line
                )
            }
            listStart = key.line
            switch value.value {
            case .scalar(""): break
            case .sequence(let items):
                nodes = items
                for item in items { entries.append(try MarkEntry(item, file: path)) }
            default:
                throw failure("\(Self.listKey) is no list", "begin each entry with “- id: ”", line: value.line)
            }
        }
    }

    private func failure(_ message: String, _ hint: String, line: Int?) -> VocabularyError {
        VocabularyError(code: .format, message: message, hint: hint, file: path, line: line)
    }

    // MARK: - Changes

    /// Changes entries, takes some away and adds others at the end, all in one step.
    ///
    /// - Parameters:
    ///   - changes: the entries by their numbers as they are to be; `nil` takes one away.
    ///   - new: entries to add.
    /// - Throws: a `format` error, and changes nothing, where the layout is not understood.
    mutating func change(_ changes: [Int: MarkEntry?], adding new: [MarkEntry]) throws(VocabularyError) {
        var changed = self
        var wanted: [MarkEntry] = []
        for (number, entry) in entries.enumerated() {
            if let change = changes[number] {
                if let change { wanted.append(change) }
            } else {
                wanted.append(entry)
            }
        }
        wanted += new
        let margin = changed.margin
        // All in one pass, however many entries change.
        var edits: [YAMLEdit] = []
        for (number, change) in changes.sorted(by: { $0.key < $1.key }) {
            edits += try changed.edits(number, change)
        }
        guard let lines = YAMLEdit.apply(edits, to: changed.lines) else { throw notUnderstood }
        changed.lines = lines
        changed.append(new, margin: margin)
        do {
            try changed.read()
        } catch {
            throw notUnderstood
        }
        guard changed.entries.map(\.withoutLine) == wanted.map(\.withoutLine) else { throw notUnderstood }
        self = changed
    }

    private var notUnderstood: VocabularyError {
        failure(
            "the file is laid out in a way that cannot be changed here",
            "change it by hand, or write each entry and each key on lines of their own",
            line: nil
        )
    }

    /// The blanks before the hyphens of the entries.
    private var margin: String {
        String(repeating: " ", count: nodes.first.flatMap { YAMLLines.hyphen(of: $0, in: lines) } ?? 0)
    }

    private mutating func append(_ new: [MarkEntry], margin: String) {
        guard !new.isEmpty else { return }
        if lines.isEmpty { lines = Self.head.map { Array($0.utf8) } }
        if listStart == nil { lines.append(Array((Self.listKey + ":").utf8)) }
        lines += new.flatMap { Self.lines(of: $0, margin: margin) }.map { Array($0.utf8) }
    }

    /// An entry as lines, its hyphen behind a margin.
    private static func lines(of entry: MarkEntry, margin: String) -> [String] {
        entry.fields.enumerated().flatMap { number, field in
            lines(field, margin: margin + (number == 0 ? "- " : "  "), indent: margin.utf8.count + 2)
        }
    }

    private static func lines(_ field: (key: String, value: PlainYAML), margin: String, indent: Int) -> [String] {
        YAMLLines.lines(field.key, field.value, margin: margin, indent: indent)
    }

    /// What writes an entry anew where it stands: only the lines of the keys that change, if its layout allows that.
    private func edits(_ number: Int, _ entry: MarkEntry?) throws(VocabularyError) -> [YAMLEdit] {
        let node = nodes[number]
        let limit = number + 1 < nodes.count ? nodes[number + 1].line - 1 : lines.count
        guard let range = YAMLLines.range(from: node, before: limit, in: lines) else { throw notUnderstood }
        guard let entry else { return [YAMLEdit(range: range, lines: [])] }
        if let edits = edits(node, entries[number], entry, end: range.upperBound) { return edits }
        let margin = String(repeating: " ", count: YAMLLines.hyphen(of: node, in: lines) ?? 0)
        return [YAMLEdit(range: range, lines: Self.lines(of: entry, margin: margin))]
    }

    /// The place of a key in the order in which keys are written.
    private static func rank(_ key: String?) -> Int { key.flatMap(MarkEntry.Key.all.firstIndex) ?? 0 }

    /// The lines to put in the place of others, from the top down; `nil` where the entry has to be written as a whole.
    private func edits(
        _ node: YAMLNode,
        _ old: MarkEntry,
        _ new: MarkEntry,
        end: Int
    ) -> [YAMLEdit]? {
        guard case .mapping(let fields) = node.value, let first = fields.first,
            let indent = YAMLLines.itemIndent(of: first.key, in: lines)
        else { return nil }
        for field in fields.dropFirst() where !YAMLLines.stands(field.key, at: indent, in: lines) { return nil }
        let before = Dictionary(old.fields, uniquingKeysWith: { $1 })
        let after = Dictionary(new.fields, uniquingKeysWith: { $1 })
        var edits: [YAMLEdit] = []
        for (place, field) in fields.enumerated() {
            guard let key = field.key.text, before[key] != after[key] else { continue }
            let limit = place + 1 < fields.count ? fields[place + 1].key.line - 1 : end
            guard let range = YAMLLines.range(from: field.key, before: limit, in: lines) else { return nil }
            let margin = String(decoding: lines[range.lowerBound][..<indent], as: UTF8.self)
            guard let value = after[key] else {
                // The hyphen stands before the first key.
                if place == 0 { return nil }
                edits.append(YAMLEdit(range: range, lines: []))
                continue
            }
            if case .list(let new) = value, case .list(let old) = before[key],
                let single = YAMLEdit.change(
                    field.value,
                    old.map(\.text),
                    to: new.map(\.text),
                    within: range,
                    of: lines
                )
            {
                edits += single
                continue
            }
            edits.append(YAMLEdit(range: range, lines: Self.lines((key, value), margin: margin, indent: indent)))
        }
        let present = Set(fields.compactMap(\.key.text))
        let margin = String(repeating: " ", count: indent)
        for field in new.fields where !present.contains(field.key) {
            let next = fields.dropFirst().first { Self.rank($0.key.text) > Self.rank(field.key) }
            // A comment above a key stays there.
            let place = next.map { YAMLLines.end(of: lines, before: $0.key.line - 1) } ?? end
            edits.append(YAMLEdit(range: place..<place, lines: Self.lines(field, margin: margin, indent: indent)))
        }
        return YAMLEdit.sorted(edits)
    }
}

extension MarkEntry {
    fileprivate var withoutLine: MarkEntry {
        var entry = self
        entry.line = 0
        return entry
    }
}
