import ArgumentParser
import Sitrep

/// `sitrep timeline`: how many reports there are in each day, week, month or year.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Count reports by day, week, month or year, of publication or of what happened.",
        discussion: """
            Counts are exact. By the dates of events a report counts once in each period that it has a date in, and \
            only dates that are at least as exact as the period: “in October” has no day.

              sitrep timeline --by month
              sitrep timeline ATACMS --by day --from 2024-11 --to 2024-12
              sitrep timeline --region Odesa --by week --date happened
              sitrep timeline drones --by week --per weapon --svg drones.svg

            With --per, the values that most reports have each get a row, then those reports that have none of these \
            but others, and those without a value. A report with several values counts in each.
            """
    )

    @Argument(help: "Words, phrases and filters, as for search.")
    var query: [String] = []

    @Option(help: "day, week, month or year.")
    var by: EventDate.Precision = .month

    @Option(help: "Which dates: published or happened.")
    var date: Timeline.Dates = .published

    @Option(
        help: ArgumentHelp(
            "Count each value by itself: region, actor, weapon, source or language; region:1 for the first level.",
            valueName: "facet"
        )
    )
    var per: TimelineFacet?

    @Option(
        name: .customLong("values"),
        help: ArgumentHelp("How many values --per shows: a number or all (default: 5).", valueName: "n")
    )
    var valueLimit: Limit?

    @OptionGroup(title: "Pictures") var pictures: PictureOptions
    @OptionGroup var index: IndexesOption
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json, ndjson (a period a line) or csv.")
    var format: PeriodFormat = .text

    func validate() throws {
        guard per != nil || valueLimit == nil else { throw ValidationError("--values says how many --per shows") }
        guard valueLimit?.number != 0 else { throw ValidationError("--values must be 1 or more, or all") }
    }

    func run() throws {
        var request = filters.request(query)
        request.facetValues = valueLimit.map(\.number) ?? 5
        let timeline = try index.open(output).timeline(request, by: by, of: date, per: per?.axis)
        // A picture that cannot be drawn is told before anything is written.
        try pictures.write(isQuiet: output.quiet) { () throws(SitrepError) in try timeline.chart() }
        switch format {
        case .text: TimelineText(style: output.style).write(timeline)
        case .json: try JSONOutput.write(TimelineObject(timeline))
        case .ndjson: for line in TimelineObject.lines(timeline) { try JSONOutput.writeLine(line) }
        case .csv: CSVOutput.write(timeline)
        }
        if timeline.total == 0 { throw ExitCode(1) }
    }
}

/// The facet whose values a timeline counts.
struct TimelineFacet: ExpressibleByArgument {
    let axis: TableAxis

    /// The facets, without the periods that a table may have.
    private static let kinds: [TableAxis.Kind] = [.region, .actor, .weapon, .source, .language]

    init?(argument: String) {
        guard let axis = TableAxis(argument), Self.kinds.contains(axis.kind) else { return nil }
        self.axis = axis
    }

    static var allValueStrings: [String] { kinds.map(\.rawValue) }
}

extension EventDate.Precision: ExpressibleByArgument {}
extension Timeline.Dates: ExpressibleByArgument {}
