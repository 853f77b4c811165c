import Sitrep

/// Lets a query have words with a hyphen before them, which would otherwise be taken for options.
enum QueryArguments {
    private static let commands: Set<String> = ["search", "facets", "timeline", "export", "figures"]

    /// The arguments with the words to leave out (`-shahed`) moved behind `--`; others as they are.
    static func rearranged(_ arguments: [String]) -> [String] {
        guard takesQuery(arguments), !arguments.contains("--") else { return arguments }
        let words = arguments.filter(isWordToLeaveOut)
        return words.isEmpty ? arguments : arguments.filter { !isWordToLeaveOut($0) } + ["--"] + words
    }

    private static func takesQuery(_ arguments: [String]) -> Bool {
        arguments.first.map(commands.contains) == true || arguments.starts(with: ["saved", "add"])
    }

    /// One hyphen and more than the letters of short options.
    static func isWordToLeaveOut(_ argument: String) -> Bool {
        guard argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.count > 2 else { return false }
        return !argument.dropFirst().allSatisfy { "qvh".contains($0) }
    }

    /// Refuses a command that is none, also one that help is asked for, with the one that was likely meant.
    static func checkCommand(_ arguments: [String], among names: [String]) throws(SitrepError) {
        let name = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
        guard let name, !name.hasPrefix("-"), !names.contains(name) else { return }
        throw SitrepError(
            .usage,
            "there is no command “\(name)”",
            hint: near(name, names).map { "did you mean sitrep \($0)? See: sitrep --help" }
                ?? "to search for it: sitrep search \(name); for all commands: sitrep --help"
        )
    }

    /// Refuses what is no command below the one that is named first, where that does nothing by itself.
    static func checkSubcommand(_ arguments: [String]) throws(SitrepError) {
        guard let first = arguments.first, let name = arguments.dropFirst().first, !name.hasPrefix("-"),
            let command = SitrepRoot.configuration.subcommands.first(where: { $0.configuration.commandName == first })
        else { return }
        let names = command.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.isEmpty, !names.contains(name), name != "help" else { return }
        throw SitrepError(
            .usage,
            "there is no command “\(first) \(name)”",
            hint: near(name, names).map { "did you mean sitrep \(first) \($0)? See: sitrep \(first) --help" }
                ?? "there are: \(names.joined(separator: ", ")); see: sitrep \(first) --help"
        )
    }

    /// The name that a misspelt one most likely stands for.
    static func near(_ name: String, _ names: [String]) -> String? {
        let letters = Array(name.lowercased().unicodeScalars)
        return names.map { ($0, EditDistance.typing(letters, Array($0.unicodeScalars), most: 2)) }
            .compactMap { name, edits in edits.map { ($0, name) } }.min { $0 < $1 }?.1
    }
}
