/// How much a file and a report may hold; beyond it reading fails instead of filling the memory.
public struct ReadingLimits: Sendable, Equatable {
    /// The most bytes of a file that must be held whole (all but JSON lines), unpacked.
    public var maximumFileBytes: Int
    /// The most bytes of one report: its UTF-8 text, or its line in a lines file.
    public var maximumReportBytes: Int

    public init(maximumFileBytes: Int = 256 << 20, maximumReportBytes: Int = 16 << 20) {
        self.maximumFileBytes = maximumFileBytes
        self.maximumReportBytes = maximumReportBytes
    }

    /// Files of 256 MiB, reports of 16 MiB.
    public static let standard = ReadingLimits()
}
