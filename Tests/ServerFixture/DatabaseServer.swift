import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One of Xapian's own servers, `xapian-tcpsrv` or `xapian-replicate-server`, on a port of the loopback interface, for one
/// test; ended with its last use.
public final class DatabaseServer {
    /// The port that it listens on.
    public let port: UInt16
    /// The process, which leads a group of its own: the server begins another one for each connection.
    private var group: pid_t = 0

    /// Where the server of databases is; `nil` where it is not installed. The programs for replication come with it.
    public static let program = program("xapian-tcpsrv")

    private static func program(_ name: String) -> String? {
        ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The server did not come up.
    public struct NotServing: Error {}

    /// A copy could not be brought up to date.
    public struct NotReplicated: Error {}

    /// Serves the database at `path`; returns when it answers, which takes at most ten seconds.
    public init(_ path: String) throws {
        port = try Self.freePort()
        group = try Self.spawn(
            "xapian-tcpsrv",
            ["--interface", "127.0.0.1", "--port", String(port), "--quiet", path]
        )
        try waitUntilItAnswers()
    }

    /// Hands out the databases in a folder to those who keep copies; returns when it answers.
    public init(replicating folder: String) throws {
        port = try Self.freePort()
        group = try Self.spawn("xapian-replicate-server", ["-I", "127.0.0.1", "-p", String(port), folder])
        try waitUntilItAnswers()
    }

    /// Brings a copy of a database that this server hands out up to date, within twenty seconds.
    public func replicate(_ name: String, to path: String) throws {
        let arguments = ["-h", "127.0.0.1", "-p", String(port), "-m", name, "-t", "20", "-r", "0", "-o", "-q", path]
        let process = try Self.spawn("xapian-replicate", arguments)
        var status: Int32 = 0
        for _ in 0..<400 {
            if waitpid(process, &status, WNOHANG) == process {
                guard status == 0 else { throw NotReplicated() }
                return
            }
            usleep(50_000)
        }
        kill(-process, SIGKILL)
        waitpid(process, nil, 0)
        throw NotReplicated()
    }

    /// Begins a program, which leads a process group of its own.
    private static func spawn(_ name: String, _ arguments: [String]) throws -> pid_t {
        guard let program = program(name) else { throw NotServing() }
        let arguments = [program] + arguments
        var group: pid_t = 0
        var copies = arguments.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        #if canImport(Glibc)
        var attributes = posix_spawnattr_t()
        var actions = posix_spawn_file_actions_t()
        #else
        var attributes: posix_spawnattr_t?
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&actions)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        for output: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0) }
        guard posix_spawn(&group, program, &actions, &attributes, &copies, environ) == 0 else { throw NotServing() }
        return group
    }

    private func waitUntilItAnswers() throws {
        for _ in 0..<200 {
            if Self.connects(to: port) { return }
            usleep(50_000)
        }
        end()
        throw NotServing()
    }

    deinit { end() }

    /// Ends the server at once, as a crash would.
    public func end() {
        guard group != 0 else { return }
        kill(-group, SIGKILL)
        waitpid(group, nil, 0)
        group = 0
    }

    /// Stops it: connections are taken by the system, and nothing answers.
    public func stop() { kill(-group, SIGSTOP) }

    /// A port that was free a moment ago.
    private static func freePort() throws -> UInt16 {
        let socket = socket(AF_INET, streamType, 0)
        defer { close(socket) }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw NotServing() }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func connects(to port: UInt16) -> Bool {
        let socket = socket(AF_INET, streamType, 0)
        defer { close(socket) }
        var address = loopback(port: port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    #if canImport(Glibc)
    private static let streamType = Int32(SOCK_STREAM.rawValue)
    #else
    private static let streamType = SOCK_STREAM
    #endif
}
