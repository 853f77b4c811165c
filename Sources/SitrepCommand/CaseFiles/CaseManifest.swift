import Sitrep

/// The head of the manifest of a case file; its reports follow.
struct CaseManifest: Encodable {
    let query: String
    /// Values by the names of the options of a search; an option without a value has `true`.
    let options: [String: [String]]
    /// The command line that searches for the same.
    let command: String
    let interpreted: String
    let exported: String
    let index: String?
    let indexes: [Index]?
    let indexRevision: Int
    let total: Int
    let undated: Int
    let irrelevant: Int
    let shards: [ShardObject]?

    init(_ contents: CaseContents) {
        query = contents.search.query
        options = SavedObject.options(of: contents.search)
        command = ShellCommand.line(["sitrep", "search"] + contents.search.arguments)
        interpreted = contents.interpreted
        exported = contents.moment
        index = contents.indexes.count == 1 ? contents.indexes[0].path : nil
        indexes = contents.indexes.count == 1 ? nil : contents.indexes.map(Index.init)
        indexRevision = contents.revision
        total = contents.total
        undated = contents.undated
        irrelevant = contents.irrelevant
        shards = ShardObject.list(contents.shards)
    }

    /// One of several indexes, in the state in which it was searched.
    struct Index: Encodable {
        let path: String
        let revision: OrNull<Int>

        init(_ index: CaseContents.Index) {
            path = index.path
            revision = OrNull(index.revision)
        }
    }

    /// One report of it, with the files that hold it.
    struct Report: Encodable {
        let facts: ReportFacts
        let original: CaseOriginal
        let text: File

        init(_ report: ReportDetails, original: CaseOriginal, text: File) {
            facts = ReportFacts(report, key: report.wholeKey)
            self.original = original
            self.text = text
        }

        private enum Key: String, CodingKey { case original, text }

        func encode(to encoder: any Encoder) throws {
            try facts.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(original, forKey: .original)
            try container.encode(text, forKey: .text)
        }
    }

    /// A file of the case file.
    struct File: Encodable {
        let file: String
        let sha256: String
    }
}
