#if os(Linux)
import Foundation
import Glibc

/// The library that ends the program, or fails its calls, where a test says; see `fault_injection.h`.
enum FaultInjection {
    /// The library beside the program.
    static let library = SitrepProcess.executable.deletingLastPathComponent()
        .appendingPathComponent("libFaultInjection.so")

    /// Whether the program can be run with it: a sanitizer replaces the same functions.
    static let isAvailable = dlsym(nil, "__asan_init") == nil && dlsym(nil, "__tsan_init") == nil

    /// When the process ends itself, at the call of a number, from 1, that changes something.
    enum Moment: String, CaseIterable {
        case before, half, after
    }

    /// The kinds of calls that can fail, and with what.
    enum Kind: String, CaseIterable {
        case open, read, write, sync, rename, unlink, truncate, mkdir, map, short

        /// What the system may say of such a call.
        var reasons: [Int32] {
            switch self {
            case .open: [EACCES, EMFILE, ENOSPC, EIO]
            case .read: [EIO]
            case .write, .sync, .truncate: [ENOSPC, EIO]
            case .rename: [ENOSPC, EIO, EACCES]
            case .unlink: [EACCES, EIO]
            case .mkdir: [ENOSPC, EACCES]
            case .map: [ENOMEM, EACCES]
            case .short: [0]
            }
        }
    }

    /// What is done to a run.
    enum Fault: CustomStringConvertible {
        /// Nothing, but that it is recorded.
        case none
        case kill(Moment, Int)
        case fail(Kind, Int, reason: Int32, goesOn: Bool)
        /// At a step that a debug build knows.
        case stop(String)

        var description: String {
            switch self {
            case .none: "none"
            case .kill(let moment, let number): "kill \(moment) call \(number)"
            case .fail(let kind, let number, let reason, let goesOn):
                "fail \(kind) \(number)\(goesOn ? " and all after" : ""): \(String(cString: strerror(reason)))"
            case .stop(let name): "stop at \(name)"
            }
        }
    }

    /// The environment of a run over an index.
    ///
    /// - Parameters:
    ///   - folder: the folder that is followed, below which the index is.
    ///   - record: where the calls are recorded.
    static func environment(_ fault: Fault, folder: String, record: String? = nil) -> [String: String] {
        var variables = ["LD_PRELOAD": library.path, "SITREP_FAULT_FOLDER": folder]
        variables["SITREP_FAULT_RECORD"] = record
        switch fault {
        case .none: break
        case .kill(let moment, let number): variables["SITREP_FAULT_KILL"] = "\(moment):\(number)"
        case .fail(let kind, let number, let reason, let goesOn):
            variables["SITREP_FAULT_FAIL"] = "\(kind):\(number):\(reason)" + (goesOn ? ":on" : "")
        case .stop(let name): variables["SITREP_STOP_AT"] = name
        }
        return variables
    }
}
#endif
