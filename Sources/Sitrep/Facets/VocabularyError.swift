/// Why a vocabulary could not be read, compiled or opened.
public struct VocabularyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it is; new kinds may come, so compare, do not switch.
    public struct Code: Sendable, Hashable {
        private let name: String

        /// A file or folder cannot be read.
        public static let unreadable = Code(name: "unreadable")
        /// A folder holds no vocabulary file.
        public static let empty = Code(name: "empty")
        /// A file is no YAML.
        public static let syntax = Code(name: "syntax")
        /// A file is YAML, but says something that a vocabulary file cannot say.
        public static let format = Code(name: "format")
        /// Concepts do not fit together: an id twice, a parent that is missing, a circle of parents.
        public static let structure = Code(name: "structure")
        /// The bytes are no vocabulary image, or a damaged one.
        public static let damaged = Code(name: "damaged")
        /// The image was written by a newer or an older Sitrep.
        public static let version = Code(name: "version")
    }

    /// What kind of failure it is.
    public let code: Code
    /// What is wrong, in one sentence without its full stop.
    public let message: String
    /// What to do about it.
    public let hint: String
    /// The file in question; `nil` for bytes in memory.
    public let file: String?
    /// The line in the file, from 1; `nil` where none can be named.
    public let line: Int?

    public init(code: Code, message: String, hint: String, file: String? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
    }

    /// `regions.yaml:12: what is wrong; what to do`.
    public var description: String {
        let place = (file.map { $0 + ":" } ?? "") + (line.map { "\($0):" } ?? "")
        return (place.isEmpty ? "" : place + " ") + message + "; " + hint
    }
}
