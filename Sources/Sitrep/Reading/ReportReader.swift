/// Reads files of every supported format to cleaned reports.
///
/// Reading the same bytes gives the same reports, but for the `today` that it compares dates with. A reader has no
/// state, so that several tasks may use one.
public struct ReportReader: Sendable {
    /// How much a file and a report may hold.
    public let limits: ReadingLimits
    /// The day of reading: a later date is nobody's publication date.
    public let today: CalendarDate

    public init(limits: ReadingLimits = .standard, today: CalendarDate) {
        self.limits = limits
        self.today = today
    }

    /// Reads one file and calls `sink` for each report or failure in it, in order; returns what the file is.
    ///
    /// Throws ``ReadFailure`` when the whole file fails: it cannot be opened, is empty, binary, broken gzip, broken JSON
    /// or of an unknown kind, or it changed while it was read. The reports of a lines file come as they are read: when
    /// such a file fails at its end, `sink` has seen some already, and the caller decides whether they stay. Throws on
    /// what `sink` throws. Never waits for a pipe. `path` is a path as ``PathBytes`` writes it.
    public func read(path: String, sink: (Result<ReadRecord, ReadFailure>) throws -> Void) throws -> FileContent {
        try read(path: path, found: nil, sink: sink)
    }

    /// Reads a file that a walk found as ``read(path:sink:)`` does.
    func read(_ file: WalkedFile, sink: (Result<ReadRecord, ReadFailure>) throws -> Void) throws -> FileContent {
        try read(path: file.path, found: file.found, sink: sink)
    }

    private func read(
        path: String,
        found: FoundPlace?,
        sink: (Result<ReadRecord, ReadFailure>) throws -> Void
    ) throws -> FileContent {
        try read(
            path: path,
            found: found,
            recognizing: { _ in nil },
            sink: { item in if case .result(let result) = item { try sink(result) } }
        )
    }

    /// Reads one file as ``read(path:sink:)`` does, but for records that are known by their bytes alone.
    ///
    /// - Parameters:
    ///   - found: what a walk found there; `nil` for a path that a person gave.
    ///   - recognize: what a record of many is known by, by the SHA-256 digest of its original bytes in hexadecimal; `nil`
    ///     for one that is to be read.
    func read(
        path: String,
        found: FoundPlace?,
        recognizing recognize: (String) -> Int?,
        sink: (ReadItem) throws -> Void
    ) throws -> FileContent {
        guard let format = ReportFormat(path: path) else {
            throw ReadFailure(path: path, reason: ReportReader.unknownKind(path))
        }
        var source = try ByteSource(path: path, limits: limits, found: found)
        guard source.status.size > 0 else { throw ReadFailure(path: path, reason: "empty file") }
        var failures = RecordFailures()
        let content = try read(&source, format, path: path, recognizing: recognize) { item in
            if failures.isListed(item) { try sink(item) }
        }
        if let rest = failures.rest(of: path) { try sink(.result(.failure(rest))) }
        return content
    }

    private func read(
        _ source: inout ByteSource,
        _ format: ReportFormat,
        path: String,
        recognizing recognize: (String) -> Int?,
        sink: (ReadItem) throws -> Void
    ) throws -> FileContent {
        if format == .jsonLines {
            try readLines(&source, recognizing: recognize, sink: sink)
            return source.finish()
        }
        let bytes = try source.rest()
        let content = source.finish()
        guard !bytes.isEmpty else { throw ReadFailure(path: path, reason: "empty file") }
        if format == .json {
            try readDocument(bytes, path: path, content: content, recognizing: recognize, sink: sink)
        } else {
            let article = try article(bytes, format: format, path: path)
            try sink(.result(.success(ReadRecord(article: article, digest: content.digest))))
        }
        return content
    }

    /// Reads the one report of a text, Markdown or HTML file.
    func article(_ bytes: [UInt8], format: ReportFormat, path: String) throws -> Article {
        let hint = format == .html ? CharacterSets.declared(inHTML: bytes) : nil
        guard let text = TextDecoder.decode(bytes, declared: hint) else {
            throw ReadFailure(path: path, reason: "not text")
        }
        // All of a page is not its text.
        if format != .html, let reason = limits.refusal(of: text) { throw ReadFailure(path: path, reason: reason) }
        let draft: ArticleDraft
        switch format {
        case .html:
            guard let page = HTMLDocument(text) else {
                throw ReadFailure(path: path, reason: "the page is too tangled to parse")
            }
            draft = PageReader(page: page, today: today).draft()
        case .markdown: draft = MarkdownReport(text).draft()
        default: draft = ArticleDraft(text: text)
        }
        if let reason = limits.refusal(of: draft.text) { throw ReadFailure(path: path, reason: reason) }
        let article = draft.finished(today: today)
        guard !article.text.isEmpty || !article.title.isEmpty else {
            throw ReadFailure(path: path, reason: "no text in it")
        }
        return article
    }

    /// Why a file of an unknown kind cannot be read.
    static func unknownKind(_ path: String) -> String {
        let ending = FileName.ending(FileName.last(path))
        let kinds = "Sitrep reads .txt, .md, .html, .htm, .json, .jsonl and .ndjson, also with .gz"
        return ending.isEmpty
            ? "a file without a known ending; \(kinds)" : "a file of unknown kind (\(ending)); \(kinds)"
    }
}
