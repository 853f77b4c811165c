@testable import Sitrep

/// Reading reports.
enum FuzzReading {
    /// A report may hold less than in earnest, so that the limit is met.
    private static let reader = ReportReader(
        limits: ReadingLimits(maximumFileBytes: 1 << 20, maximumReportBytes: 1 << 14),
        today: FuzzInput.today
    )

    static func read(_ bytes: [UInt8], _ format: ReportFormat) {
        if let article = try? reader.article(bytes, format: format, path: "report") { check(article) }
        // What no ending tells the kind of.
        try? reader.read(bytes, named: "input") { if case .success(let record) = $0 { check(record.article) } }
    }

    static func readFile(_ bytes: [UInt8], ending: String) throws {
        try FuzzInput.withFile(bytes, ending: ending) { path in
            _ = try? reader.read(path: path) { if case .success(let record) = $0 { check(record.article) } }
        }
        // The same bytes as a packed file, mostly a broken one.
        try FuzzInput.withFile(bytes, ending: ending + ".gz") { path in
            _ = try? reader.read(path: path) { if case .success(let record) = $0 { check(record.article) } }
        }
    }

    private static func check(_ article: Article) {
        precondition(article.text.utf8.count <= reader.limits.maximumReportBytes, "a report above the limit")
        precondition(!article.text.isEmpty || !article.title.isEmpty, "a report of nothing")
        precondition(!article.title.utf8.contains(0x0A), "a title of several lines")
        if let date = article.published.date { precondition(date <= FuzzInput.today, "published in the future") }
    }
}
