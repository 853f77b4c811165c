import ArgumentParser
import Sitrep

/// How a search ranks, and what it is given to rank.
struct RankingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Search for each query of a file: a line is an id, a tab and the words, or {\"id\", \"text\"}.",
            valueName: "file"
        ),
        completion: .file()
    )
    var queries: String?

    @Flag(help: "Take the query as plain words of which any may match.")
    var any = false

    @Flag(help: "Rank anew by further words of the best reports, which are shown.")
    var expand = false

    @Flag(help: "Favour recent reports.")
    var recent = false

    @Option(
        help: ArgumentHelp(
            "In what time the gain of a recent report halves, as 30d, 6w, 3m or 1y (default: 30d; implies --recent).",
            valueName: "time"
        )
    )
    var halfLife: HalfLife?

    @Flag(help: "Tell of each hit how its score came about.")
    var explain = false

    var choices: RankingChoices {
        RankingChoices(
            queries: queries,
            matchesAny: any,
            expands: expand,
            halfLife: halfLife?.days ?? (recent ? HalfLife.standard : nil),
            explains: explain
        )
    }
}

/// What the options of ranking say.
struct RankingChoices: Equatable {
    /// The file with the queries; `nil` for the one query of the command line.
    var queries: String?
    var matchesAny = false
    var expands = false
    /// In days; `nil` where recent reports are not favoured.
    var halfLife: Int?
    var explains = false

    /// Sets what a request takes of them.
    func apply(to request: inout SearchRequest) {
        request.matchesAny = matchesAny
        request.expands = expands
        request.halfLife = halfLife
        request.explains = explains
    }
}

/// A number of days, weeks, months of 30 days or years of 365.
struct HalfLife: ExpressibleByArgument {
    let days: Int

    /// In days.
    static let standard = 30
    private static let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    /// A century.
    private static let most = 36_500

    init?(argument: String) {
        guard let unit = argument.last.flatMap({ Self.units[$0] }), argument.utf8.count <= 6,
            let number = Int(argument.dropLast()), argument.first?.isNumber == true, number > 0,
            number * unit <= Self.most
        else { return nil }
        days = number * unit
    }
}
