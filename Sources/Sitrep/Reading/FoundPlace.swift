/// What a walk found at a path, so that who opens the path later can tell that it is still that.
///
/// Between the two anybody who may write in a source can put a link in the place of a file or of a folder above it; without a
/// second look what lies elsewhere would be taken in as a report of the source.
struct FoundPlace: Sendable, Equatable {
    var identity: FileIdentity
    /// The real path of the source; `nil` where that is not known.
    var root: String?

    /// Compares what was opened with what was found. Another file or folder is right too if it lies in the source, as where
    /// an editor has saved a file anew.
    ///
    /// - Throws: ``ReadFailure`` for one from elsewhere.
    func confirm(_ opened: Int32, at path: String) throws(ReadFailure) {
        let present = FileIdentity(of: opened)
        if present == identity { return }
        // The source itself may be one that is mounted when it is opened.
        if let root, let real = SystemPath.real(path), real == root || SystemPath.lies(real, in: root),
            FileIdentity(path: real) == present
        {
            return
        }
        throw ReadFailure(path: path, reason: "leads out of its source now, which it did not when it was found")
    }
}
