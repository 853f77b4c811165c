/// What reading a file gives, item by item.
enum ReadItem: Sendable {
    /// A report, or why there is none.
    case result(Result<ReadRecord, ReadFailure>)
    /// A record that the caller knows, which was not read any further.
    case known(KnownRecord)
}

/// A record whose original bytes the caller knows.
struct KnownRecord: Sendable {
    /// What the caller knows it by.
    var place: Int
    /// The line that it begins at, counted from 1.
    var line: Int?
    /// How long it is.
    var bytes: Int
}
