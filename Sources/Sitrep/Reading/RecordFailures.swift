/// The records of a file that failed: the first are told of one by one, all others by their number.
///
/// A file of other people's making may have millions, and what is told of them would fill the memory.
struct RecordFailures {
    /// So many of a file are told of.
    static let most = 1_000

    private var count = 0
    private var lastLine: Int?

    /// Whether an item is handed on; a failure counts.
    mutating func isListed(_ item: ReadItem) -> Bool {
        guard case .result(.failure(let failure)) = item else { return true }
        return isListed(failure)
    }

    /// Counts a failure; whether it is handed on.
    mutating func isListed(_ failure: ReadFailure) -> Bool {
        count += 1
        lastLine = failure.line
        return count <= Self.most
    }

    /// What stands for all that were not handed on; `nil` for none.
    func rest(of path: String) -> ReadFailure? {
        guard count > Self.most else { return nil }
        let number = count - Self.most
        let end = lastLine.map { ", the last in line \($0)" } ?? ""
        let records = NumberText.count(number, "more record")
        return ReadFailure(path: path, reason: "\(records) that failed\(end)", count: number)
    }
}
