/// Which of the known files the walks of a run have met.
final class FileSightings {
    let table: FileTable
    private var isMet: [Bool]
    /// Reports of the files that are as they were.
    private(set) var unchangedReports = 0

    init(_ table: FileTable) {
        self.table = table
        isMet = Array(repeating: false, count: table.fileCount)
    }

    func hasMet(_ file: Int) -> Bool { isMet[file] }

    /// Notes that a file is there.
    func meet(_ file: Int) { isMet[file] = true }

    /// Notes that a file is as it was.
    func pass(_ file: Int) {
        isMet[file] = true
        unchangedReports += table.file(file).reports
    }

    /// Tells the files of a folder that are as they were, and need no further look.
    ///
    /// - Parameters:
    ///   - path: from the source on.
    ///   - settled: a file that was changed at this time or later may have been changed again unseen.
    /// - Returns: `nil` where no file of the folder is known.
    func recognizer(ofFolder path: String, in source: Int, settled: Int64) -> SourceWalker.FileRecognizer? {
        let place = PathBytes.bytes(of: path).withUnsafeBytes {
            table.place(ofFolder: $0, in: source, guess: nextFolder)
        }
        guard let place else { return nil }
        nextFolder = place + 1
        let files = table.folder(place).files
        var guess = files.lowerBound
        return { [self] name, status in
            guard let file = table.place(of: name, in: files, guess: guess) else { return false }
            guess = file + 1
            let known = table.file(file)
            guard known.status == status, !known.hasFailures, status.modified < settled else { return false }
            pass(file)
            return true
        }
    }

    /// The folder of the table that a walk probably comes to next.
    private var nextFolder = 0

    /// Calls `body` with the files of a source that no walk has met, in the order of the table.
    func forEachUnmet(of source: Int, _ body: (_ file: Int, _ relativePath: String) throws -> Void) rethrows {
        for place in table.folders(of: source) {
            let folder = table.folder(place)
            for file in folder.files where !isMet[file] { try body(file, table.relativePath(of: file, in: folder)) }
        }
    }

    /// Whether any file of a source is known, and whether one of them was met.
    func knows(_ source: Int) -> (any: Bool, met: Bool) {
        let folders = table.folders(of: source)
        guard !folders.isEmpty else { return (false, false) }
        let first = table.folder(folders.lowerBound).files.lowerBound
        let files = first..<table.folder(folders.upperBound - 1).files.upperBound
        return (!files.isEmpty, files.contains { isMet[$0] })
    }
}
