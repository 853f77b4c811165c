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

/// The formats of a search.
enum HitFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson, csv, trec
}

/// The formats of a timeline.
enum PeriodFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson, csv
}

/// The formats of what is one object.
enum ObjectFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The formats of counts.
enum CountFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// The formats of a stream of reports.
enum StreamFormat: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson, json
}

/// A number or `all`.
enum Limit: ExpressibleByArgument, Equatable {
    case all
    case some(Int)

    init?(argument: String) {
        if argument == "all" {
            self = .all
        } else if let number = Int(argument), number >= 0 {
            self = .some(number)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { number.map(String.init) ?? "all" }

    /// `nil` for all.
    var number: Int? {
        switch self {
        case .all: nil
        case .some(let number): number
        }
    }
}
