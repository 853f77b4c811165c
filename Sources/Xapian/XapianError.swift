/// An error of the search library: what went wrong, what it was about, and what to do.
public struct XapianError: Error, Sendable {
    /// The kind of error: one a class of Xapian's errors, and a few for what else C++ throws.
    public enum Code: Sendable, Hashable, CaseIterable {
        /// The files of a database are damaged (`Xapian::DatabaseCorruptError`).
        case databaseCorrupt
        /// A database could not be created (`Xapian::DatabaseCreateError`).
        case databaseCreate
        /// Another writer has the database open, in this process or another (`Xapian::DatabaseLockError`).
        case databaseLocked
        /// The revision that was read has been overwritten since (`Xapian::DatabaseModifiedError`).
        case databaseModified
        /// There is no database at the path (`Xapian::DatabaseNotFoundError`).
        case databaseNotFound
        /// The database was written by an incompatible version of Xapian (`Xapian::DatabaseVersionError`).
        case databaseVersion
        /// A database could not be opened (`Xapian::DatabaseOpeningError`).
        case databaseOpening
        /// The database was closed (`Xapian::DatabaseClosedError`).
        case databaseClosed
        /// Another error with a database, such as a full disk (`Xapian::DatabaseError`).
        case database
        /// There is no document with the id (`Xapian::DocNotFoundError`).
        case documentNotFound
        /// The library was built without a feature (`Xapian::FeatureUnavailableError`).
        case featureUnavailable
        /// An argument is out of its range, such as a term that is too long (`Xapian::InvalidArgumentError`).
        case invalidArgument
        /// A call that is not possible in this state (`Xapian::InvalidOperationError`).
        case invalidOperation
        /// The connection to a remote database failed (`Xapian::NetworkError`).
        case network
        /// A remote database did not answer in time (`Xapian::NetworkTimeoutError`).
        case networkTimeout
        /// A query string could not be parsed (`Xapian::QueryParserError`).
        case queryParser
        /// A number is out of range (`Xapian::RangeError`).
        case range
        /// Serialised data is malformed, a packed value among them (`Xapian::SerialisationError`).
        case serialisation
        /// The backend cannot do it (`Xapian::UnimplementedError`).
        case unimplemented
        /// An assertion within Xapian failed (`Xapian::AssertionError`).
        case assertion
        /// Xapian has a bug or is badly broken (`Xapian::InternalError`).
        case internalError
        /// A wildcard expands to more terms than it may (`Xapian::WildcardError`).
        case wildcardLimit
        /// Memory ran out (`std::bad_alloc`).
        case outOfMemory
        /// Another C++ exception (`std::exception`).
        case cxxException
        /// Something else was thrown.
        case unknown
    }

    /// The kind of error.
    public let code: Code
    /// What happened, in Xapian's words.
    public let message: String
    /// What it was about: a path, a term, a language; `nil` where nothing can be named.
    public let context: String?
    /// What to do about it; `nil` where there is nothing to advise.
    public let hint: String?
    /// The name of the C++ class that was thrown, such as `DatabaseLockError`.
    public let typeName: String
    /// The system's text for `errno`, such as `No such file or directory`; `nil` where none was recorded.
    public let systemMessage: String?

    /// An error of this layer's own making or a translated one; the hint follows from the code.
    init(
        _ code: Code,
        _ message: String,
        context: String? = nil,
        typeName: String,
        systemMessage: String? = nil
    ) {
        self.code = code
        self.message = message
        self.context = context
        self.hint = code.hint
        self.typeName = typeName
        self.systemMessage = systemMessage
    }
}

extension XapianError: CustomStringConvertible {
    /// The message, the system's reason and the context on one line: `Unable to open (No such file): /data/index`.
    public var description: String {
        var text = message.isEmpty ? typeName : message
        if let systemMessage { text += " (\(systemMessage))" }
        if let context, !context.isEmpty, !message.contains(context) { text += ": \(context)" }
        return text
    }
}

extension XapianError.Code {
    /// What a person can do about an error of this kind.
    var hint: String? {
        switch self {
        case .databaseCorrupt: "Check the database; build it again from its sources if it is damaged."
        case .databaseCreate: "See that the folder can be written to and that nothing else is at the path."
        case .databaseLocked: "Wait until the other writer has finished, then try again."
        case .databaseModified: "Reopen the database and try again."
        case .databaseNotFound: "Check the path, or create the database first."
        case .databaseVersion: "Build the database again with this version of Xapian."
        case .databaseOpening: "Check that the path is a database and may be read."
        case .databaseClosed: "Open the database again."
        case .database: "See that the disk has room and works."
        case .network, .networkTimeout: "Check that the server runs and can be reached, then try again."
        case .wildcardLimit: "Write more letters before the wildcard."
        case .featureUnavailable, .unimplemented: "Use a local database, or another build of Xapian."
        case .outOfMemory: "Ask for fewer results, or free memory."
        case .documentNotFound, .invalidArgument, .invalidOperation, .queryParser, .range, .serialisation,
            .assertion, .internalError, .cxxException, .unknown:
            nil
        }
    }
}
