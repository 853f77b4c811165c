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
    let index: String
    let indexRevision: Int
    let total: Int
    let undated: Int
    let irrelevant: Int

    init(_ contents: CaseContents) {
        query = contents.search.query
        options = SavedObject.options(of: contents.search)
        command = SavedObject.command(["sitrep", "search"] + contents.search.arguments)
        interpreted = contents.interpreted
        exported = contents.moment
        index = contents.index
        indexRevision = contents.revision
        total = contents.total
        undated = contents.undated
        irrelevant = contents.irrelevant
    }

    /// One report of it.
    struct Report: Encodable {
        let id: String
        let key: String
        let title: String
        let source: OrNull<String>
        let url: OrNull<String>
        let language: OrNull<String>
        let published: DateObject
        let added: String
        let path: String
        let sha256: String
        let original: CaseOriginal
        let text: File
        let marks: MarksObject?

        init(_ report: ReportDetails, original: CaseOriginal, text: File) {
            id = report.id
            key = report.wholeKey
            title = report.title
            source = OrNull(report.source)
            url = OrNull(report.url)
            language = OrNull(report.language)
            published = DateObject(report.published)
            added = report.added
            path = report.path
            sha256 = report.digest
            self.original = original
            self.text = text
            marks = report.marks.map { MarksObject($0, title: report.foundTitle, published: report.foundPublished) }
        }
    }

    /// A file of the case file.
    struct File: Encodable {
        let file: String
        let sha256: String
    }
}
