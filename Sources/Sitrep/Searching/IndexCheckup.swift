/// What in an index a user could mend: reports without a date or a value, names that no vocabulary knows, failures.
public struct IndexCheckup: Sendable {
    /// How many reports there are.
    public var reports: Int
    /// Reports without a date.
    public var undated: Findings
    /// Reports in which no place was found.
    public var withoutRegion: Findings
    /// Reports in which no actor was found.
    public var withoutActor: Findings
    /// Capitalised phrases that no vocabulary knows, those of the most reports first.
    public var names: [UnknownName]
    /// Designators that no vocabulary knows, those of the most reports first.
    public var designators: [UnknownName]
    /// Marks whose report is gone or has changed since, in the order of the file.
    public var marks: [ListedMark]
    /// Values of marks that are unknown or borne by several, in the order of the file.
    public var markedValues: [DoubtfulValue]
    /// Why the marks of the index are not those of the file; `nil` where they are.
    public var marksRemark: String?
    /// Saved searches that can no longer be run, in the order of their file.
    public var searches: [BrokenSearch]
    /// Why the file of saved searches cannot be used; `nil` where it can.
    public var searchesRemark: String?
    /// Files that failed, wholly or in part, when they were last read, by path.
    public var failures: [FailedFile]

    /// Reports with something in common.
    public struct Findings: Sendable, Equatable {
        /// How many there are.
        public var count: Int
        /// The ids of the first of them.
        public var ids: [String]
    }

    /// A name that no vocabulary knows.
    public struct UnknownName: Sendable, Equatable {
        /// As it is written.
        public var text: String
        /// How many reports have it.
        public var reports: Int
        /// The id of one of them.
        public var example: String
    }

    /// A saved search that cannot be run.
    public struct BrokenSearch: Sendable, Equatable {
        /// What it is called.
        public var name: String
        /// Why it cannot be run, as a search says it.
        public var reason: String
    }

    /// A file that could not be read, or not all of it.
    public struct FailedFile: Sendable, Equatable {
        /// Absolute.
        public var path: String
        /// Records that failed, or 1 for the file itself.
        public var failures: Int
    }
}
