internal import CReading

/// A YAML value with the line where it begins.
struct YAMLNode {
    enum Value {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    let value: Value
    let line: Int

    /// The document in `bytes`; `nil` when there is none (an empty file, comments alone).
    ///
    /// - Throws: `syntax` for bytes that are no YAML, `format` for anchors, several documents, and nesting deeper than
    ///   a vocabulary can need. `file` is only named in errors.
    static func parse(_ bytes: [UInt8], file: String) throws(VocabularyError) -> YAMLNode? {
        guard let parser = sr_yaml_create(bytes, bytes.count) else {
            throw VocabularyError(code: .unreadable, message: "memory ran out", hint: "free some memory", file: file)
        }
        defer { sr_yaml_free(parser) }
        var reader = YAMLTreeReader(parser: parser, file: file)
        return try reader.document()
    }
}

/// Builds the tree from the parser's events.
private struct YAMLTreeReader {
    let parser: OpaquePointer
    let file: String
    private var event = sr_yaml_event()
    private static let deepest = 16

    init(parser: OpaquePointer, file: String) {
        self.parser = parser
        self.file = file
    }

    mutating func document() throws(VocabularyError) -> YAMLNode? {
        try advance()
        guard event.kind == SR_YAML_DOCUMENT else { return nil }
        try advance()
        let root = try node(depth: 0)
        try advance()
        guard event.kind == SR_YAML_END else {
            throw failure("the file holds several documents", "keep one, without a line of ---")
        }
        return root
    }

    private mutating func advance() throws(VocabularyError) {
        sr_yaml_next(parser, &event)
        guard event.kind != SR_YAML_ERROR else {
            throw VocabularyError(
                code: .syntax,
                message: "this is no YAML: \(text)",
                hint: "check the indentation, the brackets and the quotes near this line",
                file: file,
                line: Int(event.line)
            )
        }
    }

    private var text: String {
        event.text.map { start in
            start.withMemoryRebound(to: UInt8.self, capacity: event.text_size) {
                String(decoding: UnsafeBufferPointer(start: $0, count: event.text_size), as: UTF8.self)
            }
        } ?? ""
    }

    /// The value that begins with the event at hand.
    private mutating func node(depth: Int) throws(VocabularyError) -> YAMLNode {
        let line = Int(event.line)
        guard depth < Self.deepest else { throw failure("values are nested too deep", "write the file flatter") }
        switch event.kind {
        case SR_YAML_SCALAR:
            return YAMLNode(value: .scalar(text), line: line)
        case SR_YAML_SEQUENCE_START:
            var items: [YAMLNode] = []
            try advance()
            while event.kind != SR_YAML_SEQUENCE_END {
                items.append(try node(depth: depth + 1))
                try advance()
            }
            return YAMLNode(value: .sequence(items), line: line)
        case SR_YAML_MAPPING_START:
            var entries: [(key: YAMLNode, value: YAMLNode)] = []
            try advance()
            while event.kind != SR_YAML_MAPPING_END {
                let key = try node(depth: depth + 1)
                try advance()
                entries.append((key, try node(depth: depth + 1)))
                try advance()
            }
            return YAMLNode(value: .mapping(entries), line: line)
        default:
            throw failure("anchors and references are not taken", "write the value out")
        }
    }

    private func failure(_ message: String, _ hint: String) -> VocabularyError {
        VocabularyError(code: .format, message: message, hint: hint, file: file, line: Int(event.line))
    }
}
