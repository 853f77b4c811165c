import Sitrep

/// What a run did, for a person to read.
struct SummaryText {
    let style: Style
    let isQuiet: Bool
    let isVerbose: Bool

    /// So many failures are listed; the rest is counted, and listed with --verbose.
    private static let listedFailures = 20

    func write(_ summary: RunSummary, index: String) {
        let listed = isVerbose ? summary.failures : Array(summary.failures.prefix(Self.listedFailures))
        for failure in listed { Output.note(failure.note) }
        let more = summary.failed - listed.reduce(0) { $0 + $1.count }
        if more > 0 { Output.note("sitrep: \(Printable.count(more, "more failure")): see them with --verbose") }
        guard !isQuiet else { return }
        for remark in summary.remarks { Output.note("sitrep: " + Printable.line(remark)) }
        if let vocabulary = summary.vocabulary {
            Output.write(style.hanging("vocabulary: " + vocabulary.line, indent: 2) + "\n")
        }
        if summary.marked > 0 {
            Output.write("marks: " + Printable.count(summary.marked, "report") + " marked otherwise than before\n")
        }
        var parts = [
            "\(summary.added) added", "\(summary.changed) changed", "\(summary.removed) removed",
            "\(summary.unchanged) unchanged",
        ]
        if summary.moved > 0 { parts[3] += " (\(summary.moved) moved)" }
        if summary.stored > 0 { parts.append("\(summary.stored) from what the index held") }
        if summary.failed > 0 { parts.append("\(summary.failed) failed") }
        let seconds = (summary.seconds * 100).rounded() / 100
        Output.write("\(parts.joined(separator: ", ")) in \(seconds) s\n")
        if isVerbose, summary.storySeconds > 0 {
            Output.write("stories: grouped in \((summary.storySeconds * 10_000).rounded() / 10) ms\n")
        }
        let skipped = summary.skipped.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        if !skipped.isEmpty {
            let kinds = skipped.map { "\($0.key.isEmpty ? "no ending" : Printable.line($0.key)) \($0.value)" }
            let line = "skipped, not of a kind that is read: " + kinds.joined(separator: ", ")
            Output.write(style.hanging(line, indent: 2) + "\n")
        }
    }
}

extension VocabularyRefresh {
    /// What changed, and how many reports were looked at again.
    var line: String {
        var changes: [String] = []
        if isWhole { changes.append("another one is built in") }
        if spellings > 0 { changes.append(spellings == 1 ? "1 spelling" : "\(spellings) spellings") }
        if concepts > 0 { changes.append(concepts == 1 ? "1 concept" : "\(concepts) concepts") }
        if changes.isEmpty { changes.append("nothing") }
        let what = changes.joined(separator: " and ") + (isWhole ? "" : " changed")
        return "\(what), \(reports) of \(total) reports looked at again"
    }
}

extension ReadFailure {
    /// One line for stderr: the file, the line in it where that is known, and the reason.
    var note: String { "sitrep: failed: " + Printable.line("\(path): \(description)") }
}

/// What an index holds, for a person to read.
struct StatusText {
    let style: Style

    /// The longest path that others are lined up with.
    private static let pathColumns = 50

    func write(_ status: IndexStatus) {
        Output.write(style.link(style.title(style.isolated(Printable.line(status.path))), to: status.path) + "\n")
        let undated = status.undated > 0 ? ", \(status.undated) of them undated" : ""
        Output.write("\(Printable.count(status.reports, "report"))\(undated), \(Self.size(status.size)) on disk\n")
        Output.write("last changed \(status.updated), revision \(status.revision), schema \(status.schema)\n")
        if status.isUnfinished {
            Output.write("not all of its sources are read: a run is under way, or go on with sitrep reindex\n")
        }
        if let folder = status.vocabularyFolder {
            let line = "vocabulary: built in, extended by " + style.isolated(Printable.line(folder))
            Output.write(style.hanging(line, indent: 2) + "\n")
        }
        if status.limits != .standard {
            let (file, report) = (status.limits.maximumFileBytes, status.limits.maximumReportBytes)
            Output.write("files of up to \(file) bytes, reports of up to \(report)\n")
        }
        if !status.vocabularyIsCurrent {
            Output.write("a newer vocabulary is at hand: take it over with sitrep reindex\n")
        }
        Output.write(status.sources.isEmpty ? "no sources\n" : style.heading("Sources") + "\n")
        let paths = status.sources.map { style.isolated(Printable.line($0.path)) }
        let widest = DisplayWidth.widest(of: paths, upTo: Self.pathColumns)
        for (source, path) in zip(status.sources, paths) {
            let gap = String(repeating: " ", count: max(0, widest - DisplayWidth.columns(path)) + 2)
            var line = "  " + style.link(path, to: source.path) + gap
            line += "\(Printable.count(source.reports, "report")) in \(Printable.count(source.files, "file"))"
            if source.failures > 0 { line += ", \(Printable.count(source.failures, "failure"))" }
            if !source.excluded.isEmpty {
                line += ", without " + Printable.line(source.excluded.joined(separator: " "))
            }
            if !source.isReachable { line += "  (cannot be reached now)" }
            Output.write(line + "\n")
        }
    }

    /// Bytes in a unit that people read.
    static func size(_ bytes: Int) -> String {
        var size = Double(bytes)
        for unit in ["bytes", "KB", "MB", "GB"] {
            if size < 1000 || unit == "GB" {
                let rounded = unit == "bytes" ? String(bytes) : String((size * 10).rounded() / 10)
                return "\(rounded) \(unit)"
            }
            size /= 1000
        }
        return "\(bytes) bytes"
    }
}
