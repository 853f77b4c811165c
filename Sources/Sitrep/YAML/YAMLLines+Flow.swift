extension YAMLLines {
    /// A place in the text: line and byte, both from 0.
    struct Place {
        var line: Int
        var column: Int
    }

    /// Where the items of a list in brackets stand.
    struct FlowList {
        var items: [(start: Place, end: Place)] = []
        /// Behind the last item; behind the bracket for an empty list.
        var last: Place
    }

    /// The places of a list in brackets; `nil` for a list with hyphens, or one that does not end.
    static func flowList(of node: YAMLNode, in lines: [[UInt8]]) -> FlowList? {
        var at = Place(line: node.line - 1, column: 0)
        guard lines.indices.contains(at.line), let open = openBracket(in: lines[at.line]) else { return nil }
        at.column = open + 1
        var list = FlowList(last: at)
        var start: Place?
        var end = at
        var quote: UInt8?
        while at.line < lines.count {
            let line = lines[at.line]
            guard at.column < line.count else {
                at = Place(line: at.line + 1, column: 0)
                continue
            }
            let byte = line[at.column]
            let here = at
            at.column += 1
            if let open = quote {
                if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { at.column += 1 }
                if byte == open { quote = nil }
                end = at
                continue
            }
            switch byte {
            case UInt8(ascii: "]"), UInt8(ascii: ","):
                if let start { list.items.append((start, end)) }
                if start != nil { list.last = end }
                start = nil
                if byte == UInt8(ascii: "]") { return list }
            case UInt8(ascii: "#") where here.column == 0 || line[here.column - 1] == 0x20:
                at = Place(line: at.line + 1, column: 0)
            case 0x20, 0x09, 0x0D: break
            default:
                if start == nil {
                    start = here
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
                }
                end = at
            }
        }
        return nil
    }

    /// The bracket that a line's list begins with: behind a key, or as the first thing of the line.
    private static func openBracket(in line: [UInt8]) -> Int? {
        guard let place = line.firstIndex(of: UInt8(ascii: "[")) else { return nil }
        let before = line[..<place].reversed().drop { $0 == 0x20 || $0 == 0x09 }
        return before.isEmpty || before.first == UInt8(ascii: ":") ? place : nil
    }
}
