import ArgumentParser
import Sitrep

/// How much a file and a report may hold.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The largest file that is held whole, unpacked, such as 512M or 1G; files with a report a line may be larger \
            (default: 256M, or what the index was given last).
            """,
            valueName: "size"
        )
    )
    var maxFile: ByteSize?

    @Option(
        help: ArgumentHelp(
            "The largest text of a report, or line of a file (default: 16M, or what the index was given last).",
            valueName: "size"
        )
    )
    var maxReport: ByteSize?

    func validate() throws {
        try Self.check(maxFile, ReadingLimits.fileRange, "--max-file")
        try Self.check(maxReport, ReadingLimits.reportRange, "--max-report")
    }

    private static func check(_ size: ByteSize?, _ range: ClosedRange<Int>, _ option: String) throws {
        guard let size, !range.contains(size.bytes) else { return }
        throw ValidationError("\(option) must be 1 byte to \(range.upperBound >> 20)M, not \(size.bytes) bytes")
    }

    /// Sets what a run reads by.
    func apply(to options: inout Indexer.Options) {
        options.maximumFileBytes = maxFile?.bytes
        options.maximumReportBytes = maxReport?.bytes
    }

    /// What is asked for, and the standard for the rest.
    var limits: ReadingLimits {
        var limits = ReadingLimits.standard
        if let maxFile { limits.maximumFileBytes = maxFile.bytes }
        if let maxReport { limits.maximumReportBytes = maxReport.bytes }
        return limits
    }
}
