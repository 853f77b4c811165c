import CommandLineInfo

/// What is being typed at the cursor of a command line.
struct CompletionPlace {
    /// What the word under the cursor is.
    enum Kind {
        /// The name of a command.
        case command(among: [CommandInfo])
        /// The name of an option or flag.
        case option(among: [ArgumentInfo])
        /// The value of an option, or a positional argument.
        case value(of: ArgumentInfo)
        /// Nothing that can be completed.
        case nothing
    }

    private(set) var kind = Kind.nothing
    /// What stands before the part that is completed, such as `--region=`.
    private(set) var lead = ""
    /// What is there of it.
    private(set) var typed = ""
    /// The names of the command and of those above it, without the program's.
    private(set) var commands: [String] = []
    /// The values of the options that stand before the cursor, in their order.
    private(set) var options: [String: [String]] = [:]
    /// The positional arguments before the cursor.
    private(set) var positionals: [String] = []

    /// - Parameter words: those behind the program's name, the one under the cursor last.
    init(_ words: [String], in root: CommandInfo) {
        var command = root
        var given: Set<String> = []
        var isTerminated = false
        var rest = words.dropLast()[...]
        while let word = rest.popFirst() {
            if !isTerminated, word == "--" {
                isTerminated = true
            } else if !isTerminated, word.hasPrefix("--") || command.argument(named: word) != nil {
                let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard let argument = command.argument(named: parts[0]) else { continue }
                given.formUnion(argument.typedNames)
                guard argument.kind == .option else { continue }
                if parts.count > 1 {
                    options[parts[0], default: []].append(parts[1])
                } else if let value = rest.popFirst() {
                    options[parts[0], default: []].append(value)
                } else {
                    kind = .value(of: argument)
                }
            } else if let next = command.shownSubcommands.first(where: { $0.commandName == word }) {
                command = next
                commands.append(word)
            } else {
                positionals.append(word)
            }
        }
        typed = words.last ?? ""
        if case .value = kind { return }
        if !isTerminated, typed == "-" || typed.hasPrefix("--") {
            takeOption(of: command, given: given)
        } else if !command.shownSubcommands.isEmpty {
            // Behind a command that is none nothing can follow.
            if positionals.isEmpty { kind = .command(among: command.shownSubcommands) }
        } else {
            let arguments = command.shownArguments.filter { $0.kind == .positional }
            let last = arguments.last.flatMap { $0.isRepeating ? $0 : nil }
            if let argument = positionals.count < arguments.count ? arguments[positionals.count] : last {
                kind = .value(of: argument)
            }
        }
    }

    private mutating func takeOption(of command: CommandInfo, given: Set<String>) {
        if let sign = typed.firstIndex(of: "=") {
            let argument = command.argument(named: String(typed[..<sign]))
            guard let argument, argument.kind == .option else { return }
            let start = typed.index(after: sign)
            lead = String(typed[..<start])
            typed = String(typed[start...])
            kind = .value(of: argument)
        } else {
            kind = .option(
                among: command.shownArguments.filter { argument in
                    argument.kind != .positional
                        && (argument.isRepeating || given.isDisjoint(with: argument.typedNames))
                }
            )
        }
    }
}

extension CommandInfo {
    /// The option or flag with a name as it is typed.
    func argument(named name: String) -> ArgumentInfo? {
        shownArguments.first { $0.kind != .positional && $0.typedNames.contains(name) }
    }
}

extension ArgumentInfo {
    /// The names with their hyphens.
    var typedNames: [String] { (names ?? []).map(\.typed) }
}
