internal import Xapian

extension ReportWriter {
    /// Takes in a report of an index that is built again as that held it, for its file cannot be read now.
    ///
    /// To be called when all files are read, and before ``end()``: a report that was read from one counts.
    ///
    /// - Returns: whether it was taken in.
    mutating func takeStored(_ report: PreparedReport, path: String, file: FileKey) throws -> Bool {
        guard seen.insert(report.number).inserted else { return false }
        try write(report, path: path, file: file, replacing: nil)
        summary.stored += 1
        return true
    }

    /// Remembers files that cannot be read now as ones whose reports come from what the index held of them.
    ///
    /// - Parameter files: as the index knew them, with the number of the reports that were taken in.
    mutating func rememberKept(_ files: [FileRecord]) throws {
        let abandoned = Dictionary(abandoned.map { ($0.fileKey, $0) }, uniquingKeysWith: { $1 })
        for file in files {
            var kept = file.kept(reports: file.reports)
            if let tried = abandoned[file.fileKey] {
                guard file.reports > 0 else { continue }
                // Some of its reports may have been read.
                kept.reports += tried.reports
                kept.failures = tried.failures
            }
            try remember(kept, instead: nil)
        }
    }
}
