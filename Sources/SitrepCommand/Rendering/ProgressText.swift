import Sitrep

/// The line that says how far a run has come, as long as the terminal is wide.
struct ProgressText {
    /// Columns of the terminal; `nil` where it does not tell.
    let width: Int?

    /// Before so much time a rate says nothing.
    private static let leastTime = 1.0

    /// - Parameter seconds: how long the run has been in this phase.
    func line(_ progress: RunProgress, seconds: Double) -> String {
        switch progress.phase {
        case .waiting: fitting(["waiting for another writer of the index…"])
        case .scanning: fitting(["looking for changes…"])
        case .reading: fitting(reading(progress, seconds: seconds))
        case .keeping: fitting(["keeping reports whose files cannot be read: \(progress.reports)"])
        case .refreshing: fitting(["looking again at reports that the vocabulary touches: \(progress.reports)"])
        case .writing: fitting(["writing the index, " + Printable.count(progress.reports, "report")])
        case .compacting: fitting(["compacting the index…"])
        }
    }

    /// The parts, the most important first.
    private func reading(_ progress: RunProgress, seconds: Double) -> [String] {
        var parts = ["reading \(progress.filesDone) of \(Printable.count(progress.files, "file"))"]
        guard seconds >= Self.leastTime, progress.bytesDone > 0 else {
            return parts + [reports(progress)]
        }
        let left = Double(progress.bytes - progress.bytesDone) / Double(progress.bytesDone) * seconds
        parts.append(Self.time(left) + " left")
        parts.append(reports(progress))
        parts.append("\(Int(Double(progress.reports) / seconds))/s")
        let megabytes = (Double(progress.bytesDone) / seconds / 100_000).rounded() / 10
        parts.append("\(megabytes) MB/s")
        return parts
    }

    /// How many were read, and how many of them no interruption can take away.
    private func reports(_ progress: RunProgress) -> String {
        let read = Printable.count(progress.reports, "report")
        return progress.saved > 0 ? "\(read) (\(progress.saved) saved)" : read
    }

    /// As many parts as have room, one column spared for the cursor; the first is cut where it has none.
    private func fitting(_ parts: [String]) -> String {
        let room = width.map { max(1, $0 - 1) } ?? 79
        var line = parts[0]
        for part in parts.dropFirst() where line.count + 2 + part.count <= room { line += ", " + part }
        return String(line.prefix(room))
    }

    /// A time in its largest unit or two: `40 s`, `3 min 20 s`, `2 h 5 min`.
    static func time(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 360_000 else { return "days" }
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min" + (whole % 60 == 0 ? "" : " \(whole % 60) s") }
        return "\(whole / 3600) h" + (whole / 60 % 60 == 0 ? "" : " \(whole / 60 % 60) min")
    }
}
