/// What a YAML file says, without its layout.
enum PlainYAML: Equatable {
    case scalar(String)
    case list([PlainYAML])
    case map([String: PlainYAML])

    init(_ node: YAMLNode) {
        switch node.value {
        case .scalar(let text): self = .scalar(text)
        case .sequence(let items): self = .list(items.map { PlainYAML($0) })
        case .mapping(let entries):
            self = .map(
                Dictionary(entries.map { (PlainYAML($0.key).text, PlainYAML($0.value)) }, uniquingKeysWith: { $1 })
            )
        }
    }

    /// The value of a key; `nil` for anything but a map.
    subscript(key: String) -> PlainYAML? {
        if case .map(let entries) = self { entries[key] } else { nil }
    }

    /// The items of a list; `nil` for anything else.
    var items: [PlainYAML]? {
        if case .list(let items) = self { items } else { nil }
    }

    /// The text of a scalar; empty for anything else.
    var text: String {
        if case .scalar(let text) = self { text } else { "" }
    }

    /// The strings of the list at a key.
    func strings(_ key: String) -> [String] { (self[key]?.items ?? []).map(\.text) }

    /// The entry of a vocabulary file for a concept.
    func concept(_ id: String) -> PlainYAML? { self["concepts"]?.items?.first { $0["id"] == .scalar(id) } }

    /// Changes the value of a key; `nil` takes the key away.
    mutating func edit(_ key: String, _ body: (inout PlainYAML?) -> Void) {
        guard case .map(var entries) = self else { return }
        var value = entries[key]
        body(&value)
        entries[key] = value
        self = .map(entries)
    }

    /// Changes the entry for a concept, or the whole for `nil`.
    mutating func edit(concept id: String?, _ body: (inout PlainYAML) -> Void) {
        guard let id else { return body(&self) }
        edit("concepts") { list in
            var items = list?.items ?? []
            for place in items.indices where items[place]["id"] == .scalar(id) { body(&items[place]) }
            list = .list(items)
        }
    }
}

/// How a string is written in a YAML file.
enum YAMLScalar {
    /// The string as it is where nothing in it means something to YAML, else in double quotes.
    static func written(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " " else { return false }
        return scalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-" || $0 == "." || $0 == "’"
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                // What YAML takes for a control character or a line break or not at all, and what turns the direction of
                // writing.
                if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
                    || (0x2028...0x202E).contains(scalar.value) || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
                {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    out += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
