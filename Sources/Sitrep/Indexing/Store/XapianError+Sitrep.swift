internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a machine may refuse, which says nothing of what is on the disk.
enum SystemTrouble {
    private static let reasons = [EACCES, EPERM, EROFS, EMFILE, ENFILE, ENOMEM, EIO, ENOSPC, EDQUOT].map {
        (number: $0, words: String(cString: strerror($0)))
    }

    /// Whether a message gives such a reason.
    static func isNamed(in message: String) -> Bool { reasons.contains { message.contains($0.words) } }

    /// What to do where a message gives such a reason; `nil` where it gives none.
    static func hint(for message: String) -> String? {
        reasons.first { message.contains($0.words) }.map { hint(for: $0.number) }
    }

    /// What to do about a call that failed with one of the system's error numbers.
    static func hint(for number: Int32) -> String {
        let advice =
            switch number {
            case ENOSPC, EDQUOT: "make room on the disk"
            case EACCES, EPERM, EROFS: "see that you may read it and write there"
            case EMFILE, ENFILE: "let programs open more files (ulimit -n)"
            case ENOMEM: "free memory"
            case EIO: "see whether the disk works"
            case ENOENT, ENOTDIR: "see that it and its folder are there"
            default: "see what is at that path"
            }
        return "\(advice) and run the same command again"
    }
}

extension XapianError {
    /// The message with the system's reason.
    var withReason: String {
        guard let systemMessage, !message.contains(systemMessage) else { return message }
        return "\(message): \(systemMessage)"
    }

    /// Whether it tells of what a table holds, though the library says so in the words that it has for a failing disk.
    fileprivate var isOfContent: Bool { message.hasPrefix("EOF reading") || message.hasPrefix("inflate failed") }

    /// Whether it tells of the machine: of rights, open files, room, or a disk that gives an error.
    var isOfMachine: Bool { SystemTrouble.isNamed(in: systemMessage ?? message) }
}

extension SitrepError {
    /// What an error below the surface means to the person who uses the index at `path`; other errors as they are.
    static func translated(_ error: any Error, index path: String) -> any Error {
        switch error {
        case let error as XapianError: SitrepError(error, index: path)
        case is ByteReader.Malformed:
            SitrepError(
                .data,
                "the index at \(path) is damaged: a record cannot be read",
                hint: IndexMetadata.repairHint(path)
            )
        default: error
        }
    }

    /// What an error of Xapian's means to the person who uses the index at `path`.
    init(_ error: XapianError, index path: String) {
        switch error.code {
        case .databaseOpening where error.isOfMachine, .databaseCorrupt where error.isOfMachine:
            self = Self.unusable(error, index: path)
        case .database where error.systemMessage == nil && error.isOfContent:
            // A file that is cut off, or cannot be unpacked, is no fault of the disk.
            self.init(
                .data,
                "the index at \(path) is damaged: \(error.message)",
                hint: IndexMetadata.repairHint(path)
            )
        case .databaseLocked:
            self.init(
                .locked,
                "the index \(path) is locked by another writer",
                hint: "wait until it has finished and try again"
            )
        case .databaseCorrupt, .databaseOpening, .databaseNotFound, .databaseVersion, .documentNotFound,
            .serialisation, .range:
            self.init(
                .data,
                "the index at \(path) is damaged: \(error.message)",
                hint: IndexMetadata.repairHint(path)
            )
        case .wildcardLimit, .queryParser:
            self.init(.usage, error.message, hint: error.hint)
        case .outOfMemory:
            self.init(.io, "out of memory", hint: "narrow the request, or free memory and try again")
        default:
            self = Self.unusable(error, index: path)
        }
    }

    /// What the machine does not let be read or written.
    private static func unusable(_ error: XapianError, index path: String) -> SitrepError {
        SitrepError(
            .io,
            "the index at \(path) could not be used: \(error.withReason)",
            hint: SystemTrouble.hint(for: error.withReason) ?? error.hint
        )
    }
}
