import Foundation
import Testing

/// What a run of the program gave.
struct Outcome {
    /// The exit status; 128 and the signal's number when a signal ended it.
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// stdout as JSON.
    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: output)
    }

    /// stdout as a JSON object, whatever its keys.
    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    }

    /// stdout as lines of JSON objects.
    func objects<Value: Decodable>(_ type: Value.Type = Value.self) throws -> [Value] {
        try lines.map { line in try Outcome(status: 0, output: Data(line.utf8), errors: "").json(type) }
    }
}

/// Runs the built `sitrep` as a user does: as a child process, with its streams in files.
enum SitrepProcess {
    /// A process is ended by its own id after so many seconds.
    private static let patience = 240.0

    /// The program beside the test bundle.
    static let executable: URL = {
        #if os(Linux)
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        #else
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
        #endif
        return tests.deletingLastPathComponent().appendingPathComponent("sitrep")
    }()

    /// The command that takes root's rights away, in which no file is unreadable; `nil` where none is needed.
    private static let dropRights: [String]? =
        geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : nil

    /// The words that come before a command which is to be run without root's rights; none where the tests have none.
    static var withoutRights: [String] { dropRights ?? [] }

    /// Whether the program can be run without root's rights here.
    static let canRunUnprivileged: Bool = {
        guard dropRights != nil else { return true }
        let outcome = try? run(["--version"], isUnprivileged: true)
        return outcome?.status == 0
    }()

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - environment: added to a bare environment without terminal, colours, `SITREP_INDEX` and a vocabulary.
    ///   - output: where stdout goes instead of ``Outcome/output``.
    ///   - isUnprivileged: without root's rights, should the tests run with them.
    ///   - shell: commands of a shell that are run first, in the same process, as for limits.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        folder: String? = nil,
        input: String? = nil,
        output: FileHandle? = nil,
        isUnprivileged: Bool = false,
        shell: String? = nil
    ) throws -> Outcome {
        let streams = try TemporaryFolder()
        let process = try prepare(arguments, environment: environment, folder: folder)
        if isUnprivileged, let command = dropRights {
            process.executableURL = URL(fileURLWithPath: command[0])
            process.arguments = command.dropFirst() + [executable.path] + arguments
        }
        if let shell {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", shell + #"; exec "$0" "$@""#, executable.path] + arguments
        }
        if let input {
            process.standardInput = FileHandle(forReadingAtPath: try streams.write("in", input))
        }
        let outputPath = try streams.write("out", "")
        let errorPath = try streams.write("err", "")
        process.standardOutput = try output ?? FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
        try process.run()
        let status = wait(for: process, arguments)
        return Outcome(
            status: status,
            output: try Data(contentsOf: URL(fileURLWithPath: outputPath)),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errorPath)), as: UTF8.self)
        )
    }

    /// Starts the program without waiting; its streams go nowhere, or into these files.
    static func start(_ arguments: [String], output: String? = nil, errors: String? = nil) throws -> Process {
        let process = try prepare(arguments, environment: [:], folder: nil)
        process.standardOutput = output.flatMap { FileHandle(forWritingAtPath: $0) } ?? .nullDevice
        process.standardError = errors.flatMap { FileHandle(forWritingAtPath: $0) } ?? .nullDevice
        try process.run()
        return process
    }

    /// Waits until a process has ended and returns its status.
    @discardableResult
    static func wait(for process: Process, _ arguments: [String] = []) -> Int32 {
        let end = Date().addingTimeInterval(patience)
        while process.isRunning {
            if Date() > end {
                Issue.record("sitrep \(arguments.joined(separator: " ").prefix(200)) did not end in time")
                kill(process.processIdentifier, SIGKILL)
                break
            }
            usleep(1000)
        }
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    }

    /// What the program finds in its environment in tests.
    static var environment: [String: String] {
        var variables = ProcessInfo.processInfo.environment
        for name in ["SITREP_INDEX", "SITREP_VOCABULARY", "NO_COLOR", "COLUMNS", "TERM"] { variables[name] = nil }
        // The vocabulary of whoever runs the tests is none of their business.
        variables["XDG_CONFIG_HOME"] = "/nonexistent"
        return variables
    }

    private static func prepare(
        _ arguments: [String],
        environment: [String: String],
        folder: String?
    ) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = Self.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle.nullDevice
        return process
    }
}
