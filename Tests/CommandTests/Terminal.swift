import Foundation
import Testing

extension SitrepProcess {
    /// What the program writes to a terminal of so many columns, its line breaks as the program wrote them.
    static func runOnTerminal(
        _ arguments: [String],
        columns: Int,
        environment: [String: String] = ["TERM": "xterm"],
        folder: String? = nil
    ) throws -> Outcome {
        let (controller, name) = try Self.openTerminal()
        defer { close(controller) }
        let terminal = open(name, O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        var size = winsize(ws_row: 50, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        let reader = TerminalReader(controller)
        var outcome = try run(
            arguments,
            environment: environment,
            folder: folder,
            output: FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
        )
        close(terminal)
        outcome.output = Data(String(decoding: reader.wait(), as: UTF8.self).replacing("\r\n", with: "\n").utf8)
        return outcome
    }

    /// What the program writes to a terminal of 80 columns that shows neither colours nor links, a line each.
    static func terminalLines(_ arguments: [String], folder: String) throws -> [String] {
        let outcome = try runOnTerminal(arguments, columns: 80, environment: ["TERM": "dumb"], folder: folder)
        #expect([0, 1].contains(outcome.status))
        return outcome.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The side of a new terminal that a window would have, and the name of the other.
    private static func openTerminal() throws -> (controller: Int32, name: String) {
        #if os(Linux)
        // What posix_openpt and its like do, which Swift does not see here.
        let controller = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (isLocked, number) = (Int32(0), UInt32(0))
        let (setLock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
        try #require(controller >= 0)
        try #require(ioctl(controller, setLock, &isLocked) == 0 && ioctl(controller, getNumber, &number) == 0)
        return (controller, "/dev/pts/\(number)")
        #else
        let controller = posix_openpt(O_RDWR | O_NOCTTY)
        try #require(controller >= 0 && grantpt(controller) == 0 && unlockpt(controller) == 0)
        return (controller, String(cString: try #require(ptsname(controller))))
        #endif
    }
}

/// Reads what is written to a terminal, which holds little until it is read.
private final class TerminalReader: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    // Written by the thread alone, and read when it is done.
    private var output: [UInt8] = []

    init(_ controller: Int32) {
        Thread.detachNewThread { [self] in
            var piece = [UInt8](repeating: 0, count: 1 << 14)
            // It fails, or ends, when the last that had the terminal open has closed it.
            while case let count = read(controller, &piece, piece.count), count > 0 { output += piece[..<count] }
            done.signal()
        }
    }

    func wait() -> [UInt8] {
        done.wait()
        return output
    }
}
