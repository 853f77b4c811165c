import Sitrep

/// An entry of the file of marks, as JSON.
struct ListedMarkObject: Encodable {
    let id: String
    let key: String?
    let title: String?
    let sha256: String?
    let state: String
    let markedId: String
    let line: Int
    let marks: MarksObject?

    init(_ mark: ListedMark) {
        id = mark.report.id
        key = mark.report.key
        title = mark.report.title
        sha256 = mark.report.digest
        state = mark.state.rawValue
        markedId = mark.markedID
        line = mark.line
        marks = mark.report.marks.map { MarksObject($0) }
    }
}

/// A report that was marked, as JSON.
struct MarkedReportObject: Encodable {
    let id: String
    let key: String?
    let title: String?
    /// `null` where nothing is said of it any more.
    let marks: OrNull<MarksObject>
    /// Whether the index holds them.
    let applied: Bool

    init(_ report: MarkedReport, applied: Bool) {
        id = report.id
        key = report.key
        title = report.title
        marks = OrNull(report.marks.map { MarksObject($0) })
        self.applied = applied
    }
}
