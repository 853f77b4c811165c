import ArgumentParser
import Sitrep

#if os(macOS)
import MachO
#endif

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

/// Runs a check in a process of its own, and tells of its crash, or that it does not end, as of any damage.
///
/// Xapian's own check, and reading, go round in circles on some damaged tables, and nothing within a process can end that.
struct CheckProcess: Sendable {
    /// What the process does.
    enum Task: String, ExpressibleByArgument {
        case check
        /// Reads what an index that is built again takes over.
        case arrivals, reports

        init(_ state: FormerState) { self = state == .arrivals ? .arrivals : .reports }
    }

    private let index: String
    /// In seconds.
    private let patience: Int
    /// Whether a line on stderr says how far it has come.
    let showsProgress: Bool

    /// Longer than a minute and a second for each megabyte nothing takes that a check does between two signs of life: the
    /// longest of that is the library's check of all tables of a shard, which reads some ten megabytes a second at least.
    private static let leastPatience = 60
    private static let bytesASecond = 1 << 20

    /// The longest that the system can be asked to wait.
    static let mostPatience = Int(Int32.max) / 1_000

    /// - Parameter patience: after so many seconds without a sign it is ended, at most ``mostPatience``; `nil` for what the
    ///   size of the index asks for.
    init(index: String, patience: Int?, isQuiet: Bool) {
        self.index = index
        self.patience = min(
            patience ?? Self.leastPatience + IndexCheck.size(ofIndex: index) / Self.bytesASecond,
            Self.mostPatience
        )
        showsProgress = !isQuiet && Output.errorIsTerminal
    }

    /// Checks the index.
    ///
    /// - Throws: ``SitrepError`` as ``IndexCheck/run(_:)``, and `io` where no process can be started, or it is ended from
    ///   outside.
    func check() throws -> CheckAnswer {
        var answer = CheckAnswer()
        var part = CheckPart.manifest
        var last: CheckMessage?
        defer { ProgressLine.clear() }
        let end = try run(.check) { message in
            last = message
            switch message {
            case .progress(let now, let done, let total):
                part = now
                if showsProgress { show(now, done, total) }
            case .waiting: if showsProgress { show("waiting for the writer of the index…") }
            case .finding(let finding): answer.findings.append(finding)
            case .restarted: answer = CheckAnswer()
            case .ended(let summary): answer.summary = summary
            case .failed, .tried: break
            }
        }
        if case .ended(let summary) = last {
            answer.summary = summary
            return answer
        }
        if case .failed(let code, let message, let hint) = last {
            throw SitrepError(SitrepError.Code(name: code), message, hint: hint)
        }
        switch end {
        case .overdue:
            let message =
                "\(part.words): reading did not end, and was given up after \(patience) seconds without a sign"
            answer.findings.append(.doubt(Self.culprit(part), message, index: index))
        case .crashed(let signal):
            let remedy = ShellCommand.checking(index, "--repair")
            let message = "\(part.words): reading crashed (signal \(signal))"
            answer.findings.append(CheckFinding(Self.culprit(part), .damage, message, remedy: remedy))
        case .ended(let reason): throw Self.failure("the check was ended while it read \(part.words) (\(reason))")
        }
        return answer
    }

    /// What stands in files of its own is read from them; else what is read behind the tables is read from these.
    private static func culprit(_ part: CheckPart) -> CheckPart {
        switch part {
        case .description, .reports, .words, .texts, .stories, .files: .database
        default: part
        }
    }

    /// Whether it can be read what an index that is built again takes over.
    ///
    /// - Parameter mayGiveUp: whether it cannot where reading does not end.
    /// - Throws: ``SitrepError`` `io` where that says nothing of the index.
    func canRead(_ state: FormerState, mayGiveUp: Bool) throws -> Bool {
        if showsProgress { show("reading what the index holds…") }
        defer { if showsProgress { ProgressLine.clear() } }
        var last: CheckMessage?
        let end = try run(Task(state)) { last = $0 }
        if case .tried(let isReadable) = last { return isReadable }
        if case .failed(let code, let message, let hint) = last {
            throw SitrepError(SitrepError.Code(name: code), message, hint: hint)
        }
        switch end {
        case .crashed: return false
        case .overdue where mayGiveUp: return false
        case .overdue:
            throw SitrepError(
                .io,
                "reading what the index held did not end within \(patience) seconds",
                hint: "see that the disk serves, and try again; or do without that: "
                    + ShellCommand.checking(index, "--repair", "--rebuild")
            )
        case .ended(let reason):
            throw Self.failure("reading what the index held was ended (\(reason))")
        }
    }

    private func show(_ part: CheckPart, _ done: Int, _ total: Int) {
        show("checking \(part.words)" + (total > 0 ? ", \(done) of \(total)" : done > 0 ? ", \(done)" : "…"))
    }

    private func show(_ line: String) {
        let room = max(1, (Style.forErrors.width ?? 80) - 1)
        Output.status("\r\u{1B}[K" + String(line.prefix(room)))
    }

    /// How a process came to its end.
    private enum End {
        /// It did something that no sound index makes it do.
        case crashed(signal: Int32)
        /// It gave no sign for too long.
        case overdue
        /// By itself, or from outside: why, in words.
        case ended(String)

        /// Signals that a process gets for what it does itself.
        private static let crashes = [SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP, SIGFPE]

        init(status: Int32) {
            let signal = status & 0x7F
            self =
                switch signal {
                case 0: .ended("status \(status >> 8 & 0xFF)")
                case SIGALRM: .overdue
                case _ where Self.crashes.contains(signal): .crashed(signal: signal)
                default: .ended("signal \(signal)")
                }
        }
    }

    /// - Parameter body: called with each message that it writes.
    private func run(_ task: Task, _ body: (CheckMessage) -> Void) throws -> End {
        let (process, output) = try start(task)
        defer { close(output) }
        var lines = LineCutter()
        var isOverdue = false
        while true {
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, Int32(clamping: patience * 1_000))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                isOverdue = true
                kill(process, SIGKILL)
                break
            }
            let isOpen = lines.read(output) { line in
                if let message = try? JSONDecoder().decode(CheckMessage.self, from: Data(line)) { body(message) }
            }
            guard isOpen else { break }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return isOverdue ? .overdue : End(status: status)
    }

    /// Starts this program with the task; its stderr goes nowhere.
    private func start(_ task: Task) throws -> (process: pid_t, output: Int32) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Self.notStarted() }
        defer { close(ends[1]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let program = Self.program
        let words =
            [Array("sitrep".utf8), Array("check".utf8), Array("--inside=\(task.rawValue)".utf8)]
            + [Array("--patience=\(patience)".utf8), Array("--index=".utf8) + PathBytes.bytes(of: index)]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count + 1)
            for (place, byte) in word.enumerated() { copy[place] = CChar(bitPattern: byte) }
            copy[word.count] = 0
            return copy
        }
        arguments.append(nil)
        defer { for argument in arguments { argument?.deallocate() } }
        var process: pid_t = 0
        let error = posix_spawn(&process, program, &actions, nil, arguments, environ)
        guard error == 0 else {
            close(ends[0])
            errno = error
            throw Self.notStarted()
        }
        return (process, ends[0])
    }

    private static func notStarted() -> SitrepError {
        failure("the check cannot be started: \(String(cString: strerror(errno)))")
    }

    private static func failure(_ message: String) -> SitrepError {
        SitrepError(
            .io,
            message,
            hint: "see what the system says of its processes, memory and open files, and run the same command again"
        )
    }

    /// The file of this program.
    private static var program: String {
        #if os(Linux)
        return "/proc/self/exe"
        #else
        var size: UInt32 = 0
        _NSGetExecutablePath(nil, &size)
        var path = [CChar](repeating: 0, count: Int(size) + 1)
        _NSGetExecutablePath(&path, &size)
        return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #endif
    }
}

/// Cuts what comes of a descriptor into lines.
private struct LineCutter {
    private var rest: [UInt8] = []

    /// Reads what is there and hands over the lines that it ends.
    ///
    /// - Returns: `false` at the end.
    mutating func read(_ descriptor: Int32, _ body: (ArraySlice<UInt8>) -> Void) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = buffer.withUnsafeMutableBytes { SystemCalls.read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { return true }
        guard count > 0 else { return false }
        rest += buffer[..<count]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            body(rest[..<end])
            rest.removeSubrange(...end)
        }
        return true
    }
}
