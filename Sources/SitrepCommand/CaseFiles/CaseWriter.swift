import Sitrep

/// Writes a case file: each file of it once, in an order that depends on the reports alone.
///
/// Reports are taken as they are read from the index, which is soon done; their originals are copied afterwards, however
/// long that takes, and what tells of these is written last.
final class CaseWriter {
    private let contents: CaseContents
    private let draft: FolderDraft
    private let tables: CaseTables
    private let showsProgress: Bool
    /// The reports as they came, without their texts and figures, which are written.
    private var reports: [ReportDetails] = []
    /// What the reports are called in all tables and names of files.
    private var keys: Set<String> = []
    private var lastShown = ContinuousClock.now

    /// The names of what is in a case file.
    enum Name {
        static let originals = "originals"
        static let texts = "texts"
        static let manifest = "manifest.json"
        static let readMe = "README.txt"
        static let sums = "SHA256SUMS"
        /// Has runs pass over the case file, and over what is not finished of it, where it lies inside a source.
        static let ignore = ".sitrepignore"
    }

    /// Begins a case file.
    ///
    /// - Throws: ``SitrepError`` `io` where it cannot be written.
    init(_ contents: CaseContents, _ draft: FolderDraft, showsProgress: Bool) throws {
        self.contents = contents
        self.draft = draft
        self.showsProgress = showsProgress
        try draft.write(Name.ignore, Array("# A case file holds reports that are in an index already.\n*\n".utf8))
        try draft.makeFolder(Name.originals)
        try draft.makeFolder(Name.texts)
        tables = try CaseTables(draft)
    }

    private static func text(of report: ReportDetails) -> String { "\(Name.texts)/\(CaseName.of(report)).txt" }

    /// Adds the next report.
    func write(_ report: ReportDetails) throws {
        var report = report
        report.wholeKey = freeKey(report.wholeKey)
        try draft.write(Self.text(of: report), Array(CaseText.page(report).utf8))
        try tables.writeRest(report)
        (report.text, report.matches, report.figures) = ("", [], [])
        reports.append(report)
        showProgress("reading", reports.count)
    }

    /// Copies the originals, ends the case file, brings it to disk and gives the folder its name.
    func finish() throws -> CaseSummary {
        let originals = try CaseOriginal.copy(reports, into: draft) { showProgress("copying the originals of", $0) }
        let manifest = try draft.begin(Name.manifest)
        let head = try JSONOutput.answer(CaseManifest(contents))
        try manifest.write((head.dropLast() + ",\"reports\":[").utf8)
        for (place, report) in reports.enumerated() {
            let text = Self.text(of: report)
            try tables.write(report, original: originals[place], text: text)
            let file = CaseManifest.File(file: text, sha256: draft.digests[text] ?? "")
            let entry = CaseManifest.Report(report, original: originals[place], text: file)
            try manifest.write(((place == 0 ? "\n" : ",\n") + (try JSONOutput.text(entry))).utf8)
        }
        try manifest.write("\n]}\n".utf8)
        try manifest.close()
        let figures = try tables.close()
        var summary = CaseSummary(folder: draft.path)
        summary.reports = reports.count
        summary.figures = figures
        summary.undated = contents.undated
        summary.irrelevant = contents.irrelevant
        summary.lost = originals.filter { $0.state != .verified }
        let readMe = CaseText.readMe(contents, summary, reports.map { ($0, Self.text(of: $0)) })
        try draft.write(Name.readMe, Array(readMe.utf8))
        let names = draft.digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sums = names.map { "\(draft.digests[$0] ?? "")  \($0)\n" }.joined()
        try draft.write(Name.sums, Array(sums.utf8))
        summary.files = draft.digests.count
        summary.sumsDigest = draft.digests[Name.sums] ?? ""
        try draft.finish()
        return summary
    }

    /// The key of a report, with a number behind it where a report of another index has that key.
    private func freeKey(_ key: String) -> String {
        var free = key
        var number = 1
        while !keys.insert(free).inserted {
            number += 1
            free = "\(key)-\(number)"
        }
        return free
    }

    private func showProgress(_ what: String, _ count: Int) {
        let now = ContinuousClock.now
        guard showsProgress, now - lastShown > .milliseconds(100) else { return }
        lastShown = now
        Output.status("\r\u{1B}[K\(what) \(count) of \(contents.total) reports")
    }
}
