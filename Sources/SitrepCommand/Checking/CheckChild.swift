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
enum CheckChild {
    /// What is read of a damaged table may ask for any amount of memory: more than this, and what the index takes on the
    /// disk, no sound one needs.
    private static let mostBytes: UInt64 = 4 << 30

    static func run(_ task: CheckProcess.Task, index path: String) {
        boundMemory(path)
        switch task {
        case .check: check(path)
        case .arrivals: Output.finish(status: IndexArrivals.canBeRead(index: path) ? 0 : 1)
        }
    }

    private static func check(_ path: String) {
        do {
            let summary = try IndexCheck(index: path).run { try write(CheckMessage($0)) }
            try write(.ended(summary))
        } catch let error as SitrepError {
            try? write(.failed(code: error.code.name, message: error.message, hint: error.hint))
        } catch {
            try? write(.failed(code: "io", message: "\(error)", hint: nil))
        }
    }

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
