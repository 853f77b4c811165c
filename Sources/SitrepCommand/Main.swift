import ArgumentParser
import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs the command and turns every error into a message on stderr and the documented exit status.
@main
enum Main {
    static func main() {
        // A reader that has seen enough, such as head, is no error; writes then fail and are noticed.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is an error as a full disk is, not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        LastWords.set(
            """
            sitrep: error: the index could not be written
              make room on the disk, see whether it works, and run the same command again

            """,
            status: 74
        )
        let arguments = arguments
        if arguments.first == CompletionRequest.argument {
            Output.write(CompletionRequest.answer(Array(arguments.dropFirst())))
            Output.finish(status: 0)
        }
        do {
            if let script = try CompletionScript.requested(by: arguments) {
                Output.write(script)
            } else if let search = SearchInvocation(plain: arguments) {
                try search.run()
            } else {
                try QueryArguments.checkCommand(arguments, among: SitrepRoot.commands)
                try QueryArguments.checkSubcommand(arguments)
                try OptionValues.check(arguments)
                try MistakenOptions.check(arguments)
                var command = try SitrepRoot.parseAsRoot(QueryArguments.rearranged(arguments))
                try command.run()
            }
            Output.finish(status: OpenIndexes.status(instead: 0))
        } catch let code as ExitCode {
            Output.finish(status: OpenIndexes.status(instead: code.rawValue))
        } catch let error as SitrepError {
            Output.error(error.message, hint: error.hint)
            Output.finish(status: OpenIndexes.status(instead: error.exitStatus))
        } catch let error where isFromParser(error) {
            finish(parsing: error, arguments)
        } catch {
            Output.error("\(error)", hint: "see what the system says of the files and the disk")
            Output.finish(status: 74)
        }
    }

    /// The arguments behind the program's name; paths among them need not be UTF-8.
    static var arguments: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap {
            CommandLine.unsafeArgv[$0].map { PathBytes.string(fromC: $0) }
        }
    }

    /// Whether an error is the argument parser's: a request for help, or a mistake on the command line.
    static func isFromParser(_ error: any Error) -> Bool {
        // The parser's own status for errors that it does not know.
        SitrepRoot.exitCode(for: error) != .failure
    }

    /// Help and version go to stdout; a mistake on the command line is usage.
    private static func finish(parsing error: any Error, _ arguments: [String]) -> Never {
        let code = SitrepRoot.exitCode(for: error)
        if code.isSuccess {
            Output.write(SitrepRoot.fullMessage(for: error) + "\n")
            Output.finish(status: 0)
        }
        if let (name, near, command) = MistakenOptions.unknown(arguments),
            !SitrepRoot.message(for: error).contains(name)
        {
            let meant = near.map { "did you mean \($0)? See: " } ?? "see: "
            Output.error("there is no option \(name)", hint: "\(meant)\(command) --help")
            Output.finish(status: 64)
        }
        let usage = SitrepRoot.fullMessage(for: error).split(separator: "\n").last { $0.contains("--help") }
        Output.error(
            SitrepRoot.message(for: error),
            hint: usage.map { String($0).trimmingBlanks } ?? "see: sitrep --help"
        )
        Output.finish(status: code == .validationFailure ? 64 : code.rawValue)
    }
}

extension SitrepError {
    /// The exit status that the kind of error has.
    var exitStatus: Int32 {
        switch code {
        case .usage: 64
        case .data: 65
        case .notFound: 66
        case .io: 74
        case .unavailable: 69
        case .locked: 75
        }
    }
}

extension PathBytes {
    /// The string for bytes that end in NUL.
    static func string(fromC bytes: UnsafePointer<CChar>) -> String {
        string(from: UnsafeRawBufferPointer(start: bytes, count: strlen(bytes)))
    }
}

extension String {
    /// Without the blanks at both ends.
    var trimmingBlanks: String {
        let rest = drop { $0 == " " }
        let blanks = rest.reversed().prefix { $0 == " " }.count
        return String(rest.dropLast(blanks))
    }
}
