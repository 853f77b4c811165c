/// What went wrong, in words for the person at the keyboard, and what to do next.
public struct SitrepError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of failure that a caller may want to tell apart.
    public enum Code: Sendable, Hashable {
        /// The request itself is wrong: an option, a query, a date, an unknown facet value.
        case usage
        /// Data that cannot be used: a damaged index, one of another schema.
        case data
        /// There is no such input, report or index.
        case notFound
        /// Reading or writing failed, or the disk is full.
        case io
        /// Another writer holds the index.
        case locked
        /// Something that the program does without where it can is not there: a library, another machine.
        case unavailable
    }

    /// The kind of failure.
    public var code: Code
    /// What happened, as one sentence without a full stop.
    public var message: String
    /// What to do about it; `nil` where there is nothing to add.
    public var hint: String?

    public init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    public var description: String {
        hint.map { message + "\n" + $0 } ?? message
    }
}
