import Sitrep

/// The original of a report, as far as it could be had.
struct CaseOriginal: Encodable {
    enum State: String, Encodable {
        /// It is what was indexed, by its SHA-256.
        case verified
        /// The file is there, but what was indexed is not in it any more.
        case changed
        /// The file cannot be read.
        case missing
    }

    /// Its name in the case file; `nil` where it is not there.
    var file: String?
    var state: State
    /// Why it cannot be read.
    var reason: String?
    /// Where it was when it was indexed.
    var path: String

    private enum CodingKeys: String, CodingKey { case file, state, reason }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(OrNull(file), forKey: .file)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(reason, forKey: .reason)
    }

    /// Copies the originals of reports, each file that holds any of them read once.
    ///
    /// - Parameter copied: called with the number of originals that were looked for, after each file.
    /// - Returns: one for each report, in their order.
    static func copy(
        _ reports: [ReportDetails],
        into draft: FolderDraft,
        copied: (Int) -> Void
    ) throws -> [CaseOriginal] {
        var originals = reports.map { CaseOriginal(state: .changed, path: $0.path) }
        // In the order of the reports, so that errors come in an order too.
        var places: [String: [Int]] = [:]
        var paths: [String] = []
        for (place, report) in reports.enumerated() {
            if places[report.path] == nil { paths.append(report.path) }
            places[report.path, default: []].append(place)
        }
        var done = 0
        for path in paths {
            let here = places[path] ?? []
            defer {
                done += here.count
                copied(done)
            }
            do {
                let digests = Set(here.map { reports[$0].digest })
                try Originals.read(path: path, digests: digests) { digest, bytes in
                    for place in here where reports[place].digest == digest {
                        let name = CaseName.of(reports[place]) + ending(of: path, bytes)
                        let file = "\(CaseWriter.Name.originals)/\(name)"
                        try draft.write(file, bytes)
                        originals[place].file = file
                        originals[place].state = .verified
                    }
                }
            } catch let failure as ReadFailure {
                for place in here where originals[place].file == nil {
                    originals[place].state = .missing
                    originals[place].reason = failure.reason
                }
            }
        }
        return originals
    }

    /// What kind of file the bytes are: those of the file itself, or of one record in it.
    private static func ending(of path: String, _ bytes: [UInt8]) -> String {
        let kind =
            switch ReportFormat(path: path) {
            case .html: ".html"
            case .markdown: ".md"
            case .json, .jsonLines: ".json"
            case .text, nil: ".txt"
            }
        return ReportFormat.isCompressed(path: path) && bytes.starts(with: [0x1F, 0x8B]) ? kind + ".gz" : kind
    }
}
