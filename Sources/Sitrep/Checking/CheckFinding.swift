/// What a check looks at, in its order.
public enum CheckPart: String, Sendable, Codable, CaseIterable {
    case manifest, leftovers, stubs, marks, saved, database, description, reports, words, texts, stories, files
    case columns, bands, known, vocabulary, sources

    /// What it is, for a person.
    public var words: String {
        switch self {
        case .manifest: "the manifest"
        case .leftovers: "what runs left"
        case .stubs: "the names of the shards"
        case .marks: "the marks"
        case .saved: "the saved searches"
        case .database: "the tables of the database"
        case .description: "the description of the index"
        case .reports: "the reports"
        case .words: "the lists of words"
        case .texts: "the texts"
        case .stories: "the stories"
        case .files: "what is known of the files"
        case .columns: "the file of columns"
        case .bands: "the file of bands"
        case .known: "the table of known files"
        case .vocabulary: "the vocabulary"
        case .sources: "the sources"
        }
    }
}

/// Something that a check found.
public struct CheckFinding: Sendable, Equatable, Codable {
    /// How bad it is.
    public enum Severity: String, Sendable, Codable {
        /// The index is not sound.
        case damage
        /// The index is sound; a person may want to know.
        case remark
    }

    /// Where.
    public var part: CheckPart
    public var severity: Severity
    /// What is wrong, as one sentence without a full stop.
    public var message: String
    /// What mends it, as a command or a sentence; `nil` where there is nothing to do.
    public var remedy: String?
    /// Whether the index may be sound all the same: where reading it did not end, or ran out of memory, which a slow disk
    /// or a busy machine can bring about as well. A repair builds nothing again on such a finding unless it is told to.
    public var isDoubtful: Bool

    public init(
        _ part: CheckPart,
        _ severity: Severity,
        _ message: String,
        remedy: String? = nil,
        isDoubtful: Bool = false
    ) {
        self.part = part
        self.severity = severity
        self.message = message
        self.remedy = remedy
        self.isDoubtful = isDoubtful
    }

    /// Damage that may be none.
    ///
    /// - Parameter index: the folder of the index.
    public static func doubt(_ part: CheckPart, _ message: String, index: String) -> CheckFinding {
        CheckFinding(
            part,
            .damage,
            message,
            remedy: "see that the disk and the memory serve, and check again; where that says the same, build it again "
                + "with: " + ShellCommand.checking(index, "--repair", "--rebuild"),
            isDoubtful: true
        )
    }
}

/// What a check tells while it goes on.
public enum CheckEvent: Sendable, Equatable {
    /// How far it has come with a part: so many things of so many; both 0 where that is not known.
    case progress(CheckPart, done: Int, total: Int)
    case finding(CheckFinding)
    /// It waits for a writer, without whom it is to be done.
    case waiting
    /// A writer changed the index under it: all that was found before counts for nothing, and it begins anew.
    case restarted
}

/// What a check that came to its end has looked at.
public struct CheckSummary: Sendable, Equatable, Codable {
    /// How many reports the index holds; 0 where it could not be read.
    public var reports = 0
    /// The state of the index; 0 where it could not be read.
    public var revision = 0

    public init() {}
}
