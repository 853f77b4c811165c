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
