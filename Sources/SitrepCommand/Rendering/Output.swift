import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The two streams that the command writes to; stdout is buffered.
enum Output {
    private static let buffer = Mutex<[UInt8]>([])

    /// So much is collected before it is handed over.
    private static let bufferSize = 1 << 16

    /// Writes to stdout.
    static func write(_ text: String) { write(bytes: text.utf8) }

    /// Writes to stdout what need not be UTF-8.
    static func write(bytes: some Collection<UInt8>) {
        let isFull = buffer.withLock { buffer in
            buffer.append(contentsOf: bytes)
            return buffer.count >= bufferSize
        }
        if isFull { flush() }
    }

    /// Hands over what has been written so far; ends the program quietly when nobody reads any more.
    static func flush() {
        let bytes = buffer.withLock { buffer in
            defer { buffer.removeAll(keepingCapacity: true) }
            return buffer
        }
        guard let error = put(bytes, to: STDOUT_FILENO) else { return }
        // A closed pipe is the reader's choice; a full disk is an error.
        if error == EPIPE { _exit(0) }
        cannotWrite(error)
    }

    /// Hands over what has been written, and returns only when all of it has arrived, on disk where it goes to a file;
    /// ends the program where it cannot be written, or where nobody reads any more.
    static func complete() {
        flush()
        guard fsync(STDOUT_FILENO) != 0, [EIO, ENOSPC, EDQUOT].contains(errno) else { return }
        cannotWrite(errno)
    }

    /// Says why nothing more can be written to stdout, and ends the program.
    private static func cannotWrite(_ error: Int32) -> Never {
        note("sitrep: error: the output cannot be written: \(String(cString: strerror(error)))")
        note("  make room where it goes, see whether that works, and run the same command again")
        _exit(74)
    }

    /// Writes a line to stderr.
    static func note(_ text: String) { status(text + "\n") }

    /// Writes to stderr as it is.
    static func status(_ text: String) {
        // Nobody is left to tell when stderr cannot be written.
        _ = put(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Writes what happened, and what to do about it.
    static func error(_ message: String, hint: String?) {
        flush()
        let style = Style.forErrors
        let lines = hint?.split(separator: "\n").map { "  " + Printable.line(String($0)) } ?? []
        for line in ["sitrep: error: " + Printable.line(message)] + lines {
            // A line that fits keeps its blanks, for lists of values stand in columns.
            let fits = style.width.map { DisplayWidth.columns(line) <= $0 } ?? true
            note(fits ? line : style.hanging(line, indent: 2))
        }
    }

    /// Ends the program.
    static func finish(status: Int32) -> Never {
        flush()
        exit(status)
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes all bytes; the system's error number when that fails.
    private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return errno }
            written += max(0, count)
        }
        return nil
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
    #else
    Darwin.write(descriptor, bytes, count)
    #endif
}
