/// Reads a table of concepts (TSV), as a script writes it for places by the ten thousand.
///
/// ```
/// # facet: region
/// id<TAB>name<TAB>kind<TAB>parent<TAB>population<TAB>spellings
/// ```
/// The first line names the facet; further lines with `#` are comments. Spellings are separated by `|`. A `~` before a
/// spelling or the name marks it as weak. Every spelling counts only in the capitals that are given. Empty columns say
/// nothing, and columns at the end may be left out. Strings are UTF-8, composed (NFC).
struct VocabularyTableReader {
    /// The path that errors name.
    let path: String

    private static let columns = ["id", "name", "kind", "parent", "population", "spellings"]

    /// The table's facet and concepts. Linear.
    ///
    /// - Throws: `format` errors with the line.
    static func read(_ bytes: [UInt8], path: String) throws(VocabularyError) -> VocabularyFile {
        try VocabularyTableReader(path: path).file(bytes)
    }

    private func file(_ bytes: [UInt8]) throws(VocabularyError) -> VocabularyFile {
        var facet: FacetKind?
        var concepts: [ConceptEntry] = []
        var number = 0
        for var line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            guard let facet else {
                facet = try self.facet(line)
                continue
            }
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            concepts.append(try concept(line, number: number, facet: facet))
        }
        guard let facet else { throw failure(1, "the file is empty", "begin it with `# facet: region`") }
        return VocabularyFile(path: path, facet: facet, replaces: false, concepts: concepts, isTable: true)
    }

    private func facet(_ line: ArraySlice<UInt8>) throws(VocabularyError) -> FacetKind {
        let prefix = "# facet: "
        let text = String(decoding: line, as: UTF8.self)
        guard text.hasPrefix(prefix) else {
            throw failure(1, "the table does not say its facet", "begin it with `# facet: region`")
        }
        let name = String(text.dropFirst(prefix.count))
        guard let facet = FacetKind(rawValue: name) else {
            throw failure(1, "there is no facet `\(name)`", "choose region, actor or weapon")
        }
        return facet
    }

    private func concept(_ line: ArraySlice<UInt8>, number: Int, facet: FacetKind)
        throws(VocabularyError) -> ConceptEntry
    {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw failure(number, "the line is no UTF-8", "save the file as UTF-8")
        }
        let values = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard values.count <= Self.columns.count else {
            throw failure(
                number,
                "the row has \(values.count) columns",
                "the columns are \(Self.columns.joined(separator: ", "))"
            )
        }
        func value(_ column: Int) -> String? {
            column < values.count && !values[column].isEmpty ? values[column] : nil
        }
        let id = values[0]
        guard VocabularyFileReader.isID(id) else {
            throw failure(number, "`\(id)` is no id", "use small letters a–z, digits and hyphens, at most 60 of them")
        }
        var entry = ConceptEntry(id: id, line: number)
        if let name = value(1) {
            let spelling = try spelling(name, number)
            entry.name = spelling.text
            // Among the spellings, too, as one that asks for its capitals.
            entry.aliases.append(spelling)
        }
        if let kind = value(2) {
            if let fault = VocabularyFileReader.fault(inKind: kind) { throw failure(number, fault.message, fault.hint) }
            entry.kind = kind
        }
        entry.parent = value(3)
        if let text = value(4) {
            guard let population = UInt32(text), population != .max else {
                throw failure(number, "the population `\(text)` is no number", "write digits alone, or nothing")
            }
            entry.population = population
        }
        for text in (value(5) ?? "").split(separator: "|") {
            entry.aliases.append(try spelling(String(text), number))
        }
        return entry
    }

    private func spelling(_ text: String, _ line: Int) throws(VocabularyError) -> ConceptDefinition.Spelling {
        let isWeak = text.hasPrefix("~")
        let text = isWeak ? String(text.dropFirst()) : text
        if let fault = VocabularyFileReader.fault(inSpelling: text) { throw failure(line, fault.message, fault.hint) }
        return ConceptDefinition.Spelling(text: text, isCased: true, isWeak: isWeak)
    }

    private func failure(_ line: Int, _ message: String, _ hint: String) -> VocabularyError {
        VocabularyError(code: .format, message: message, hint: hint, file: path, line: line)
    }
}
