import CommandLineInfo

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Ends the program with a message on standard error.
func fail(_ message: String, status: Int32) -> Never {
    let line = "write-manual: error: \(message)\n"
    // Through the descriptor: `stderr` is a shared variable that Swift 6 does not let us touch.
    _ = write(STDERR_FILENO, line, line.utf8.count)
    exit(status)
}

/// A day as a manual page has it; `nil` for what is no day.
func longDate(_ day: String) -> String? {
    let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return nil }
    return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
}

/// The commands of a tree with the names of those above each, without the parser's own `help`.
func all(_ command: CommandInfo, parents: [String] = []) -> [(command: CommandInfo, parents: [String])] {
    [(command, parents)]
        + command.shownSubcommands.filter { $0.commandName != "help" }.flatMap {
            all($0, parents: parents + [command.commandName])
        }
}

guard CommandLine.arguments.count == 3, let date = longDate(CommandLine.arguments[2]) else {
    fail(
        "usage: sitrep --experimental-dump-help | write-manual OUT_FOLDER YYYY-MM-DD",
        status: 64
    )
}
var dump: [UInt8] = []
var buffer = [UInt8](repeating: 0, count: 1 << 16)
while true {
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    guard count > 0 else { break }
    dump += buffer[..<count]
}
do {
    let commands = all(try CommandInfo.decode(dump))
    let names = commands.map { ($0.parents + [$0.command.commandName]).joined(separator: "-") }.sorted()
    for (command, parents) in commands {
        let own = (parents + [command.commandName]).joined(separator: "-")
        let page = ManualPage(
            command: command,
            parents: parents,
            date: date,
            others: names.filter { $0 != own }
        )
        let path = "\(CommandLine.arguments[1])/\(page.name).1"
        guard let file = fopen(path, "wb") else { fail("\(path) cannot be written", status: 74) }
        let text = Array(page.text.utf8)
        let written = fwrite(text, 1, text.count, file)
        guard fclose(file) == 0, written == text.count else { fail("\(path) cannot be written", status: 74) }
    }
} catch {
    fail("standard input is not what sitrep --experimental-dump-help prints: \(error)", status: 65)
}
