import Sitrep

/// Says what an option takes that was given something else, where the argument parser would only say that it is invalid.
enum OptionValues {
    /// What an option takes.
    private struct Values: Sendable {
        let names: String
        let has: @Sendable (String) -> Bool
        /// Those that one may be misspelt for; none where they are not words.
        var words: [String] = []
    }

    private static let limit = Values(names: "a number, 0 or more, or all") { Limit(argument: $0) != nil }
    private static let depth = Values(names: "a number, 1 or more") { Int($0).map { $0 > 0 } ?? false }

    /// By the command, since `--by` takes something else of each.
    private static let commands: [String: [String: Values]] = [
        "search": [
            "--limit": limit, "--facets": limit, "--facets-depth": depth,
            "--offset": Values(names: "a number, 0 or more") { Int($0).map { $0 >= 0 } ?? false },
            "--half-life": Values(names: "a time of a day to a century, as 30d, 6w, 3m or 1y") {
                HalfLife(argument: $0) != nil
            },
        ],
        "figures": [
            "--kind": Values(
                names: "one of\n" + columns(Claim.Kind.allCases.map(\.rawValue)),
                has: { Claim.Kind(argument: $0) != nil },
                words: Claim.Kind.allCases.map(\.rawValue)
            )
        ],
        "facets": [
            "--facets": limit, "--facets-depth": depth,
            "--by": Values(
                names: "region, actor, weapon, source, language, month or year; region:1 for one level of a tree"
            ) { TableAxis($0) != nil },
        ],
    ]

    /// Words in four columns.
    private static func columns(_ words: [String]) -> String {
        let width = (words.map(\.count).max() ?? 0) + 2
        return stride(from: 0, to: words.count, by: 4).map { start in
            "  "
                + words[start..<min(start + 4, words.count)].map {
                    $0 + String(repeating: " ", count: width - $0.count)
                }.joined()
        }.joined(separator: "\n")
    }

    /// Refuses a value that its option does not take.
    ///
    /// A negative number is refused too, which would otherwise be taken for an option or a word to leave out.
    static func check(_ arguments: [String]) throws(SitrepError) {
        guard let command = arguments.first, let options = commands[command] else { return }
        let typed = Array(arguments.prefix { $0 != "--" })
        for (index, argument) in typed.enumerated() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let values = options[parts[0]] else { continue }
            guard let value = parts.count > 1 ? parts[1] : typed.dropFirst(index + 1).first else { continue }
            // Another option, which the parser misses a value before.
            if parts.count == 1, value.hasPrefix("-"), Int(value) == nil { continue }
            if values.has(value) { continue }
            let near = QueryArguments.near(value, values.words)
            throw SitrepError(
                .usage,
                (Int(value) ?? 0) < 0 ? "\(parts[0]) \(value) is negative" : "\(parts[0]) cannot be “\(value)”",
                hint: (near.map { "did you mean \($0)?\n" } ?? "")
                    + "\(parts[0]) takes \(values.names)\(values.words.isEmpty ? "; " : "\n")see: sitrep \(command) --help"
            )
        }
    }
}
