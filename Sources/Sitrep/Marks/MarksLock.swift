/// The right to change the file of marks, held by one process at a time, for as long as a change takes.
struct MarksLock: ~Copyable {
    private let lock: ShortLock

    static let fileName = "marks.lock"

    /// Waits for the lock and takes it.
    ///
    /// - Parameter folder: the index folder, which exists.
    /// - Throws: ``SitrepError`` `locked` when it is not to be had.
    init(folder: String) throws(SitrepError) {
        lock = try ShortLock(path: folder + "/" + Self.fileName, of: "the marks in \(folder)")
    }
}
