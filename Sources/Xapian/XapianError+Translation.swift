internal import CXapian

/// Throws the error that a C function returned, and frees it; returns when there was none.
///
/// `subject` is what the call was about, a path or a term; Xapian's own context goes before it.
func succeed(_ error: OpaquePointer?, about subject: @autoclosure () -> String? = nil) throws(XapianError) {
    guard let error = unsafe error else { return }
    defer { unsafe cx_error_free(error) }
    let view = unsafe cx_error_read(error)
    let context = unsafe String(view.context)
    let systemMessage = unsafe String(view.system)
    throw unsafe XapianError(
        XapianError.Code(view.code),
        String(view.message),
        context: context.isEmpty ? subject() : context,
        typeName: String(view.type),
        systemMessage: systemMessage.isEmpty ? nil : systemMessage
    )
}

extension XapianError {
    /// Has the C layer throw the C++ class with this number in its list of codes, from 1, behind its translator.
    ///
    /// For tests of the classes that no situation provokes; numbers outside of the list throw an `int`.
    static func provoke(_ number: Int) throws(XapianError) {
        try unsafe succeed(cx_testing_throw(cx_error_code(rawValue: UInt32(number))))
    }
}

extension XapianError.Code {
    init(_ code: cx_error_code) {
        self =
            switch code {
            case CX_DATABASE_CORRUPT: .databaseCorrupt
            case CX_DATABASE_CREATE: .databaseCreate
            case CX_DATABASE_LOCKED: .databaseLocked
            case CX_DATABASE_MODIFIED: .databaseModified
            case CX_DATABASE_NOT_FOUND: .databaseNotFound
            case CX_DATABASE_VERSION: .databaseVersion
            case CX_DATABASE_OPENING: .databaseOpening
            case CX_DATABASE_CLOSED: .databaseClosed
            case CX_DATABASE: .database
            case CX_DOCUMENT_NOT_FOUND: .documentNotFound
            case CX_FEATURE_UNAVAILABLE: .featureUnavailable
            case CX_INTERNAL: .internalError
            case CX_NETWORK_TIMEOUT: .networkTimeout
            case CX_NETWORK: .network
            case CX_QUERY_PARSER: .queryParser
            case CX_SERIALISATION: .serialisation
            case CX_RANGE: .range
            case CX_WILDCARD_LIMIT: .wildcardLimit
            case CX_ASSERTION: .assertion
            case CX_INVALID_ARGUMENT: .invalidArgument
            case CX_INVALID_OPERATION: .invalidOperation
            case CX_UNIMPLEMENTED: .unimplemented
            case CX_OUT_OF_MEMORY: .outOfMemory
            case CX_CXX_EXCEPTION: .cxxException
            default: .unknown
            }
    }
}

extension String {
    /// Text of the C layer; what is not UTF-8 in it is replaced.
    init(_ bytes: cx_bytes) {
        let buffer = unsafe UnsafeBufferPointer(start: bytes.start, count: bytes.count)
        self = unsafe String(decoding: buffer, as: UTF8.self)
    }
}
