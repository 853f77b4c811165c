/// An entry of the file of marks, and what became of its report.
public struct ListedMark: Sendable {
    /// What became of the report since it was marked.
    public enum State: String, Sendable {
        /// It is as it was.
        case same
        /// It has the same id and another content; the marks hold.
        case changed
        /// Its content stands under another id; the marks hold for that.
        case moved
        /// It is in the index no more; the marks are kept.
        case gone
        /// It is in the index no more, and another report has its id now; the marks are kept, and do not hold for that.
        case replaced

        /// Whether the marks hold for no report.
        public var isLost: Bool { self == .gone || self == .replaced }
    }

    /// The report as the index has it; as the entry has it where it is there no more.
    public var report: MarkedReport
    /// The id in the entry.
    public var markedID: String
    /// What became of the report.
    public var state: State
    /// Where the entry begins in the file, from 1.
    public var line: Int
}
