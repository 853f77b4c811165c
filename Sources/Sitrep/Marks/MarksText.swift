/// The text of a file of marks, changed line by line, so that comments, order and layout stay as a person left them.
///
/// After a change the text is read again; where it does not say what it is to say, the file is laid out in a way that is
/// not understood here, and the change is refused.
struct MarksText {
    /// What the file says, in its order.
    private(set) var entries: [MarkEntry]
    private var text: YAMLListText

    private static let form = YAMLListText.Form(
        key: "marks",
        entry: "entry",
        entries: "entries",
        firstKey: MarkEntry.Key.id,
        head: [
            "# What persons say of the reports of this index. Edit it by hand as you like, then run: sitrep reindex",
            "# What can stand here is told by: sitrep help mark",
        ]
    )

    /// Reads a file. Linear in its size.
    ///
    /// - Throws: `syntax` and `format` errors that name the line.
    init(_ bytes: [UInt8], path: String) throws(VocabularyError) {
        text = try YAMLListText(bytes, path: path, form: Self.form)
        entries = try Self.entries(text)
    }

    /// The bytes of the file.
    var bytes: [UInt8] { text.bytes }

    private static func entries(_ text: YAMLListText) throws(VocabularyError) -> [MarkEntry] {
        var entries: [MarkEntry] = []
        for node in text.nodes { entries.append(try MarkEntry(node, file: text.path)) }
        return entries
    }

    // MARK: - Changes

    /// Changes entries, takes some away and adds others at the end, all in one step.
    ///
    /// - Parameters:
    ///   - changes: the entries by their numbers as they are to be; `nil` takes one away.
    ///   - new: entries to add.
    /// - Throws: a `format` error, and changes nothing, where the layout is not understood.
    mutating func change(_ changes: [Int: MarkEntry?], adding new: [MarkEntry]) throws(VocabularyError) {
        var wanted: [MarkEntry] = []
        for (number, entry) in entries.enumerated() {
            if let change = changes[number] {
                if let change { wanted.append(change) }
            } else {
                wanted.append(entry)
            }
        }
        wanted += new
        var edits: [YAMLEdit] = []
        for (number, entry) in changes.sorted(by: { $0.key < $1.key }) { edits += try self.edits(number, entry) }
        var changed = text
        try changed.change(edits, adding: new.map(\.fields))
        guard let read = try? Self.entries(changed), read.map(\.withoutLine) == wanted.map(\.withoutLine) else {
            throw text.notUnderstood
        }
        text = changed
        entries = read
    }

    /// What writes an entry anew where it stands: only the lines of the keys that change, if its layout allows that.
    private func edits(_ number: Int, _ entry: MarkEntry?) throws(VocabularyError) -> [YAMLEdit] {
        let range = try text.range(of: number)
        if let entry, let edits = edits(text.nodes[number], entries[number], entry, end: range.upperBound) {
            return edits
        }
        return [try text.replacing(number, with: entry?.fields)]
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
        let lines = text.lines
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
            edits.append(YAMLEdit(range: range, lines: YAMLLines.lines(key, value, margin: margin, indent: indent)))
        }
        let present = Set(fields.compactMap(\.key.text))
        let margin = String(repeating: " ", count: indent)
        for field in new.fields where !present.contains(field.key) {
            let next = fields.dropFirst().first { Self.rank($0.key.text) > Self.rank(field.key) }
            // A comment above a key stays there.
            let place = next.map { YAMLLines.end(of: lines, before: $0.key.line - 1) } ?? end
            edits.append(
                YAMLEdit(
                    range: place..<place,
                    lines: YAMLLines.lines(field.key, field.value, margin: margin, indent: indent)
                )
            )
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
