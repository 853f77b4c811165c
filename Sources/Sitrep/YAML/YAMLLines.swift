/// The lines of a YAML file that a person may have laid out, and where the parts of it stand.
enum YAMLLines {
    /// The lines without their line feeds; what stands behind the last line feed is no line.
    static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }

    /// The bytes of a file of these lines.
    static func joined(_ lines: [[UInt8]]) -> [UInt8] {
        lines.isEmpty ? [] : Array(lines.joined(separator: "\n".utf8)) + "\n".utf8
    }

    /// The line on which a node begins; `nil` where there is none of that number.
    ///
    /// YAML takes more for a line break than a line feed: a carriage return by itself, U+0085, U+2028 and U+2029. So the
    /// number of a node's line can be larger than the number of lines here, and can be that of another one: what is
    /// done by it has to be checked.
    static func line(of node: YAMLNode, in lines: [[UInt8]]) -> [UInt8]? {
        lines.indices.contains(node.line - 1) ? lines[node.line - 1] : nil
    }

    /// The lines from that on which a node begins up to a boundary, without what is empty or a comment before that; `nil`
    /// where the node's line is not there.
    static func range(from node: YAMLNode, before boundary: Int, in lines: [[UInt8]]) -> Range<Int>? {
        guard line(of: node, in: lines) != nil else { return nil }
        return (node.line - 1)..<max(node.line - 1, end(of: lines, before: boundary))
    }

    /// The line behind the last one before `boundary` that is neither empty nor a comment.
    static func end(of lines: [[UInt8]], before boundary: Int) -> Int {
        var end = min(boundary, lines.count)
        while end > 0, isBlankOrComment(lines[end - 1]) { end -= 1 }
        return end
    }

    static func isBlankOrComment(_ line: [UInt8]) -> Bool {
        let rest = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return rest.isEmpty || rest.first == UInt8(ascii: "#")
    }

    /// The column of the first key of a list item (`- id: x`); `nil` where the line is no such one.
    static func itemIndent(of key: YAMLNode, in lines: [[UInt8]]) -> Int? {
        guard let line = line(of: key, in: lines), let hyphen = hyphen(in: line), hyphen + 1 < line.count,
            line[hyphen + 1] == 0x20
        else { return nil }
        let indent = line[(hyphen + 1)...].firstIndex { $0 != 0x20 } ?? line.count
        return stands(key, at: indent, in: lines) ? indent : nil
    }

    /// Whether a key begins at a column, with nothing but blanks and a hyphen before it.
    static func stands(_ key: YAMLNode, at indent: Int, in lines: [[UInt8]]) -> Bool {
        guard let line = line(of: key, in: lines), line.count > indent, let text = key.text else { return false }
        return line[indent...].starts(with: Array(text.utf8) + ":".utf8)
            && line[..<indent].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }

    /// The column of the hyphen before a list item that begins its line; `nil` where there is none.
    static func hyphen(of item: YAMLNode, in lines: [[UInt8]]) -> Int? {
        line(of: item, in: lines).flatMap { hyphen(in: $0) }
    }

    /// The column of the hyphen that a line begins with; `nil` where it begins otherwise.
    static func hyphen(in line: [UInt8]) -> Int? {
        guard let place = line.firstIndex(where: { $0 != 0x20 }), line[place] == UInt8(ascii: "-") else { return nil }
        return place
    }

    /// A key and its value as lines: a scalar behind its key, the items of a list below it.
    static func lines(_ key: String, _ value: PlainYAML, margin: String, indent: Int) -> [String] {
        switch value {
        case .scalar(let text): return ["\(margin)\(key): \(YAMLScalar.written(text))"]
        case .list(let items):
            let blanks = String(repeating: " ", count: indent)
            return ["\(margin)\(key):"] + items.map { "\(blanks)- \(YAMLScalar.written($0.text))" }
        case .map: return []
        }
    }
}

extension YAMLNode {
    /// The text of a scalar; `nil` for anything else.
    var text: String? {
        if case .scalar(let text) = value { text } else { nil }
    }
}
