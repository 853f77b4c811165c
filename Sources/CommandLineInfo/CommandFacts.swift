/// An exit status that the program has.
public struct ExitStatus: Sendable {
    /// The number.
    public let code: Int32
    /// What it says.
    public let meaning: String

    /// All of them, ascending; the higher ones follow `sysexits.h`.
    public static let all = [
        ExitStatus(code: 0, meaning: "found or done"),
        ExitStatus(code: 1, meaning: "nothing found or some inputs failed"),
        ExitStatus(code: 64, meaning: "bad usage"),
        ExitStatus(code: 65, meaning: "bad data"),
        ExitStatus(code: 66, meaning: "no such input or index"),
        ExitStatus(code: 69, meaning: "a library is missing or a shard silent"),
        ExitStatus(code: 74, meaning: "I/O error"),
        ExitStatus(code: 75, meaning: "the index is locked"),
    ]
}

/// Something outside of the command line that the program looks at: a variable of the environment, or a file.
public struct Surrounding: Sendable {
    /// The variable or the path.
    public let name: String
    /// What it is for.
    public let meaning: String

    /// The variables of the environment.
    public static let variables = [
        Surrounding(name: "SITREP_INDEX", meaning: "The folder of the index where --index does not name one."),
        Surrounding(
            name: "SITREP_VOCABULARY",
            meaning: "The folder of your own vocabulary where --vocabulary does not name one."
        ),
        Surrounding(
            name: "XDG_CONFIG_HOME",
            meaning: "The folder of settings, in which sitrep/vocabulary is the folder of your own vocabulary."
        ),
        Surrounding(name: "NO_COLOR", meaning: "Text has no colours where this is set and not empty."),
        Surrounding(name: "TERM", meaning: "Text has no colours on a terminal that is called dumb."),
        Surrounding(name: "COLUMNS", meaning: "The width of text where the terminal does not tell it."),
    ]

    /// The files and folders.
    public static let files = [
        Surrounding(name: "./Index", meaning: "The folder of the index where nothing else is named."),
        Surrounding(
            name: ".sitrepignore",
            meaning: "Names what a folder of reports has that is not to be read, a pattern a line, as .gitignore does."
        ),
        Surrounding(
            name: "~/.config/sitrep/vocabulary",
            meaning: "YAML files with your own places, actors and weapons, which sitrep vocabulary writes."
        ),
    ]
}

/// The discussion of a command, cut into what it tells and what can be typed.
public struct Discussion: Sendable {
    /// The paragraphs, a line each.
    public private(set) var paragraphs: [String] = []
    /// The command lines, which help shows behind two blanks.
    public private(set) var examples: [String] = []

    /// Cuts a text of paragraphs, parted by empty lines, and of examples, lines behind two blanks.
    public init(_ text: String) {
        var begins = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("  ") {
                examples.append(String(line.drop { $0 == " " }))
                begins = true
            } else if line.isEmpty {
                begins = true
            } else if begins {
                paragraphs.append(line)
                begins = false
            } else {
                paragraphs[paragraphs.count - 1] += " " + line
            }
        }
    }
}
