import ArgumentParser
import Sitrep

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What runs in the process that a check is done in.
///
/// It ends by itself where it gives no sign for as long as its parent would wait: a parent that was ended waits no more.
enum CheckChild {
    /// What is read of a damaged table may ask for any amount of memory: more than this, and what the index takes on the
    /// disk, no sound one needs.
    private static let mostBytes: UInt64 = 4 << 30

    /// - Parameter patience: in seconds.
    static func run(_ task: CheckProcess.Task, index path: String, patience: Int) {
        // Whoever started this program may have had it passed over, or held back.
        signal(SIGALRM, SIG_DFL)
        var alarms = sigset_t()
        sigemptyset(&alarms)
        sigaddset(&alarms, SIGALRM)
        sigprocmask(SIG_UNBLOCK, &alarms, nil)
        bound(patience)
        boundMemory(path)
        do {
            switch task {
            case .check:
                let summary = try IndexCheck(index: path).run { event in
                    bound(patience)
                    try write(CheckMessage(event))
                }
                try write(.ended(summary))
            case .arrivals: try write(.tried(isReadable: try FormerState.arrivals.canBeRead(index: path)))
            case .reports: try write(.tried(isReadable: try FormerState.reports.canBeRead(index: path)))
            }
        } catch let error as SitrepError {
            try? write(.failed(code: error.code.name, message: error.message, hint: error.hint))
        } catch {
            try? write(.failed(code: "io", message: "\(error)", hint: nil))
        }
    }

    /// Ends this process after so many seconds from now.
    private static func bound(_ patience: Int) { alarm(UInt32(clamping: max(1, patience))) }

    /// Each line is handed over at once.
    private static func write(_ message: CheckMessage) throws {
        Output.write(bytes: Array(try JSONEncoder().encode(message)) + [UInt8(ascii: "\n")])
        Output.flush()
    }

    private static func boundMemory(_ path: String) {
        #if os(Linux)
        let most = mostBytes + UInt64(max(0, IndexCheck.size(ofIndex: path)))
        var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
        // Where it cannot be set, the check goes on without it.
        _ = setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        #endif
    }
}
