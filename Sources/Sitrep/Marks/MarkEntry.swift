/// An entry of the file of marks: which report it is about, and what it says of it.
struct MarkEntry: Equatable, Sendable {
    /// The report's id when it was marked.
    var id: String
    /// SHA-256 of the report's bytes when it was marked, in hexadecimal; `nil` where a person left it out.
    var digest: String?
    /// The report's title, for whoever reads the file.
    var title: String?
    var marks: ReportMarks
    /// Where it begins in the file, from 1; 0 for one that is not there yet.
    var line = 0

    /// The longest title that is written, in bytes.
    private static let longestTitle = 500

    /// A title as it is written: its beginning where it is long, for it only helps the reader.
    static func shown(_ title: String?) -> String? {
        guard let title, title.utf8.count > longestTitle else { return title }
        var bytes = 0
        return title.prefix { character in
            bytes += character.utf8.count
            return bytes < longestTitle
        } + "…"
    }

    /// Refuses what could be written and not be read again.
    ///
    /// - Throws: ``SitrepError`` `usage`.
    func check() throws(SitrepError) {
        for (key, value) in fields where ![Key.id, Key.title, Key.said].contains(key) {
            let texts = value.items?.map(\.text) ?? [value.text]
            guard texts.allSatisfy({ $0.utf8.count <= ReportMarks.longestText }) else {
                throw MarkChange.tooLong("\(key) of \(id)")
            }
        }
    }

    /// The keys in the order in which they are written, with what they say.
    var fields: [(key: String, value: PlainYAML)] {
        var fields: [(key: String, value: PlainYAML)] = [(Key.id, .scalar(id))]
        func add(_ key: String, _ text: String?) { if let text { fields.append((key, .scalar(text))) } }
        func add(_ key: String, _ list: [String]?) {
            if let list, !list.isEmpty { fields.append((key, .list(list.map(PlainYAML.scalar)))) }
        }
        add(Key.digest, digest)
        add(Key.title, title)
        add(Key.tags, marks.tags)
        add(Key.note, marks.note)
        add(Key.irrelevant, marks.isIrrelevant ? Key.yes : nil)
        for facet in FacetKind.allCases {
            add(Key.set + facet.rawValue, marks.set[facet])
            add(Key.drop + facet.rawValue, marks.dropped[facet])
        }
        add(Key.dropFigure, marks.droppedFigures)
        add(Key.setDate, marks.date?.text)
        add(Key.dropDate, marks.date == MarkedDate.none ? Key.yes : nil)
        add(Key.setTitle, marks.title)
        add(Key.by, marks.by)
        add(Key.at, marks.at)
        add(
            Key.said,
            marks.statements.compactMap { statement in
                marks.authors[statement.name].map { statement.name + Key.saidBy + $0.written }
            }
        )
        return fields
    }

    /// The keys of an entry; those of facets are made of `set` and `drop`.
    enum Key {
        static let id = "id"
        static let digest = "sha256"
        static let title = "title"
        static let tags = "tags"
        static let note = "note"
        static let irrelevant = "irrelevant"
        static let set = "set-"
        static let drop = "drop-"
        static let dropFigure = "drop-figure"
        static let setDate = "set-date"
        static let dropDate = "drop-date"
        static let setTitle = "set-title"
        static let by = "by"
        static let at = "at"
        /// Who said what `by` and `at` do not tell: `note — olha, 2026-11-21T04:05:06Z`.
        static let said = "said"
        static let saidBy = " — "
        static let yes = "true"

        /// All of them, for messages.
        static let all =
            [id, digest, title, tags, note, irrelevant]
            + FacetKind.allCases.flatMap { [set + $0.rawValue, drop + $0.rawValue] }
            + [dropFigure, setDate, dropDate, setTitle, by, at, said]
    }
}

extension MarkEntry {
    /// Reads an entry.
    ///
    /// - Throws: `format` errors that name the line.
    init(_ node: YAMLNode, file: String) throws(VocabularyError) {
        guard case .mapping(let fields) = node.value else {
            throw node.failure("an entry has no keys", "write id: and what you say of the report below it", in: file)
        }
        self.init(id: "", marks: ReportMarks(), line: node.line)
        var seen: Set<String> = []
        var said: [(String, YAMLNode)] = []
        for (key, value) in fields {
            guard let name = key.text, Key.all.contains(name) else {
                throw key.failure(
                    "“\(key.text ?? "")” is no key of a mark",
                    "the keys are " + Key.all.joined(separator: ", "),
                    in: file
                )
            }
            guard seen.insert(name).inserted else {
                throw key.failure("\(name) stands twice in one entry", "put them together", in: file)
            }
            if name == Key.said { said = try value.list(of: name, in: file, most: 4 * ReportMarks.longestText) }
            try take(name, value, file)
        }
        for (text, _) in said { take(said: text) }
        guard !id.isEmpty else {
            throw node.failure("an entry has no id", "write the report's id, as sitrep search shows it", in: file)
        }
    }

    private mutating func take(_ key: String, _ value: YAMLNode, _ file: String) throws(VocabularyError) {
        let longest = ReportMarks.longestText
        switch key {
        // Ids and titles are the reports', of any length.
        case Key.id: id = try value.text(of: key, in: file)
        case Key.digest:
            let text = try value.text(of: key, in: file, most: longest).lowercased()
            let isDigest = text.utf8.count == 64 && text.utf8.allSatisfy(Hexadecimal.isDigit)
            guard text.isEmpty || isDigest else {
                throw value.failure("sha256 has not 64 hexadecimal digits", "leave the line out", in: file)
            }
            digest = text.isEmpty ? nil : text
        case Key.title: title = try value.text(of: key, in: file)
        case Key.tags:
            var tags: [String] = []
            for (text, node) in try value.list(of: key, in: file, most: longest) {
                guard let tag = TagName.read(text) else {
                    throw node.failure("a tag cannot be taken", TagName.rule, in: file)
                }
                tags.append(tag)
            }
            marks.add(tags: tags)
        case Key.note:
            let text = try value.text(of: key, in: file, most: longest)
            marks.note = text.isEmpty ? nil : text
        case Key.irrelevant: marks.isIrrelevant = try value.isTrue(key, in: file)
        case Key.dropFigure:
            let figures = try value.list(of: key, in: file, most: longest)
            for (text, node) in figures where FigureName.folded(text).isEmpty {
                throw node.failure("a figure has no name", "write it as sitrep figures shows it", in: file)
            }
            marks.add(droppedFigures: figures.map(\.0))
        // Told when all that is said is known.
        case Key.said: break
        case Key.setDate:
            let text = try value.text(of: key, in: file, most: longest)
            do throws(SitrepError) {
                marks.date = try MarkedDate.readAbsolute(text)
            } catch {
                throw value.failure(error.message, error.hint ?? "", in: file)
            }
        case Key.dropDate: if try value.isTrue(key, in: file) { marks.date = MarkedDate.none }
        case Key.setTitle:
            let text = try value.text(of: key, in: file, most: longest)
            marks.title = text.isEmpty ? nil : text
        case Key.by: marks.by = try value.text(of: key, in: file, most: longest)
        case Key.at: marks.at = try value.text(of: key, in: file, most: longest)
        default: try takeValues(key, value, file)
        }
    }

    /// Takes up who said something; of what is said no more it does not count who did.
    private mutating func take(said text: String) {
        // Bytes, for a combining mark may follow.
        let names = marks.statements.map(\.name).filter { text.utf8.starts(with: ($0 + Key.saidBy).utf8) }
        guard let name = names.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
        let rest = text.utf8.dropFirst((name + Key.saidBy).utf8.count)
        let author = MarkAuthor(written: String(decoding: rest, as: UTF8.self))
        if author != MarkAuthor(by: marks.by, at: marks.at) { marks.authors[name] = author }
    }

    private mutating func takeValues(_ key: String, _ value: YAMLNode, _ file: String) throws(VocabularyError) {
        let isSet = key.hasPrefix(Key.set)
        let longest = ReportMarks.longestText
        guard let facet = FacetKind(rawValue: String(key.dropFirst((isSet ? Key.set : Key.drop).count))) else { return }
        let values = try value.list(of: key, in: file, most: longest)
        for (text, node) in values where Tokenizer.tokenize(text).tokens.isEmpty {
            throw node.failure("a value of \(key) has no word", "write its name or its path", in: file)
        }
        marks.add(values.map(\.0), to: facet, isSet: isSet)
    }
}
