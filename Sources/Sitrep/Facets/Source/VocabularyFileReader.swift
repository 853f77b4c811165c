/// Reads one vocabulary file and says exactly what is wrong with it.
struct VocabularyFileReader {
    /// The path that errors name.
    let path: String
    private var forms: [String: [String]] = [:]

    init(path: String) { self.path = path }

    /// The file's facet and concepts.
    ///
    /// - Throws: `syntax` and `format` errors with the line.
    static func read(_ bytes: [UInt8], path: String) throws(VocabularyError) -> VocabularyFile {
        var reader = VocabularyFileReader(path: path)
        return try reader.file(bytes)
    }

    private mutating func file(_ bytes: [UInt8]) throws(VocabularyError) -> VocabularyFile {
        guard let root = try YAMLNode.parse(bytes, file: path) else {
            throw failure(1, "the file is empty", "give it `facet:` and `concepts:`, or take it away")
        }
        // A list is one of words of war.
        if case .sequence(let items) = root.value {
            var file = VocabularyFile(path: path, facet: .region, replaces: false, concepts: [])
            for item in items { file.terms.append(try term(item)) }
            return file
        }
        let fields = try mapping(root, of: "the file", keys: ["facet", "replace", "forms", "stop", "concepts"])
        guard let facetNode = fields["facet"] else {
            throw failure(
                root.line,
                "the file does not say its facet",
                "begin it with `facet: region` (or actor, weapon)"
            )
        }
        let facetName = try scalar(facetNode, of: "facet")
        guard let facet = FacetKind(rawValue: facetName) else {
            throw failure(facetNode.line, "there is no facet `\(facetName)`", "choose region, actor or weapon")
        }
        if let node = fields["forms"] { try readForms(node) }
        var concepts: [ConceptEntry] = []
        if let node = fields["concepts"] {
            for item in try sequence(node, of: "concepts") { concepts.append(try concept(item)) }
        }
        let replaces = try fields["replace"].map { node throws(VocabularyError) in try truth(node, of: "replace") }
        var stops: [String] = []
        if let node = fields["stop"] {
            for item in try sequence(node, of: "stop") { stops.append(try spelling(item, of: "stop")) }
        }
        return VocabularyFile(
            path: path,
            facet: facet,
            replaces: replaces ?? false,
            concepts: concepts,
            stops: stops
        )
    }

    /// An entry of a list of words of war.
    private func term(_ node: YAMLNode) throws(VocabularyError) -> TermDefinition {
        let fields = try mapping(node, of: "an entry", keys: ["name"] + Term.Language.allCases.map(\.rawValue))
        guard let nameNode = fields["name"] else {
            throw failure(node.line, "the entry has no name", "give it `name:`, the usual English word")
        }
        let name = try spelling(nameNode, of: "name")
        guard name.utf8.count <= ImageFormat.mostIDBytes else {
            throw failure(nameNode.line, "the name `\(name.prefix(40))…` is too long", "choose a word or two")
        }
        var entry = TermDefinition(name: name, words: [])
        for language in Term.Language.allCases {
            guard let list = fields[language.rawValue] else { continue }
            for item in try sequence(list, of: language.rawValue) {
                entry.words.append(.init(text: try spelling(item, of: language.rawValue), language: language))
            }
        }
        return entry
    }

    private mutating func readForms(_ node: YAMLNode) throws(VocabularyError) {
        for (name, list) in try mapping(node, of: "forms", keys: nil) {
            let templates = try strings(list, of: "forms")
            for template in templates where template.split(separator: "{}", omittingEmptySubsequences: false).count != 2
            {
                throw failure(
                    list.line,
                    "the form `\(template)` does not have {} once",
                    "write {} where the concept's stem goes"
                )
            }
            forms[name] = templates
        }
    }

    private func concept(_ node: YAMLNode) throws(VocabularyError) -> ConceptEntry {
        let fields = try mapping(
            node,
            of: "a concept",
            keys: [
                "id", "name", "parent", "kind", "population", "aliases", "cased", "weak", "forms", "defers-to", "label",
                "remove", "drop",
            ]
        )
        guard let idNode = fields["id"] else {
            throw failure(node.line, "the concept has no id", "give it `id:`, small letters, digits and hyphens")
        }
        let id = try scalar(idNode, of: "id")
        guard Self.isID(id) else {
            throw failure(
                idNode.line,
                "`\(id)` is no id",
                "use small letters a–z, digits and hyphens, at most 60 of them"
            )
        }
        var entry = ConceptEntry(id: id, line: node.line)
        entry.removes =
            try fields["remove"].map { node throws(VocabularyError) in try truth(node, of: "remove") } ?? false
        if entry.removes, fields.count > 2 {
            throw failure(node.line, "`\(id)` is removed and described at once", "keep `id:` and `remove: true` alone")
        }
        entry.name = try fields["name"].map { node throws(VocabularyError) in try spelling(node, of: "name") }
        entry.parent = try fields["parent"].map { node throws(VocabularyError) in try scalar(node, of: "parent") }
        entry.kind = try fields["kind"].map { node throws(VocabularyError) in
            let kind = try scalar(node, of: "kind")
            if let fault = Self.fault(inKind: kind) { throw failure(node.line, fault.message, fault.hint) }
            return kind
        }
        entry.population = try fields["population"].map { node throws(VocabularyError) in
            try number(node, of: "population")
        }
        entry.defersTo = try fields["defers-to"].map { node throws(VocabularyError) in
            try scalar(node, of: "defers-to")
        }
        entry.isLabel = try fields["label"].map { node throws(VocabularyError) in try truth(node, of: "label") }
        entry.aliases = try spellings(fields)
        if let node = fields["drop"] {
            for item in try sequence(node, of: "drop") { entry.drops.append(try spelling(item, of: "drop")) }
        }
        return entry
    }

    /// Aliases, forms filled in, cased and weak spellings, in this order.
    private func spellings(_ fields: [String: YAMLNode]) throws(VocabularyError) -> [ConceptDefinition.Spelling] {
        var found: [ConceptDefinition.Spelling] = []
        if let node = fields["aliases"] {
            for item in try sequence(node, of: "aliases") {
                found.append(.init(text: try spelling(item, of: "aliases"), isCased: false))
            }
        }
        if let node = fields["forms"] {
            for (name, stems) in try pairs(node, of: "forms") {
                guard let templates = forms[name] else {
                    throw failure(stems.line, "the file has no form `\(name)`", "define it under `forms:` at the top")
                }
                for stem in try strings(stems, of: "forms") {
                    for template in templates {
                        let parts = template.split(separator: "{}", omittingEmptySubsequences: false)
                        let text = parts.joined(separator: stem)
                        try checkSpelling(text, line: stems.line)
                        found.append(.init(text: text, isCased: false))
                    }
                }
            }
        }
        if let node = fields["cased"] {
            for item in try sequence(node, of: "cased") {
                found.append(.init(text: try spelling(item, of: "cased"), isCased: true))
            }
        }
        if let node = fields["weak"] {
            for item in try sequence(node, of: "weak") {
                found.append(.init(text: try spelling(item, of: "weak"), isCased: true, isWeak: true))
            }
        }
        return found
    }

    /// Whether `id` is made of small ASCII letters, digits and hyphens, 1 to 60 of them.
    static func isID(_ id: String) -> Bool {
        (1...60).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    // MARK: - Values

    private func pairs(_ node: YAMLNode, of what: String) throws(VocabularyError) -> [(String, YAMLNode)] {
        guard case .mapping(let entries) = node.value else {
            throw failure(node.line, "\(what) must be `key: value` lines", "see the head of a vocabulary file")
        }
        var found: [(String, YAMLNode)] = []
        var seen: Set<String> = []
        for entry in entries {
            let key = try scalar(entry.key, of: "a key")
            guard seen.insert(key).inserted else {
                throw failure(entry.key.line, "the key `\(key)` stands twice", "merge the two")
            }
            found.append((key, entry.value))
        }
        return found
    }

    /// The entries of a mapping with no other than the given keys (any, for `nil`).
    private func mapping(_ node: YAMLNode, of what: String, keys: [String]?) throws(VocabularyError)
        -> [String: YAMLNode]
    {
        var found: [String: YAMLNode] = [:]
        for (key, value) in try pairs(node, of: what) {
            if let keys, !keys.contains(key) {
                let line = keyLine(key, in: node)
                throw failure(line, "\(what) has no key `\(key)`", "the keys are \(keys.joined(separator: ", "))")
            }
            found[key] = value
        }
        return found
    }

    private func keyLine(_ key: String, in node: YAMLNode) -> Int {
        guard case .mapping(let entries) = node.value else { return node.line }
        for entry in entries { if case .scalar(key) = entry.key.value { return entry.key.line } }
        return node.line
    }

    private func sequence(_ node: YAMLNode, of what: String) throws(VocabularyError) -> [YAMLNode] {
        switch node.value {
        case .sequence(let items): return items
        case .scalar(""): return []
        default: throw failure(node.line, "`\(what)` must be a list", "write [one, two] or lines that begin with -")
        }
    }

    private func strings(_ node: YAMLNode, of what: String) throws(VocabularyError) -> [String] {
        var found: [String] = []
        for item in try sequence(node, of: what) { found.append(try scalar(item, of: what)) }
        return found
    }

    private func scalar(_ node: YAMLNode, of what: String) throws(VocabularyError) -> String {
        guard case .scalar(let text) = node.value else {
            throw failure(node.line, "`\(what)` must be one value", "put the value in quotes, on the same line")
        }
        guard !text.isEmpty else { throw failure(node.line, "`\(what)` is empty", "give a value or take the key away") }
        return text
    }

    /// A name or alias: what the tokenizer finds at least one word in, and no more than the matcher can take.
    private func spelling(_ node: YAMLNode, of what: String) throws(VocabularyError) -> String {
        let text = try scalar(node, of: what)
        try checkSpelling(text, line: node.line)
        return text
    }

    private func checkSpelling(_ text: String, line: Int) throws(VocabularyError) {
        if let fault = Self.fault(inSpelling: text) { throw failure(line, fault.message, fault.hint) }
    }

    /// What is wrong with a spelling; `nil` for a good one.
    static func fault(inSpelling text: String) -> (message: String, hint: String)? {
        let words = Tokenizer.tokenize(text).tokens
        if words.isEmpty { return ("`\(text)` has no letter and no digit", "give a spelling that has words") }
        guard words.count <= ImageFormat.mostTokens, text.utf8.count <= ImageFormat.mostBytes else {
            return (
                "`\(text.prefix(40))…` is too long",
                "a spelling has at most \(ImageFormat.mostTokens) words and \(ImageFormat.mostBytes) bytes"
            )
        }
        return nil
    }

    /// What is wrong with a kind; `nil` for a good one.
    static func fault(inKind kind: String) -> (message: String, hint: String)? {
        kind.utf8.count <= ImageFormat.mostIDBytes
            ? nil : ("the kind `\(kind.prefix(40))…` is too long", "choose a word or two")
    }

    private func number(_ node: YAMLNode, of what: String) throws(VocabularyError) -> UInt32 {
        let text = try scalar(node, of: what)
        guard let number = UInt32(text), number != .max else {
            throw failure(node.line, "`\(what)` is no number", "write a whole number, digits alone")
        }
        return number
    }

    private func truth(_ node: YAMLNode, of what: String) throws(VocabularyError) -> Bool {
        switch try scalar(node, of: what) {
        case "true": return true
        case "false": return false
        default: throw failure(node.line, "`\(what)` is neither true nor false", "write true or false")
        }
    }

    private func failure(_ line: Int, _ message: String, _ hint: String) -> VocabularyError {
        VocabularyError(code: .format, message: message, hint: hint, file: path, line: line)
    }
}
