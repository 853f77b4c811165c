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
            """
    )

    @Argument(help: "Words, phrases and filters, as for search.")
    var query: [String] = []

    @Option(help: "day, week, month or year.")
    var by: EventDate.Precision = .month

    @Option(help: "Which dates: published or happened.")
    var date: Timeline.Dates = .published

    @OptionGroup var index: IndexOption
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json, ndjson (a period a line) or csv.")
    var format: PeriodFormat = .text

    func run() throws {
        var request = SearchRequest()
        request.query = query.joined(separator: " ")
        request.filters = filters.filters
        request.literal = filters.literal
        let searchIndex = try SearchIndex(path: index.path)
        if !output.quiet { MarkText.note(searchIndex) }
        let timeline = try searchIndex.timeline(request, by: by, of: date)
        switch format {
        case .text: TimelineText(style: output.style).write(timeline)
        case .json: try JSONOutput.write(TimelineObject(timeline))
        case .ndjson: for period in timeline.periods { try JSONOutput.writeLine(TimelineObject.Period(period)) }
        case .csv: CSVOutput.write(timeline)
        }
        if timeline.total == 0 { throw ExitCode(1) }
    }
}

extension EventDate.Precision: ExpressibleByArgument {}
extension Timeline.Dates: ExpressibleByArgument {}
