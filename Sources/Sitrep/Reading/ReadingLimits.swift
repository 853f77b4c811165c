/// How much a file and a report may hold; beyond it reading fails instead of filling the memory.
public struct ReadingLimits: Sendable, Equatable {
    /// The most bytes of a file that must be held whole (all but JSON lines), unpacked.
    public var maximumFileBytes: Int
    /// The most bytes of one report: its UTF-8 text before it is cleaned, or its line in a lines file.
    public var maximumReportBytes: Int

    public init(maximumFileBytes: Int = 256 << 20, maximumReportBytes: Int = 16 << 20) {
        self.maximumFileBytes = maximumFileBytes
        self.maximumReportBytes = maximumReportBytes
    }

    /// Files of 256 MiB, reports of 16 MiB.
    public static let standard = ReadingLimits()

    /// What ``maximumFileBytes`` can be set to: up to 1 GiB, of which each thread that reads holds a multiple in memory.
    public static let fileRange = 1...1 << 30
    /// What ``maximumReportBytes`` can be set to: up to 64 MiB, as an entry of Xapian's tables takes some 100 MB, packed.
    public static let reportRange = 1...64 << 20

    /// The most lines of a report, each of which takes some hundred bytes of memory however short it is.
    static let mostLines = 1_000_000

    /// The most records of a JSON document that is an array of them; what is as large as that is better written a record a
    /// line.
    var mostRecords = 5_000_000

    /// For what was read once, by whatever limits.
    static let widest = ReadingLimits(
        maximumFileBytes: fileRange.upperBound,
        maximumReportBytes: reportRange.upperBound
    )

    /// These with what is asked for in their place; what is `nil` stays.
    func with(maximumFileBytes: Int?, maximumReportBytes: Int?) -> ReadingLimits {
        ReadingLimits(
            maximumFileBytes: maximumFileBytes ?? self.maximumFileBytes,
            maximumReportBytes: maximumReportBytes ?? self.maximumReportBytes
        )
    }

    /// Why a file is not read.
    var largeFile: String { "larger than \(maximumFileBytes) bytes, which is the limit for files" }

    /// Why a report is not read.
    ///
    /// - Parameter thing: what is too large.
    func large(_ thing: String) -> String {
        "a \(thing) of more than \(maximumReportBytes) bytes, which is the limit for reports"
    }

    /// Why a text is not taken for a report; `nil` where it may be one. Linear in the text.
    func refusal(of text: String) -> String? {
        guard text.utf8.count <= maximumReportBytes else { return large("text") }
        return TextLines.count(text) <= Self.mostLines
            ? nil : "a text of more than \(Self.mostLines) lines, which is the limit for reports"
    }

    /// Both as they stand in an index that remembers them: two numbers with a blank between them.
    var encoded: String { "\(maximumFileBytes) \(maximumReportBytes)" }

    /// Reads what ``encoded`` gives; numbers out of range, as of another version, become the next that are in it. `nil` for
    /// what is none.
    init?(encoded: String) {
        let numbers = encoded.split(separator: " ").map { Int($0) }
        guard numbers.count == 2, let file = numbers[0], let report = numbers[1] else { return nil }
        self.init(
            maximumFileBytes: min(max(file, Self.fileRange.lowerBound), Self.fileRange.upperBound),
            maximumReportBytes: min(max(report, Self.reportRange.lowerBound), Self.reportRange.upperBound)
        )
    }
}
