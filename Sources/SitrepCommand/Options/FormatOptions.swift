import ArgumentParser

/// How a command writes.
struct FormatOptions: ParsableArguments {
    @Option(help: "When to use colours: auto, always or never (NO_COLOR is honoured).")
    var color: TerminalChoice = .auto

    @Option(
        help: ArgumentHelp(
            "When to link titles and paths to the files: auto (on a terminal), always or never.",
            valueName: "when"
        )
    )
    var hyperlinks: TerminalChoice = .auto

    @Flag(name: .shortAndLong, help: "Write results and errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Write more.")
    var verbose = false

    var style: Style { Style(color: color, hyperlinks: hyperlinks) }
}
