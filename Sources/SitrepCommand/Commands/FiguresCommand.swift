import ArgumentParser
import Sitrep

/// `sitrep figures`: claims with numbers, side by side.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "List the figures that reports give: how many launched, shot down, killed, held, and by whose word.",
        discussion: """
            The same figure in several reports is one row. Rows stand side by side by the day of the event, and ≠ marks \
            those that another row speaks against. --region, --actor, --weapon and --happened-from are about the figures: \
            where, whose or by whose word, of what, when. The other filters and the query choose the reports.

              sitrep figures drones --kind launched --kind intercepted
              sitrep figures --kind killed --region Kryvyi-Rih
              sitrep figures --actor North-Korea --per month --format csv
              sitrep figures drones --kind launched --svg figures.svg
            """
    )

    @Argument(help: "Words, phrases and filters, as for search: which reports.")
    var query: [String] = []

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp(
            "Only this kind (repeatable): \(Claim.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"
        )
    )
    var kinds: [Claim.Kind] = []

    @Option(help: "Side by side by day, week, month or year.")
    var per: EventDate.Precision = .day

    @OptionGroup(title: "Pictures") var pictures: PictureOptions
    @OptionGroup var index: IndexesOption
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json, ndjson (a figure a line) or csv.")
    var format: PeriodFormat = .text

    @Option(
        help: ArgumentHelp("How many figures: a number or all (default: 200 for text, else all).", valueName: "n")
    )
    var limit: Limit?

    @OptionGroup var offset: OffsetOption

    func run() throws {
        var request = FiguresRequest()
        request.search = filters.request(query)
        request.kinds = Set(kinds)
        request.precision = per
        let most = limit.map(\.number) ?? (format == .text ? 200 : nil)
        // A picture has them all.
        if !pictures.isAny { (request.limit, request.offset) = (most, offset.count) }
        let searchIndex = try index.open(output)
        var figures = try searchIndex.figures(request)
        if pictures.isAny {
            try pictures.write(isQuiet: output.quiet) { () throws(SitrepError) in try figures.chart() }
            figures.rows = Array(figures.rows.dropFirst(offset.count).prefix(most ?? .max))
        }
        switch format {
        case .text: FiguresText(style: output.style, isVerbose: output.verbose).write(figures, from: offset.count)
        case .json: try JSONOutput.write(FiguresObject(figures))
        case .ndjson: for row in figures.rows { try JSONOutput.writeLine(FigureRowObject(row)) }
        case .csv: CSVOutput.write(figures, withIndex: searchIndex.paths.count > 1)
        }
        if figures.total == 0 { throw ExitCode(1) }
    }
}

extension Claim.Kind: ExpressibleByArgument {
    /// `lost-from-radar` and `killed or wounded` will do.
    public init?(argument: String) {
        let name = argument.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
        self.init(rawValue: String(name))
    }
}
