import Sitrep

/// Writes a case file: each file of it once, in an order that depends on the reports alone.
final class CaseWriter {
    private let contents: CaseContents
    private let draft: FolderDraft
    private let originals: [CaseOriginal]
    private let tables: CaseTables
    private let manifest: DraftFile
    private let showsProgress: Bool
    private var written = 0
    private var lastShown = ContinuousClock.now

    /// The names of what is in a case file.
    enum Name {
        static let originals = "originals"
        static let texts = "texts"
        static let manifest = "manifest.json"
        static let readMe = "README.txt"
        static let sums = "SHA256SUMS"
    }

    /// Begins a case file, and copies the originals.
    ///
    /// - Throws: ``SitrepError`` `io` where it cannot be written.
    init(_ contents: CaseContents, _ draft: FolderDraft, showsProgress: Bool) throws {
        self.contents = contents
        self.draft = draft
        self.showsProgress = showsProgress
        try draft.makeFolder(Name.originals)
        try draft.makeFolder(Name.texts)
        originals = try CaseOriginal.copy(contents.reports, into: draft)
        tables = try CaseTables(draft)
        manifest = try draft.begin(Name.manifest)
        let head = try JSONOutput.answer(CaseManifest(contents))
        try manifest.write((head.dropLast() + ",\"reports\":[").utf8)
    }

    /// Adds the next report.
    func write(_ report: ReportDetails) throws {
        guard written < contents.reports.count else { return }
        let known = contents.reports[written]
        let original = originals[written]
        let text = "\(Name.texts)/\(CaseName.of(known)).txt"
        try draft.write(text, Array(CaseText.page(report).utf8))
        try tables.write(report, key: known.key, original: original, text: text)
        let entry = CaseManifest.Report(
            report,
            key: known.key,
            original: original,
            text: .init(file: text, sha256: draft.digests[text] ?? "")
        )
        try manifest.write(((written == 0 ? "\n" : ",\n") + (try JSONOutput.text(entry))).utf8)
        written += 1
        showProgress()
    }

    /// Ends the case file, brings it to disk and gives the folder its name.
    func finish() throws -> CaseSummary {
        try manifest.write("\n]}\n".utf8)
        try manifest.close()
        let figures = try tables.close()
        var summary = CaseSummary(folder: draft.path)
        summary.reports = written
        summary.figures = figures
        summary.undated = contents.undated
        summary.irrelevant = contents.irrelevant
        summary.lost = originals.filter { $0.state != .verified }
        let readMe = CaseText.readMe(contents, summary)
        try draft.write(Name.readMe, Array(readMe.utf8))
        let names = draft.digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sums = names.map { "\(draft.digests[$0] ?? "")  \($0)\n" }.joined()
        try draft.write(Name.sums, Array(sums.utf8))
        summary.files = draft.digests.count
        summary.sumsDigest = draft.digests[Name.sums] ?? ""
        try draft.finish()
        return summary
    }

    private func showProgress() {
        let now = ContinuousClock.now
        guard showsProgress, now - lastShown > .milliseconds(100) else { return }
        lastShown = now
        Output.status("\r\u{1B}[Kwriting \(written) of \(contents.reports.count) reports")
    }
}

/// Names of files that need no quotes anywhere: letters, digits and hyphens of ASCII.
enum CaseName {
    private static let longestSlug = 40

    /// The whole key, which no other report has, and what can be kept of the title.
    static func of(_ report: CaseContents.Report) -> String {
        let slug = slug(report.title)
        return slug.isEmpty ? report.key : report.key + "-" + slug
    }

    private static func slug(_ title: String) -> String {
        var slug = ""
        for scalar in title.lowercased().unicodeScalars {
            guard slug.utf8.count < longestSlug else { break }
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug
    }
}

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
    /// - Returns: one for each report, in their order.
    static func copy(_ reports: [CaseContents.Report], into draft: FolderDraft) throws -> [CaseOriginal] {
        var originals = reports.map { CaseOriginal(state: .changed, path: $0.path) }
        // In the order of the reports, so that errors come in an order too.
        var places: [String: [Int]] = [:]
        var paths: [String] = []
        for (place, report) in reports.enumerated() {
            if places[report.path] == nil { paths.append(report.path) }
            places[report.path, default: []].append(place)
        }
        for path in paths {
            let here = places[path] ?? []
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

/// What was exported.
struct CaseSummary: Encodable {
    var folder: String
    var reports = 0
    var figures = 0
    var files = 0
    var undated = 0
    var irrelevant = 0
    /// Originals that are not there as they were indexed.
    var lost: [CaseOriginal] = []
    /// The SHA-256 of the list of checksums, which stands for the whole.
    var sumsDigest = ""

    init(folder: String) { self.folder = folder }

    private enum CodingKeys: String, CodingKey {
        case folder, reports, verified, changed, missing, figures, files, undated, irrelevant, sha256
    }

    func count(_ state: CaseOriginal.State) -> Int { lost.count { $0.state == state } }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(OrNull(reports == 0 ? nil : folder), forKey: .folder)
        try container.encode(reports, forKey: .reports)
        try container.encode(reports - lost.count, forKey: .verified)
        try container.encode(count(.changed), forKey: .changed)
        try container.encode(count(.missing), forKey: .missing)
        try container.encode(figures, forKey: .figures)
        try container.encode(files, forKey: .files)
        try container.encode(undated, forKey: .undated)
        try container.encode(irrelevant, forKey: .irrelevant)
        try container.encode(OrNull(sumsDigest.isEmpty ? nil : sumsDigest), forKey: .sha256)
    }
}
