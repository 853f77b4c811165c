/// Lets a query have words with a hyphen before them, which would otherwise be taken for options.
enum QueryArguments {
    private static let commands: Set<String> = ["search", "facets", "timeline"]

    /// The arguments with the words to leave out (`-shahed`) moved behind `--`; others as they are.
    static func rearranged(_ arguments: [String]) -> [String] {
        guard let command = arguments.first, commands.contains(command), !arguments.contains("--") else {
            return arguments
        }
        let words = arguments.filter(isWordToLeaveOut)
        return words.isEmpty ? arguments : arguments.filter { !isWordToLeaveOut($0) } + ["--"] + words
    }

    /// One hyphen and more than the letters of short options.
    static func isWordToLeaveOut(_ argument: String) -> Bool {
        guard argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.count > 2 else { return false }
        return !argument.dropFirst().allSatisfy { "qvh".contains($0) }
    }
}
