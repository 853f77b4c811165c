extension VocabularyText {
    /// The lines of a mapping, and how far its keys are indented.
    struct Block {
        /// The first line, from 0.
        var start: Int
        /// The line behind the last one; comments and empty lines before what follows do not belong to it.
        var end: Int
        var indent: Int
        var entries: [(key: YAMLNode, value: YAMLNode)]
    }

    /// The lines of a concept's entry, or of the whole file for `nil`.
    func block(of id: String?) throws(VocabularyError) -> Block {
        guard let tree else { return Block(start: 0, end: lines.count, indent: 0, entries: []) }
        guard case .mapping(let entries) = tree.value else { throw notUnderstood(line: tree.line) }
        guard let id else {
            return Block(start: 0, end: YAMLLines.end(of: lines, before: lines.count), indent: 0, entries: entries)
        }
        for item in Self.items(entries, "concepts") ?? [] {
            guard case .mapping(let fields) = item.value, Self.isEntry(fields, of: id) else { continue }
            guard let first = fields.first, let indent = YAMLLines.itemIndent(of: first.key, in: lines) else {
                throw notUnderstood(line: item.line)
            }
            for field in fields.dropFirst() where !YAMLLines.stands(field.key, at: indent, in: lines) {
                throw notUnderstood(line: field.key.line)
            }
            let start = first.key.line - 1
            return Block(
                start: start,
                end: YAMLLines.end(of: lines, before: boundary(behind: item)),
                indent: indent,
                entries: fields
            )
        }
        throw notUnderstood(line: nil)
    }

    /// Where a new concept goes, and the column of its hyphen.
    mutating func placeForConcept() throws(VocabularyError) -> (line: Int, indent: Int) {
        let file = try block(of: nil)
        guard let concepts = file.entries.first(where: { $0.key.text == "concepts" }) else {
            try insert(["concepts:"], at: file.end)
            return (file.end + 1, 0)
        }
        switch concepts.value.value {
        case .sequence(let items):
            guard let first = items.first, let last = items.last, case .mapping(let fields) = first.value,
                let key = fields.first?.key, let indent = YAMLLines.itemIndent(of: key, in: lines)
            else { throw notUnderstood(line: concepts.value.line) }
            return (YAMLLines.end(of: lines, before: boundary(behind: last)), indent - 2)
        case .scalar(""): return (concepts.key.line, 0)
        default: throw notUnderstood(line: concepts.value.line)
        }
    }

    /// Adds items to a list in a block.
    mutating func appendLines(_ values: [String], to key: String, in block: Block) throws(VocabularyError) {
        let margin = String(repeating: " ", count: block.indent)
        let written = values.map(YAMLScalar.written)
        guard let entry = block.entries.first(where: { $0.key.text == key }) else {
            try insert(["\(margin)\(key):"] + written.map { "\(margin)- \($0)" }, at: block.end)
            return
        }
        guard case .sequence(let items) = entry.value.value else {
            guard case .scalar("") = entry.value.value else { throw notUnderstood(line: entry.value.line) }
            try insert(written.map { "\(margin)- \($0)" }, at: entry.key.line)
            return
        }
        if let flow = YAMLLines.flowList(of: entry.value, in: lines) {
            let joined = written.joined(separator: ", ")
            var line = lines[flow.last.line]
            line.insert(contentsOf: Array((items.isEmpty ? joined : ", " + joined).utf8), at: flow.last.column)
            replaceLine(flow.last.line, with: line)
            return
        }
        guard let last = items.last, let indent = YAMLLines.hyphen(of: last, in: lines) else {
            throw notUnderstood(line: entry.value.line)
        }
        let blanks = String(repeating: " ", count: indent)
        try insert(written.map { "\(blanks)- \($0)" }, at: YAMLLines.end(of: lines, before: boundary(behind: last)))
    }

    /// Takes an item out of a list in a block, and the list with its last item.
    mutating func removeLine(_ place: Int, from key: String, in block: Block) throws(VocabularyError) {
        guard let entry = block.entries.first(where: { $0.key.text == key }),
            case .sequence(let items) = entry.value.value, items.indices.contains(place)
        else { throw notUnderstood(line: block.start + 1) }
        if items.count == 1 {
            try removeLines(from: entry.key, before: boundary(behind: entry.value))
        } else if let flow = YAMLLines.flowList(of: entry.value, in: lines), flow.items.count == items.count {
            // With the comma before it, or for the first one with the comma behind it.
            let from = place == 0 ? flow.items[0].start : flow.items[place - 1].end
            let to = place == 0 ? flow.items[1].start : flow.items[place].end
            guard from.line == to.line else { throw notUnderstood(line: from.line + 1) }
            var line = lines[from.line]
            line.removeSubrange(from.column..<to.column)
            replaceLine(from.line, with: line)
        } else {
            guard YAMLLines.hyphen(of: items[place], in: lines) != nil else {
                throw notUnderstood(line: items[place].line)
            }
            try removeLines(from: items[place], before: boundary(behind: items[place]))
        }
    }

    // MARK: - Places

    /// The first line, from 0, on which something stands that comes behind a node; the number of lines at the end.
    private func boundary(behind node: YAMLNode) -> Int {
        var last = node.line
        Self.visit(node) { last = max(last, $0.line) }
        var next = lines.count + 1
        if let tree { Self.visit(tree) { if $0.line > last { next = min(next, $0.line) } } }
        return next - 1
    }

    private static func visit(_ node: YAMLNode, _ body: (YAMLNode) -> Void) {
        body(node)
        switch node.value {
        case .scalar: break
        case .sequence(let items): for item in items { visit(item, body) }
        case .mapping(let entries):
            for entry in entries {
                visit(entry.key, body)
                visit(entry.value, body)
            }
        }
    }

    private static func items(_ entries: [(key: YAMLNode, value: YAMLNode)], _ key: String) -> [YAMLNode]? {
        guard let entry = entries.first(where: { $0.key.text == key }), case .sequence(let items) = entry.value.value
        else { return nil }
        return items
    }

    private static func isEntry(_ fields: [(key: YAMLNode, value: YAMLNode)], of id: String) -> Bool {
        fields.contains { $0.key.text == "id" && $0.value.text == id }
    }
}
